"""Remediations: specific actions, each with what it addresses and how its success is seen."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import Intent, Status
from afterword.model.fields import Fields
from afterword.model.replay import Replay
from afterword.model.scalars import Day, Flag, Text

CLOSED: frozenset[Status] = frozenset({"done", "verified", "declined"})
"""The states that count as closed."""
UNCOMMITTED: frozenset[Status] = frozenset({"proposed", "declined"})
"""The states that need no tracker, due date or success check."""


class Remediation(Fields):
    """One specific action."""

    needs: ClassVar = ("title", "kind")
    id: Text | None = Field(None, description="`RM-` and a number, by which the report's other entries refer to it.")
    title: Text | None = Field(None, description="What changes, in a few words.")
    kind: Text | None = Field(None, description="Its id in the vocabulary of remediation kinds.")
    intent: Intent = Field("prevent", description="What it is for.")
    addresses: tuple[Text, ...] | None = Field(
        None, description="Ids of the factors it addresses; without it the one factor where there is one."
    )
    owner_team: Text | None = Field(None, description="The team that owns the work.")
    tracker: Text | None = Field(None, description="The https address of the work item.")
    status: Status = Field("proposed", description="How far the work is, as the report knows it.")
    declined_because: Text | None = Field(None, description="Why it is not done; on `declined`.")
    due: Day | None = Field(None, description="The day by which it is to be done.")
    success_check: Text | None = Field(None, description="How it will be seen that it works.")
    replay: Replay | None = Field(
        None, description="The alert replayed on a kept series, as its success check; on `monitor-alert`."
    )
    done_on: Day | None = Field(None, description="The day on which the work was done.")
    verified_on: Day | None = Field(None, description="The day on which the success check held.")
    declined_on: Day | None = Field(None, description="The day on which it was declined.")
    evals: tuple[Text, ...] = Field((), description="Ids of the eval cases that guard it.")
    blocking: Flag | None = Field(None, description="Whether it stops a release; decides the strength of test kinds.")
