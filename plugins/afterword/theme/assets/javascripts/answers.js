// One page that a search found, as an entry of a list.

import { ROOT, showPieces } from "./find.js";

const KINDS = [
  [/^reports\/[^/]/u, "Report"], [/^factors\/./u, "Contributing factor"], [/^remediations\/(?!open\/)./u, "Remediation"],
  [/^systems\/./u, "System"], [/^teams\/./u, "Team"], [/^providers\/./u, "Provider"], [/^digests\/./u, "Digest"],
  [/^guide\/rules\/./u, "Rule"], [/^guide\//u, "Guide"], [/^glossary/u, "Glossary"],
];

/** What kind of page stands at an address of this site. */
export function kindOf(address) {
  const path = address.startsWith(ROOT.href) ? address.slice(ROOT.href.length) : "";
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "Page";
}

/** The entry of a page, as `load` of find.js gives it. */
export function makeEntry({ address, titlePieces, pieces, place }) {
  const link = document.createElement("a");
  link.href = address;
  link.append(
    makePart("title", titlePieces),
    makePart("about", [{ text: [kindOf(address), place?.title].filter(Boolean).join(" · "), marked: false }]),
    makePart("excerpt", pieces),
  );
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

function makePart(name, pieces) {
  const part = document.createElement("span");
  part.className = `aw-search__${name}`;
  showPieces(part, pieces);
  return part;
}
