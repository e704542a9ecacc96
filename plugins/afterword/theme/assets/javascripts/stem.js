// The stem of an English word, by which "drifted" and "drift" are one: the Snowball project's algorithm for English
// (Porter2, https://snowballstem.org/algorithms/english/stemmer.html).
//
// Words are lower case without accents. The index keeps words as they are written, so that the beginning of each can be
// found; what shares a stem is told apart here.

const WHOLE = {
  skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli",
  early: "earli", only: "onli", singly: "singl",
};
const KEPT = new Set(["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"]);
const KEPT_WITHOUT_S = new Set(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]);
const VOWEL = /[aeiouy]/u;
const REGION = /^[^aeiouy]*[aeiouy]+[^aeiouy]/u; // what stands behind it may be taken off
const BEGUN = /^(?:gener|commun|arsen)/u;
const DOUBLE = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u;
const SHORT = /(?:[^aeiouy][aeiouy][^aeiouwxyY]|^[aeiouy][^aeiouy])$/u;

// Endings with what they become, the longest first; a pattern before them is what has to stand there.
const SECOND = [
  ["ization", "ize"], ["ational", "ate"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"], ["tional", "tion"],
  ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"], ["alism", "al"], ["aliti", "al"],
  ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["enci", "ence"], ["anci", "ance"], ["abli", "able"], ["izer", "ize"],
  ["ator", "ate"], ["alli", "al"], ["bli", "ble"], ["ogi", "og", /l$/u], ["li", "", /[cdeghkmnrt]$/u],
];
const THIRD = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ative", null], ["ical", "ic"],
  ["ness", ""], ["ful", ""],
];
const FOURTH = [
  ["ement", ""], ["ance", ""], ["ence", ""], ["able", ""], ["ible", ""], ["ment", ""], ["ant", ""], ["ent", ""], ["ism", ""],
  ["ate", ""], ["iti", ""], ["ous", ""], ["ive", ""], ["ize", ""], ["ion", "", /[st]$/u], ["al", ""], ["er", ""], ["ic", ""],
];

/** @param {string} word */
export function stemOf(word) {
  if (!/^[a-z]{3,}$/u.test(word) || KEPT.has(word)) return word;
  if (Object.hasOwn(WHOLE, word)) return WHOLE[word];
  const marked = word.replace(/^y|(?<=[aeiouy])y/gu, "Y"); // consonants
  const first = (BEGUN.exec(marked) ?? REGION.exec(marked))?.[0].length ?? marked.length;
  const second = first + (REGION.exec(marked.slice(first))?.[0].length ?? marked.length);
  let stem = withoutS(marked);
  if (KEPT_WITHOUT_S.has(stem)) return stem;
  stem = withoutTime(stem, first).replace(/(?<=.[^aeiouy])[yY]$/u, "i");
  stem = exchange(stem, SECOND, first);
  stem = exchange(stem, THIRD, first, second);
  stem = exchange(stem, FOURTH, second);
  return withoutEnd(stem, first, second).toLowerCase();
}

function withoutS(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/u.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[aeiouy].+s$/u.test(word) && !/[us]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** Without -ed, -ing and what is made from them. */
function withoutTime(word, first) {
  const kept = /^(.*)eed(?:ly)?$/u.exec(word)?.[1];
  if (kept !== undefined) return kept.length >= first ? `${kept}ee` : word;
  const [, stem] = /^(.*?)(?:ed|ing)(?:ly)?$/u.exec(word) ?? [];
  if (stem === undefined || !VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (DOUBLE.test(stem)) return stem.slice(0, -1);
  return stem.length <= first && SHORT.test(stem) ? `${stem}e` : stem;
}

/** The longest of the endings exchanged, where it stands in the region that begins at `from`. */
function exchange(word, endings, from, further = from) {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, other, before] = found;
  const kept = word.slice(0, -ending.length);
  if (kept.length < (other === null ? further : from) || (before && !before.test(kept))) return word;
  return kept + (other ?? "");
}

function withoutEnd(word, first, second) {
  const kept = word.slice(0, -1);
  if (word.endsWith("e") && (kept.length >= second || (kept.length >= first && !SHORT.test(kept)))) return kept;
  return word.endsWith("ll") && kept.length >= second ? kept : word;
}
