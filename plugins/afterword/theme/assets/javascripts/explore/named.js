// Ids and severities among the words: "data-proxy-target" and "sev1" find the reports that carry them.

const ID = /[-_]|\p{L}\d/u; // what a common word never has, so that "incident" stays a word

/** The values of facets whose id begins with what was typed; none where that is no id.
 *
 * @param {string} typed one word
 * @param {import("./data.js").Data} data
 * @returns {{facet: import("./data.js").Facet, at: number}[]}
 */
export function valuesNamed(typed, data) {
  const id = typed.toLowerCase();
  if (!ID.test(id)) return [];
  return data.facets.flatMap((facet) =>
    facet.values.flatMap((value, at) => (ID.test(value) && value.toLowerCase().startsWith(id) ? [{ facet, at }] : [])));
}

/** The reports that carry one of `values`. */
export function carriersOf(values, data) {
  const reports = [];
  for (let report = 0; values.length && report < data.count; report += 1) {
    if (values.some(({ facet, at }) => facet.of(report).includes(at))) reports.push(report);
  }
  return reports;
}
