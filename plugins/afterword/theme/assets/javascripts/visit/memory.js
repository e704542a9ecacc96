// What a browser remembers of its visits, and how the list of last changes is compared with that. No part of it is sent.

const VERSION = 1;
const PAUSE = 60 * 60 * 1000; // a visit has ended when no page was opened for an hour
const DAY = /^\d{4}-\d\d-\d\d$/u;

/**
 * @typedef {{seen: Record<string, number>, floor: string}} State
 *   the revision of each report by its place below the site's root; of what changed before the day `floor` nothing is kept
 * @typedef {{before: State, now: State, since: number, at: number}} Memory
 *   what was there at the end of the last visit (at `since`, in milliseconds), and at the last page of this one (`at`)
 * @typedef {{place: string, revision: number, published: string, changed: string}} Change
 * @typedef {"new" | "updated"} News
 */

/** @returns {Memory | null} null at the first visit, and where the storage is shut or holds something else. */
export function recall(root) {
  try {
    const { version, ...memory } = JSON.parse(localStorage.getItem(name(root)) ?? "{}");
    const numbers = [memory.since, memory.at].every(Number.isFinite);
    return version === VERSION && numbers && [memory.before, memory.now].every(isState) ? memory : null;
  } catch {
    return null;
  }
}

/** @returns {boolean} whether the browser keeps it */
export function keep(root, memory) {
  try {
    localStorage.setItem(name(root), JSON.stringify({ version: VERSION, ...memory }));
    return true;
  } catch {
    return false;
  }
}

/** Begin another visit where the last one has ended. */
export function turn(memory, time) {
  if (time - memory.at > PAUSE) {
    memory.before = memory.now;
    memory.since = memory.at;
  }
  memory.at = time;
}

/** @param {Change[]} changes @param {string} floor @returns {State} */
export function stateOf(changes, floor) {
  return { seen: Object.fromEntries(changes.map(({ place, revision }) => [place, revision])), floor };
}

/** @param {Change} change @param {State} before @returns {News | null} */
export function newsOf({ place, revision, published, changed }, { seen, floor }) {
  if (Object.hasOwn(seen, place)) return seen[place] < revision ? "updated" : null;
  if (changed < floor) return null; // it came back into the list because another one left it
  return published < floor ? "updated" : "new";
}

const name = (root) => `afterword-visit:${root}`;

function isState(state) {
  return typeof state?.seen === "object" && state.seen !== null && (state.floor === "" || DAY.test(state.floor))
    && Object.values(state.seen).every(Number.isFinite);
}
