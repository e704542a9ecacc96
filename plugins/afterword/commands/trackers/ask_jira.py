"""Asking Jira, Cloud and Data Center: by searches for many keys at once, and one by one for what those leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from afterword.commands.trackers.client import Client, NoAnswerError, OtherHostError
from afterword.commands.trackers.outcome import GONE, MOVED_AWAY, ODD, Outcome, no_entry, odd_code
from afterword.model.tracker_settings import TrackerSettings
from afterword.trackers import jira
from afterword.trackers.item import AnswerError, Place, Seen, listing, mapping, word

_TOGETHER = 50
_PAGES = 50


def ask(
    client: Client, base: str, wanted: Iterable[Place], settings: TrackerSettings, *, cloud: bool
) -> Iterator[Outcome]:
    """What is known of each; of what Jira knows nothing, why.

    A search with a key that is not there any more is refused as a whole, and a moved issue comes back under its new
    key. So whatever a search does not tell is asked once more by itself.

    Raises:
        LeftError: where the host is not asked any more; what came before holds.
    """
    places = sorted(wanted)
    for start in range(0, len(places), _TOGETHER):
        batch = places[start : start + _TOGETHER]
        found = _search(client, base, batch, settings, cloud=cloud)
        for place in batch:
            yield place, found.get(place.key) or _one(client, base, place, settings, cloud=cloud)


def _search(
    client: Client, base: str, batch: list[Place], settings: TrackerSettings, *, cloud: bool
) -> dict[str, Seen | str]:
    body: dict[str, Any] = {
        "jql": jira.query(each.key for each in batch),
        "fields": list(jira.FIELDS),
        "maxResults": 100,
    }
    target = f"{base}/rest/api/3/search/jql" if cloud else f"{base}/rest/api/2/search"
    found: dict[str, Seen | str] = {}
    taken = 0
    for _ in range(_PAGES):
        try:
            answer = client.post(target, body)
        except NoAnswerError:
            break
        if answer.status != 200:
            break
        content = mapping(answer.data)
        page = listing(content.get("issues"))
        for raw in map(mapping, page):
            found[word(raw.get("key"))] = _read(raw, settings)
        taken += len(page)
        token, total = word(content.get("nextPageToken")), content.get("total")
        if cloud and token and not content.get("isLast"):
            body = {**body, "nextPageToken": token}
        elif not cloud and page and isinstance(total, int) and taken < total:
            body = {**body, "startAt": taken}
        else:
            break
    return found


def _one(client: Client, base: str, place: Place, settings: TrackerSettings, *, cloud: bool) -> Seen | str:
    version = 3 if cloud else 2
    try:
        answer = client.get(f"{base}/rest/api/{version}/issue/{place.key}?fields={','.join(jira.FIELDS)}")
    except OtherHostError:
        return MOVED_AWAY
    except NoAnswerError as error:
        return str(error)
    if answer.status in {404, 410}:
        return GONE
    if answer.status == 403:
        return no_entry(client)
    return _read(answer.data, settings) if answer.status == 200 else odd_code(answer.status)


def _read(raw: object, settings: TrackerSettings) -> Seen | str:
    try:
        return jira.read_issue(mapping(raw), settings)
    except AnswerError:
        return ODD
