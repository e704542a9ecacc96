// The page "Open remediations": filters and orders for the rows that stand in its tables. Nothing is fetched.

import { download, tableOf } from "../explore/csv.js";
import { counted, figure } from "../explore/dom.js";
import { listOptions, makeControls, makeHeads } from "./controls.js";
import { cellsOf, HEAD, readTeams } from "./rows.js";
import { choose, emptySelection, FLAGS, isEmpty, readSelection, sortRows, writeSelection } from "./selection.js";

const TABLE = "open-remediations.csv";
const PAUSE = 300; // milliseconds after the last key, so that counts are announced once and not at every letter

/** Put the controls before the tables in `hook`, and answer the page's own address. */
export function start(hook) {
  const teams = readTeams(hook);
  const rows = teams.flatMap((team) => team.rows);
  if (rows.length < 2) return; // nothing to choose from
  const options = listOptions(rows);
  const hasMore = hook.querySelector(".aw-open__more") !== null;
  let selection = emptySelection();
  let shown = [];
  let typing = false;
  let timer = 0;

  function change(act, { replace = false } = {}) {
    act();
    history[replace ? "replaceState" : "pushState"](null, "", location.pathname + writeSelection(selection) + location.hash);
    controls.warn("");
    show();
  }

  function show({ isQuiet = false } = {}) {
    const { found, counts } = choose(rows, selection);
    shown = [];
    for (const team of teams) {
      const ordered = sortRows(team.rows, selection.sort);
      const fitting = ordered.filter((row) => found.has(row));
      for (const row of team.rows) row.element.hidden = !found.has(row);
      team.body.append(...ordered.map((row) => row.element));
      team.element.hidden = fitting.length === 0;
      shown.push(...fitting);
    }
    const words = describe(shown.length);
    controls.show(selection, counts, words, isEmpty(selection) && !selection.sort, shown.length);
    showOrder(selection.sort);
    clearTimeout(timer);
    if (!isQuiet) timer = setTimeout(() => controls.say(words), typing ? PAUSE : 0);
  }

  function describe(count) {
    const late = shown.filter((row) => row.late).length;
    const all = hasMore ? `${figure(rows.length)} on this page` : counted(rows.length, "remediation");
    const said = count === rows.length ? all : `${figure(count)} of ${all}`;
    if (!count) return `${said}. Nothing here fits all of what is chosen.`;
    return late ? `${said}, ${figure(late)} overdue` : said;
  }

  function answerAddress() {
    const { selection: asked, unknown } = readSelection(location.search, options);
    selection = asked;
    typing = false;
    controls.query.value = asked.query;
    controls.warn(unknown.length ? `Not in this list and left out: ${unknown.join(", ")}.` : "");
  }

  const controls = makeControls(options, Object.fromEntries(FLAGS.map((name) => [name, rows.some((row) => row[name])])), {
    choose: (name, value) => change(() => {
      typing = false;
      if (value) selection.chosen[name] = value;
      else delete selection.chosen[name];
    }),
    flag: (name, on) => change(() => {
      typing = false;
      selection.flags[on ? "add" : "delete"](name);
    }),
    type: (words) => {
      const replace = typing; // what is typed in one go is one step back
      change(() => {
        typing = true;
        selection.query = words.replace(/\s+/gu, " ").trim();
      }, { replace });
    },
    sort: (order) => change(() => {
      typing = false;
      selection.sort = order;
    }),
    clear: () => {
      controls.query.value = "";
      change(() => {
        typing = false;
        selection = emptySelection();
      });
      controls.focus(); // the button that was pressed can no longer be
    },
    table: () => {
      download(tableOf(HEAD, shown.map(cellsOf)), TABLE);
      controls.say(`The table of ${counted(shown.length, "remediation")} is downloaded.`);
    },
  });
  const showOrder = makeHeads(teams, (order) => change(() => { selection.sort = order; }));
  controls.query.addEventListener("blur", () => { typing = false; });
  window.addEventListener("popstate", () => {
    answerAddress();
    show();
  });
  answerAddress();
  hook.prepend(controls.element);
  show({ isQuiet: isEmpty(selection) });
}
