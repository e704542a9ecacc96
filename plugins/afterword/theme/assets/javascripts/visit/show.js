// The line on the home page that counts what is new, with the list behind it, and a mark at each entry that shows it.

import { keep, newsOf, stateOf, turn } from "./memory.js";

const WHEN = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** Compare the last changes in `hook` with `memory`; the first visit says nothing and is remembered. */
export function start(hook, memory, root) {
  const changes = [...hook.querySelectorAll("a[data-aw-revision]")].map((link) => ({ link, ...read(link, root) }));
  const now = stateOf(changes, hook.dataset.awFloor ?? "");
  const time = Date.now();
  if (!memory) {
    keep(root.pathname, { before: now, now, since: time, at: time });
    return;
  }
  turn(memory, time);
  memory.now = now;
  keep(root.pathname, memory);
  const news = new Map();
  for (const change of changes) {
    const found = newsOf(change, memory.before);
    if (found) news.set(change.place, { ...change, found });
  }
  if (!news.size) return;
  const marks = markEntries(news, hook, root);
  show(hook, [...news.values()], memory.since, () => {
    marks.forEach((each) => each.remove());
    memory.before = memory.now;
    keep(root.pathname, memory);
  });
}

function read(link, root) {
  const { awRevision, awPublished, awChanged } = link.dataset;
  return { place: placeOf(link, root), revision: Number(awRevision), published: awPublished, changed: awChanged };
}

function placeOf(link, root) {
  const { pathname } = new URL(link.href);
  return pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : pathname;
}

/** Put "new" or "updated" behind the title of each entry of the page that is. */
function markEntries(news, hook, root) {
  const titles = document.querySelectorAll(".aw-list > ul > li > p:first-child > a, .aw-lesson__report > a");
  return [...titles].flatMap((link) => {
    const found = hook.contains(link) ? null : news.get(placeOf(link, root))?.found;
    if (!found) return [];
    const mark = make("span", "aw-new", found);
    link.after(" ", mark);
    return [mark];
  });
}

function show(hook, news, since, forget) {
  const box = make("details", "aw-visit__news");
  const summary = make("summary", "", `New since your last visit on ${WHEN.format(since)}: ${count(news)}`);
  const list = make("ul", "");
  list.append(...news.map(({ link, found, changed }) => {
    const line = make("li", "");
    const day = make("time", "", WHEN.format(new Date(`${changed}T12:00:00`)));
    day.dateTime = changed;
    const meta = make("span", "aw-meta", found === "new" ? "published " : "updated ");
    meta.append(day);
    line.append(link, " ", meta);
    return line;
  }));
  box.append(summary, list, make("p", "aw-meta", "This browser remembers what it has shown; nothing is sent."));
  const button = make("button", "aw-visit__read", "Mark all as read");
  button.type = "button";
  const said = make("p", "aw-visit__said");
  said.setAttribute("role", "status");
  said.tabIndex = -1;
  button.addEventListener("click", () => {
    forget();
    box.remove();
    button.remove();
    said.textContent = "All marked as read.";
    said.focus();
  });
  hook.replaceChildren(box, button, said);
  hook.hidden = false;
}

function count(news) {
  const updated = news.filter(({ found }) => found === "updated").length;
  const added = news.length - updated;
  const parts = [[added, "new report"], [updated, "updated report"]].filter(([number]) => number);
  return parts.map(([number, words]) => `${number} ${words}${number === 1 ? "" : "s"}`).join(", ");
}

function make(tag, name, text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = text;
  return element;
}
