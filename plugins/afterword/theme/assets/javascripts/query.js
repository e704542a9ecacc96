// What a reader typed, as parts each of which a page must hold.

import { splitRuns, wordsOfRun } from "./words.js";

const MOST = 32; // parts; what is pasted beyond them is no search any more
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/** One part: a phrase, whose `words` follow one another, or the beginning of one word.
 *
 * @typedef {{typed: string, words: string[], phrase: boolean, pieces: string[]}} Part
 *   `words` are as the index has them; `pieces` stand for a word with signs in it, such as "drift/retrieval", where
 *   nothing holds it as one
 */

/** Case, accents and signs do not count: "Naïve" is "naive", "x-ray" is "xray". */
export const fold = (text) =>
  text.normalize("NFD").replace(/[^\p{L}\p{N}_]/gu, "").toLowerCase();

/** The parts of a query; none where it holds neither letter nor digit.
 *
 * What stands in quotes is a phrase, and so is a run of several Chinese or Japanese characters, which have no spaces; one
 * such character is the beginning of a word.
 *
 * @param {string} text
 * @returns {Part[]}
 */
export function readQuery(text) {
  // Every second piece stood in quotes.
  const parts = text.split(QUOTED).flatMap((piece, at) => (at % 2 ? [phraseOf(piece)] : splitRuns(piece).flatMap(partsOf)));
  const known = new Map(parts.filter(({ words }) => words.length).map((part) => [`${part.phrase} ${part.words.join(" ")}`, part]));
  return [...known.values()].slice(0, MOST);
}

const wordsIn = (text) => text.split(/\s+/u).map(fold).filter(isWord);
const isWord = (word) => /[\p{L}\p{N}]/u.test(word);

const partsOf = ({ text, run }) => (run ? [runOf(text)] : text.trim().split(/\s+/u).map(wordOf));

function wordOf(text) {
  const typed = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
  const pieces = typed.split(/[^\p{L}\p{M}\p{N}_'’-]+/u).map(fold).filter(isWord);
  return { typed, words: wordsIn(typed), phrase: false, pieces: pieces.length > 1 ? pieces : [] };
}

function runOf(run) {
  const words = wordsOfRun(run).map(fold);
  return { typed: run, words: words.length ? words : [fold(run)], phrase: words.length > 0, pieces: [] };
}

function phraseOf(quoted) {
  const runs = splitRuns(quoted);
  const words = runs.flatMap(({ text, run }, at) => {
    if (!run) return wordsIn(text);
    const isLast = at === runs.length - 1;
    return isLast && Array.from(text).length === 1 ? [fold(text)] : wordsOfRun(text, !isLast).map(fold);
  });
  return { typed: `"${quoted.trim()}"`, words, phrase: true, pieces: [] };
}
