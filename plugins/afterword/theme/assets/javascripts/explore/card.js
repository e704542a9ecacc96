// The card of one report. Cards are made once, with room for all that may stand in them, and filled anew: what changes
// is text, so that a change of a facet makes no nodes, whatever it brings.

import { make, pathOf, sayDate, text } from "./dom.js";

const MOST_REASONS = 4;
const MOST_MARKS = 6; // marked words in a passage; further ones are not marked
const MOST_MARKS_OF_TITLE = 3;

/** One card; `show` fills it with a report, `hide` takes it away. */
export class Card {
  report = -1;
  #link = make("a", {}, ...makeTurns(MOST_MARKS_OF_TITLE));
  #kind = makeMark();
  #severity = makeMark();
  #about = text();
  #line = make("p.aw-card__line", {}, ...makeTurns(MOST_MARKS));
  #place = text();
  #placeLink = make("a", {}, this.#place);
  #placeLine = make("p.aw-card__place", { hidden: true }, "In ", this.#placeLink);
  #reasons = make("ul.aw-card__why", { hidden: true, "aria-label": "Why it is here" },
    ...Array.from({ length: MOST_REASONS }, () => make("li", {}, make("span", {}, text()), text())));
  element = make("li.aw-card", { hidden: true },
    make("h3", {}, this.#link),
    make("p.aw-card__meta", {}, this.#kind.element, this.#severity.element, make("span", {}, this.#about)),
    this.#line, this.#placeLine, this.#reasons);

  /**
   * @param {import("./data.js").Data} data
   * @param {number} report
   * @param {{facet: string, value: string}[]} reasons the chosen values that the report carries
   * @param {object | null} passage where the words stand, once it is loaded
   */
  show(data, report, reasons, passage) {
    this.report = report;
    showPieces(this.#link, passage?.titlePieces ?? [{ text: data.title(report), marked: false }]);
    this.#link.href = pathOf(data.address(report));
    const [kind, severity, system] = ["kind", "severity", "system"].map((id) => firstOf(data.facet(id), report));
    showMark(this.#kind, "kind", kind);
    showMark(this.#severity, "severity", severity);
    this.#about.data = [sayDate(data.date(report)), system?.label, ...data.marks(report)].filter(Boolean).join(" · ");
    this.#showText(data.line(report), passage);
    this.#showReasons(reasons);
    this.element.hidden = false;
  }

  hide() {
    this.report = -1;
    this.element.hidden = true;
  }

  #showText(line, passage) {
    showPieces(this.#line, passage?.pieces ?? [{ text: line, marked: false }]);
    this.#line.hidden = !this.#line.textContent;
    this.#placeLine.hidden = !passage?.place;
    if (!passage?.place) return;
    this.#place.data = passage.place.title;
    this.#placeLink.href = pathOf(passage.address);
  }

  #showReasons(reasons) {
    const shown = reasons.slice(0, MOST_REASONS);
    const left = reasons.length - shown.length;
    if (left) shown[MOST_REASONS - 1] = { facet: "", value: `${left + 1} more of what is chosen` };
    [...this.#reasons.children].forEach((item, at) => {
      item.hidden = at >= shown.length;
      if (item.hidden) return;
      item.firstChild.firstChild.data = shown[at].facet ? `${shown[at].facet}: ` : "";
      item.lastChild.data = shown[at].value;
    });
    this.#reasons.hidden = shown.length === 0;
  }
}

function makeMark() {
  const word = text();
  return { element: make("span", {}, word), word };
}

function showMark({ element, word }, family, value) {
  element.hidden = !value;
  if (!value) return;
  element.className = `aw-${family} aw-${family}--${value.id}`;
  word.data = value.label.toLowerCase();
}

function firstOf(facet, report) {
  const [at] = facet.of(report);
  return at === undefined ? null : { id: facet.values[at], label: facet.labels[at] };
}

/** Room for text and marked words in turn, beginning and ending with text. */
function makeTurns(marks) {
  return [text(), ...Array.from({ length: marks }, () => [make("mark", { hidden: true }, text()), text()]).flat()];
}

/** Put pieces of text into the room that an element has; what has no more room for its mark stands without. */
function showPieces(element, pieces) {
  const turns = [""];
  for (const { text: words, marked } of pieces) {
    const isMark = marked && turns.length < element.childNodes.length;
    if (isMark !== (turns.length % 2 === 0)) turns.push("");
    turns[turns.length - 1] += words;
  }
  [...element.childNodes].forEach((node, at) => {
    (node.firstChild ?? node).data = turns[at] ?? "";
    if (node.firstChild) node.hidden = !turns[at];
  });
}
