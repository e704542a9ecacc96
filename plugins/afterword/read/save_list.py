"""The shipped list of what to save before a rollback."""

from __future__ import annotations

from functools import cache

from afterword.model.save_list import SaveList, ToSave
from afterword.read.vocabulary import shipped_entries

NAME = "save-before-rollback.yml"


@cache
def shipped_save_list() -> SaveList:
    """The list that comes with the package, which tests hold sound."""
    return SaveList(shipped_entries(NAME, ToSave))
