"""Questions with words of the sentence: each rule's slots, where they are filled, and where they had better not be."""

from __future__ import annotations

import pytest
from tests.rules.wording.conftest import find_in


def _question(code: str, sentence: str) -> str:
    found = [each for each in find_in(f"{sentence}\n") if each.code == code]
    assert len(found) == 1, sentence
    return found[0].hint


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The root cause of the outage was a missing timeout.", "`a missing timeout` to lead to the outage?"),
        ("The root cause was a stale embedding cache.", "`a stale embedding cache` to have this effect?"),
        ("The root cause was identified as an API that returns 200 on errors.", "`an API that returns 200 on errors` to"),
        ("A race in the feature loader is the root cause of the delay.", "`a race in the feature loader` to lead to the delay?"),
        ("The one thing that caused the outage was the DNS change.", "`the DNS change` to lead to the outage?"),
        ("The outage was solely caused by two keys in `us-east-1`.", "`two keys in us-east-1` to lead to the outage?"),
        ("The root cause was 3,400 expired keys.", "`3,400 expired keys` to have this effect?"),
        ("The root cause was a bug introduced in v1.2.3.", "`a bug introduced in v1.2.3` to have"),
        ("The root cause was the `user_id` column.", "`the user_id column` to have"),
        ("The root cause was a timeout that we had set.", "`a timeout` to have"),
        ("The root cause of the outage was that nobody owned it.", "for it to lead to the outage?"),
        ("The root cause was a missing index, a full disk and an old key.", "for it to have this effect?"),
        ("The root cause was an operator who pasted it twice.", "for it to have this effect?"),
        ("The root cause was an alert nobody had seen.", "for it to have this effect?"),
        ("The root cause was a missing index brought down the site.", "for it to have this effect?"),
        ("The root cause was the “new” alert.", "for it to have this effect?"),
        ("THE ROOT CAUSE WAS A FULL DISK.", "for it to have this effect?"),
        ("The server we patched was the root cause of the outage.", "for it to lead to the outage?"),
    ],
)  # fmt: skip
def test_a_single_cause_is_asked_what_had_to_come_with_it(sentence: str, asked: str) -> None:
    assert asked in _question("AW331", sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The alert should have been tested.", "in the way of having `the alert tested` at that point, and which test"),
        ("The new guideline should have been reviewed by legal before it went out.", "`the new guideline reviewed by legal before it went out`"),
        ("The on-call should've been looped in right away.", "having `the on-call looped in right away` at"),
        ("The changes should have been rolled back.", "having `the changes rolled back` at"),
        ("Both alerts should have been checked on Friday.", "having `both alerts checked on Friday` at"),
        ("The change should have been reviewed and approved before we merged it.", "having `the change reviewed` at"),
        ("The change should not have been merged.", "what made it look right to have `the change merged` at that point"),
        ("The change should have been rolled.", "name the control that was not there:"),
        ("The cache, the index and the queue should have been tested.", "name the control that was not there:"),
        ("It should have been tested.", "name the control that was not there:"),
        ("What it does should have been documented.", "name the control that was not there:"),
        ("The outage could have been prevented.", "name the control that was not there:"),
    ],
)  # fmt: skip
def test_an_act_left_undone_is_asked_what_was_in_its_way(sentence: str, asked: str) -> None:
    assert asked in _question("AW312", sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The index was accidentally dropped.", "led to `the index` being dropped, what did it allow"),
        ("10:14 UTC - the `prod-eu` bucket was accidentally deleted.", "led to `the prod-eu bucket` being deleted,"),
        ("The indexes had been accidentally dropped in production.", "led to `the indexes` being dropped,"),
        ("It was accidentally deleted.", "which tool or step did it,"),
        ("The limit was mistakenly set to 0.", "which tool or step did it,"),
        ("Mistakes were made.", "which tool or step did it,"),
    ],
)
def test_a_slip_without_a_hand_is_asked_what_led_there(sentence: str, asked: str) -> None:
    assert asked in _question("AW341", sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Management is to blame for the missing capacity.", "what made `the missing capacity` possible, whoever was there?"),
        ("The outage was our fault.", "what made the outage possible, whoever was there?"),
        ("The contractor dropped the ball on the retention ticket.", "what did `the retention ticket` rely on,"),
        ("The operator should have known that the valve was open.", "what did the operator see at that point, and where did it show `that the valve was open`?"),
        ("He should know better than to edit the store by hand.", "look right at that point to `edit the store by hand`,"),
        ("This was an error from the ML team.", "what did the ML team see and expect at that point"),
        ("We are to blame for the outage, the leak and the delay.", "what made this outcome possible, whoever was there?"),
        ("I am to blame for it.", "what made this outcome possible, whoever was there?"),
    ],
)  # fmt: skip
def test_a_verdict_is_asked_what_made_it_possible(sentence: str, asked: str) -> None:
    assert asked in _question("AW303", sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Why did the team not test this on staging?", "make sense to the team not to `test this on staging`, with"),
        (
            "Why didn't the on-call engineer restart the queue?",
            "sense to the on-call engineer not to `restart the queue`, with",
        ),
        ("Why did nobody check the dashboard?", "sense to those involved not to `check the dashboard`, with"),
        ("Why did the operator skip the second check?", "sense to the operator to `skip the second check`, with"),
        (
            "Why didn't the team notice the drift?",
            "what did the team see at that point, and where did `the drift` show?",
        ),
        ("Who approved the change to the prompt?", "how did `the change to the prompt` come to be approved, with"),
        ("Who broke the build?", "how did `the build` come to be broken, with"),
        ("Who approved this without an eval?", "how did that step come to make sense with"),
        ("Why did the team forget to renew the key?", "how did that step come to make sense with"),
        ("Why was the engineer so slow?", "how did that step come to make sense with"),
    ],
)
def test_an_accusing_question_is_asked_of_the_step(sentence: str, asked: str) -> None:
    assert asked in _question("AW304", sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("A careless deploy took the site down.", "how did the deploy look at that point"),
        ("The careless deploy pipeline change broke it.", "how did the change look at that point"),
        ("The decision to skip staging was ill-considered.", "what did the decision rest on"),
        ("The code review was superficial.", "how did the review go"),
        ("Moving both indexes in one night was reckless.", "how did `moving both indexes in one night` look"),
        ("Our engineers were careless.", "what did the engineers see and do"),
        ("The vendor communicated the changes poorly.", "what did the vendor see and do"),
        ("The testing of the release was insufficient.", "what was done, under which constraint"),
        ("We did a poor job of keeping people informed.", "what was done, under which constraint"),
        ("We were careless.", "what was done, under which constraint"),
    ],
)
def test_what_is_rated_is_asked_about_itself(sentence: str, asked: str) -> None:
    assert asked in _question("AW321", sentence)


