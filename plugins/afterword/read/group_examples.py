"""The shipped examples of fields and of settings, one for each group."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from afterword.model.source import Source
from afterword.read.data_file import plain_value
from afterword.read.nodes import read_nodes

TOP = "top"
"""Stands for the group that has no path: the top of the front matter, or of the settings."""


def field_examples() -> Mapping[str, str]:
    """Front matter by the path of the group that it shows, such as `impact.money`."""
    return _read("field-examples.yml")


def setting_examples() -> Mapping[str, str]:
    """A piece of the plugin's block by the path of the group that it shows, such as `trackers.hosts`."""
    return _read("setting-examples.yml")


@cache
def _read(name: str) -> Mapping[str, str]:
    """The examples of one file; the top's stands under the empty path."""
    text = resources.files("afterword.model").joinpath("data", name).read_text(encoding="utf-8")
    root = read_nodes(Source(name, text), 0, len(text), max_depth=3)
    examples: Mapping[str, str] = plain_value(root) if root else {}
    return {"" if path == TOP else path: example.rstrip("\n") for path, example in examples.items()}
