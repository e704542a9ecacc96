// Judges one check on one answer, as the incident reports' own self-check does. promptfoo calls it for each assertion.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { readAnswer, readPredictions } = require("./checks-answers.cjs");
const { judgeText, judgeTogether } = require("./checks-texts.cjs");
const { judgeRows } = require("./checks-rows.cjs");

// Milliseconds without a new answer, after which a comparison of variants gives up.
const PATIENCE = 1000 * Number(process.env.AFTERWORD_PATIENCE || 120);
const shared = (globalThis[Symbol.for("afterword-answers")] ??= { answers: new Map(), last: Date.now() });

module.exports = async function check(output, { config, test }) {
  const [pass, reason] = await judge(JSON.parse(config.check), output, config, test.metadata);
  return { pass, score: pass ? 1 : 0, reason };
};

async function judge(check, output, config, metadata) {
  const given = config.replayed ? JSON.parse(output) : output;
  if (check.type === "same_across_variants") return compare(check, given, config, metadata);
  try {
    if (!config.judge) return judgeText(check, readAnswer(given));
    const columns = JSON.parse(fs.readFileSync(path.join(__dirname, config.judge), "utf8"));
    return judgeRows(check, readPredictions(given, columns.rows), columns);
  } catch (error) {
    // What cannot be read as an answer is a wrong answer.
    return [false, error.message];
  }
}

// The tests of the variants leave their answers here, and one more test for each trial compares them.
async function compare(check, given, config, metadata) {
  if (config.replayed) return judgeTogether(check, given.map(readAnswer));
  const key = JSON.stringify([metadata.report, metadata.case, metadata.digest, metadata.trial]);
  const answers = shared.answers.get(key) ?? new Map();
  shared.answers.set(key, answers);
  if (!config.together) {
    answers.set(metadata.variant, readAnswer(given));
    shared.last = Date.now();
    return [true, "is compared with the other variants in a test of its own"];
  }
  while (answers.size < config.variants && Date.now() - shared.last < PATIENCE) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Nothing was judged, which promptfoo tells as an error and not as a failure.
  if (answers.size < config.variants) throw new Error("not every variant has an answer in this trial");
  return judgeTogether(check, [...answers.values()]);
}
