// What a provider gives back, read into one form: a text and tool calls, or one prediction for each row.
"use strict";

const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
const strip = (text) => text.replace(ENDS, "");
const words = (text) => text.split(new RegExp(`${SPACE}+`)).filter((each) => each !== "");
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// A text, a map of `text` (or `content`) and `tool_calls`, or the list of calls alone.
function readAnswer(given) {
  if (typeof given === "string") return { text: given, calls: [] };
  if (Array.isArray(given)) return { text: "", calls: given.map(readCall) };
  if (!isMap(given) || !("text" in given || "content" in given || "tool_calls" in given)) {
    throw new Error("the target gives back a text, or a map of `text` and `tool_calls`");
  }
  const text = given.text ?? given.content ?? "";
  const calls = given.tool_calls ?? [];
  if (typeof text !== "string" || !Array.isArray(calls)) throw new Error("`text` is a text and `tool_calls` a list");
  return { text, calls: calls.map(readCall) };
}

// `{name, arguments}`, or the same in `function` with the arguments as JSON.
function readCall(given) {
  if (isMap(given) && isMap(given.function)) given = given.function;
  if (!isMap(given) || typeof given.name !== "string") {
    throw new Error("each of the `tool_calls` has a `name` and `arguments`");
  }
  let found = given.arguments ?? {};
  if (typeof found === "string") {
    try {
      found = strip(found) ? JSON.parse(found) : {};
    } catch {
      throw new Error(`the arguments of the call of \`${given.name}\` are no JSON`);
    }
  }
  if (!isMap(found)) throw new Error(`the arguments of the call of \`${given.name}\` are a map`);
  return { name: given.name, arguments: found };
}

// A list, a map with the list as `predictions`, or either as JSON.
function readPredictions(given, rows) {
  if (typeof given === "string") {
    try {
      given = JSON.parse(given);
    } catch {
      given = null;
    }
  }
  if (isMap(given)) given = given.predictions;
  if (!Array.isArray(given)) throw new Error("the target gives back a list with one prediction for each row");
  if (given.length !== rows) {
    throw new Error(`the target gives back ${given.length} predictions for ${rows} rows`);
  }
  return given.map((value) => (value === null ? null : textOf(value) || null));
}

// `true`, `0.5`, and `3` for a whole number however it is written.
function textOf(value) {
  if (typeof value === "string") return strip(value);
  if (typeof value !== "number") return JSON.stringify(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  if (Math.abs(value) >= 1e-4) return String(value);
  return value.toExponential().replace(/e-(\d)$/, "e-0$1");
}

// Whether both are the same JSON; `1` and `1.0` are one number, and the order of keys makes no difference.
function same(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, place) => same(each, other[place]));
  }
  if (isMap(one) && isMap(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
    );
  }
  return one === other;
}

module.exports = { readAnswer, readPredictions, strip, words, isMap, same };
