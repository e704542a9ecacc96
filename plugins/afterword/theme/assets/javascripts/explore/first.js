// The best passage for the words in the address, shown before the facets are loaded.

import { find, showPieces } from "../find.js";

/** Put the first answer into `place`; where the engine fails, the page goes on without it. */
export async function showFirst(place, query) {
  place.replaceChildren(make("p", "aw-first", "Looking for reports…"));
  try {
    const [best] = await find(query);
    if (best) place.replaceChildren(listOf(await best.load()));
  } catch (error) {
    console.error(error);
  }
}

function listOf({ address, titlePieces, pieces }) {
  const [list, item, heading, link, line] = [make("ol", "aw-cards"), make("li", "aw-card"), make("h2", "aw-card__first"), make("a"), make("p", "aw-card__line")];
  link.href = new URL(address).pathname;
  showPieces(link, titlePieces);
  showPieces(line, pieces);
  heading.append(link);
  item.append(heading, line);
  list.append(item);
  return list;
}

function make(tag, name = "", text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = text;
  return element;
}
