"""The eval cases of incident reports. The page README.md says how to connect a system to them."""

import json
from pathlib import Path

import pytest
from afterword_answers import AnswerError, read_answer, read_predictions
from afterword_checks import TOGETHER, judge_rows, judge_text, judge_together
from afterword_trials import read_lines

HERE = Path(__file__).resolve().parent
_answers = {}


def test_incident(trial, request):
    """One trial of one variant, or with the variant `*` the comparison of all variants in one trial."""
    # What `record_property` does, without its warning: `--junitxml` writes them, and by them results are read back.
    request.node.user_properties += [(name, _flat(value)) for name, value in trial["metadata"].items()]
    try:
        told = _judge(trial, request)
    except AnswerError as error:
        told = [(False, str(error))]
    failed = [reason for good, reason in told if not good]
    if failed:
        pytest.fail("\n".join(failed), pytrace=False)


def _judge(trial, request):
    if trial["metadata"]["variant"] == "*":
        answers = _together(trial, request)
        return [judge_together(check, answers) for check in trial["checks"]]
    checks = [each for each in trial["checks"] if each["type"] not in (TOGETHER, "rubric")]
    if not checks and len(trial["checks"]) > 0 and all(each["type"] == "rubric" for each in trial["checks"]):
        pytest.skip("a rubric is judged by a model or a person")
    if "rows" in trial:
        columns = json.loads((HERE / trial["judge"]).read_text(encoding="utf-8"))
        given = trial["answers"][0] if "answers" in trial else _ask(request, "predict", trial["rows"])
        predictions = read_predictions(given, columns["rows"])
        return [judge_rows(check, predictions, columns) for check in checks]
    answer = _answer(trial, request)
    return [judge_text(check, answer) for check in checks]


def _together(trial, request):
    """The answers of all variants in this trial, each asked once."""
    if "answers" in trial:
        return [read_answer(each) for each in trial["answers"]]
    key, number = _case(trial), trial["metadata"]["trial"]
    mine = [each for each in read_lines("cases.jsonl") if _case(each) == key and each["metadata"]["variant"] != "*"]
    return [_answer({**each, "metadata": {**each["metadata"], "trial": number}}, request) for each in mine]


def _answer(trial, request):
    if "answers" in trial:
        return read_answer(trial["answers"][0])
    key = (*_case(trial), trial["metadata"]["variant"], trial["metadata"]["trial"])
    if key not in _answers:
        _answers[key] = read_answer(_ask(request, "answer", trial["messages"]))
    return _answers[key]


def _ask(request, name, given):
    """What the system answers. Where it gives no answer at all, the results say so: nothing was judged."""
    try:
        function = request.getfixturevalue(name)
        # Whatever the function does to what it is given, the next trial gets it as it was.
        answer = function(json.loads(json.dumps(given)))
        if not isinstance(answer, (str, list, dict)):
            wanted = "a text, or a map of `text` and `tool_calls`, or for rows a list of predictions"
            raise TypeError(f"the target gives back {wanted}, and not {type(answer).__name__}")
        return answer
    except (Exception, SystemExit) as error:
        request.node.user_properties.append(("outcome", "error"))
        if isinstance(error, NotImplementedError):
            pytest.fail(str(error), pytrace=False)
        raise


def _case(trial):
    return trial["metadata"]["report"], trial["metadata"]["case"]


def _flat(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, list) else str(value)
