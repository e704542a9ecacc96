// What a reader has chosen, its form in the address, and which rows it leaves in which order.

import { CHOICES, fold } from "./rows.js";

export const FLAGS = ["late", "over", "drift"];
/** Orders by the part of the address: the column's place, and whether it grows. */
export const ORDERS = { oldest: [2, false], newest: [2, true], due: [3, true], "due-last": [3, false] };

/**
 * @typedef {{query: string, chosen: Record<string, string>, flags: Set<string>, sort: string}} Selection
 *   `sort` is empty for the order in which the rows were made: overdue first, then the oldest.
 */

/** @returns {Selection} */
export const emptySelection = () => ({ query: "", chosen: {}, flags: new Set(), sort: "" });

/** Read the part of the address from the question mark; what the list does not hold is left out and named.
 * @param {Map<string, Map<string, string>>} options the labels of all values by choice
 */
export function readSelection(search, options) {
  const selection = emptySelection();
  const unknown = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === "q") selection.query = value.replace(/\s+/gu, " ").trim().slice(0, 200);
    else if (name === "sort" && Object.hasOwn(ORDERS, value)) selection.sort = value;
    else if (FLAGS.includes(name) && value === "yes") selection.flags.add(name);
    else if (options.get(name)?.has(value)) selection.chosen[name] = value;
    else unknown.push(`${name}: ${value}`.slice(0, 100));
  }
  return { selection, unknown };
}

export function writeSelection({ query, chosen, flags, sort }) {
  const parts = new URLSearchParams();
  if (query) parts.set("q", query);
  for (const name of CHOICES) if (chosen[name]) parts.set(name, chosen[name]);
  for (const flag of FLAGS) if (flags.has(flag)) parts.set(flag, "yes");
  if (sort) parts.set("sort", sort);
  return parts.size ? `?${parts}` : "";
}

export const isEmpty = ({ query, chosen, flags }) => !query && !Object.keys(chosen).length && !flags.size;

/** Which rows fit, and how many there would be with each value of a choice, the others as they are.
 * @param {import("./rows.js").Row[]} rows
 * @param {Selection} selection
 */
export function choose(rows, { query, chosen, flags }) {
  const words = fold(query).split(" ").filter(Boolean);
  const names = Object.keys(chosen);
  const found = new Set();
  const counts = new Map(CHOICES.map((name) => [name, new Map()]));
  for (const row of rows) {
    if (![...flags].every((flag) => row[flag]) || !words.every((word) => row.words.includes(word))) continue;
    const missed = names.filter((name) => row.values[name] !== chosen[name]);
    if (!missed.length) found.add(row);
    if (missed.length > 1) continue;
    for (const name of missed.length ? missed : CHOICES) {
      const value = row.values[name];
      if (value) counts.get(name).set(value, (counts.get(name).get(value) ?? 0) + 1);
    }
  }
  return { found, counts };
}

/** The rows in an order; what is not known stands last, and equals stay as they were made. */
export function sortRows(rows, sort) {
  const [column, grows] = ORDERS[sort] ?? [];
  const key = column === 2 ? (row) => row.age : (row) => row.due || null;
  const sign = grows ? 1 : -1;
  return [...rows].sort((one, other) => {
    if (column === undefined) return one.place - other.place;
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null || a === b) return (a === null) - (b === null) || one.place - other.place;
    return a < b ? -sign : sign;
  });
}
