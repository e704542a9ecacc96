"""Jira, Cloud and Data Center: what an address names, and what an issue of a search says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from afterword.model.tracker_settings import TrackerSettings
from afterword.model.tracker_state import TrackerStatus
from afterword.trackers.item import AnswerError, Place, Seen, day, mapping, moment, names, word

FIELDS = ("status", "resolution", "resolutiondate", "duedate", "updated", "labels")
"""What is asked for: no title and nobody's name."""
_PATH = re.compile(r"/browse/([A-Z][A-Z0-9_]{1,49})-([1-9][0-9]{0,9})\Z")
_STATES: Mapping[str, TrackerStatus] = {"new": "open", "indeterminate": "in_progress", "done": "done"}


def read_path(path: str) -> Place | None:
    """The issue at a path of the site."""
    found = _PATH.match(path)
    return Place(found[1], int(found[2]), f"{found[1]}-{found[2]}") if found else None


def api_of(host: str, path: str, cloud_id: str) -> tuple[str, str]:
    """The host of the API, and the path at which it begins."""
    return ("api.atlassian.com", f"/ex/jira/{cloud_id}") if cloud_id else (host, path)


def query(keys: Iterable[str]) -> str:
    """The search for these issues; keys hold nothing but capitals, digits, `_` and `-`."""
    return f"key in ({', '.join(sorted(keys))})"


def read_issue(raw: Mapping[str, Any], settings: TrackerSettings) -> Seen:
    """An issue.

    Raises:
        AnswerError: where it has no status whose category is known.
    """
    fields = mapping(raw.get("fields"))
    status = mapping(fields.get("status"))
    state = _STATES.get(word(mapping(status.get("statusCategory")).get("key")))
    if state is None:
        raise AnswerError
    updated, due = moment(fields.get("updated")), day(fields.get("duedate"))
    name = word(status.get("name")) or state
    if state != "done":
        return Seen(state, name, updated, due=due)
    resolution = word(mapping(fields.get("resolution")).get("name"))
    words = {each.lower() for each in settings.declined_resolutions}
    labels = names(fields.get("labels")) & {each.lower() for each in settings.declined_labels}
    declined = resolution.lower() in words or bool(labels)
    shown = f"{name}/{resolution}" if resolution else name
    closed = moment(fields.get("resolutiondate")) or updated
    return Seen("declined" if declined else "done", shown, updated, closed, due)
