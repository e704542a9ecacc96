// Which reports a selection leaves, and how many each further value would leave.
//
// Values of one facet are alternatives, facets come on top of each other. A facet's own selection does not reduce its
// own counts. The three facets of remediations ask for one remediation that carries all three.

import { work } from "./dom.js";

const CHOICES = 3; // kind, strength and status of a remediation
const EVERY = (1 << CHOICES) - 1;

/**
 * @param {import("./data.js").Data} data
 * @param {import("./selection.js").Selection} selection
 * @param {Map<number, number> | null} hits the reports that hold the words, with their rank; null without words
 * @returns {{found: number[], counts: Map<string, Int32Array>, without: Map<string, number>}} `found` the newest first;
 *   `without` holds how many reports there would be without the choice in a facet, and under "q" without the words
 */
export function choose(data, selection, hits) {
  const state = prepare(data, selection);
  const found = [];
  for (let report = 0; report < data.count; report += 1) {
    if (hits && !hits.has(report)) continue;
    if (look(data, state, report, true)) found.push(report);
  }
  const { counts, without } = state;
  if (hits && !found.length) without.set("q", countOthers(data, state, hits));
  return { found, counts, without };
}

function prepare({ facets, count }, { chosen }) {
  work.limit = count * facets.length;
  const counts = new Map(facets.map(({ id, values }) => [id, new Int32Array(values.length)]));
  const without = new Map([...chosen.keys()].map((id) => [id, 0]));
  const allowed = new Map();
  for (const { id, values } of facets) {
    if (chosen.has(id)) allowed.set(id, Uint8Array.from(values, (value) => (chosen.get(id).has(value) ? 1 : 0)));
  }
  const parts = facets.filter((facet) => facet.part >= 0).sort((one, other) => one.part - other.part);
  return { counts, without, allowed, plain: facets.filter((facet) => facet.part < 0), parts };
}

/** Whether the report is left; `tally` adds it to the counts. Each facet is asked once. */
function look(data, state, report, tally) {
  const { plain, parts, allowed } = state;
  let failed = null;
  let failures = 0;
  for (const facet of plain) {
    work.comparisons += 1;
    const choice = allowed.get(facet.id);
    if (!choice || facet.of(report).some((at) => choice[at])) continue;
    failed = facet;
    failures += 1;
    if (failures > 1) return false; // no count can need it any more
  }
  work.comparisons += parts.length;
  const remedies = remediesOf(data, state, report);
  const isLeft = !failures && remedies.fits;
  if (tally) tallyReport(data, state, report, failed, remedies);
  return isLeft;
}

/** For each of the report's remediations which of the three choices it meets, as bits. */
function remediesOf({ remedies }, { parts, allowed }, report) {
  const choices = parts.map(({ id }) => allowed.get(id));
  const met = remedies.reports[report].map((each) => choices.reduce((bits, choice, part) => {
    const at = remedies.values[each][part];
    return !choice || (at >= 0 && choice[at]) ? bits | (1 << part) : bits;
  }, 0));
  const asked = choices.some(Boolean);
  return { met, fits: !asked || met.includes(EVERY), asked };
}

function tallyReport(data, { counts, without, plain, parts, allowed }, report, failed, { met, fits, asked }) {
  if (fits) {
    for (const facet of failed ? [failed] : plain) {
      const count = counts.get(facet.id);
      for (const at of facet.of(report)) count[at] += 1;
      if (allowed.has(facet.id)) without.set(facet.id, without.get(facet.id) + 1);
    }
  }
  if (failed) return;
  const chosen = parts.filter(({ id }) => allowed.has(id));
  for (const { id, part } of parts) {
    const others = EVERY & ~(1 << part);
    const seen = new Set();
    met.forEach((bits, each) => {
      if ((bits & others) === others) seen.add(data.remedies.values[data.remedies.reports[report][each]][part]);
    });
    for (const at of seen) if (at >= 0) counts.get(id)[at] += 1;
    const alone = asked && chosen.length === 1 && chosen[0].id === id;
    if (allowed.has(id) && (alone || seen.size)) without.set(id, without.get(id) + 1);
  }
}

function countOthers(data, state, hits) {
  let left = 0;
  for (let report = 0; report < data.count; report += 1) {
    if (!hits.has(report) && look(data, state, report, false)) left += 1;
  }
  return left;
}

/** How many of `reports` a selection leaves.
 *
 * @param {import("./data.js").Data} data
 * @param {import("./selection.js").Selection} selection
 * @param {Set<number>} reports
 */
export function countLeft(data, selection, reports) {
  const state = prepare(data, selection);
  return [...reports].filter((report) => look(data, state, report, false)).length;
}

/** The reports in the order that is asked for.
 *
 * @param {import("./data.js").Data} data
 * @param {number[]} found the newest first
 */
export function sortReports(data, found, order, hits) {
  if (order === "oldest") return [...found].reverse();
  if (order === "relevance" && hits) return [...found].sort((one, other) => hits.get(one) - hits.get(other));
  if (order !== "severity") return found;
  const facet = data.facet("severity");
  const rank = (report) => facet.of(report)[0] ?? facet.values.length;
  return [...found].sort((one, other) => rank(one) - rank(other) || one - other);
}
