// What helps when nothing was found: what to drop and how many reports that brings, and how else a word is written.

import { ROOT } from "../find.js";
import { counted, make, pathOf } from "./dom.js";
import { correct } from "./spelling.js";

const MOST = 6;
const LISTS = [["Reports", "reports/"], ["Contributing factors", "factors/"], ["Remediations", "remediations/"], ["Systems", "systems/"]];

/**
 * @param {{dropFacet: (facet: string) => void, dropWords: () => void, ask: (query: string) => void, clear: () => void}} actions
 * @returns {{element: HTMLElement, show: (data, selection, without: Map<string, number>, isWordless: boolean) => void, hide: () => void}}
 */
export function makeNothing({ dropFacet, dropWords, ask, clear }) {
  const element = make("div.aw-nothing", { hidden: true });
  return {
    element,
    hide() {
      element.hidden = true;
      element.replaceChildren();
    },
    show(data, selection, without, noneHoldsWords) {
      const ways = waysOut(data, selection, without).map(({ facet, name, left }) =>
        offer(`Without ${name}`, counted(left, "report"), () => (facet === "q" ? dropWords() : dropFacet(facet))));
      const corrected = noneHoldsWords && correct(selection.query, data);
      if (corrected) ways.unshift(offer(`Search for “${corrected}”`, "", () => ask(corrected)));
      element.replaceChildren(
        make("p", {}, sentenceFor(selection, noneHoldsWords)),
        ...(ways.length ? [make("ul.aw-nothing__ways", {}, ...ways)] : []),
        make("p", {}, make("button.md-button", { type: "button", click: clear }, "Clear all")),
        make("p.aw-meta", {}, "Or look through the lists: ", ...links(), "."),
      );
      element.hidden = false;
    },
  };
}

function sentenceFor({ query, chosen }, noneHoldsWords) {
  if (noneHoldsWords && query.includes(" ")) return `No report holds all of the words “${query}”. Fewer words, or only the beginning of one, find more.`;
  if (noneHoldsWords) return `No report holds “${query}”. Its beginning alone, or another spelling, may find more.`;
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

const offer = (name, left, act) =>
  make("li", {}, make("button.aw-nothing__way", { type: "button", click: act }, name, ...(left ? [make("span", {}, ` ${left}`)] : [])));

const links = () => LISTS.flatMap(([name, path], at) => [
  ...(at ? [at === LISTS.length - 1 ? " and " : ", "] : []),
  make("a", { href: pathOf(new URL(path, ROOT)) }, name),
]);
