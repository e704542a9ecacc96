// Full-text search: the pages that hold everything that was typed.

import { forget, loadEngine, reach, ROOT } from "./engine.js";
import { readExcerpt } from "./excerpt.js";
import { isFunctionWord } from "./function-words.js";
import { findHolders, findWords } from "./held.js";
import { readQuery } from "./query.js";

export { loadEngine, ROOT };
const TITLE = 5; // how much words in a title count more than in the text
const turns = new Map();

/** Pages that hold all words of `query`, the best first.
 *
 * @param {string} query
 * @returns {Promise<{id: string, score: number, load: (() => Promise<Found>) | null}[]>} `id` is Pagefind's name of the page
 * @typedef {{text: string, marked: boolean}[]} Pieces words that were found are marked
 * @typedef {{address: string, title: string, titlePieces: Pieces, pieces: Pieces, place: {id: string, title: string} | null}} Found
 * @throws {Error} where the index could not be loaded
 */
export const find = async (query) => joinParts(await findParts(query));

/** What holds each part of `query`, before they are joined.
 *
 * @param {string} query
 * @returns {Promise<(import("./query.js").Part & {held: Map<string, import("./held.js").Held>})[]>}
 * @throws {Error} where the index could not be loaded
 */
export async function findParts(query) {
  const parts = telling(readQuery(query));
  if (!parts.length) return [];
  try {
    const engine = await loadEngine();
    const found = await Promise.all(parts.map(async (part) => ({ ...part, held: await findHolders(engine, part) })));
    if (found.some(({ held }) => !held.size)) await reach();
    return found;
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Nearly every page holds words such as "the": beside others they only cost time. */
function telling(parts) {
  const found = parts.filter(({ phrase, words }) => phrase || !isFunctionWord(words[0]));
  return found.length ? found : parts;
}

/** The words of all pages that begin so, each with the number of pages that hold it.
 *
 * @param {string} beginning
 * @returns {Promise<Map<string, number>>}
 */
export const wordsBeginning = async (beginning) => findWords(await loadEngine(), beginning);

/** The pages that are in every part, the best first. `load` is null where no part was found in the page's text. */
export function joinParts(parts) {
  if (!parts.length) return [];
  const [first, ...others] = parts.map(({ held }) => held);
  return [...first.keys()].filter((id) => others.every((held) => held.has(id))).map((id) => {
    const each = parts.map(({ held }) => held.get(id));
    const inText = each.map(({ found }) => found).filter((found) => found.length);
    return { id, score: scoreOf(each), load: inText.length ? () => load(id, inText) : null };
  }).sort((a, b) => b.score - a.score);
}

/** Words of a title count by how much of the query stands in it. */
function scoreOf(each) {
  const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);
  const [all, titled] = [each, each.filter((one) => one.titled)].map((list) => sum(list, ({ rarity }) => rarity));
  return sum(each, ({ score }) => score) + (all ? TITLE * titled * (titled / all) ** 2 : 0);
}

/** Pagefind keeps one object for a page and writes into it what each part of a query found: one after the other, then. */
function inTurn(id, task) {
  const mine = (turns.get(id) ?? Promise.resolve()).then(task, task);
  turns.set(id, mine);
  return mine;
}

async function load(id, parts) {
  try {
    const found = [];
    const page = await inTurn(id, async () => {
      let data;
      for (const { part, result, nearness } of parts.flatMap((each, part) => each.map((one) => ({ ...one, part })))) {
        data = await result.data();
        for (const { location, weight, verbose } of data.weighted_locations) {
          const near = nearness(verbose?.word_string); // a phrase comes without its words, each of which was asked for
          if (near) found.push({ location, balanced_score: weight ** 2 * near, part });
        }
      }
      return data;
    });
    const { title, pieces, place } = readExcerpt(page, found);
    const address = new URL(page.url.replace(/^\//u, ""), ROOT);
    if (place) address.hash = place.id;
    return { address: address.href, title: title.map(({ text }) => text).join(""), titlePieces: title, pieces, place };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Put the pieces of an excerpt into `element`, marked words as `<mark>`; text alone, never markup. */
export function showPieces(element, pieces) {
  element.replaceChildren(...pieces.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  }));
}
