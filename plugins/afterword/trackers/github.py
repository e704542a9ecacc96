"""GitHub: what an address names, and what an issue of its REST API or of `gh issue list --json` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from afterword.model.tracker_settings import TrackerSettings
from afterword.trackers.item import AnswerError, Place, Seen, day, mapping, moment, names, word

_NAME = r"(?!\.{1,2}/)[A-Za-z0-9_.-]{1,100}"
_PATH = re.compile(rf"/({_NAME})/({_NAME})/(?:issues|pull)/([1-9][0-9]{{0,9}})\Z")


def read_path(path: str) -> Place | None:
    """The issue or pull request at a path of the site."""
    found = _PATH.match(path)
    if found is None:
        return None
    # Names there are the same in capitals and in small letters.
    project, number = f"{found[1]}/{found[2]}".lower(), int(found[3])
    return Place(project, number, f"{found[1]}/{found[2]}#{number}")


def api_of(host: str, path: str) -> tuple[str, str]:
    """The host of the API, and the path at which it begins."""
    return ("api.github.com", "") if host == "github.com" else (host, f"{path}/api/v3")


def read_issue(raw: Mapping[str, Any], settings: TrackerSettings) -> Seen:
    """An issue, or a pull request, which stands among the issues too.

    Raises:
        AnswerError: where it has no state.
    """
    state = word(raw.get("state")).upper()
    reason = word(raw.get("state_reason") or raw.get("stateReason")).upper()
    merged = moment(mapping(raw.get("pull_request")).get("merged_at") or raw.get("mergedAt"))
    if state not in {"OPEN", "CLOSED", "MERGED"}:
        raise AnswerError
    updated = moment(raw.get("updated_at") or raw.get("updatedAt"))
    milestone = mapping(raw.get("milestone"))
    due = day(milestone.get("due_on") or milestone.get("dueOn"))
    if state == "OPEN":
        return Seen("open", state, updated, due=due)
    closed = moment(raw.get("closed_at") or raw.get("closedAt")) or merged
    is_pull = "pull_request" in raw or state == "MERGED"
    if is_pull:
        is_done = merged is not None or state == "MERGED"
    else:
        # Older servers know no reasons: a closed issue is done there, unless a label says otherwise.
        is_done = reason in {"", "COMPLETED"} and not _is_declined(raw, settings)
    shown = "MERGED" if is_pull and is_done else f"CLOSED/{reason}" if reason else "CLOSED"
    return Seen("done" if is_done else "declined", shown, updated, closed, due)


def _is_declined(raw: Mapping[str, Any], settings: TrackerSettings) -> bool:
    return bool(names(raw.get("labels")) & {each.lower() for each in settings.declined_labels})
