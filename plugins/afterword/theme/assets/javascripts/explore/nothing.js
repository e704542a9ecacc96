// What helps when nothing was found: which word nothing holds, what to drop and how many reports that brings, and what
// else finds some.

import { ROOT } from "../find.js";
import { counted, make, pathOf } from "./dom.js";

const MOST = 6;
const LONGEST = 60; // characters of a word in a sentence
const LISTS = [["Reports", "reports/"], ["Contributing factors", "factors/"], ["Remediations", "remediations/"], ["Systems", "systems/"]];

/**
 * @param {{dropFacet: (facet: string) => void, dropWords: () => void, ask: (query: string) => void,
 *   askAlone: (query: string) => void, clear: () => void}} actions `askAlone` drops what is chosen in facets
 * @returns {{element: HTMLElement, hide: () => void, show: (data, selection, without: Map<string, number>, words) => void,
 *   offer: (offers: {query: string, left: number, alone: boolean}[]) => void}} `words` are those that no report holds
 *   together, or null
 */
export function makeNothing({ dropFacet, dropWords, ask, askAlone, clear }) {
  const list = make("ul.aw-nothing__ways", { hidden: true });
  const element = make("div.aw-nothing", { hidden: true });
  const add = (ways) => {
    list.append(...ways);
    list.hidden = !list.children.length;
  };
  return {
    element,
    hide() {
      element.hidden = true;
      element.replaceChildren();
    },
    show(data, selection, without, words) {
      list.replaceChildren();
      add(waysOut(data, selection, without).map(({ facet, name, left }) =>
        way(`Without ${name}`, counted(left, "report"), () => (facet === "q" ? dropWords() : dropFacet(facet)))));
      element.replaceChildren(
        make("p", {}, words ? sayWords(words) : sayChosen(selection)),
        list,
        make("p", {}, make("button.md-button", { type: "button", click: clear }, "Clear all")),
        make("p.aw-meta", {}, "Or look through the lists: ", ...links(), "."),
      );
      element.hidden = false;
    },
    offer(offers) {
      add(offers.map(({ query, left, alone }) => way(`Search for “${query}”${alone ? " without filters" : ""}`,
        counted(left, "report"), () => (alone ? askAlone(query) : ask(query)))));
    },
  };
}

function sayWords(words) {
  const missing = words.filter(({ reports }) => !reports.size)
    .map(({ typed, phrase }) => `${phrase ? "the phrase " : ""}“${short(typed.replaceAll('"', ""))}”`);
  if (words.length === 1) return `No report holds ${missing[0]}. Its beginning alone, or another word, may find more.`;
  if (missing.length) return `No report holds ${missing.slice(0, -1).join(", ")}${missing.length > 1 ? " or " : ""}${missing.at(-1)}.`;
  return "Each of these words stands in some report, but no report holds all of them.";
}

const short = (word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word);

function sayChosen({ query, chosen }) {
  if (query && chosen.size) return `Reports hold “${query}”, but none of them carries all that is chosen.`;
  return "No report carries all that is chosen.";
}

function waysOut(data, { query, chosen }, without) {
  const nameOf = (id) => {
    if (id === "q") return `the words “${query}”`;
    const facet = data.facet(id);
    return `${facet.title}: ${[...chosen.get(id)].map((value) => facet.labels[facet.place.get(value)]).join(" or ")}`;
  };
  return [...without]
    .filter(([id, left]) => left > 0 && (id !== "q" || chosen.size > 0))
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST)
    .map(([facet, left]) => ({ facet, left, name: nameOf(facet) }));
}

const way = (name, left, act) =>
  make("li", {}, make("button.aw-nothing__way", { type: "button", click: act }, name, make("span", {}, ` ${left}`)));

const links = () => LISTS.flatMap(([name, path], at) => [
  ...(at ? [at === LISTS.length - 1 ? " and " : ", "] : []),
  make("a", { href: pathOf(new URL(path, ROOT)) }, name),
]);
