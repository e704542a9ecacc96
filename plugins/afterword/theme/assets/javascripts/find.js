// Full-text search with Pagefind: loaded when it is first needed, from this site alone.

import { readExcerpt } from "./excerpt.js";
import { cutQuery } from "./words.js";

/** The site's root, with a closing slash. */
export const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("pagefind/", ROOT);
const turns = new Map();
let loading = null;

/** Load the engine once; a later call waits for the same. */
export function loadEngine() {
  loading ??= begin().catch((error) => {
    loading = null; // the next query tries again
    throw error;
  });
  return loading;
}

async function begin() {
  const engine = await import(new URL("pagefind.js", INDEX));
  // A title counts most; a word itself counts more than a longer one that begins with it.
  const ranking = { metaWeights: { title: 5 }, termSimilarity: 5 };
  // It searches in a worker: among thousands of pages a common word takes long enough to hold up what somebody types.
  await engine.options({ baseUrl: "/", basePath: INDEX.pathname, ranking });
  // It takes the page's language for that of its index and would cut words once more in a Japanese or Chinese page.
  const root = document.documentElement;
  const language = root.getAttribute("lang");
  root.setAttribute("lang", "en");
  const begun = engine.init(); // reads the language before it waits for anything
  if (language === null) root.removeAttribute("lang");
  else root.setAttribute("lang", language);
  await begun;
  return engine;
}

/** Pages that hold all words of `query`, the best first.
 *
 * @param {string} query
 * @returns {Promise<{id: string, score: number, load: () => Promise<Found>}[]>} `id` is Pagefind's name of the page
 * @typedef {{text: string, marked: boolean}[]} Pieces words that were found are marked
 * @typedef {{address: string, title: string, titlePieces: Pieces, pieces: Pieces, place: {id: string, title: string} | null}} Found
 * @throws {Error} where the index could not be loaded
 */
export async function find(query) {
  const parts = cutQuery(query);
  if (!parts.length) return [];
  try {
    const engine = await loadEngine();
    const found = inAll(await Promise.all(parts.map((part) => ask(engine, part))));
    if (!found.length) await reach();
    return found.map(({ id, score, results }) => ({ id, score, load: () => load(id, results) }));
  } catch (error) {
    await forget();
    throw error;
  }
}

/** What answers one part. A phrase's pages all count the same to Pagefind, so they are ranked as its single words would. */
async function ask(engine, { words, phrase }) {
  const [{ results }, ranked] = await Promise.all([
    engine.search(phrase ? `"${words}"` : words), phrase ? engine.search(words) : { results: [] },
  ]);
  const scores = new Map(ranked.results.map(({ id, score }) => [id, score]));
  return results.map((result) => ({ id: result.id, score: scores.get(result.id) ?? result.score, result }));
}

/** The pages that are in each of the answers, the best first. */
function inAll(answers) {
  const maps = answers.map((answer) => new Map(answer.map((each) => [each.id, each])));
  return [...maps[0].keys()].filter((id) => maps.every((each) => each.has(id))).map((id) => {
    const each = maps.map((map) => map.get(id));
    return { id, score: each.reduce((sum, { score }) => sum + score, 0), results: each.map(({ result }) => result) };
  }).sort((a, b) => b.score - a.score);
}

/** Pagefind takes a piece of the index that did not arrive for one that holds nothing. */
async function reach() {
  const answer = await fetch(new URL("pagefind-entry.json", INDEX), { cache: "no-store" });
  if (!answer.ok) throw new Error(`the search index answers with ${answer.status}`);
}

/** What did not arrive is not asked for again by the same engine. */
async function forget() {
  const engine = await Promise.resolve(loading).catch(() => null);
  loading = null;
  await engine?.destroy().catch(() => {});
}

/** Pagefind keeps one object for a page and writes into it what each part of a query found: one after the other, then. */
function inTurn(id, task) {
  const mine = (turns.get(id) ?? Promise.resolve()).then(task, task);
  turns.set(id, mine);
  return mine;
}

async function load(id, results) {
  try {
    const found = [];
    const page = await inTurn(id, async () => {
      let data;
      for (const [part, each] of results.entries()) {
        data = await each.data();
        found.push(...data.weighted_locations.map((word) => ({ ...word, part })));
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
