// Chinese and Japanese write no spaces. Pages were indexed with each run of their characters cut into overlapping words
// of two and its last character alone; a query is cut to match (query.js), and an excerpt is joined again. The ranges are
// those of engine/search_words.py.

const CHARACTERS =
  "\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u303b" +
  "\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`[${CHARACTERS}]+`, "gu");
const BREAK = new RegExp(`(?<=[${CHARACTERS}、。])[ \\t]*\\n[ \\t]*(?=[${CHARACTERS}])`, "gu");
const WORD = new RegExp(`^[${CHARACTERS}]{1,2}(?![${CHARACTERS}])`, "u");
const FORMS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+/gu;
// Signs that stand close to the word before or after them.
const CLOSING = /^[)\]}.,:;!?”’%・…—\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
const OPENING = /[([{“‘・…—\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]$/u;

const sameForms = (text) =>
  text.replaceAll("\u200b", "").replace(FORMS, (form) => form.normalize("NFKC")).normalize("NFC").replace(BREAK, "");

/** The text with each run of Chinese and Japanese as overlapping words of two, its last character once more. */
export function cutWords(text) {
  return sameForms(text).replace(RUN, (run) => ` ${wordsOfRun(run, true).join(" ")} `);
}

/** The text in order, as runs of Chinese and Japanese and what stands between them.
 *
 * @param {string} text
 * @returns {{text: string, run: boolean}[]}
 */
export function splitRuns(text) {
  const plain = sameForms(text);
  const parts = [];
  let at = 0;
  for (const found of plain.matchAll(RUN)) {
    parts.push({ text: plain.slice(at, found.index), run: false }, { text: found[0], run: true });
    at = found.index + found[0].length;
  }
  return [...parts, { text: plain.slice(at), run: false }].filter((part) => part.text);
}

/** The words of a run as they follow one another, its last character once more where it ends there. */
export const wordsOfRun = (run, ends = false) => (ends ? [...pairsOf(run), Array.from(run).at(-1)] : pairsOf(run));

/** Words of a page in order, some of them marked, as text to be read.
 *
 * @param {{text: string, marked: boolean}[]} words
 * @returns {{text: string, marked: boolean}[]} neighbours differ in `marked`
 */
export function joinWords(words) {
  const joined = [];
  const add = (text, marked) => {
    const last = joined.at(-1);
    if (last && last.marked === marked) last.text += text;
    else if (text) joined.push({ text, marked });
  };
  let before = null; // what was read last: its text, whether it is of a run, and whether it is marked
  for (let at = 0; at < words.length;) {
    const { pieces, run, next } = readWord(words, at);
    const [first, last] = [pieces[0], pieces.at(-1)];
    const close = before && ((OPENING.test(before.text) && (run || before.run)) || (CLOSING.test(first.text) && before.run));
    if (before && !close) add(" ", before.marked && first.marked);
    for (const { text, marked } of pieces) add(text, marked);
    before = { ...last, run };
    at = next;
  }
  return joined;
}

/** The pieces of one word, or of all words of a run. */
function readWord(words, at) {
  const { text, marked } = words[at];
  const begun = Array.from(WORD.exec(text)?.[0] ?? "");
  if (!begun.length) return { pieces: withoutSigns(text, marked), run: false, next: at + 1 };
  const pieces = begun.map((character) => ({ text: character, marked }));
  let next = at + 1;
  let tail = text.slice(begun.join("").length);
  while (pieces.length > 1 && !tail && next < words.length) {
    const [same, added] = Array.from(WORD.exec(words[next].text)?.[0] ?? "");
    if (same !== pieces.at(-1).text) break;
    tail = words[next].text.slice(same.length + (added ?? "").length);
    next += 1;
    pieces.at(-1).marked ||= words[next - 1].marked;
    if (added === undefined) break; // the last character once more
    pieces.push({ text: added, marked: words[next - 1].marked });
  }
  // Where a sentence has no full stop of its own, the search engine puts a Latin one.
  if (tail) pieces.push({ text: tail === "." ? "。" : tail, marked: false });
  return { pieces, run: true, next };
}

/** A marked word with the signs around it as pieces of their own, unmarked. */
function withoutSigns(text, marked) {
  const [, open, core, end] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(text);
  if (!marked || !core) return [{ text, marked }];
  return [{ text: open, marked: false }, { text: core, marked }, { text: end, marked: false }].filter((piece) => piece.text);
}

function pairsOf(run) {
  const characters = Array.from(run);
  return characters.slice(1).map((character, at) => characters[at] + character);
}
