// The fields above the tables, and the buttons in the heads of their columns.

import { make, text } from "../explore/dom.js";
import { CHOICES } from "./rows.js";
import { FLAGS, ORDERS } from "./selection.js";

const TITLES = { team: "Team", kind: "Kind", strength: "Strength", status: "Status", severity: "Severity", system: "System" };
const FLAG_TITLES = { late: "Overdue", over: "Past the target of its severity", drift: "Report and tracker differ" };
const ORDER_TITLES = [["", "Overdue first"], ["oldest", "Open longest first"], ["newest", "Open shortest first"], ["due", "Due first"], ["due-last", "Due last"]];
const COLUMNS = { 2: ["oldest", "newest"], 3: ["due", "due-last"] };

/** All values of each choice that the rows have, with their labels, in the order of the alphabet. */
export function listOptions(rows) {
  return new Map(CHOICES.map((name) => {
    const found = new Map();
    for (const { values, labels } of rows) if (values[name]) found.set(values[name], labels[name]);
    // Teams stand as on the page: what nobody owns comes last.
    const order = name === "team" ? [...found] : [...found].sort(([a, one], [b, other]) => one.localeCompare(other, "en") || (a < b ? -1 : 1));
    return [name, new Map(order)];
  }));
}

/**
 * @param {Map<string, Map<string, string>>} options
 * @param {Record<string, boolean>} used flags that any row has
 * @param {{choose: (name: string, value: string) => void, flag: (name: string, on: boolean) => void,
 *   type: (words: string) => void, sort: (order: string) => void, clear: () => void, table: () => void}} actions
 */
export function makeControls(options, used, actions) {
  const selects = new Map();
  const fields = [];
  for (const [name, values] of options) {
    if (values.size < 2) continue;
    const select = make("select", { id: `aw-open-${name}`, change: () => actions.choose(name, select.value) }, make("option", { value: "" }, "All"));
    const names = new Map([...values].map(([value, label]) => [value, { label, text: text(label) }]));
    for (const [value, each] of names) select.append(make("option", { value }, each.text));
    selects.set(name, { select, names });
    fields.push(field(TITLES[name], select));
  }
  const query = make("input", { id: "aw-open-q", type: "search", autocomplete: "off", spellcheck: "false", input: () => actions.type(query.value) });
  const order = make("select", { id: "aw-open-sort", change: () => actions.sort(order.value) }, ...ORDER_TITLES.map(([value, name]) => make("option", { value }, name)));
  const boxes = new Map(FLAGS.filter((name) => used[name]).map((name) => {
    const box = make("input", { type: "checkbox", id: `aw-open-${name}`, change: () => actions.flag(name, box.checked) });
    return [name, box];
  }));
  const found = text();
  const status = text();
  const note = make("p.aw-note", { hidden: true });
  const clear = make("button.aw-open__button", { type: "button", click: actions.clear }, "Show all");
  const csv = make("button.aw-open__button", { type: "button", click: actions.table }, "Download CSV");
  const line = make("p.aw-open__found", { id: "aw-open-found", tabindex: "-1" }, found);
  const element = make("div.aw-open__tools", {},
    make("form.aw-open__form", { role: "search", "aria-label": "Open remediations", submit: (event) => event.preventDefault() },
      field("Words in the list", query, ".aw-open__field--wide"), ...fields, field("Order", order),
      ...(boxes.size ? [make("div.aw-open__flags", {}, ...[...boxes].map(([name, box]) => make("label", {}, box, FLAG_TITLES[name])))] : [])),
    make("div.aw-open__line", {}, line, clear, csv),
    make("p.aw-open__status", { role: "status" }, status), note);
  return {
    element, query,
    focus: () => line.focus(),
    say: (words) => { status.data = words; },
    show(selection, counts, words, isAll, count) {
      if (document.activeElement !== query) query.value = selection.query;
      order.value = selection.sort;
      for (const [name, box] of boxes) box.checked = selection.flags.has(name);
      for (const [name, { select, names }] of selects) showCounts(select, names, counts.get(name), name, selection.chosen[name] ?? "");
      found.data = words;
      clear.disabled = isAll;
      csv.disabled = count === 0;
    },
    warn(words) {
      note.hidden = !words;
      note.textContent = words;
    },
  };
}

function showCounts(select, names, counts, name, chosen) {
  select.value = chosen;
  for (const option of select.options) {
    if (!option.value) continue;
    const { label, text } = names.get(option.value);
    const count = counts.get(option.value) ?? 0;
    // Teams stand without counts, so that no list can be read as a table of them.
    text.data = name === "team" ? label : `${label} (${count})`;
    option.disabled = count === 0 && option.value !== chosen;
  }
}

function field(title, control, more = "") {
  return make(`div.aw-open__field${more}`, {}, make("label", { for: control.id }, title), control);
}

/** Make buttons of the heads of columns that can be sorted; gives back what shows an order on all of them. */
export function makeHeads(teams, sort) {
  const heads = teams.flatMap(({ heads }) => Object.entries(COLUMNS).map(([column, orders]) => ({ head: heads[column], orders })));
  for (const { head, orders } of heads) {
    const button = make("button.aw-open__sort", { type: "button", click: () => sort(head.getAttribute("aria-sort") === direction(orders[0]) ? orders[1] : orders[0]) });
    const name = head.textContent;
    button.append(name);
    head.replaceChildren(make("span.aw-open__name", {}, name), button); // one of the two is shown, as the width has it
  }
  return (order) => {
    for (const { head, orders } of heads) {
      if (orders.includes(order)) head.setAttribute("aria-sort", direction(order));
      else head.removeAttribute("aria-sort");
    }
  };
}

const direction = (order) => (ORDERS[order][1] ? "ascending" : "descending");
