// The words of a query: which reports hold them, on which other pages they stand, and the passage of each.

import { findParts, joinParts, ROOT } from "../find.js";
import { carriersOf, valuesNamed } from "./named.js";

const CARRIED = 10; // how much it counts that a report carries the id that was typed, above what words reach
let names = null;

/** The search engine's name of each report's page, in the order of the facet data; loaded once.
 *
 * @returns {Promise<string[]>}
 */
export function loadNames() {
  names ??= (async () => {
    const answer = await fetch(new URL("pagefind/reports.json", ROOT));
    if (!answer.ok) throw new Error(`reports.json: ${answer.status}`);
    return answer.json();
  })().catch((error) => {
    names = null; // the next query tries again
    throw error;
  });
  return names;
}

/** What was found, apart from whether it is a report.
 *
 * @typedef {{typed: string, phrase: boolean, reports: Set<number>, isKnown: boolean, named: {facet: object, at: number}[]}} Word
 *   `reports` hold it or carry it as an id, `isKnown` says whether any page does, `named` are the values with that id
 * @typedef {{hits: Map<number, number>, passages: Passages, pages: {load: () => Promise<object>}[], words: Word[]}} Answer
 *   `hits` holds each report with its rank, `pages` are no reports.
 * @param {string} query
 * @param {import("./data.js").Data} data
 * @returns {Promise<Answer>}
 */
export async function ask(query, data) {
  const [parts, known] = await Promise.all([findParts(query), loadNames()]);
  const places = new Map(known.map((name, report) => [name, report]).filter(([name]) => name));
  const words = parts.map((part) => carry(part, known, data)).map(({ typed, phrase, held, named }) => ({
    typed, phrase, named, isKnown: held.size > 0, reports: new Set([...held.keys()].map((id) => places.get(id)).filter((at) => at !== undefined)),
  }));
  const hits = new Map();
  const loaders = new Map();
  const pages = [];
  for (const each of joinParts(parts)) {
    const report = places.get(each.id);
    if (report === undefined) pages.push(each);
    else {
      hits.set(report, hits.size);
      if (each.load) loaders.set(report, each.load);
    }
  }
  return { hits, pages, words, passages: new Passages(loaders) };
}

/** Take the reports that carry an id for ones that hold it as a word. */
function carry(part, names, data) {
  const named = part.phrase ? [] : valuesNamed(part.typed, data);
  for (const report of carriersOf(named, data)) {
    const held = part.held.get(names[report]) ?? { score: 0, rarity: 0, titled: false, found: [] };
    if (names[report]) part.held.set(names[report], { ...held, score: held.score + CARRIED });
  }
  return { ...part, named };
}

/** The passages of one query, each loaded when its card is shown. */
export class Passages {
  #loaders;
  #loaded = new Map();

  constructor(loaders) {
    this.#loaders = loaders;
  }

  /** The passage where it is there already. */
  of(report) {
    return this.#loaded.get(report) ?? null;
  }

  /** Load those of `reports` that are missing; `done` is called for each as it comes. */
  async load(reports, done) {
    const missing = reports.filter((report) => this.#loaders.has(report) && !this.#loaded.has(report));
    await Promise.all(missing.map(async (report) => {
      try {
        this.#loaded.set(report, await this.#loaders.get(report)());
        done(report);
      } catch {
        // The card keeps its line; the next turn to it tries again.
      }
    }));
  }
}
