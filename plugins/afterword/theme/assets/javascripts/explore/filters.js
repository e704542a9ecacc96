// All facets, beside the cards or, on a phone, folded away above them.

import { counted, make, text } from "./dom.js";
import { makeFacetList } from "./facet-list.js";

const OPEN = ["factor", "status", "severity"];
const WIDE = window.matchMedia("(min-width: 60em)");

/**
 * @param {import("./data.js").Data} data
 * @param {(facet: string, value: string, on: boolean) => void} change
 * @param {(words: string) => void} announce
 * @returns {{element: HTMLElement, show: (counts: Map<string, Int32Array>, selection, found: number) => void}}
 */
export function makeFilters(data, change, announce) {
  const lists = data.facets.filter((facet) => facet.values.length).map((facet) => ({
    facet,
    list: makeFacetList(facet, (value, on) => change(facet.id, value, on), { open: WIDE.matches && OPEN.includes(facet.id), announce }),
  }));
  const name = text("Filters");
  const doneText = text();
  const done = make("button.md-button.md-button--primary.aw-filters__done", { type: "button" }, doneText);
  const element = make("details.aw-filters", {},
    make("summary", {}, name),
    make("div.aw-filters__all", { role: "group", "aria-label": "Filters" }, ...lists.map(({ list }) => list.element)),
    done);
  const fit = () => { element.open = WIDE.matches; };
  fit();
  WIDE.addEventListener("change", fit);
  done.addEventListener("click", () => {
    element.open = false;
    document.getElementById("aw-found")?.focus();
  });
  return {
    element,
    show(counts, { chosen }, found) {
      for (const { facet, list } of lists) list.show(counts.get(facet.id), chosen.get(facet.id));
      const number = [...chosen.values()].reduce((sum, values) => sum + values.size, 0);
      name.data = number ? `Filters (${number} chosen)` : "Filters";
      doneText.data = `Show ${counted(found, "report")}`;
    },
  };
}
