"""Which way each kind of tracker is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afterword.commands.trackers import ask_github, ask_gitlab, ask_jira
from afterword.commands.trackers.client import Client
from afterword.commands.trackers.outcome import Outcome
from afterword.model.tracker_settings import TrackerSettings
from afterword.trackers.hosts import Host
from afterword.trackers.item import Place


def ask_host(
    host: Host, client: Client, base: str, wanted: Iterable[Place], settings: TrackerSettings
) -> Iterator[Outcome]:
    """What the host says of each work item, as it comes.

    Raises:
        LeftError: where the host is not asked any more; what came before holds.
    """
    places = list(wanted)
    if host.kind == "github":
        yield from ask_github.ask(client, base, places, settings)
    elif host.kind == "gitlab":
        yield from ask_gitlab.ask(client, base, places, settings)
    else:
        yield from ask_jira.ask(client, base, places, settings, cloud=host.kind == "jira")
