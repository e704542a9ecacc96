// The page "Explore": text and facets together. This file holds what is asked and hands it to the parts.

import { describeReports, download } from "./csv.js";
import { makeChips } from "./chips.js";
import { loadData } from "./data.js";
import { beginWork, make, showWork, text } from "./dom.js";
import { choose, countLeft, sortReports } from "./filter.js";
import { makeFilters } from "./filters.js";
import { makeNothing } from "./nothing.js";
import { findOffers } from "./offers.js";
import { makeOtherPages } from "./other-pages.js";
import { reasonsOf } from "./reasons.js";
import { Results, STEP } from "./results.js";
import { emptySelection, readSelection, sortOf, tidy, toggle, writeSelection } from "./selection.js";
import { makeTools } from "./tools.js";
import { onTurningTo } from "./turning.js";
import { ask } from "./words-found.js";

const WAIT = 200; // milliseconds between the last key and the search
const TABLE = "reports.csv";

/** Fill the page's hook; `place` inside it holds what stood there until now. */
export async function start(hook, place) {
  try {
    await new Explore(hook, place, hook.querySelector("input[name=q]"), await loadData()).open();
  } catch (error) {
    console.error(error);
    const words = "The list of all reports could not be loaded. The lists below hold the same.";
    place.replaceChildren(make("p.aw-note", { role: "alert" }, words));
  }
}

class Explore {
  selection = emptySelection();
  answer = null; // what was found for the words
  shown = STEP;
  found = [];
  #asked = 0;
  #offered = 0;
  #timer = 0;
  #typing = false;
  #note = text();

