"""GitLab: what an address names, and what an issue of its REST API or of `glab issue list --output json` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from afterword.model.tracker_settings import TrackerSettings
from afterword.trackers.item import AnswerError, Place, Seen, day, moment, names, word

_NAME = r"(?!\.{1,2}/)[A-Za-z0-9_.-]{1,255}"
_PATH = re.compile(rf"/({_NAME}(?:/{_NAME}){{1,20}})/-/(?:issues|work_items)/([1-9][0-9]{{0,9}})\Z")


def read_path(path: str) -> Place | None:
    """The issue or work item at a path of the site."""
    found = _PATH.match(path)
    if found is None or "/-/" in f"/{found[1]}/":
        return None
    return Place(found[1].lower(), int(found[2]), f"{found[1]}#{found[2]}")


def project_path(project: str) -> str:
    """A project as the API names it: its path as one part."""
    return quote(project, safe="")


def read_issue(raw: Mapping[str, Any], settings: TrackerSettings) -> Seen | None:
    """An issue; None for one that was moved, since the closed one left behind says nothing of the work.

    Raises:
        AnswerError: where it has no state.
    """
    state = word(raw.get("state"))
    if state not in {"opened", "reopened", "closed"}:
        raise AnswerError
    updated, due = moment(raw.get("updated_at")), day(raw.get("due_date"))
    if state != "closed":
        return Seen("open", state, updated, due=due)
    if raw.get("moved_to_id") is not None:
        return None
    declined = names(raw.get("labels")) & {each.lower() for each in settings.declined_labels}
    return Seen("declined" if declined else "done", state, updated, moment(raw.get("closed_at")), due)
