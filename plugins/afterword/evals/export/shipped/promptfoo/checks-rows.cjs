// Checks of data: rates, gaps between groups, metrics, and how far a column has moved from its baseline.
"use strict";

const { strip } = require("./checks-answers.cjs");

function judgeRows(check, predictions, columns) {
  const truths = columns.truth ?? predictions.map(() => null);
  if (check.type === "psi") return moved(check, predictions, columns);
  if (check.type === "slice_gap") return gap(check, predictions, truths, columns);
  const pairs = predictions.map((output, row) => [output, truths[row]]).filter(([output]) => output !== null);
  const value = measure(check.type === "rate" ? "rate" : check.metric, pairs, check.label);
  if (value === null) return [false, "no row counts for it"];
  const low = check.type === "metric_min" ? check.value : check.at_least;
  const good = value >= (low ?? -Infinity) && value <= (check.at_most ?? Infinity);
  return [good, `${nameOf(check)} is ${value.toFixed(3)}`];
}

// A rate or a metric over pairs of an output and what was right; null where no row counts for it.
function measure(metric, pairs, label) {
  const count = (fits, of) => of.filter(fits).length;
  if (metric === "rate") return share(count(([output]) => output === label, pairs), pairs.length);
  const known = pairs.filter(([, truth]) => truth !== null);
  if (metric === "accuracy") return share(count(([output, truth]) => output === truth, known), known.length);
  const hits = count(([output, truth]) => output === truth && truth === label, known);
  const putOut = count(([output]) => output === label, known);
  const right = count(([, truth]) => truth === label, known);
  if (metric === "precision") return share(hits, putOut);
  return metric === "recall" ? share(hits, right) : share(2 * hits, putOut + right);
}

const share = (part, of) => (of === 0 ? null : part / of);

function nameOf({ metric = "rate", label }) {
  return metric === "accuracy" ? metric : `the ${metric} of \`${label}\``;
}

function gap(check, predictions, truths, columns) {
  const groups = new Map();
  columns.by[check.by].forEach((group, row) => {
    if (group === null || predictions[row] === null) return;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push([predictions[row], truths[row]]);
  });
  const found = [...groups.values()].map((pairs) => measure(check.metric ?? "rate", pairs, check.label));
  const values = found.filter((value) => value !== null);
  if (values.length < 2) return [false, "there are no two groups to compare"];
  const range = values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  // Sums of decimal numbers miss by a hair what they are written as.
  return [range <= check.value + 1e-9, `${nameOf(check)} differs by ${range.toFixed(3)} between groups`];
}

function moved(check, predictions, columns) {
  const before = columns.baseline[check.baseline].filter((value) => value !== null);
  const now = predictions.filter((value) => value !== null);
  if (before.length === 0 || now.length === 0) return [false, "a column holds no value"];
  const index = stabilityIndex(before, now);
  return [index <= check.value, `the stability index is ${index.toFixed(3)}`];
}

// Tenths of the baseline as bins for numbers, each value a bin for words.
function stabilityIndex(before, now) {
  const numbers = [numbersOf(before), numbersOf(now)];
  let counted;
  if (numbers.includes(null)) {
    const names = [...new Set([...before, ...now])];
    counted = [before, now].map((values) => {
      const of = new Map();
      values.forEach((value) => of.set(value, (of.get(value) ?? 0) + 1));
      return names.map((name) => of.get(name) ?? 0);
    });
  } else {
    const ordered = Float64Array.from(numbers[0]).sort();
    const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => ordered[Math.floor((ordered.length * place) / 10)]);
    const edges = [...new Set(tenths)];
    counted = numbers.map((values) => histogram(values, edges));
  }
  const [old, fresh] = counted.map(shares);
  return old.reduce((sum, earlier, bin) => sum + (fresh[bin] - earlier) * Math.log(fresh[bin] / earlier), 0);
}

const DIGITS = "[0-9]+(?:_[0-9]+)*";
const NUMBER = new RegExp(`^[-+]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:[eE][-+]?${DIGITS})?$`);

function numbersOf(texts) {
  const values = texts.map((text) => (NUMBER.test(strip(text)) ? Number(strip(text).replaceAll("_", "")) : NaN));
  return values.every(Number.isFinite) ? values : null;
}

function histogram(values, edges) {
  const counts = new Array(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.findIndex((edge) => value < edge);
    counts[bin < 0 ? edges.length : bin] += 1;
  }
  return counts;
}

function shares(counts) {
  const whole = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => (count === 0 ? 0.0001 : count / whole));
}

module.exports = { judgeRows };
