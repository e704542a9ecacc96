"""Asking GitHub: by lists of our label where the settings name one, and one by one for what is in none of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from afterword.commands.trackers.client import Client, NoAnswerError, OtherHostError, as_list
from afterword.commands.trackers.outcome import GONE, MOVED_AWAY, ODD, Outcome, no_entry, odd_code
from afterword.commands.trackers.transport import Answer
from afterword.model.tracker_settings import TrackerSettings
from afterword.trackers import github
from afterword.trackers.item import AnswerError, Place, Seen, mapping

HEADERS = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
_NEXT = re.compile(r'<([^<>]*)>\s*;[^,]*\brel="?next"?')
_PAGES = 50
_FEWEST = 3
"""From how many of one repository on a list saves requests."""


def ask(client: Client, base: str, wanted: Iterable[Place], settings: TrackerSettings) -> Iterator[Outcome]:
    """What is known of each; of what GitHub knows nothing, why.

    Raises:
        LeftError: where the host is not asked any more; what came before holds.
    """
    by_project: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(wanted):
        by_project[place.project].append(place)
    for project, places in by_project.items():
        listed: dict[int, Seen] = {}
        if settings.label and len(places) >= _FEWEST:
            listed = _list(client, base, project, {each.number for each in places}, settings)
        for place in places:
            yield place, listed.get(place.number) or _one(client, base, place, settings)


def _one(client: Client, base: str, place: Place, settings: TrackerSettings) -> Seen | str:
    try:
        answer = client.get(f"{base}/repos/{place.project}/issues/{place.number}")
    except OtherHostError:
        return MOVED_AWAY
    except NoAnswerError as error:
        return str(error)
    if answer.status in {404, 410}:
        return GONE
    if answer.status == 403:
        return no_entry(client)
    if answer.status != 200:
        return odd_code(answer.status)
    try:
        return github.read_issue(mapping(answer.data), settings)
    except AnswerError:
        return ODD


def _list(client: Client, base: str, project: str, numbers: set[int], settings: TrackerSettings) -> dict[int, Seen]:
    """Issues with our label by number, page by page, until all that are wanted were seen."""
    query = urlencode({"state": "all", "labels": settings.label, "per_page": 100, "sort": "created"})
    target: str | None = f"{base}/repos/{project}/issues?{query}"
    found: dict[int, Seen] = {}
    for _ in range(_PAGES):
        if target is None or numbers <= found.keys():
            break
        try:
            answer = client.get(target)
            page = as_list(answer)
            if answer.status != 200 or page is None:
                break
            target = _next(client, answer)
        except (NoAnswerError, OtherHostError):
            break
        for raw in map(mapping, page):
            number = raw.get("number")
            if isinstance(number, int) and number in numbers:
                try:
                    found[number] = github.read_issue(raw, settings)
                except AnswerError:
                    continue
    return found


def _next(client: Client, answer: Answer) -> str | None:
    """The next page, where it lies on the same host."""
    link = _NEXT.search(answer.headers.get("link", "")[:4_000])
    return client.own_target(link[1]) if link else None
