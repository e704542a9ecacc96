// "New since your last visit": what this browser saw last lies in its own storage, and nothing of it is sent anywhere.
// The home page names the last changes; a report that somebody opens counts as read.

import { keep, recall, turn } from "./visit/memory.js";

const ROOT = new URL("../../", import.meta.url);
const hook = document.getElementById("afterword-visit");
const memory = recall(ROOT.pathname);

if (hook) import("./visit/show.js").then(({ start }) => start(hook, memory, ROOT));
else if (memory) {
  const address = new URL(location.href).pathname;
  const place = address.startsWith(ROOT.pathname) ? address.slice(ROOT.pathname.length) : "";
  turn(memory, Date.now());
  if (Object.hasOwn(memory.now.seen, place)) memory.before.seen[place] = memory.now.seen[place];
  keep(ROOT.pathname, memory);
}
