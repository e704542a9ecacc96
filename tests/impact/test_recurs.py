"""What recurs is told with the counts of the findings on the same, and only where the change brings it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result
from tests.impact.cases import BACK_TEXT, DECLINED_FIRST
from tests.impact.conftest import Tell
from tests.impact.sample import FIRST, FIRST_TEXT, SECOND, SECOND_TEXT, THIRD, THIRD_TEXT, History

Run = Callable[..., Result]


def findings(afterword: Run, code: str) -> list[str]:
    told = json.loads(afterword("check", "--format", "json", "--select", code).stdout)
    return [each["message"] for each in told["findings"]]


def test_the_third_time_is_the_third_time_of_the_finding(tell: Tell, afterword: Run) -> None:
    [recurrence] = tell({THIRD: THIRD_TEXT}).recurring
    [message] = findings(afterword, "AW701")
    assert message.startswith("the third report that names `data-drift` on this system")
    assert (recurrence.number, recurrence.factor.id) == (3, "data-drift")
    assert [each.id for each in recurrence.earlier] == ["2026-02-10-wrong-opening-hours", "2025-11-04-unequal-offers"]


@pytest.mark.parametrize("first", [FIRST_TEXT, DECLINED_FIRST])
def test_earlier_work_is_that_of_the_finding(first: str, tell: Tell, afterword: Run) -> None:
    [work] = tell({FIRST: first, THIRD: THIRD_TEXT}).open_work
    [message] = findings(afterword, "AW702")
    standing = "was declined" if work.status == "declined" else "is still open"
    assert f"`{work.remediation}` of `{work.of.id}` {standing}" in message


def test_what_is_back_is_that_of_the_finding(tell: Tell, afterword: Run) -> None:
    [back] = tell({THIRD: BACK_TEXT}).back
    [message] = findings(afterword, "AW703")
    assert f"`{back.remediation}` of `{back.of.id}`, verified on {back.verified_on}" in message


def test_a_report_that_leads_there_says_so_where_the_finding_is_silent(tell: Tell, afterword: Run) -> None:
    related = "related: [2025-11-04-unequal-offers]\n---\n\n## What"
    made = tell({THIRD: THIRD_TEXT.replace("---\n\n## What", related)})
    assert [made.recurring[0].leads, made.open_work[0].leads] == [True, True]
    assert findings(afterword, "AW7") == []


def test_a_known_report_is_not_told_again_for_another_change(tell: Tell) -> None:
    made = tell({SECOND: SECOND_TEXT.replace("sev3", "sev2"), FIRST: FIRST_TEXT.replace("sev2", "sev1")})
    assert (made.recurring, made.open_work, made.first_here, made.unguarded) == ((), (), (), ())


def test_a_draft_that_comes_into_review_is_told_whole(history: History, tell: Tell) -> None:
    history.git("checkout", "-q", "main")
    history.commit({THIRD: THIRD_TEXT.replace("in-review", "draft")})
    history.git("checkout", "-qB", "change")
    made = tell({THIRD: THIRD_TEXT})
    assert [each.words for each in made.changed[0].changes] == ["in review, was draft"]
    assert [each.number for each in made.recurring] == [3]


def test_a_factor_that_is_added_is_told_alone(tell: Tell) -> None:
    added = "  - {factor: data-proxy-target, how: The hours stood in for what was open.}\nno_eval"
    made = tell({SECOND: SECOND_TEXT.replace("no_eval", added)})
    assert [(each.factor.id, each.number) for each in made.recurring] == [("data-proxy-target", 2)]
    assert [each.factor.id for each in made.back] == ["data-proxy-target"]
    assert [[term.id for term in each.factors] for each in made.unguarded] == [["data-proxy-target"]]


def test_what_is_often_named_is_not_named_in_full(tell: Tell) -> None:
    copies = {
        FIRST.replace("11-04", f"11-{day:02}"): FIRST_TEXT.replace("Offers differed", f"Offers differed {day}")
        for day in range(5, 25)
    }
    made = tell({**copies, THIRD: THIRD_TEXT})
    last = next(each for each in made.recurring if each.report.id == "2026-05-12-third-list-of-areas")
    assert (last.number, len(last.earlier)) == (23, 10)
    work = [each for each in made.open_work if each.report.id == "2026-05-12-third-list-of-areas"]
    assert [(each.of.id[:10], each.more) for each in work] == [("2025-11-04", 0), ("2025-11-05", 0), ("2025-11-06", 18)]
