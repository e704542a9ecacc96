"""Files instead of a network: what `gh`, `glab`, a search of Jira or a spreadsheet wrote of work items."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from afterword.model.tracker_settings import TrackerSettings
from afterword.model.tracker_state import TrackerItem, trim
from afterword.read.csv_table import Row, read_table
from afterword.trackers import github, gitlab, jira
from afterword.trackers.address import Address, read_address
from afterword.trackers.item import AnswerError, Place, Seen, mapping, plain_word, word

MOST = 100_000
"""Entries of one file."""
_LARGEST = 50_000_000
_COLUMNS = ("key", "raw", "updated_at", "closed_at", "due")
_READERS = (github.read_path, gitlab.read_path, jira.read_path)
WorkItem = tuple[str, str, int]
"""A host, a project and a number; no host where the file does not tell it."""


class ListingError(ValueError):
    """A file that is none of the forms; the message says which there are."""


@dataclass
class Listing:
    """What a file tells: items by their work item or by their address, and what in it could not be read."""

    items: dict[WorkItem, Seen] = field(default_factory=dict)
    by_url: dict[str, TrackerItem] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def find(self, address: Address, place: Place) -> TrackerItem | None:
        """What the file says of one address, in whichever way its tracker's address is written there."""
        found = self.by_url.get(address.url)
        if found is not None:
            return found
        of_host, of_any = (self.items.get((host, place.project, place.number)) for host in (address.host, ""))
        seen = of_host or of_any
        return seen.as_item(address.url, place.key) if seen else None


def guess_place(address: Address) -> Place | None:
    """What the address names, on whichever tracker that is: the forms of their paths differ."""
    return next((found for read in _READERS if (found := read(address.path)) is not None), None)


def read_listing(data: bytes, shown: str, settings: TrackerSettings, *, is_csv: bool) -> Listing:
    """The items of a file.

    Raises:
        ListingError: where it has none of the forms at all.
    """
    if len(data) > _LARGEST:
        message = "it is larger than 50 MB"
        raise ListingError(message)
    return _read_csv(data, shown) if is_csv else _read_json(data, settings)


def _read_json(data: bytes, settings: TrackerSettings) -> Listing:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        message = "it is no JSON"
        raise ListingError(message) from None
    raw = content.get("issues") if isinstance(content, Mapping) else content
    if not isinstance(raw, list):
        message = "it holds no list of work items"
        raise ListingError(message)
    found = Listing()
    for number, each in enumerate(raw[:MOST], 1):
        _take(found, number, mapping(each), settings)
    if len(raw) > MOST:
        found.problems.append(f"it holds more than {MOST:,} entries; the others are left aside")
    return found


def _take(found: Listing, number: int, raw: Mapping[str, Any], settings: TrackerSettings) -> None:
    """One entry; which tracker it is of is told by the fields that it has."""
    read: Callable[[Mapping[str, Any], TrackerSettings], Seen | None]
    if "fields" in raw:
        read, address = jira.read_issue, _jira_address(raw)
    elif "iid" in raw:
        read, address = gitlab.read_issue, read_address(word(raw.get("web_url")))
    else:
        read, address = github.read_issue, read_address(word(raw.get("url") or raw.get("html_url")))
    place = guess_place(address) if address else None
    if address is None or place is None:
        found.problems.append(
            f"entry {number} names no address of a work item; ask for `url` (`web_url` in GitLab) too"
        )
        return
    try:
        seen = read(raw, settings)
    except AnswerError:
        found.problems.append(f"entry {number} has no state that is known; ask for `state` too (`status` in Jira)")
        return
    if seen is None:
        found.problems.append(f"entry {number} was moved to another project; write its new address into the report")
        return
    found.items[address.host, place.project, place.number] = seen


def _jira_address(raw: Mapping[str, Any]) -> Address | None:
    """Where people find the issue; its own address is the one of the API, which may lie on another host."""
    own = read_address(word(raw.get("self")))
    place = jira.read_path(f"/browse/{word(raw.get('key'))}")
    if place is None:
        return None
    host = own.host if own and not own.host.startswith("api.") else ""
    return Address("", host, f"/browse/{place.key}")


def _read_csv(data: bytes, shown: str) -> Listing:
    table = read_table(data, shown, ("url", "state"), _COLUMNS)
    found = Listing()
    for problem in table.problems:
        found.problems.append(f"line {problem.line}: {problem.message}; {problem.hint}")
    for row in table.rows[:MOST]:
        try:
            item = TrackerItem.model_validate(dict(_cells(row)))
        except ValidationError as invalid:
            name = str(invalid.errors(include_url=False, include_input=False)[0]["loc"][0])
            found.problems.append(f"line {row.line}: `{name}` cannot be read")
            continue
        found.by_url[trim(item.url)] = item
    return found


def _cells(row: Row) -> Iterator[tuple[str, str]]:
    for name in ("url", "state", *_COLUMNS):
        if text := row.text(name):
            yield name, plain_word(text) if name in {"key", "raw"} else text
