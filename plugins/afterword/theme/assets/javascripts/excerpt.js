// The part of a page that best shows why it was found, as pieces of text.

import { joinWords } from "./words.js";

const MOST = 190; // characters that an excerpt shows
const BEFORE = 40; // of these at most so many before the first word that was found,
const SENTENCE = 100; // or so many where its sentence begins there
const NEAR = 24; // words that count as close together
const ID = /^\d{4}(-\d\d){0,2}-[a-z][a-z0-9-]*\.$/u; // a report's, which stands behind its title
const STOP = /[.?!。]$/u;

/** @typedef {{text: string, marked: boolean}[]} Pieces
 *
 * @param {{content: string, anchors: {element: string, id: string, text: string, location: number}[], meta: {title?: string}}} page
 * @param {{location: number, balanced_score: number, part: number}[]} found which of its words were found, for which part of
 *   the query, and how much each counts
 * @returns {{title: Pieces, pieces: Pieces, place: {id: string, title: string} | null}} `place` is the section that the
 *   pieces are from, where it has a heading of its own
 */
export function readExcerpt({ content, anchors, meta }, found) {
  const words = content.split(/\s+/u);
  const title = meta.title ?? "";
  const marked = new Set(found.map((each) => each.location));
  const pick = (from, to) => words.slice(from, to).map((text, at) => ({ text, marked: marked.has(from + at) }));
  // The title is the beginning of the content where it is the page's first heading.
  const titled = title && content.startsWith(title) ? countWords(title) : 0;
  const section = bestSection(found, anchors, titled + (ID.test(words[titled]) ? 1 : 0), words.length);
  const within = found.filter(({ location }) => section.from <= location && location < section.to);
  const from = beginning(words, bestStart(within) ?? section.from, section.from);
  const to = ending(words, from, section.to);
  const pieces = joinWords(pick(from, to));
  if (pieces.length && to < section.to) pieces.push({ text: " …", marked: false });
  if (pieces.length && from > section.from && !STOP.test(words[from - 1])) pieces.unshift({ text: "… ", marked: false });
  return {
    title: titled ? withoutStop(joinWords(pick(0, titled)), plain(title)) : [{ text: plain(title), marked: false }],
    pieces,
    place: section.anchor && { id: section.anchor.id, title: plain(section.anchor.text) },
  };
}

/** Words of the index as text to be read. */
const plain = (text) =>
  joinWords(text.trim().split(/\s+/u).map((word) => ({ text: word, marked: false }))).map((piece) => piece.text).join("");

const countWords = (text) => text.trim().split(/\s+/u).length;

/** The pieces without the full stop that the search engine puts behind a heading. */
function withoutStop(pieces, text) {
  let left = text.length;
  return pieces.map((piece) => {
    const kept = piece.text.slice(0, left);
    left -= kept.length;
    return { ...piece, text: kept };
  }).filter((piece) => piece.text);
}

function bestSection(found, anchors, begin, end) {
  const sections = [{ at: 0, from: begin, anchor: null }];
  for (const anchor of [...anchors].sort((a, b) => a.location - b.location)) {
    // The first heading is the page itself.
    if (!/^h[2-6]$/iu.test(anchor.element) || !anchor.text?.trim()) continue;
    sections.push({ at: anchor.location, from: anchor.location + countWords(anchor.text), anchor });
  }
  sections.forEach((each, at) => {
    each.to = sections[at + 1]?.at ?? end;
    if (each.from >= each.to) each.from = each.at; // nothing stands below the heading
  });
  const weigh = ({ at, to }) => weighed(found.filter(({ location }) => at <= location && location < to));
  return sections.reduce((best, each) => (weigh(each) > weigh(best) ? each : best));
}

/** How much words that were found count together: those of every part of the query before many of one. */
const weighed = (found) =>
  new Set(found.map((each) => each.part)).size * 1e6 + found.reduce((sum, each) => sum + each.balanced_score, 0);

/** Where the words that were found stand closest together. */
function bestStart(found) {
  const inOrder = [...found].sort((a, b) => a.location - b.location);
  let [best, most] = [null, -1];
  inOrder.forEach(({ location }, at) => {
    const near = inOrder.slice(at, at + NEAR).filter((each) => each.location < location + NEAR);
    const weight = weighed(near);
    if (weight > most) [best, most] = [location, weight];
  });
  return best;
}

/** Some words before the first that was found, at best from the beginning of its sentence. */
function beginning(words, first, least) {
  let from = first;
  for (let at = first, length = 0; ; at -= 1) {
    if (at === least || STOP.test(words[at - 1])) {
      from = at;
      break;
    }
    length += words[at - 1].length + 1;
    if (length > SENTENCE) break;
    if (length <= BEFORE) from = at - 1;
  }
  // A character that stands alone may end a run of them, which does not begin here.
  return from < first && Array.from(words[from]).length === 1 ? from + 1 : from;
}

function ending(words, from, most) {
  let to = from;
  for (let length = 0; to < most && length < MOST; to += 1) length += lengthOf(words[to]);
  return to;
}

/** How much a word adds to what is read: one of two characters overlaps with the next, and such characters are wide. */
const lengthOf = (word) => (/[\u3040-\u9fff\u{20000}-\u{3ffff}]/u.test(word) ? 2 : word.length + 1);
