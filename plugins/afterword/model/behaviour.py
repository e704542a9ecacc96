"""The gap between what was expected and what was observed."""

from __future__ import annotations

from pydantic import Field

from afterword.model.choices import Reproducible
from afterword.model.fields import Fields
from afterword.model.scalars import Count, Text


class Behaviour(Fields):
    """The gap: what was expected, what was observed, and how often."""

    expected: Text | None = Field(None, description="What the system was expected to do.")
    observed: Text | None = Field(None, description="What it was seen to do instead.")
    failing: Count | None = Field(None, description="In how many of the sampled cases the gap showed (k).")
    sampled: Count | None = Field(None, description="How many cases were looked at (n).")
    how_sampled: Text | None = Field(None, description="How the cases were chosen.")
    reproducible: Reproducible | None = Field(None, description="Whether it can be brought about again.")
