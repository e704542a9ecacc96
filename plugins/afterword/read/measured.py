"""The shipped counts of the wording rules."""

from __future__ import annotations

from functools import cache
from importlib import resources

from afterword.model.measured import Measured
from afterword.model.source import Source
from afterword.read.data_file import plain_value
from afterword.read.nodes import read_nodes

NAME = "measured.yml"


@cache
def shipped_measures() -> Measured:
    """The counts that come with the package, which tests hold sound."""
    return read_measures(resources.files("afterword.model").joinpath("data", NAME).read_text(encoding="utf-8"))


def read_measures(text: str) -> Measured:
    """The counts in the text of such a file; raises ValueError (pydantic's) at the first mistake."""
    root = read_nodes(Source(NAME, text), 0, len(text), max_depth=8)
    return Measured.model_validate(plain_value(root) if root else {})
