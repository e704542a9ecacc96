// Searches near one that found nothing. Each is tried before it is offered, and stands with what it finds.

import { fold } from "../query.js";
import { isFunctionWord } from "../function-words.js";
import { wordsNear } from "./spelling.js";
import { ask } from "./words-found.js";

const MOST = 3; // offers of one kind
const MOST_WRONG = 2; // words that are looked up in another spelling

/** @typedef {{query: string, reports: Set<number>}} Offer
 *
 * @param {import("./words-found.js").Word[]} words none of whose reports are the same
 * @param {import("./data.js").Data} data
 * @returns {Promise<Offer[]>}
 */
export async function findOffers(words, data) {
  const offers = [...await inOtherSpelling(words, data), ...await withoutQuotes(words, data), ...withFewer(words)];
  // What finds the same is offered once.
  const same = (one, other) => one.size === other.size && [...one].every((report) => other.has(report));
  return offers.filter(({ reports }, at) => offers.findIndex((each) => same(each.reports, reports)) === at);
}

const offerOf = (words) => ({ query: words.map(({ typed }) => typed).join(" "), reports: meet(words) });

function meet([first, ...others]) {
  return new Set([...first?.reports ?? []].filter((report) => others.every(({ reports }) => reports.has(report))));
}

/** With words that no page holds written otherwise, and without those that are near none. */
async function inOtherSpelling(words, data) {
  const wrong = words.filter(({ isKnown, phrase }) => !isKnown && !phrase).slice(0, MOST_WRONG);
  const found = new Map(await Promise.all(wrong.map(async (word) => {
    const near = await wordsNear(word.typed, data);
    return [word, (await Promise.all(near.map((each) => ask(each, data)))).map((answer) => answer.words[0])];
  })));
  if (![...found.values()].some((near) => near.length)) return [];
  const inStead = (choice) => offerOf(words.flatMap((word) => {
    const near = found.get(word);
    if (near) return near.length ? [near[Math.min(choice, near.length - 1)]] : [];
    return word.reports.size ? [word] : [];
  }));
  return Array.from({ length: MOST }, (_, choice) => inStead(choice)).filter(({ reports }) => reports.size).slice(0, 2);
}

/** The words of a phrase, in whichever order. */
async function withoutQuotes(words, data) {
  if (!words.some(({ phrase, reports, typed }) => phrase && !reports.size && typed.includes(" "))) return [];
  const query = words.map(({ typed }) => typed.replaceAll('"', "")).join(" ");
  const reports = new Set((await ask(query, data)).hits.keys());
  return reports.size ? [{ query, reports }] : [];
}

/** With the words that some report holds: those that say something, all but one of them, or as many as go together. */
function withFewer(words) {
  const held = words.filter(({ reports }) => reports.size);
  const telling = held.filter(({ typed }) => !isFunctionWord(fold(typed)));
  const kept = telling.length ? telling : held;
  const all = offerOf(kept);
  if (all.reports.size) return [all];
  const fewer = kept.map((word) => offerOf(kept.filter((each) => each !== word))).filter(({ reports }) => reports.size);
  if (fewer.length) return fewer.sort((one, other) => other.reports.size - one.reports.size).slice(0, MOST);
  // The rarest say most.
  const together = [];
  for (const word of [...kept].sort((one, other) => one.reports.size - other.reports.size)) {
    if (meet([...together, word]).size) together.push(word);
  }
  return together.length ? [offerOf(kept.filter((word) => together.includes(word)))] : [];
}
