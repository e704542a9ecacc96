// The line above the cards: how many reports, in which order, and what can be taken along.

import { counted, figure, make, text } from "./dom.js";

const ORDERS = [["relevance", "Best match"], ["newest", "Newest first"], ["oldest", "Oldest first"], ["severity", "Gravest first"]];
const SAID_FOR = 4_000; // milliseconds

/**
 * @param {{sort: (order: string) => void, table: () => void}} actions
 * @returns {{element: HTMLElement, show: (found: number, all: number, order: string, hasQuery: boolean) => void,
 *   tell: (words: string) => void, say: (words: string) => void}}
 */
export function makeTools({ sort, table }) {
  const number = text("Looking for reports…");
  const status = text();
  const select = make("select", { id: "aw-sort", change: () => sort(select.value) },
    ...ORDERS.map(([value, name]) => make("option", { value }, name)));
  const copied = text("Copy link");
  const address = make("input.aw-tools__address", { type: "text", readonly: true, hidden: true, "aria-label": "Address of this selection" });
  const csv = make("button.aw-tools__button", { type: "button", click: table }, "Download CSV");
  const copy = make("button.aw-tools__button", { type: "button", click: () => copyAddress(copied, address, say) }, copied);
  const say = (words) => { status.data = words; };
  const element = make("div.aw-tools", {},
    make("h2.aw-tools__found", { id: "aw-found", tabindex: "-1" }, number),
    make("p.aw-unseen", { role: "status" }, status),
    make("div.aw-tools__acts", {}, make("label", { for: "aw-sort" }, "Order"), select, copy, csv), address);
  return {
    element,
    say,
    tell: (words) => { number.data = words; say(words); },
    show(found, all, order, hasQuery) {
      const words = found === all ? counted(all, "report") : `${figure(found)} of ${counted(all, "report")}`;
      number.data = words;
      say(words);
      select.value = order;
      select.options[0].disabled = !hasQuery;
      csv.disabled = found === 0;
      address.hidden = true;
    },
  };
}

/** Only pages that came over a safe connection may write to the clipboard; elsewhere the address is there to be copied. */
async function copyAddress(name, field, say) {
  try {
    await navigator.clipboard.writeText(location.href);
    name.data = "Link copied";
    say("The link to this selection is copied.");
    setTimeout(() => { name.data = "Copy link"; }, SAID_FOR);
  } catch {
    field.value = location.href;
    field.hidden = false;
    field.focus();
    field.select();
    say("The address of this selection is marked and can be copied.");
  }
}
