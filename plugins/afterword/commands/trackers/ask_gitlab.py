"""Asking GitLab: the issues of one project together, page by page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from afterword.commands.trackers.client import Client, NoAnswerError, OtherHostError, as_list
from afterword.commands.trackers.outcome import GONE, MOVED, MOVED_AWAY, ODD, Outcome, no_entry, odd_code
from afterword.model.tracker_settings import TrackerSettings
from afterword.trackers import gitlab
from afterword.trackers.item import AnswerError, Place, Seen, mapping

_TOGETHER = 50
_PAGES = 20


def ask(client: Client, base: str, wanted: Iterable[Place], settings: TrackerSettings) -> Iterator[Outcome]:
    """What is known of each; of what GitLab knows nothing, why.

    Raises:
        LeftError: where the host is not asked any more; what came before holds.
    """
    by_project: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(wanted):
        by_project[place.project].append(place)
    for project, places in by_project.items():
        for start in range(0, len(places), _TOGETHER):
            batch = places[start : start + _TOGETHER]
            yield from _together(client, base, project, batch, settings)


def _together(
    client: Client, base: str, project: str, batch: list[Place], settings: TrackerSettings
) -> Iterator[Outcome]:
    """What is known of each; where no answer comes for all of them, each is asked by itself, since one may be why."""
    try:
        found = _batch(client, base, project, batch, settings)
    except NoAnswerError as error:
        if len(batch) == 1:
            yield batch[0], str(error)
            return
        for place in batch:
            yield from _together(client, base, project, [place], settings)
        return
    for place in batch:
        yield place, found if isinstance(found, str) else found.get(place.number, GONE)


def _batch(
    client: Client, base: str, project: str, batch: list[Place], settings: TrackerSettings
) -> dict[int, Seen | str] | str:
    """Issues by number, or one sentence for all of them."""
    asked = {each.number for each in batch}
    found: dict[int, Seen | str] = {}
    page = "1"
    for _ in range(_PAGES):
        query = [("iids[]", str(number)) for number in sorted(asked)]
        query += [("scope", "all"), ("state", "all"), ("per_page", "100"), ("page", page)]
        target = f"{base}/api/v4/projects/{gitlab.project_path(project)}/issues?{urlencode(query)}"
        try:
            answer = client.get(target)
        except OtherHostError:
            return MOVED_AWAY
        raw = as_list(answer)
        if answer.status != 200 or raw is None:
            if answer.status == 403:
                return no_entry(client)
            return GONE if answer.status in {404, 410} else ODD if answer.status == 200 else odd_code(answer.status)
        for each in map(mapping, raw):
            number = each.get("iid")
            if isinstance(number, int) and number in asked:
                found[number] = _read(each, settings)
        page = answer.headers.get("x-next-page", "").strip()
        if not (page.isascii() and page.isdigit()):
            break
    return found


def _read(raw: object, settings: TrackerSettings) -> Seen | str:
    try:
        return gitlab.read_issue(mapping(raw), settings) or MOVED
    except AnswerError:
        return ODD
