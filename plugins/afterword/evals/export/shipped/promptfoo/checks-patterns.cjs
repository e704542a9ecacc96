// Regular expressions as programs: the same answer as RE2, in time linear in the text, whatever the pattern.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const KEPT = 5000; // steps that are remembered, so that each is worked out once

let programs;

// Whether a pattern of the export is found anywhere in the text.
function finds(pattern, text, ignoreCase = false) {
  programs ??= JSON.parse(fs.readFileSync(path.join(__dirname, "judge", "patterns.json"), "utf8")).programs;
  return runs(programs[`${ignoreCase ? "i" : ""}:${pattern}`], text);
}

function runs(program, text) {
  // Half of a pair counts as three unknown characters, as bytes do that are no UTF-8.
  const chars = [...text].flatMap((char) => (/^[\ud800-\udfff]$/.test(char) ? ["\ufffd", "\ufffd", "\ufffd"] : [char]));
  const runner = new Runner(program);
  let threads = [];
  let before = "";
  for (let place = 0; place <= chars.length; place++) {
    const after = chars[place] ?? "";
    const reached = runner.reach([0, ...threads], kind(before), kind(after));
    // RE2 goes by bytes: a place without a word's border may also lie within a character of several.
    if (reached === null || (after > "\x7f" && runner.reach([0], "o", "o") === null)) return true;
    if (after !== "") threads = runner.step(reached, after);
    before = after;
  }
  return false;
}

function kind(char) {
  if (char === "" || char === "\n") return char;
  return /^[0-9A-Za-z_]$/.test(char) ? "w" : "o";
}

class Runner {
  constructor({ code, sets }) {
    this.code = code;
    this.sets = sets;
    this.reached = new Map();
    this.stepped = new Map();
  }

  // Where the threads stand before they take a character; null where one has found something.
  reach(threads, before, after) {
    return remembered(this.reached, `${threads.join()}|${before}|${after}`, () => {
      const seen = new Set();
      const waiting = [...threads];
      while (waiting.length > 0) {
        const place = waiting.pop();
        if (seen.has(place)) continue;
        seen.add(place);
        const [name, first, second] = this.code[place];
        if (name === "match") return null;
        if (name === "split") waiting.push(first, second);
        else if (name === "jump") waiting.push(first);
        else if (name === "at" && holds(first, before, after)) waiting.push(place + 1);
      }
      return [...seen].filter((place) => this.code[place][0] === "set").sort((a, b) => a - b);
    });
  }

  // Where the threads go on after a character.
  step(reached, char) {
    return remembered(this.stepped, `${reached.join()}|${char}`, () => {
      const point = char.codePointAt(0);
      return reached.filter((place) => takes(this.sets[this.code[place][1]], point)).map((place) => place + 1);
    });
  }
}

function remembered(known, key, find) {
  if (known.has(key)) return known.get(key);
  if (known.size > KEPT) known.clear();
  const found = find();
  known.set(key, found);
  return found;
}

// First and last code points alternate, sorted.
function takes(ranges, point) {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point < ranges[2 * middle]) high = middle;
    else if (point > ranges[2 * middle + 1]) low = middle + 1;
    else return true;
  }
  return false;
}

function holds(at, before, after) {
  if (at === "text-start") return before === "";
  if (at === "text-end") return after === "";
  if (at === "line-start") return before === "" || before === "\n";
  if (at === "line-end") return after === "" || after === "\n";
  return ((before === "w") !== (after === "w")) === (at === "word");
}

module.exports = { finds, runs };
