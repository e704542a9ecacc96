// The page "Open remediations": filters and orders for all that is open. What has no room on the page is loaded once.

import { download, tableOf } from "../explore/csv.js";
import { counted, figure } from "../explore/dom.js";
import { listOptions, makeControls, makeHeads } from "./controls.js";
import { loadMore, makeRow } from "./more.js";
import { HEAD, readTeams } from "./rows.js";
import { share } from "./share.js";
import { choose, emptySelection, FLAGS, isEmpty, readSelection, sortRows, writeSelection } from "./selection.js";

const TABLE = "open-remediations.csv";
const MOST = 500; // rows that stand on the page at once, as many as without a script
const PAUSE = 300; // milliseconds after the last key, so that counts are announced once and not at every letter

/** Put the controls before the tables in `hook`, and answer the page's own address. */
export async function start(hook) {
  const teams = readTeams(hook);
  const isWhole = await complete(teams);
  if (isWhole) document.querySelector(".aw-open__bound")?.remove(); // what it says no longer holds
  const rows = teams.flatMap((team) => team.rows);
  if (rows.length < 2) return; // nothing to choose from
  const options = listOptions(rows);
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
    const fitting = teams.map((team) => sortRows(team.rows, selection.sort).filter((row) => found.has(row)));
    const room = share(fitting.map(({ length }) => length), MOST);
    teams.forEach((team, at) => {
      const standing = new Set(fitting[at].slice(0, room));
      for (const row of team.rows) if (row.isDrawn) row.element.hidden = !standing.has(row);
      team.body.append(...[...standing].map((row) => row.element));
      team.element.hidden = fitting[at].length === 0;
      if (isWhole && team.more) showRest(team.more, fitting[at].length - standing.size);
    });
    shown = fitting.flat();
    const words = describe(shown.length);
    controls.show(selection, counts, words, isEmpty(selection) && !selection.sort, shown.length);
    showOrder(selection.sort);
    clearTimeout(timer);
    if (!isQuiet) timer = setTimeout(() => controls.say(words), typing ? PAUSE : 0);
  }

  function describe(count) {
    const late = shown.filter((row) => row.late).length;
    const all = isWhole ? counted(rows.length, "remediation") : `${figure(rows.length)} on this page`;
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
      download(tableOf(HEAD, shown.map((row) => row.cells())), TABLE);
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

/** Add what has no room on the page to each team's rows; gives back whether all that is open is there. */
async function complete(teams) {
  if (!teams.some(({ more }) => more)) return true;
  try {
    const found = await loadMore();
    let place = teams.reduce((count, { rows }) => count + rows.length, 0);
    for (const team of teams) for (const each of found.get(team.anchor) ?? []) team.rows.push(makeRow(each, team, place++));
    return true;
  } catch {
    return false; // the page says itself where the others stand
  }
}

function showRest(line, count) {
  line.hidden = count === 0;
  line.textContent = `And ${figure(count)} more: a choice above brings them, and the download has them all.`;
}
