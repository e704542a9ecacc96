// Another spelling of the words, where no passage that is shown holds them as they were typed.

import { make, text } from "./dom.js";

/** @param {(query: string) => void} ask */
export function makeMeant(ask) {
  const name = text();
  const button = make("button.aw-nothing__way", { type: "button", click: () => ask(name.data) }, "Search for “", name, "”");
  const element = make("p.aw-meant", { hidden: true }, "Perhaps another word was meant. ", button);
  return {
    element,
    show(query) {
      name.data = query;
      element.hidden = !query;
    },
  };
}
