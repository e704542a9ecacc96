// Pagefind, the search engine: loaded when it is first needed, from this site alone.

/** The site's root, with a closing slash. */
export const ROOT = new URL("../../", import.meta.url);
const INDEX = new URL("pagefind/", ROOT);
const MOST_PIECES = 2; // beside the one that the beginning itself stands in: one or two letters may span hundreds
let loading = null;
let firstWords = []; // of each piece of the index, sorted

/** Load the pieces of the index with the words that begin so. The engine by itself loads the one with the beginning.
 *
 * @param {object} engine
 * @param {string} beginning
 */
export async function loadWords(engine, beginning) {
  const within = firstWords.filter((word) => word !== beginning && word.startsWith(beginning)).slice(0, MOST_PIECES);
  await engine.preload([beginning, ...within].join(" "));
}

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
  // A title counts most. It searches in a worker: among thousands of pages a common word takes long enough to hold up
  // what somebody types.
  await engine.options({ baseUrl: "/", basePath: INDEX.pathname, ranking: { metaWeights: { title: 5 } } });
  // It takes the page's language for that of its index and would cut words once more in a Japanese or Chinese page.
  const root = document.documentElement;
  const language = root.getAttribute("lang");
  root.setAttribute("lang", "en");
  const begun = engine.init(); // reads the language before it waits for anything
  if (language === null) root.removeAttribute("lang");
  else root.setAttribute("lang", language);
  const listed = fetch(new URL("pieces.json", INDEX));
  await begun;
  const answer = await listed;
  if (!answer.ok) throw new Error(`pieces.json: ${answer.status}`);
  firstWords = await answer.json();
  await engine.enterPlaygroundMode(); // from now on each result names the words of its page that were found
  return engine;
}

/** Pagefind takes a piece of the index that did not arrive for one that holds nothing. */
export async function reach() {
  const answer = await fetch(new URL("pagefind-entry.json", INDEX), { cache: "no-store" });
  if (!answer.ok) throw new Error(`the search index answers with ${answer.status}`);
}

/** What did not arrive is not asked for again by the same engine. */
export async function forget() {
  const engine = await Promise.resolve(loading).catch(() => null);
  loading = null;
  await engine?.destroy().catch(() => {});
}
