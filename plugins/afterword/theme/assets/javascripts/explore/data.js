// The facet data of all reports: loaded once, and unpacked into lists that are asked by number.
//
// Its form is described in `api/facets.py`. Reports are numbers here, in the order of the file, the newest first.

import { ROOT } from "../find.js";

const VERSION = "afterword-facets/1";
const DAY = /^\d{4}(?:-\d{2}){0,2}(?=-[a-z])/u;

/**
 * @typedef {{id: string, title: string, values: string[], labels: string[], groups: [string, string][] | null,
 *   grouped: number[], place: Map<string, number>, of: (report: number) => number[], part: number}} Facet
 *   `of` gives the places of a report's values; `part` is the place in `remedies.values`, or -1.
 * @typedef {{count: number, facets: Facet[], remedies: {values: number[][], reports: number[][]}, id, title, line, date,
 *   marks, address}} Data
 */

/** @returns {Promise<Data>} */
export async function loadData() {
  const answer = await fetch(new URL("explore/facets.json", ROOT));
  if (!answer.ok) throw new Error(`facets.json: ${answer.status}`);
  return readData(await answer.json());
}

/** @returns {Data} */
export function readData(file) {
  if (file.schema !== VERSION) throw new Error(`facets.json has the form ${file.schema}, this page reads ${VERSION}`);
  const { remedies, reports } = file;
  const { texts, dates, marks, marked, count } = reports;
  const data = {
    count,
    remedies,
    id: (report) => texts[3 * report],
    title: (report) => texts[3 * report + 1],
    line: (report) => texts[3 * report + 2],
    date: (report) => dates[report] ?? DAY.exec(texts[3 * report])?.[0] ?? "",
    marks: (report) => (marked[report] ?? []).map((mark) => marks[mark]),
    address: (report) => new URL(`reports/${texts[3 * report]}/`, ROOT).href,
  };
  data.facets = file.facets.map((facet) => readFacet(facet, remedies));
  data.facet = (id) => data.facets.find((facet) => facet.id === id);
  return data;
}

function readFacet({ id, title, values, labels, groups = null, grouped = [], reports, part = -1 }, remedies) {
  const place = new Map(values.map((value, at) => [value, at]));
  return { id, title, values, labels, groups, grouped, place, part, of: placesOf(reports, remedies, part) };
}

function placesOf(reports, remedies, part) {
  if (part >= 0) {
    return (report) => [...new Set(remedies.reports[report].map((each) => remedies.values[each][part]))].filter((at) => at >= 0);
  }
  return (report) => {
    const at = reports[report];
    if (Array.isArray(at)) return at;
    return at < 0 ? [] : [at];
  };
}
