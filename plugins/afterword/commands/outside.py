"""Where a command may write: never into the documents folder, of which a site engine publishes what it finds."""

from __future__ import annotations

from pathlib import Path

from afterword.commands.find_project import Found
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path


def refuse_inside(place: Path, found: Found, what: str) -> None:
    """Stop where `place` lies in the documents folder; `what` names it, such as `DIR`.

    Raises:
        Refusal: where it does.
    """
    if place.is_relative_to(found.project.docs):
        raise Refusal(_message(found, what, "lies in"))


def refuse_overlap(place: Path, found: Found, what: str) -> None:
    """Stop where `place`, of which nothing but the command's own files may be left, is in or around that folder.

    Raises:
        Refusal: where it is.
    """
    if place.is_relative_to(found.project.docs) or found.project.docs.is_relative_to(place):
        raise Refusal(_message(found, what, "overlaps"))


def _message(found: Found, what: str, lies: str) -> str:
    shown = shown_path(found.project.shown(found.project.docs))
    return f"{what} {lies} the documents folder `{shown}`, which would be published; choose another place"
