// Which pages hold one part of a query, and how well.
//
// Pagefind answers for more than was typed: where no word begins with the one that was asked for, it takes the longest
// word with which that begins ("xylophone" finds "X"); of several words it passes over those that it does not know; and
// its stems, by which "discounts" finds "discount", hide what a page really says ("regulat" would not find "regulation").
// So the index keeps words as they are written, each word of a query is asked for by itself, and each result names the
// words of its page that were found, which its playground mode tells without loading the page. A page holds a word where
// one of these begins with it or shares its stem; everything else is dropped here, before anything is counted or shown.

import { loadWords } from "./engine.js";
import { fold } from "./query.js";
import { stemOf } from "./stem.js";

const LEAST = 2; // letters that are asked for, where a stem is shorter than the word
const SIMILARITY = 5; // how much a word itself counts more than a longer one that begins with it
const [SATURATION, LENGTH] = [1.4, 0.75]; // of BM25, as Pagefind has them

/** What a page holds of a part.
 *
 * @typedef {{score: number, rarity: number, titled: boolean, found: {result: object, nearness: (word: string) => number}[]}} Held
 *   `rarity` is how much the part counts, `titled` whether it stands in the title, `found` what the engine tells, with
 *   how near each word of the page is to what was typed
 * @param {object} engine
 * @param {import("./query.js").Part} part
 * @returns {Promise<Map<string, Held>>} by Pagefind's name of the page
 */
export async function findHolders(engine, part) {
  if (part.phrase) return holdersOfPhrase(engine, part.words.join(" "));
  const held = await holdersOfWord(engine, part.words[0]);
  if (held.size || !part.pieces.length) return held;
  return inEach(await Promise.all(part.pieces.map((word) => holdersOfWord(engine, word))));
}

/** A phrase's pages all count the same to Pagefind, so they are ranked as its single words would. */
async function holdersOfPhrase(engine, words) {
  const [{ results }, ranked] = await Promise.all([engine.search(`"${words}"`), engine.search(words)]);
  const scores = new Map(ranked.results.map(({ id, score }) => [id, score]));
  return new Map(results.map((result) =>
    [result.id, { score: scores.get(result.id) ?? result.score, rarity: 0, titled: false, found: [{ result, nearness: () => 1 }] }]));
}

async function holdersOfWord(engine, word) {
  const { asked, nearness } = meet(word);
  await loadWords(engine, asked);
  const { results } = await engine.search(asked);
  const holders = results.filter((result) => wordsOf(result).some((each) => nearness(each) > 0));
  const rarity = rarityOf(holders.length, results[0]?.params?.total_pages ?? 0);
  return new Map(holders.map((result) =>
    [result.id, { ...rank(result, nearness, rarity), rarity, found: [{ result, nearness }] }]));
}

/** The words that begin so, each with the number of pages that hold it.
 *
 * @param {object} engine
 * @param {string} beginning
 * @returns {Promise<Map<string, number>>}
 */
export async function findWords(engine, beginning) {
  await loadWords(engine, beginning);
  const words = new Map();
  for (const result of (await engine.search(beginning)).results) {
    for (const word of new Set(wordsOf(result).map(fold))) {
      if (word.startsWith(beginning)) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return words;
}

/** What is asked of the engine for a word, and how near a word of a page is to it: 0 for another word, at most 1. */
function meet(word) {
  const stem = stemOf(word);
  // Words of one stem begin like it but for its last vowel: "policy" and "policies" have the stem "polici".
  const shared = commonBeginning(word, stem.replace(/[eiy]$/u, ""));
  const asked = shared.length < LEAST ? word : shared;
  const known = new Map();
  const look = (each) => {
    const plain = fold(each);
    if (plain === word || (asked !== word && stemOf(plain) === stem)) return 1;
    if (!plain.startsWith(word)) return 0;
    return stemOf(plain) === stem ? 1 : Math.exp(SIMILARITY * (Math.exp((1 - (plain.length - word.length + 1) ** 2) / 8) - 1));
  };
  const nearness = (each) => {
    if (!known.has(each)) known.set(each, look(each));
    return known.get(each);
  };
  return { asked, nearness };
}

function commonBeginning(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** The words of a page that the engine found, those of its title among them. */
const wordsOf = ({ scores = [], verbose_meta_scores: titles = [] }) =>
  [...scores.map((each) => each.search_term), ...titles.flatMap((each) => each.matched_terms)];

/** The less pages hold a word, the more it counts. */
const rarityOf = (holders, pages) => Math.log((pages - holders + 0.5) / (holders + 0.5) + 1);

function rank({ scores = [], params, verbose_meta_scores: titles = [] }, nearness, rarity) {
  const length = 1 - LENGTH + LENGTH * (params.document_length / params.average_page_length);
  const frequencies = scores.map((each) => each.params.weighted_term_frequency * nearness(each.search_term));
  const score = frequencies.reduce((sum, each) => sum + (SATURATION + 1) * each / (SATURATION * length + each), 0) * rarity;
  return { score, titled: titles.some((each) => each.matched_terms.some((word) => nearness(word) > 0)) };
}

/** The pages that are in each of the answers, as one. */
function inEach([first, ...others]) {
  return new Map([...first].filter(([id]) => others.every((each) => each.has(id))).map(([id, held]) => {
    const all = [held, ...others.map((each) => each.get(id))];
    return [id, { ...held, score: all.reduce((sum, each) => sum + each.score, 0), found: all.flatMap((each) => each.found) }];
  }));
}
