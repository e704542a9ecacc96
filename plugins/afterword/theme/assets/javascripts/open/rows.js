// The remediations as they stand in the page's tables.

/**
 * One row.
 * @typedef {{element: HTMLTableRowElement, isDrawn: boolean, cells: () => string[], place: number, team: string, values: Record<string, string>,
 *   labels: Record<string, string>, late: boolean, over: boolean, drift: boolean, age: number | null, due: string,
 *   words: string}} Row
 *
 * A team's part of the page.
 * @typedef {{id: string, name: string, element: HTMLElement, anchor: string, more: HTMLElement | null,
 *   body: HTMLTableSectionElement, heads: HTMLTableCellElement[], rows: Row[]}} Team
 */

const LABELS = { kind: "td:nth-child(2) .aw-meta", strength: ".aw-strength", status: ".aw-status", severity: ".aw-open__severity", system: ".aw-open__system" };

/** By which a reader can choose; the address has them under these names. */
export const CHOICES = ["team", ...Object.keys(LABELS)];

/** Everything in `hook`, in the order in which it stands.
 * @returns {Team[]}
 */
export function readTeams(hook) {
  let place = 0;
  return [...hook.querySelectorAll(".aw-open__team")].map((element) => {
    const heading = element.querySelector("h3");
    const name = heading.querySelector("a:not(.headerlink)")?.textContent ?? heading.firstChild.textContent.trim();
    const team = { id: heading.id.replace(/^team-/u, ""), name };
    const body = element.querySelector("tbody");
    const rows = [...body.rows].map((row) => readRow(row, team, place++));
    return { ...team, element, anchor: heading.id, more: element.querySelector(".aw-open__more"), body, heads: [...element.querySelectorAll("th")], rows };
  });
}

function readRow(element, team, place) {
  const { dataset } = element.cells[0];
  const values = { team: team.id };
  const labels = { team: team.name };
  for (const [name, selector] of Object.entries(LABELS)) {
    if (!dataset[name]) continue;
    values[name] = dataset[name];
    labels[name] = element.querySelector(selector)?.textContent.trim() || dataset[name];
  }
  return {
    element, isDrawn: true, place, team: team.id, values, labels,
    cells: () => cellsOf(element, labels, values),
    late: "late" in dataset, over: Number(dataset.over ?? 0) > 0, drift: "drift" in dataset,
    age: dataset.age === undefined ? null : Number(dataset.age), due: dataset.due ?? "",
    words: fold(`${element.textContent} ${team.name}`),
  };
}

/** Text as it is compared: one form for each character, small letters, single spaces. */
export const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** The row as cells of a table for spreadsheets, under the names in `HEAD`. */
function cellsOf(element, labels, values) {
  const { dataset } = element.cells[0];
  const links = element.cells[0].querySelectorAll("a");
  return [
    links[0]?.textContent ?? "", links[1]?.textContent ?? "", labels.team, labels.kind ?? "", labels.strength ?? "", labels.status ?? "",
    values.severity ?? "", labels.system ?? "", dataset.age ?? "", dataset.due ?? "", dataset.late ?? "", dataset.over ?? "", dataset.drift ? "yes" : "",
    links[0]?.href ?? "",
  ].map(String);
}

export const HEAD = [
  "Remediation", "Report", "Owner team", "Kind", "Strength", "Status", "Severity", "System", "Open for days", "Due", "Days overdue",
  "Days past the target", "Report and tracker differ", "Address",
];
