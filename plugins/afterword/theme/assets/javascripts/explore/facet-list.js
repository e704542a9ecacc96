// One facet: its values as checkboxes with counts, by group, and a field that looks for a value where there are many.
//
// It is made once. Later only its numbers change, so that the focus stays where it is.

import { figure, make, text } from "./dom.js";

const MANY = 12;

/** @typedef {{element: HTMLElement, show: (counts: Int32Array, chosen: Set<string> | undefined) => void}} FacetList */

/**
 * @param {import("./data.js").Facet} facet
 * @param {(value: string, on: boolean) => void} change
 * @param {{open: boolean, announce: (words: string) => void}} options
 * @returns {FacetList}
 */
export function makeFacetList(facet, change, { open, announce }) {
  const values = facet.values.map((value, at) => makeValue(facet, value, facet.labels[at], change));
  const chosenText = text();
  const chosenMark = make("span.aw-facet__chosen", { hidden: true }, chosenText);
  const groups = facet.groups ? groupsOf(facet, values) : [{ element: null, values }];
  const list = make("div.aw-facet__values", {}, ...groups.flatMap((group) => group.element ?? group.values.map((each) => each.element)));
  list.classList.toggle("aw-facet__values--many", values.length > MANY);
  const element = make("details.aw-facet", { open, "data-facet": facet.id },
    make("summary", {}, make("span.aw-facet__name", {}, facet.title), chosenMark),
    make("fieldset", {},
      make("legend", {}, facet.title),
      ...(values.length > MANY ? [makeFinder(facet, groups, announce)] : []),
      list));
  return {
    element,
    show(counts, chosen) {
      values.forEach((value, at) => value.show(counts[at], chosen?.has(facet.values[at]) ?? false));
      chosenMark.hidden = !chosen;
      chosenText.data = chosen ? `${chosen.size} chosen` : "";
      if (chosen) element.open = true;
    },
  };
}

function makeValue(facet, value, label, change) {
  const box = make("input", { type: "checkbox", value, change: () => change(value, box.checked) });
  const number = text();
  const element = make("label.aw-value", {}, box, make("span.aw-value__label", {}, label), make("span.aw-value__count", {}, number));
  return {
    element,
    label,
    show(count, on) {
      box.checked = on;
      number.data = figure(count);
      element.classList.toggle("aw-value--none", count === 0);
    },
  };
}

/** Values below their headings: the side, where there is one, and the group. */
function groupsOf(facet, values) {
  return facet.groups.map(([side, name], group) => {
    const inside = values.filter((_, at) => facet.grouped[at] === group);
    const heading = side ? `${name}, ${side.toLowerCase()}` : name;
    return {
      heading,
      values: inside,
      element: make("div.aw-facet__group", { role: "group", "aria-label": heading },
        make("p.aw-facet__heading", { "aria-hidden": "true" }, name, ...(side ? [make("span", {}, side)] : [])),
        ...inside.map((value) => value.element)),
    };
  });
}

function makeFinder(facet, groups, announce) {
  const field = make("input.aw-facet__find", {
    type: "search", autocomplete: "off", spellcheck: "false", placeholder: "Find in this list", "aria-label": `Find in ${facet.title}`,
  });
  field.addEventListener("input", () => {
    const wanted = plain(field.value);
    let left = 0;
    for (const group of groups) {
      const whole = plain(group.heading ?? "").includes(wanted);
      const shown = group.values.filter((value) => {
        value.element.hidden = !whole && !plain(value.label).includes(wanted);
        return !value.element.hidden;
      });
      if (group.element) group.element.hidden = shown.length === 0;
      left += shown.length;
    }
    announce(`${figure(left)} of ${figure(facet.values.length)} shown in ${facet.title}`);
  });
  return field;
}

const plain = (value) => value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
