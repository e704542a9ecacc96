"""The shipped list of `gen_ai.*` names."""

from __future__ import annotations

from functools import cache

from afterword.model.gen_ai import GenAiName, GenAiNames
from afterword.read.vocabulary import shipped_entries

NAME = "gen-ai-attributes.yml"


@cache
def shipped_names() -> GenAiNames:
    """The names that come with the package, which tests hold sound."""
    return GenAiNames(shipped_entries(NAME, GenAiName))