  constructor(hook, place, input, data) {
    Object.assign(this, { hook, place, input, data });
    const clear = () => {
      this.input.value = "";
      this.change(() => { this.selection = { ...emptySelection(), sort: this.selection.sort }; });
    };
    const dropWords = () => this.askFor("", true);
    const dropFacet = (facet) => this.change(() => this.selection.chosen.delete(facet));
    const sort = (order) => this.change(() => { this.selection.sort = order; }, { load: true });
    // The button that was pressed is gone afterwards, so the focus goes to the number of reports.
    const andFocus = (act) => (given) => {
      act(given);
      document.getElementById("aw-found").focus();
    };
    const askFor = andFocus((words) => this.askFor(words, true));
    const askAlone = andFocus((words) => this.askFor(words, true, true));
    this.tools = makeTools({ sort, table: () => this.table() });
    this.filters = makeFilters(data, (facet, value, on) => this.choose(facet, value, on), this.tools.say);
    this.chips = makeChips({ drop: (facet, value) => this.choose(facet, value, false), dropFacet, dropWords, clear });
    this.nothing = makeNothing({
      dropFacet: andFocus(dropFacet), dropWords: andFocus(dropWords), clear: andFocus(clear), ask: askFor, askAlone,
    });
    this.pages = makeOtherPages();
    this.results = new Results(data, () => this.showMore());
    this.noteLine = make("p.aw-note", { hidden: true, role: "note" }, this.#note);
  }

  /** Answer the page's own address, and put everything in its place. */
  async open() {
    await this.readAddress();
    const skip = make("a.aw-skip", { href: "#aw-found" }, "Skip to the reports");
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("aw-found").focus();
    });
    const parts = [this.tools, this.chips, this.nothing, this.results, this.pages];
    const main = make("div.aw-found__main", {}, this.noteLine, ...parts.map(({ element }) => element));
    this.place.replaceChildren(skip, this.filters.element, main);
    this.hook.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.askFor(this.input.value, true);
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.askFor(this.input.value), WAIT);
    });
    this.input.addEventListener("blur", () => { this.#typing = false; });
    window.addEventListener("popstate", () => {
      this.readAddress();
      this.input.value = this.selection.query;
    });
    onTurningTo(this.results.element, () => this.loadPassages());
    this.askFor(this.input.value); // what was typed until now
  }

  async readAddress() {
    const { selection, unknown } = readSelection(location.search, this.data.facets);
    this.selection = selection;
    this.shown = history.state?.shown ?? STEP;
    this.noteLine.hidden = unknown.length === 0;
    this.#note.data = unknown.length ? `Not known on this site and left out: ${unknown.join(", ")}.` : "";
    await this.askWords();
    this.render({ load: true });
  }

  choose(facet, value, on) {
    this.change(() => toggle(this.selection, facet, value, on));
  }

  /** Change the selection, write it to the address, and show what it leaves. */
  async change(act, { replace = false, load = false } = {}) {
    act();
    this.shown = STEP;
    this.noteLine.hidden = true;
    this.writeAddress(replace);
    const isAnswered = this.selection.query === (this.answer?.query ?? "");
    if (!isAnswered && !await this.askWords()) return;
    this.render({ load: load || !isAnswered });
  }

  /** Ask for words. What is typed in one go is one step back. `alone` drops what is chosen. */
  askFor(words, isDone = false, alone = false) {
    clearTimeout(this.#timer);
    const query = tidy(words);
    if (this.input.value.trim() !== words.trim()) this.input.value = query;
    if (query === this.selection.query) return;
    const replace = this.#typing;
    this.#typing = !isDone;
    this.change(() => {
      this.selection.query = query;
      if (alone) this.selection.chosen.clear();
    }, { replace });
  }

  /** Ask the search engine; false where a later question was quicker. */
  async askWords() {
    const mine = ++this.#asked;
    const { query } = this.selection;
    if (query === (this.answer?.query ?? "")) return true;
    if (!query) {
      this.answer = null;
      return true;
    }
    try {
      const answer = await ask(query, this.data);
      if (mine !== this.#asked) return false;
      this.answer = { ...answer, query };
    } catch (error) {
      if (mine !== this.#asked) return false;
      console.error(error);
      this.answer = null;
      this.noteLine.hidden = false;
      this.#note.data = "The search index could not be loaded, so the words are left out.";
    }
    return true;
  }

  writeAddress(replace) {
    const address = location.pathname + writeSelection(this.selection, this.data.facets);
    history[replace ? "replaceState" : "pushState"]({ shown: this.shown }, "", address);
  }

  /** Show the selection. `load` fetches the passages of the cards; a change of a facet alone fetches nothing. */
  render({ load = false } = {}) {
    beginWork();
    const { data, selection, answer } = this;
    const hits = answer?.hits ?? null;
    const { found, counts, without } = choose(data, selection, hits);
    const order = sortOf(selection);
    this.found = sortReports(data, found, order, hits);
    this.filters.show(counts, selection, found.length);
    this.chips.show(data, selection);
    this.tools.show(found.length, data.count, order, Boolean(selection.query));
    if (found.length) this.nothing.hide();
    else this.nothing.show(data, selection, without, hits?.size === 0 ? answer.words : null);
    this.cards = this.results.show(this.found, this.shown, (report) => this.reasonsFor(report), answer?.passages);
    this.pages.show(answer?.pages ?? NONE);
    showWork(this.hook);
    if (load) this.loadPassages();
    if (hits?.size === 0) this.offer(answer);
  }

  async loadPassages() {
    const { answer } = this;
    if (!answer) return;
    const { passages } = answer;
    await passages.load(this.cards, (report) => {
      if (this.answer === answer) this.results.refresh(report, this.reasonsFor(report), passages.of(report));
    });
  }

  /** Offer what finds reports, once it was tried; with filters where they leave any of it. */
  async offer(answer) {
    const mine = ++this.#offered;
    answer.offers ??= findOffers(answer.words, this.data).catch(() => []); // the page says already that nothing was found
    const offers = await answer.offers;
    if (mine !== this.#offered || this.answer !== answer) return;
    this.nothing.offer(offers.map(({ query, reports }) => {
      const left = countLeft(this.data, this.selection, reports);
      return { query, left: left || reports.size, alone: !left };
    }));
  }

  showMore() {
    const before = this.shown;
    this.shown += STEP;
    history.replaceState({ shown: this.shown }, "");
    this.render({ load: true });
    this.results.focus(before);
  }

  reasonsFor(report) {
    return reasonsOf(this.data, this.selection, report, this.answer?.words ?? NONE);
  }

  table() {
    download(describeReports(this.data, this.found), TABLE);
    this.tools.say(`The table of ${this.found.length} reports is downloaded.`);
  }
}

const NONE = [];
