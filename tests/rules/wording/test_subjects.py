"""Who acts in a clause, told apart by grammar and not by a name or a sentence."""

from __future__ import annotations

import pytest

from afterword.model.settings import Settings
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import Passage, flatten
from afterword.rules.wording.sentences import split_sentences
from afterword.rules.wording.subjects import doer_of, subject_of

SETTINGS = Settings.model_validate(
    {"organisation": {"names": ["Example Shop"], "teams": ["ml-platform"], "people": ["Xanthippe Jones", "@xj"]}}
)


def _sentence(text: str):
    passage = Passage(text, text, flatten(text), "", (), False, lambda start, end: None)
    return split_sentences(passage)[0]


def _subject(text: str):
    """The subject of the verb after `|`."""
    return subject_of(_sentence(text.replace("|", "")), text.index("|"), Organisation.of(SETTINGS))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We |forgot it", "we"),
        ("I've |forgotten it", "we"),
        ("Unfortunately, I also |forgot it", "we"),
        ("You |broke it", "you"),
        ("She then |skipped it", "person"),
        ("Someone |forgot it", "person"),
        ("Nobody on the team |checked", "person"),
        ("They |failed to see it", "they"),
        ("The on-call engineer |forgot it", "person"),
        ("An SRE |forgot it", "person"),
        ("The data scientists |forgot it", "person"),
        ("Two labellers |forgot it", "person"),
        ("The prompt author |forgot it", "person"),
        ("The vendor's support team |forgot it", "person"),
        ("The engineer on duty |forgot it", "person"),
        ("The developer of the exporter |forgot it", "person"),
        ("One of our engineers |forgot it", "person"),
        ("Members of the team |forgot it", "person"),
        ("Most of the requests |failed", "system"),
        ("The engineer who |forgot it", "person"),
        ("The users who |forgot it", "outsider"),
        ("The job that |failed", "system"),
        ("The engineer, who |forgot it", "person"),
        ("The engineer (new to the team) |forgot it", "person"),
        ("The engineer changed the flag and |forgot the rest", "person"),
        ("The job wrote the file and |failed", "system"),
        ("We deployed it, tested it, and |forgot the rest", "we"),
        ("During the rollout the team |forgot it", "person"),
        ("In March engineers |forgot it", "person"),
        ("The engineers and reviewers |forgot it", "person"),
        ("The model |failed to answer", "system"),
        ("The agent |ignored it", "system"),
        ("Our alert |failed to fire", "system"),
        ("The package manager |failed", "system"),
        ("The identity provider |failed", "system"),
        ("The session owner |expired", "system"),
        ("The client |ignored the answer", "system"),
        ("Customers |ignored it", "outsider"),
        ("The attacker |ignored it", "outsider"),
        ("|forgot it", "bare"),
        ("Did |forget it", "bare"),
        ("10:12 - |forgot it", "bare"),
        ("Lesson: |forgot it", "bare"),
        ("Example Shop |forgot it", "person"),
        ("The ML platform |forgot it", "person"),
        ("Xanthippe Jones |forgot it", "person"),
        ("@xj |forgot it", "person"),
        ("Priya |forgot it", "person"),
        ("priya |forgot it", "system"),
        ("The index of the engineers |failed", "system"),
        ("Because |failed", "unknown"),
    ],
)
def test_the_subject(text: str, kind: str) -> None:
    expected = {"The client |ignored the answer": "outsider"}.get(text, kind)
    assert _subject(text).kind == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The reliability engineer |forgot it", "person"),
        ("The site reliability team |forgot it", "person"),
        ("The SREs on call |forgot it", "person"),
        ("The data science team |forgot it", "person"),
        ("Our data scientist |forgot it", "person"),
        ("The data analysts |forgot it", "person"),
        ("The labelling team |forgot it", "person"),
        ("The annotators of the vendor |forgot it", "person"),
        ("A labeler |forgot it", "person"),
        ("The prompt engineer |forgot it", "person"),
        ("The prompt writers |forgot it", "person"),
        ("The author of the prompt |forgot it", "person"),
        ("The vendor's engineers |forgot it", "person"),
        ("The vendor |forgot it", "person"),
        ("The supplier's on-call team |forgot it", "person"),
        ("The cloud provider |forgot it", "system"),
        ("The contractor |forgot it", "person"),
        ("The red team |forgot it", "person"),
        ("The moderators |forgot it", "person"),
        ("The incident commander |forgot it", "person"),
        ("I |forgot it", "we"),
        ("he |forgot it", "person"),
        ("he'd |forgotten it", "person"),
        ("You've |forgotten it", "you"),
        ("Everyone |forgot it", "person"),
        ("None of us |checked", "we"),
        ("Who |forgot it", "person"),
        ("They |forgot it", "they"),
        ("- |forgot it", "bare"),
        ("* |Forgot it", "bare"),
        ("1. |Forgot it", "bare"),
        ("[x] |Forgot it", "bare"),
        ("**|Forgot it**", "bare"),
        ("Action item: |forgot it", "bare"),
        ("ml-platform |forgot it", "person"),
        ("ML platform's lead |forgot it", "person"),
        ("Example Shop's staff |forgot it", "person"),
        ("The model |forgot it", "system"),
        ("The language model |forgot it", "system"),
        ("The coding agent |forgot it", "system"),
        ("The agents |forgot it", "system"),
        ("The assistant |forgot it", "system"),
        ("The LLM |forgot it", "system"),
        ("The release train |forgot it", "system"),
        ("The on-call rotation |forgot it", "system"),
        ("The engine |failed", "system"),
        ("The deploy team's script |failed", "system"),
        ("The owner field |failed", "system"),
        ("The operator |failed", "system"),
        ("The manager |failed", "system"),
        ("The operator |restarted the database twice", "system"),
        ("The manager |failed to start", "system"),
        ("The operator |evicted the pods", "system"),
        ("The cluster manager |failed", "system"),
        ("The operator |forgot it", "person"),
        ("The manager |assumed it was done", "person"),
        ("The operator |closed the wrong valve", "person"),
        ("The operator |did not follow the runbook", "person"),
        ("The manager |told nobody", "person"),
        ("The shift manager |failed", "person"),
        ("The product manager |failed", "person"),
        ("My manager |failed", "person"),
        ("The operators |failed", "person"),
        ("The operators |restarted the pods", "system"),
        ("The worker |failed", "person"),
        ("The Kubernetes operator |failed", "system"),
        ("The support page |failed", "system"),
        ("The engineering blog |failed", "system"),
    ],
)
def test_roles_pronouns_bare_items_own_names_and_systems(text: str, kind: str) -> None:
    assert _subject(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The operator stopped the pump |anyway", "person"),
        ("The engineer deleted the partition |by mistake", "person"),
        ("The partition was deleted |anyway", "unknown"),
        ("The reviewer saw that the job failed and merged |anyway", "person"),
    ],
)
def test_the_doer(text: str, kind: str) -> None:
    sentence = _sentence(text.replace("|", ""))
    assert doer_of(sentence, text.index("|"), Organisation.of(SETTINGS)).kind == kind


def test_the_subject_is_quoted_as_it_stands() -> None:
    found = _subject("Yesterday the On-Call Engineer |forgot it")
    assert found.text == "the On-Call Engineer"
