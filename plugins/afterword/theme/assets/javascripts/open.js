// Loads what the page "Open remediations" can do beyond its tables where they stand, and nothing anywhere else.

const hook = document.getElementById("afterword-open");
if (hook) import("./open/list.js").then(({ start }) => start(hook));
