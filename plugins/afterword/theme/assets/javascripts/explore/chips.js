// What is chosen, as buttons that take it away again. Of many values of one facet there is one button for all.

import { figure, make } from "./dom.js";

const MOST = 6; // values of one facet that stand by themselves; more would push the reports off the screen

/**
 * @param {{drop: (facet: string, value: string) => void, dropFacet: (facet: string) => void, dropWords: () => void, clear: () => void}} actions
 * @returns {{element: HTMLElement, show: (data, selection) => void}}
 */
export function makeChips({ drop, dropFacet, dropWords, clear }) {
  const list = make("ul.aw-chips", { "aria-label": "Chosen" });
  const clearAll = make("button.aw-chips__clear", { type: "button", click: clear }, "Clear all");
  const element = make("div.aw-chosen", { hidden: true }, list, clearAll);
  const items = new Map();

  const chipOf = (key, name, value, act) => items.get(key) ?? make("li", {},
    make("button.aw-chosen__chip", { type: "button", "aria-label": `Take away ${name}: ${value}`, click: () => remove(key, act) },
      make("span", {}, `${name}: `), value, make("span.aw-chosen__cross", { "aria-hidden": "true" }, "×")));

  // The focus goes on to what stands next, and is never lost.
  function remove(key, act) {
    const item = items.get(key);
    const next = item?.nextElementSibling ?? item?.previousElementSibling;
    act();
    const target = next?.isConnected ? next.querySelector("button") : element.hidden ? null : clearAll;
    (target ?? document.getElementById("aw-found"))?.focus();
  }

  return {
    element,
    show(data, { query, chosen }) {
      const wanted = new Map();
      if (query) wanted.set(`q ${query}`, chipOf(`q ${query}`, "Words", query, dropWords));
      for (const facet of data.facets) {
        const count = chosen.get(facet.id)?.size ?? 0;
        if (count > MOST) {
          const key = `${facet.id} all ${count}`;
          wanted.set(key, chipOf(key, facet.title, `${figure(count)} chosen`, () => dropFacet(facet.id)));
          continue;
        }
        facet.values.forEach((value, at) => {
          if (!chosen.get(facet.id)?.has(value)) return;
          const key = `${facet.id} ${value}`;
          wanted.set(key, chipOf(key, facet.title, facet.labels[at], () => drop(facet.id, value)));
        });
      }
      for (const [key, item] of items) if (!wanted.has(key)) item.remove();
      items.clear();
      [...wanted].forEach(([key, item], at) => {
        items.set(key, item);
        if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
      });
      element.hidden = wanted.size === 0;
    },
  };
}
