"""The shipped examples of the fields, one for each group."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from afterword.model.source import Source
from afterword.read.data_file import plain_value
from afterword.read.nodes import read_nodes

TOP = "top"
"""Stands for the top of the front matter, which has no path."""


@cache
def read_field_examples() -> Mapping[str, str]:
    """Front matter by the path of the group that it shows, such as `impact.money`; the top's under the empty path."""
    text = resources.files("afterword.model").joinpath("data", "field-examples.yml").read_text(encoding="utf-8")
    root = read_nodes(Source("field-examples.yml", text), 0, len(text), max_depth=3)
    examples: Mapping[str, str] = plain_value(root) if root else {}
    return {"" if path == TOP else path: example.rstrip("\n") for path, example in examples.items()}
