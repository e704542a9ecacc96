// Why a report is among those shown: the chosen values that it carries, and those whose id was typed.

/** Of the facets of a report itself each chosen value, a factor with its side; of remediations those that carry all
 * that is chosen of them.
 *
 * @param {import("./data.js").Data} data
 * @param {import("./selection.js").Selection} selection
 * @param {number} report
 * @param {import("./words-found.js").Word[]} words what was typed
 * @returns {{facet: string, value: string}[]}
 */
export function reasonsOf(data, { chosen }, report, words) {
  const plain = data.facets.filter((facet) => facet.part < 0 && chosen.has(facet.id));
  const parts = data.facets.filter((facet) => facet.part >= 0).sort((one, other) => one.part - other.part);
  const isChosen = ({ facet, at }) => chosen.get(facet.id)?.has(facet.values[at]);
  return [
    ...words.flatMap(({ named }) => named).filter((each) => !isChosen(each) && each.facet.of(report).includes(each.at))
      .map(({ facet, at }) => ({ facet: nameOf(facet, at), value: withId(facet.labels[at], facet.values[at]) })),
    ...plain.flatMap((facet) => facet.of(report)
      .filter((at) => chosen.get(facet.id).has(facet.values[at]))
      .map((at) => ({ facet: nameOf(facet, at), value: facet.labels[at] }))),
    ...(parts.some(({ id }) => chosen.has(id)) ? remediationsOf(data, parts, chosen, report) : []),
  ];
}

function nameOf(facet, at) {
  const side = facet.groups?.[facet.grouped[at]]?.[0];
  return side ? `${side} factor` : facet.title;
}

const withId = (label, id) => (label === id ? label : `${label} (${id})`);

function remediationsOf({ remedies }, parts, chosen, report) {
  const meets = (triple) => parts.every(({ id, values, part }) => !chosen.has(id) || chosen.get(id).has(values[triple[part]]));
  return remedies.reports[report].map((each) => remedies.values[each]).filter(meets)
    .map((triple) => ({ facet: "Remediation", value: describeRemediation(parts, triple) }));
}

/** A remediation in words: "Gold dataset (intermediate, verified)". */
export function describeRemediation(parts, triple) {
  const [kind, strength, status] = triple.map((at, part) => parts[part].labels[at] ?? "");
  return `${kind || "Kind not known"} (${[strength, status].filter(Boolean).join(", ").toLowerCase()})`;
}
