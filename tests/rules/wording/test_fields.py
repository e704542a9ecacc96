"""Every text of the front matter is judged as prose, or said here to be none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from afterword.model.front_matter import FrontMatter
from afterword.rules.wording.fields import PROSE, carries_prose

CODE, NAME, RECORDED = "an id, address or closed word", "a name", "recorded, not told"
NO_PROSE = {
    "tags": CODE, "related": CODE, "supersedes": CODE, "aliases": CODE, "external": CODE,
    "evidence.id": CODE, "evidence.uri": CODE, "evidence.sha256": CODE,
    "timeline.evidence": CODE, "timeline.replay.evidence": CODE, "timeline.replay.column": NAME,
    "timeline.replay.by": NAME,
    "remediations.replay.evidence": CODE, "remediations.replay.column": NAME, "remediations.replay.by": NAME,
    "contributing_factors.id": CODE, "contributing_factors.factor": CODE, "contributing_factors.led_to": CODE,
    "contributing_factors.evidence": CODE, "contributing_factors.accepted_risk.decided_by_role": NAME,
    "remediations.id": CODE, "remediations.kind": CODE, "remediations.addresses": CODE,
    "remediations.owner_team": NAME, "remediations.tracker": CODE, "remediations.evals": CODE,
    "impact.money.currency": CODE, "impact.reporting.regime": NAME, "impact.reporting.decided_by_role": NAME,
    "system.name": NAME, "system.owner_team": NAME, "system.provider": NAME, "system.also_affected": NAME,
    "snapshot.semconv": NAME, "snapshot.model": RECORDED, "snapshot.prompt": RECORDED, "snapshot.retrieval": RECORDED,
    "snapshot.tools": RECORDED, "snapshot.data.name": NAME, "snapshot.data.version": NAME,
    "snapshot.data.role": NAME, "snapshot.environment.release": NAME, "snapshot.environment.commit": NAME,
    "snapshot.environment.region": NAME, "snapshot.environment.flags": RECORDED,
    "eval_cases.id": CODE, "eval_cases.from_evidence": CODE, "eval_cases.suite": NAME,
    "eval_cases.input.prompt": RECORDED, "eval_cases.input.messages.content": RECORDED,
    "eval_cases.input.messages.name": RECORDED, "eval_cases.input.data": RECORDED,
    "eval_cases.input.messages.tool_calls.name": RECORDED,
    "eval_cases.input.messages.tool_calls.arguments": RECORDED,
    "eval_cases.variants.name": RECORDED, "eval_cases.variants.vars": RECORDED,
    "eval_cases.variants.recorded_outputs": RECORDED, "eval_cases.checks.value": RECORDED,
    "eval_cases.recorded_outputs": RECORDED, "eval_cases.reference_output": RECORDED,
    "eval_cases.input.data.evidence": CODE, "eval_cases.input.data.recorded": NAME,
    "eval_cases.input.data.reference": NAME, "eval_cases.input.data.truth": NAME,
    "eval_cases.checks.arguments": RECORDED, "eval_cases.checks.label": RECORDED, "eval_cases.checks.by": NAME,
    "eval_cases.checks.baseline": NAME,
    **{
        f"eval_cases.{place}.{key}": RECORDED
        for place in ("recorded_outputs", "reference_output", "variants.recorded_outputs")
        for key in ("text", "tool_calls.name", "tool_calls.arguments")
    },
    "participants.role": NAME, "participants.team": NAME,
    "review.facilitator_role": NAME, "review.facilitator_team": NAME, "review.approved_by_roles": NAME,
    "redaction.approved_by_role": NAME,
    "references.title": "somebody else's words", "references.url": CODE,
    "suppress.rule": CODE, "suppress.field": CODE, "suppress.reason": "on no page; speaks of the words left standing",
}  # fmt: skip
"""Each field that no wording rule reads, with the reason."""


def _texts(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key != "x-":
            yield from _of(info.annotation, (*path, key))


def _of(kind: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _texts(kind, path)
    elif kind is str or kind is Any:
        yield path
    elif not isinstance(kind, str):
        own = get_args(kind)[1:] if getattr(kind, "__origin__", None) is dict else get_args(kind)
        for each in own:
            if not isinstance(each, str):
                yield from _of(each, path)


ALL = sorted(set(_texts(FrontMatter)))


@pytest.mark.parametrize("path", ALL, ids=".".join)
def test_every_text_is_judged_or_said_to_be_none(path: tuple[str, ...]) -> None:
    assert carries_prose(path) != (".".join(path) in NO_PROSE)


def test_neither_list_names_what_is_no_field() -> None:
    assert set(NO_PROSE) <= {".".join(path) for path in ALL}
    for first, below in PROSE.items():
        parts = {part for path in ALL if path[0] == first for part in path[1:]}
        assert below <= parts, first


def test_what_was_put_in_and_came_out_is_recorded_whatever_it_is_called() -> None:
    assert not carries_prose(("eval_cases", 0, "input", "vars", "title"))
    assert not carries_prose(("remediations", 0, "x-note", "title"))
