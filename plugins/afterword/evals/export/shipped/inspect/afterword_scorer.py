"""Judges each sample by the checks of its case, as the incident reports' own self-check does."""

import json
import os
import time
from pathlib import Path

import anyio
from afterword_answers import Answer, AnswerError, read_answer, read_predictions
from afterword_checks import TOGETHER, judge_rows, judge_text, judge_together
from inspect_ai.scorer import CORRECT, INCORRECT, Score, Target, accuracy, model_graded_qa, scorer, stderr
from inspect_ai.solver import TaskState

HERE = Path(__file__).resolve().parent
PATIENCE = float(os.getenv("AFTERWORD_PATIENCE") or 120)
"""Seconds without a new answer after which a comparison of variants gives up."""
_answers: dict = {}
_last = [time.monotonic()]


@scorer(metrics=[accuracy(), stderr()])
def incident_checks():
    """Correct where every check of the case passes; a rubric is judged by a model, `--model-role grader=…`."""

    async def score(state: TaskState, target: Target) -> Score:
        try:
            told = await _judge(state)
        except AnswerError as error:
            told = [(False, str(error))]
        good = all(passes for passes, _ in told)
        failed = [reason for passes, reason in told if not passes]
        return Score(
            value=CORRECT if good else INCORRECT,
            answer=state.output.completion,
            explanation="; ".join(failed) or "every check passes",
        )

    return score


async def _judge(state: TaskState) -> list:
    judged = state.metadata["judged"]
    checks = judged["checks"]
    if state.metadata["variant"] == "*":
        answers = [read_answer(each) for each in judged["answers"]] if "answers" in judged else await _gather(state)
        return [judge_together(check, answers) for check in checks]
    if "file" in judged:
        columns = json.loads((HERE / judged["file"]).read_text(encoding="utf-8"))
        predictions = read_predictions(state.output.completion, columns["rows"])
        return [
            await _rubric(check, state) if check["type"] == "rubric" else judge_rows(check, predictions, columns)
            for check in checks
        ]
    answer = _answer(state)
    _answers.setdefault(_key(state), {})[state.metadata["variant"]] = answer
    _last[0] = time.monotonic()
    told = []
    for check in checks:
        if check["type"] == "rubric":
            told.append(await _rubric(check, state))
        elif check["type"] != TOGETHER:
            told.append(judge_text(check, answer))
    return told


async def _rubric(check: dict, state: TaskState) -> tuple[bool, str]:
    score = await model_graded_qa()(state, Target(check["value"]))
    good = score is not None and score.value == CORRECT
    return good, "the grader finds the rubric met" if good else "the grader finds the rubric not met"


def _answer(state: TaskState) -> Answer:
    """The last text, and every tool that was called after what was put in."""
    first = next((place for place, each in enumerate(state.messages) if _is_answer(each, state)), len(state.messages))
    said = [each for each in state.messages[first:] if each.role == "assistant"]
    calls = [
        {"name": call.function, "arguments": call.arguments} for message in said for call in message.tool_calls or []
    ]
    return Answer(state.output.completion, tuple(calls))


def _is_answer(message: object, state: TaskState) -> bool:
    given = {each.id for each in state.input} if not isinstance(state.input, str) else set()
    return message.role == "assistant" and message.id not in given


async def _gather(state: TaskState) -> list:
    """The answers of all variants in this trial; their samples leave them here."""
    found = _answers.setdefault(_key(state), {})
    while len(found) < state.metadata["judged"]["variants"]:
        if time.monotonic() - _last[0] > PATIENCE:
            raise AnswerError("not every variant has an answer in this trial")
        await anyio.sleep(0.05)
    return list(found.values())


def _key(state: TaskState) -> tuple:
    told = state.metadata
    return told["report"], told["case"], told["digest"], told["trial"], state.epoch
