// The selection as a table for spreadsheets.

import { describeRemediation } from "./reasons.js";

const ROW = "\r\n";
const MARK = "\ufeff"; // by which spreadsheets know UTF-8
// What makes a spreadsheet take a cell for a formula, in wide letters as well; after a semicolon, too, since some
// spreadsheets take that as the end of a cell.
const FORMULA = /(^|[;\t\r\n]\s*)(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/gu;

/** One cell: quoted, and with an apostrophe before what a spreadsheet would compute. */
export const cellOf = (value) => `"${String(value).replace(FORMULA, "$1'").replace(/"/gu, '""')}"`;

/** A table with a head, in UTF-8 with its mark.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 */
export const tableOf = (head, rows) => MARK + [head, ...rows].map((row) => row.map(cellOf).join(",")).join(ROW) + ROW;

const PLAIN = ["kind", "severity", "system", "team", "factor", "detected", "silent"];

/** All `reports`, each with what the facets say of it.
 *
 * @param {import("./data.js").Data} data
 * @param {number[]} reports
 */
export function describeReports(data, reports) {
  const facets = PLAIN.map((id) => data.facet(id));
  const head = ["Report", "Title", "Date", ...facets.map(({ title }) => title), "Remediations", "Note", "Address"];
  return tableOf(head, reports.map((report) => [
    data.id(report),
    data.title(report),
    data.date(report),
    ...facets.map((facet) => facet.of(report).map((at) => facet.labels[at]).join("; ")),
    remediationsOf(data, report).join("; "),
    data.marks(report).join("; "),
    data.address(report),
  ]));
}

function remediationsOf({ remedies, facets }, report) {
  const parts = facets.filter((facet) => facet.part >= 0).sort((one, other) => one.part - other.part);
  return remedies.reports[report].map((each) => describeRemediation(parts, remedies.values[each]));
}

/** Hand a table to the reader as a file. */
export function download(content, name) {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
