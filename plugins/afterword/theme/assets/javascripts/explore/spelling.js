// A word near one that no page holds, from the titles of reports and the names of facets.

const WORD = /[\p{L}\p{N}]+/gu;
const NO_SPACES = /[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/u; // Chinese and Japanese have no words to compare
const SHORT = 5; // letters of a word in which one other letter is near, two are not
const LONG = 4; // letters by which a word is known again, whatever its ending

/** The query with each word that is not known replaced by the nearest that is; empty where nothing is near.
 *
 * @param {string} query
 * @param {import("./data.js").Data} data
 */
export function correct(query, data) {
  const known = wordsOf(data);
  let changed = false;
  const corrected = query.replace(WORD, (word) => {
    const plain = word.toLowerCase();
    if (known.has(plain) || plain.length < LONG || NO_SPACES.test(plain)) return word;
    const near = nearest(plain, known);
    changed ||= Boolean(near);
    return near || word;
  });
  return changed ? corrected : "";
}

/** Whether some passage holds each longer word of the query as it was typed. The search engine takes the beginning of a
 * word that no page holds, which may be another word.
 *
 * @param {string} query
 * @param {{pieces: {text: string, marked: boolean}[], titlePieces: {text: string, marked: boolean}[]}[]} passages
 */
export function isHeld(query, passages) {
  const marks = passages.flatMap(({ pieces, titlePieces }) => [...titlePieces, ...pieces])
    .filter(({ marked }) => marked).map(({ text }) => text.toLowerCase());
  const words = [...query.toLowerCase().matchAll(WORD)].map(([word]) => word).filter((word) => word.length >= LONG && !NO_SPACES.test(word));
  return words.every((word) => marks.some((mark) => mark.includes(word.slice(0, LONG))));
}

function wordsOf(data) {
  const known = new Map();
  const add = (text) => {
    for (const [word] of text.toLowerCase().matchAll(WORD)) known.set(word, (known.get(word) ?? 0) + 1);
  };
  for (let report = 0; report < data.count; report += 1) add(`${data.title(report)} ${data.line(report)}`);
  for (const { labels, groups } of data.facets) {
    labels.forEach(add);
    groups?.forEach((group) => add(group.join(" ")));
  }
  return known;
}

function nearest(word, known) {
  const most = word.length <= SHORT ? 1 : 2;
  let best = "";
  let rank = [Infinity, 0];
  for (const [each, times] of known) {
    if (each.length < LONG || Math.abs(each.length - word.length) > most) continue;
    const far = distance(word, each, most);
    if (far > most || far > rank[0] || (far === rank[0] && times <= rank[1])) continue;
    [best, rank] = [each, [far, times]];
  }
  return best;
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
