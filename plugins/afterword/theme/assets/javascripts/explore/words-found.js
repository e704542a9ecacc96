// The words of a query: which reports hold them, on which other pages they stand, and the passage of each.

import { find, ROOT } from "../find.js";

let names = null;

/** The search engine's name of each report's page, in the order of the facet data; loaded once.
 *
 * @returns {Promise<Map<string, number>>}
 */
export function loadNames() {
  names ??= (async () => {
    const answer = await fetch(new URL("pagefind/reports.json", ROOT));
    if (!answer.ok) throw new Error(`reports.json: ${answer.status}`);
    return new Map((await answer.json()).map((name, report) => [name, report]).filter(([name]) => name));
  })().catch((error) => {
    names = null; // the next query tries again
    throw error;
  });
  return names;
}

/** What was found, apart from whether it is a report.
 *
 * @typedef {{hits: Map<number, number>, passages: Passages, pages: {load: () => Promise<object>}[]}} Answer
 *   `hits` holds each report with its rank, `pages` are no reports.
 * @param {string} query
 * @returns {Promise<Answer>}
 */
export async function ask(query) {
  const [found, known] = await Promise.all([find(query), loadNames()]);
  const hits = new Map();
  const loaders = new Map();
  const pages = [];
  for (const each of found) {
    const report = known.get(each.id);
    if (report === undefined) pages.push(each);
    else {
      hits.set(report, hits.size);
      loaders.set(report, each.load);
    }
  }
  return { hits, pages, passages: new Passages(loaders) };
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

  /** All that are there. */
  all() {
    return [...this.#loaded.values()];
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
