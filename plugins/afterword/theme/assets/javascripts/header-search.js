// Answers below the search field while somebody types. Enter leads to the page "Explore" with all of them.

import { makeEntry } from "./answers.js";
import { find, loadEngine, ROOT } from "./find.js";
import { readQuery } from "./query.js";

const MOST = 7;
const WAIT = 150; // milliseconds between the last key and the search
const SLOW = 400; // milliseconds after which it is said that the search is under way

const form = document.querySelector("[data-aw-search]");
if (form) start(form);

function start(form) {
  const part = (name) => form.querySelector(`.aw-search__${name}`);
  const [input, opener, answers, count, said, list, all] =
    ["input", "open", "answers", "count", "said", "list", "all"].map(part);
  let [timer, asked, came] = [0, 0, null]; // `came` is what had the focus before

  const explore = new URL(form.getAttribute("action"), document.baseURI);
  form.action = explore; // from now on the same wherever a theme that loads pages by itself leads
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", "false");

  /** Whether there is a word among what was typed. */
  const isAsked = () => readQuery(input.value).length > 0;

  function open() {
    if (!form.contains(document.activeElement)) came = document.activeElement;
    form.classList.add("aw-search--open");
    opener.setAttribute("aria-expanded", "true");
    input.focus();
  }

  /** Without answers and, where the field opens by its icon, without the field. */
  function shut() {
    answers.hidden = true;
    said.textContent = "";
    form.classList.remove("aw-search--open");
    opener.setAttribute("aria-expanded", "false");
  }

  /** Back to where somebody came from; a field that opened by its icon gives way to the icon. */
  function leave() {
    const back = came?.isConnected && came !== document.body ? came : opener;
    came = null;
    shut();
    input.blur();
    back.focus({ preventScroll: true });
  }

  function tell(words, entries, query) {
    count.textContent = said.textContent = words;
    list.replaceChildren(...entries);
    all.hidden = !entries.length;
    const link = all.querySelector("a");
    link.href = new URL(`?${new URLSearchParams({ q: query })}`, explore);
    answers.hidden = false;
  }

  async function answer() {
    const query = input.value.trim();
    const mine = ++asked;
    if (!isAsked()) {
      list.replaceChildren();
      answers.hidden = true;
      said.textContent = "";
      return;
    }
    const slow = setTimeout(() => { if (mine === asked) tell("Searching …", [...list.children], query); }, SLOW);
    try {
      const found = await find(query);
      const shown = await Promise.all(found.slice(0, MOST).map((each) => each.load()));
      if (mine !== asked) return; // a later query is under way
      tell(describe(found.length), shown.map(makeEntry), query);
    } catch {
      if (mine === asked) tell("The search index could not be loaded. Enter leads to the lists.", [], query);
    } finally {
      clearTimeout(slow);
    }
  }

  input.addEventListener("focus", () => {
    loadEngine().catch(() => {}); // told when something is asked
    if (isAsked() && list.children.length) answers.hidden = false;
  });
  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(answer, WAIT);
  });
  input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(answer, WAIT); });
  form.addEventListener("submit", (event) => { if (!isAsked()) event.preventDefault(); });
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a link opened beside this page
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); open(); } });
  part("close").addEventListener("click", leave);
  // Focus that goes to another window comes back.
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget) && document.hasFocus()) shut(); });
  // A press on an answer must not take the focus away before the click arrives.
  answers.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => move(event, input, answers, leave));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.defaultPrevented;
    if ((event.key === "/" || event.key === "s") && alone && !typing) {
      event.preventDefault();
      open();
    }
  });
}

function describe(number) {
  if (!number) return "No page holds these words.";
  const pages = number === 1 ? "1 page" : `${number} pages`;
  return number > MOST ? `${pages}, the first ${MOST} of them:` : pages;
}

function move(event, input, answers, leave) {
  if (event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    if (answers.hidden) leave();
    else {
      answers.hidden = true;
      input.focus();
      answers.hidden = true; // the focus would open them again
    }
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (event.target === input || answers.contains(event.target))) {
    event.preventDefault();
    const links = [...answers.querySelectorAll("a")].filter((each) => !each.closest("[hidden]:not(.aw-search__answers)"));
    if (!links.length) return;
    answers.hidden = false;
    const stops = [input, ...links];
    const step = event.key === "ArrowDown" ? 1 : -1;
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
  }
}
