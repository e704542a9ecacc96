"""How a check is replayed on a preserved series."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import ReplayRule
from afterword.model.fields import Fields
from afterword.model.scalars import Duration, Number, Text


class Replay(Fields):
    """A series that was kept, and the rule by which the check would have spoken on it."""

    needs: ClassVar = ("evidence", "column", "rule")
    evidence: Text | None = Field(None, description="The id of the evidence that holds the series, as CSV.")
    column: Text | None = Field(None, description="The column that holds the values.")
    by: Text | None = Field(
        None, description="The column by which the series is split; `gap` compares what it tells apart."
    )
    rule: ReplayRule | None = Field(None, description="How the values are judged.")
    value: Number | None = Field(
        None, description="The limit that has to be passed: in the column's unit, for `rate` as a share (0.2 is 20 %)."
    )
    for_: Duration | None = Field(
        None, alias="for", description="How long it has to stay passed; without it one reading is enough."
    )
