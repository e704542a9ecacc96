// The list of cards, twenty at a time.

import { Card } from "./card.js";
import { counted, make, text } from "./dom.js";

export const STEP = 20;

/** The cards and the button below them. The first twenty are made at once and stay. */
export class Results {
  #cards = [];
  #moreText = text();
  #more = make("button.md-button.aw-more", { type: "button", hidden: true }, this.#moreText);
  #list = make("ol.aw-cards");
  element = make("div.aw-results", {}, this.#list, this.#more);

  /** @param {() => void} more what the button does */
  constructor(data, more) {
    this.data = data;
    this.#more.addEventListener("click", more);
    this.#grow(Math.min(STEP, data.count));
  }

  /**
   * @param {number[]} reports all that were found, in order
   * @param {number} most how many are shown
   * @param {(report: number) => {facet: string, value: string}[]} reasonsOf
   * @param {import("./words-found.js").Passages | null} passages
   */
  show(reports, most, reasonsOf, passages) {
    const shown = reports.slice(0, most);
    this.#grow(shown.length);
    this.#cards.forEach((card, at) => {
      if (at >= shown.length) card.hide();
      else card.show(this.data, shown[at], reasonsOf(shown[at]), passages?.of(shown[at]) ?? null);
    });
    const left = reports.length - shown.length;
    this.#more.hidden = left <= 0;
    this.#moreText.data = `Show ${Math.min(STEP, left)} more of ${counted(left, "report")}`;
    return shown;
  }

  /** Fill the card of `report` again, if it is still shown. */
  refresh(report, reasons, passage) {
    const card = this.#cards.find((each) => each.report === report);
    card?.show(this.data, report, reasons, passage);
  }

  /** Move the focus to the first card that was not there before. */
  focus(at) {
    this.#cards[at]?.element.querySelector("a").focus();
  }

  #grow(number) {
    const made = [];
    while (this.#cards.length < number) {
      this.#cards.push(new Card());
      made.push(this.#cards.at(-1).element);
    }
    this.#list.append(...made);
  }
}