@pytest.mark.parametrize(
    ("code", "sentence", "asked"),
    [
        ("AW351", "Be more careful with prompts.", "alert for `prompts` holds even when attention is short?"),
        ("AW351", "Be more careful when changing routing rules.", "alert for `changing routing rules` holds"),
        ("AW351", "More care should be taken with the ranking prompt.", "alert for `the ranking prompt` holds"),
        ("AW351", "Remember to rotate the keys.", "nobody remembers to `rotate the keys`?"),
        ("AW351", "Always double-check the second region.", "nobody has time to `double-check the second region`?"),
        ("AW351", "Make sure everyone reads the runbook.", "nobody `reads the runbook`?"),
        ("AW351", "Be more careful in the future.", "nobody is careful?"),
        ("AW351", "Be more careful with it.", "nobody is careful?"),
        ("AW351", "Be more careful with the prompt the team wrote.", "nobody is careful?"),
        ("AW351", "Be more careful when the model changes.", "nobody is careful?"),
        ("AW351", "Always check.", "nobody is careful?"),
        ("AW352", "Train engineers on the new failover procedure.", "beside it for `the new failover procedure`: a gate"),
        ("AW352", "Remind engineers to rotate the keys.", "on a day on which nobody remembers to `rotate the keys`: a gate"),
        ("AW352", "Second pair of eyes for every prompt change.", "beside it for `every prompt change`: a gate"),
        ("AW352", "Raise awareness of prompt injection among developers.", "beside it for `prompt injection`: a gate"),
        ("AW352", "Hold a training session on prompt injection for all agents.", "beside it for `prompt injection`: a gate"),
        ("AW352", "Train the support staff on it.", "stand beside it: a gate"),
        ("AW352", "Run a workshop about what went wrong.", "stand beside it: a gate"),
    ],
)  # fmt: skip
def test_a_weak_action_is_asked_for_what_holds_instead(code: str, sentence: str, asked: str) -> None:
    assert asked in _question(code, sentence)


def test_a_role_beside_a_name_is_asked() -> None:
    assert "what could the on-call engineer see" in _question(
        "AW305", "Maria, the on-call engineer, restarted the index."
    )
    assert "what could that role see" in _question("AW305", "Maria restarted the index.")


def test_a_question_carries_no_name_on() -> None:
    for code, sentence in (
        ("AW331", "The root cause was the commit by Priya."),
        ("AW312", "The change should have been reviewed by Priya."),
        ("AW351", "Always check the diff with Priya."),
        ("AW302", "The engineer forgot to tell Priya."),
    ):
        assert "priya" not in _question(code, sentence).lower()


def test_planning_and_models_are_asked_by_their_word() -> None:
    assert "what did the planning cover, and what not?" in _question("AW322", "There was hardly any planning.")
    assert "what did the agent see?" in _question("AW361", "The agent lied about the result.")
