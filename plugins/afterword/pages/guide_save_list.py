"""What to save before a rollback, as a part of the guide: what every system has, then what each type has beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from afterword.model.choices import SystemType
from afterword.model.save_list import Lost, SaveList, ToSave
from afterword.pages.escape import render
from afterword.pages.words import capital, fill, label

CHAPTER = "guide/at-3-am.md"
"""The chapter that holds it."""
PLACE = "<!-- what to save -->\n"
"""The line of the chapter in whose place it stands."""
_LOST: Mapping[Lost, str] = {
    "hours": "Gone within hours.",
    "rollback": "Gone with a rollback.",
    "retention": "Gone when its retention ends.",
}


def save_lists(to_save: SaveList) -> str:
    """The lists as Markdown, each type under the anchor that `anchor_of` gives."""
    shared = [_line(each) for each in to_save.entries if not each.types]
    types = [
        (capital(label(each)), anchor_of(each), [_line(entry) for entry in to_save.entries if each in entry.types])
        for each in get_args(SystemType)
    ]
    return render("guide_save_list.md.jinja", shared=shared, types=types)


def anchor_of(type_: SystemType | None) -> str:
    """Where the list of one type stands in the chapter; the list of all where the type is not known."""
    return f"save-{type_}" if type_ else "what-to-save-by-type-of-system"


def _line(entry: ToSave) -> object:
    return fill("**{}.** {} *{}*", entry.what, entry.detail, _LOST[entry.lost])
