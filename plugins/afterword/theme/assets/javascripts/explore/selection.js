// What a reader has asked for, and its form in the address: readable, sorted, the same for the same selection.

import { readQuery } from "../query.js";

export const SORTS = ["relevance", "newest", "oldest", "severity"];

/**
 * @typedef {{query: string, sort: string, chosen: Map<string, Set<string>>}} Selection
 *   `sort` is empty for the usual order: relevance with a query, else the newest first.
 */

/** @returns {Selection} */
export const emptySelection = () => ({ query: "", sort: "", chosen: new Map() });

/** Read an address; what this collection does not know is left out and named.
 *
 * @param {string} search the part of the address from the question mark
 * @param {import("./data.js").Facet[]} facets
 * @returns {{selection: Selection, unknown: string[]}}
 */
export function readSelection(search, facets) {
  const selection = emptySelection();
  const unknown = [];
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === "q") selection.query = tidy(value);
    else if (name === "sort") {
      if (SORTS.includes(value)) selection.sort = value;
      else if (value) unknown.push(`sort: ${value}`);
    } else readFacet(selection, unknown, name, value, facets);
  }
  return { selection, unknown };
}

function readFacet({ chosen }, unknown, name, value, facets) {
  const facet = facets.find((each) => each.id === name);
  if (!facet) return void unknown.push(name);
  for (const each of value.split(",").filter(Boolean)) {
    if (facet.place.has(each)) chosen.set(name, (chosen.get(name) ?? new Set()).add(each));
    else unknown.push(`${facet.title}: ${each}`);
  }
}

/** The part of the address from the question mark; empty for an empty selection.
 *
 * @param {Selection} selection
 * @param {import("./data.js").Facet[]} facets
 */
export function writeSelection({ query, sort, chosen }, facets) {
  const parts = query ? [`q=${encodeURIComponent(query).replace(/%20/gu, "+")}`] : [];
  for (const { id, values } of facets) {
    const names = values.filter((value) => chosen.get(id)?.has(value));
    if (names.length) parts.push(`${id}=${names.map(encodeURIComponent).sort().join(",")}`);
  }
  if (sort) parts.push(`sort=${sort}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

/** Choose or drop one value. */
export function toggle({ chosen }, facet, value, on) {
  const values = chosen.get(facet) ?? new Set();
  if (on) values.add(value);
  else values.delete(value);
  if (values.size) chosen.set(facet, values);
  else chosen.delete(facet);
}

export const isEmpty = ({ query, chosen }) => !query && chosen.size === 0;

/** The order that holds: without words there is no relevance. */
export function sortOf({ query, sort }) {
  if (sort === "relevance" && !query) return "newest";
  return sort || (query ? "relevance" : "newest");
}

/** The words of a query; nothing where it is of signs alone, since no word was asked for then. */
export const tidy = (value) => (readQuery(value).length ? value.replace(/\s+/gu, " ").trim().slice(0, 300) : "");
