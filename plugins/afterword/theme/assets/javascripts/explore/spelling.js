// Words near one that no page holds: of the index, and of the titles of reports and the names of facets.

import { wordsBeginning } from "../find.js";
import { fold } from "../query.js";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const COMPARED = /^\p{Script=Latin}+$/u; // numbers are never misspelt, and some scripts have no words to compare
const SHORT = 4; // letters below which every word is near another
const LONG = 8; // letters from which on two may be wrong
const MOST = 3; // words that are offered

/** The nearest words, the nearest first.
 *
 * @param {string} typed
 * @param {import("./data.js").Data} data
 * @returns {Promise<string[]>}
 */
export async function wordsNear(typed, data) {
  const word = fold(typed);
  if (word.length < SHORT || !COMPARED.test(word)) return [];
  const most = word.length < LONG ? 1 : 2;
  // Its first two letters hold, or are swapped; only titles and names tell of a slip in the second.
  const beginnings = new Set([word.slice(0, 2), word[1] + word[0]]);
  const known = wordsOf(data);
  for (const found of await Promise.all([...beginnings].map(wordsBeginning))) {
    for (const [each, times] of found) known.set(each, (known.get(each) ?? 0) + times);
  }
  return [...known].filter(([each]) => COMPARED.test(each) && each.length >= SHORT && beginsLike(word, each))
    .map(([each, times]) => ({ each, times, far: distance(word, each, most) }))
    .filter(({ far }) => far > 0 && far <= most)
    .sort((one, other) => one.far - other.far || other.times - one.times)
    .slice(0, MOST).map(({ each }) => each);
}

const beginsLike = (word, other) => other[0] === word[0] || (other[0] === word[1] && other[1] === word[0]);

function wordsOf(data) {
  const known = new Map();
  const add = (text) => {
    for (const word of (text.match(WORD) ?? []).map(fold)) known.set(word, (known.get(word) ?? 0) + 1);
  };
  for (let report = 0; report < data.count; report += 1) add(`${data.title(report)} ${data.line(report)}`);
  for (const { labels } of data.facets) labels.forEach(add);
  return known;
}

/** How many letters have to be changed, left out, put in or swapped with their neighbour; at most `most` + 1. */
export function distance(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, before[j - 2] + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}
