// The remediations that have no room in the page's tables: loaded once, and made into rows when they are to be seen.
//
// The form is described in `api/open_rows.py`.

import { make, sayDate } from "../explore/dom.js";
import { ROOT } from "../find.js";
import { fold } from "./rows.js";

const VERSION = "afterword-open/1";

/** All of them by the id of their team's heading.
 * @returns {Promise<Map<string, object[]>>}
 */
export async function loadMore() {
  const answer = await fetch(new URL("remediations/open/rows.json", ROOT));
  if (!answer.ok) throw new Error(`rows.json: ${answer.status}`);
  const file = await answer.json();
  if (file.schema !== VERSION) throw new Error(`rows.json has the form ${file.schema}, this page reads ${VERSION}`);
  return new Map(file.teams.map(([anchor, rows]) => [anchor, rows.map((row) => read(row, file))]));
}

function read([report, id, title, anchor, status, strength, kind, age, target, due, late, drift, tracker], file) {
  const [reportId, reportTitle, severity, system, systemSlug, hasPage] = file.reports[report];
  const [kindSlug, kindTitle, kindPage] = kind === null ? ["", "", ""] : file.kinds[kind];
  return {
    id, title, status, strength, age, target, due, late, drift, tracker, reportTitle, severity, system, kindTitle,
    over: age === null || target === null ? null : age - target,
    reportUrl: address(`reports/${reportId}/`), url: address(`reports/${reportId}/${anchor && `#${anchor}`}`),
    systemUrl: hasPage ? address(`systems/${systemSlug}/`) : "", kindUrl: kindPage && address(`remediations/${kindPage}/`),
    values: { kind: kindSlug, strength: strength ?? "", status, severity, system: systemSlug },
  };
}

const address = (path) => new URL(path, ROOT).href;

/** One of them as a row that stands behind those of the page.
 * @param {{id: string, name: string}} team
 * @returns {import("./rows.js").Row}
 */
export function makeRow(each, team, place) {
  const values = Object.fromEntries(Object.entries({ team: team.id, ...each.values }).filter(([, value]) => value));
  const labels = { team: team.name, kind: each.kindTitle, strength: each.strength, status: say(each.status), severity: each.severity, system: each.system };
  let element = null;
  return {
    place, team: team.id, values, labels,
    get element() { return (element ??= draw(each)); },
    get isDrawn() { return element !== null; },
    late: Boolean(each.late), over: (each.over ?? 0) > 0, drift: Boolean(each.drift), age: each.age, due: each.due ?? "",
    words: fold([each.title, each.id, each.reportTitle, ...Object.values(labels), each.drift].filter(Boolean).join(" ")),
    cells: () => [
      each.title, each.reportTitle, labels.team, labels.kind, labels.strength ?? "", labels.status, each.severity, each.system,
      each.age ?? "", each.due ?? "", each.late ?? "", each.over ?? "", each.drift ? "yes" : "", each.url,
    ].map(String),
  };
}

const say = (choice) => (choice ?? "").replaceAll("_", " ");
const link = (text, url) => (url ? make("a", { href: url }, text) : text);
const mark = (family, value) => make(`span.aw-${family}.aw-${family}--${value}`, {}, say(value));
const days = (count) => `${count} ${count === 1 ? "day" : "days"}`;

/** The row as the page's own are written. */
function draw(each) {
  const remarks = [[each.id ? `${each.id} of ` : "from ", link(each.reportTitle, each.reportUrl)]];
  if (each.severity) remarks.push([make("span.aw-open__severity", {}, each.severity)]);
  if (each.system) remarks.push([make("span.aw-open__system", {}, link(each.system, each.systemUrl))]);
  if (each.tracker) remarks.push([link("work item", each.tracker)]);
  const status = [mark("status", each.status), each.strength ? mark("strength", each.strength) : "strength not known"];
  if (each.kindTitle) status.push(make("span.aw-meta", {}, link(each.kindTitle, each.kindUrl)));
  if (each.drift) status.push(make("span.aw-meta", {}, each.drift));
  const age = [each.age === null ? "not known" : days(each.age)];
  if (each.target !== null) age.push(make("span.aw-meta", {}, ...sayTarget(each)));
  const due = [each.due ? make("time", { datetime: each.due }, sayDate(each.due, { short: true })) : "no date"];
  if (each.late) due.push(make("span.aw-overdue", {}, `${days(each.late)} overdue`));
  return make("tr", {},
    make("td", {}, ...lined([link(each.title, each.url), make("span.aw-meta", {}, ...remarks.flatMap((part, at) => (at ? [" · ", ...part] : part)))])),
    make("td", {}, ...lined(status)), make("td", { "data-label": "Open for" }, ...lined(age)), make("td", { "data-label": "Due" }, ...lined(due)));
}

function sayTarget({ target, over }) {
  const said = `target ${days(target)}`;
  if (over === null) return [said];
  return over > 0 ? [`${said}, `, make("span.aw-open__over", {}, `${over} over`)] : [`${said}, ${-over} left`];
}

const lined = (parts) => parts.flatMap((part, at) => (at ? [" ", make("br"), part] : [part]));
