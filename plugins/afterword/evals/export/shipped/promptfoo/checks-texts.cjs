// Checks of a text and of tool calls. A reason repeats the check and never the answer.
"use strict";

const { strip, words, same } = require("./checks-answers.cjs");
const { finds } = require("./checks-patterns.cjs");
const { fits } = require("./checks-schemas.cjs");
const { casefold } = require("./checks-casefold.cjs");

function judgeText(check, { text, calls }) {
  const { type, value } = check;
  const told = quoted(value);
  const negated = type.startsWith("not_") || type === "tool_not_called";
  if (type === "contains" || type === "not_contains") {
    const found = fold(check, text).includes(fold(check, value));
    return [found !== negated, `${found ? "holds" : "does not hold"} ${told}`];
  }
  if (type === "regex" || type === "not_regex") {
    const found = finds(value, text, check.ignore_case);
    return [found !== negated, `${found ? "matches" : "does not match"} ${told}`];
  }
  if (type === "equals") {
    const equal = fold(check, value) === fold(check, strip(text));
    return [equal, `${equal ? "equals" : "does not equal"} ${told}`];
  }
  if (type === "is_json" || type === "json_schema") return judgeJson(check, text);
  if (type === "max_words") {
    const count = words(text).length;
    return [count <= value, `has ${count} words, ${value} may be`];
  }
  if (type === "tool_called" || type === "tool_not_called") {
    const found = calls.some((call) => isCall(check, call));
    return [found !== negated, `${found ? "calls" : "does not call"} ${told}`];
  }
  return [false, `nothing here can judge \`${type}\``];
}

// All variants gave the same answer in the same trial, blanks aside.
function judgeTogether(check, answers) {
  if (answers.length < 2) return [false, "there are no two answers to compare"];
  const told = answers.map(({ text, calls }) => [
    fold(check, words(text).join(" ")),
    calls.map((call) => [call.name, call.arguments]),
  ]);
  const equal = told.every((each) => same(each, told[0]));
  return [equal, equal ? "is the same in every variant" : "is not the same in every variant"];
}

function judgeJson(check, text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return [false, "is not JSON"];
  }
  if (check.type === "is_json") return [true, "is JSON"];
  const good = fits(check.value, value);
  return [good, `${good ? "has" : "does not have"} the form of the schema`];
}

function isCall(check, call) {
  const wanted = Object.entries(check.arguments ?? {});
  return (
    call.name === check.value &&
    wanted.every(([name, value]) => Object.hasOwn(call.arguments, name) && same(value, call.arguments[name]))
  );
}

const fold = (check, text) => (check.ignore_case ? casefold(text) : text);

function quoted(value) {
  const text = words(typeof value === "string" ? value : (JSON.stringify(value) ?? "")).join(" ");
  const chars = [...text];
  return "`" + (chars.length <= 60 ? text : chars.slice(0, 59).join("") + "…").replaceAll("`", "'") + "`";
}

module.exports = { judgeText, judgeTogether };
