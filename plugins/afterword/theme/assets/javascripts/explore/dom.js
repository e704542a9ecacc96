// Elements made from text alone, and a count of the work that the last change took.

/** What the last change took: `comparisons` of a report with a facet, of which there are at most reports × facets
 * (`limit`), and new `nodes`. The page shows all three as `data-` attributes of its hook. */
export const work = { comparisons: 0, nodes: 0, limit: 0 };

export function beginWork() {
  work.comparisons = 0;
  work.nodes = 0;
}

export function showWork(hook) {
  for (const [name, value] of Object.entries(work)) hook.dataset[name] = String(value);
}

/** A text node, whose `data` is changed in place instead of making another. */
export function text(value = "") {
  work.nodes += 1;
  return document.createTextNode(value);
}

/** An element with attributes and children; a string among the children becomes text, never markup.
 *
 * @param {string} tag the name, with classes after dots: `p.aw-card__meta`
 * @param {Record<string, string | boolean | ((event: Event) => void)>} attributes functions are listeners
 * @param {(Node | string)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  work.nodes += 1;
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (typeof value === "boolean") element.toggleAttribute(key, value);
    else element.setAttribute(key, value);
  }
  element.append(...children.map((child) => (typeof child === "string" ? text(child) : child)));
  return element;
}

/** An address of this site from its root on, which paper does not spell out after each link. */
export function pathOf(address) {
  const { pathname, hash } = new URL(address);
  return pathname + hash;
}

const FIGURES = new Intl.NumberFormat("en");

/** A count with its noun: `counted(1200, "report")` gives "1,200 reports". */
export const counted = (count, noun) => `${FIGURES.format(count)} ${count === 1 ? noun : `${noun}s`}`;

export const figure = (count) => FIGURES.format(count);

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/** A date as closely as it is known: "2026-03-11" gives "11 March 2026", or "11 Mar 2026" where short, "2026-03" gives "March 2026". */
export function sayDate(date, { short = false } = {}) {
  const [year, month, day] = date.split("-");
  const name = month && MONTHS[Number(month) - 1];
  return [day && String(Number(day)), short ? name?.slice(0, 3) : name, year].filter(Boolean).join(" ");
}
