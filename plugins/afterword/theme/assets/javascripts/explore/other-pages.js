// Pages that hold the words and are no reports: factors, the guide, the glossary.

import { showPieces } from "../find.js";
import { counted, make, pathOf, text } from "./dom.js";

const STEP = 5;

/** A section below the reports, five pages at a time; a page is loaded when it is shown. */
export function makeOtherPages() {
  const list = make("ul.aw-pages__list");
  const moreText = text();
  const more = make("button.md-button.aw-more", { type: "button" }, moreText);
  const element = make("section.aw-pages", { hidden: true, "aria-labelledby": "aw-pages" },
    make("h2", { id: "aw-pages" }, "Also on these pages"), list, more);
  let pages = [];
  let shown = 0;

  async function grow() {
    const asked = pages;
    const next = pages.slice(shown, shown + STEP);
    shown += next.length;
    showMore();
    const found = (await Promise.allSettled(next.map((page) => page.load())))
      .filter(({ status }) => status === "fulfilled").map(({ value }) => value);
    if (asked === pages) list.append(...found.map(itemOf));
  }

  function showMore() {
    more.hidden = shown >= pages.length;
    moreText.data = `Show more of ${counted(pages.length, "page")}`;
  }

  more.addEventListener("click", async () => {
    const at = shown;
    await grow();
    list.children[at]?.querySelector("a").focus();
  });

  return {
    element,
    show(found) {
      if (found === pages) return;
      [pages, shown] = [found, 0];
      list.replaceChildren();
      element.hidden = pages.length === 0;
      if (pages.length) grow();
    },
  };
}

function itemOf({ address, title, pieces, place }) {
  const line = make("p.aw-card__line");
  showPieces(line, pieces);
  return make("li", {}, make("a", { href: pathOf(address) }, place ? `${title}: ${place.title}` : title), line);
}
