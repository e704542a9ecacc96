// Loads the page "Explore" where it stands, and nothing anywhere else.

const hook = document.getElementById("afterword-explore");
if (hook) open(hook);

async function open(hook) {
  hook.querySelector(".aw-explore__plain")?.remove();
  const place = document.createElement("div");
  place.className = "aw-found";
  hook.append(place);
  const query = new URLSearchParams(location.search).get("q")?.trim();
  if (query) {
    hook.querySelector("input[name=q]").value = query;
    // The best passage stands before the facets and what shows them are loaded: it is what was asked for.
    const { showFirst } = await import("./explore/first.js");
    await showFirst(place, query);
  }
  const { start } = await import("./explore/explore.js");
  await start(hook, place);
}
