"""The line that makes a ticket, for the command of GitHub or of GitLab, quoted so that no title can do more."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterator

from afterword.commands.trackers.ticket import Ticket
from afterword.model.collection import AudienceView
from afterword.model.settings import Settings
from afterword.model.tracker_settings import TrackerKind
from afterword.trackers.address import read_address
from afterword.trackers.hosts import find_host, find_place

_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+\Z")
LABEL = "learning-report"
UNKNOWN = "OWNER/REPOSITORY"
"""Stands in a line where nothing tells the repository, and is named below it."""
Where = tuple[TrackerKind, str, str]
"""What the host runs, the host, and the project on it."""


def find_where(ticket: Ticket, view: AudienceView, settings: Settings) -> Where | None:
    """Where tickets of the same team lie most often, else those of the same report; None where nothing tells."""
    team, known = (
        ticket.remediation.owner_team,
        [
            (report.id, each.owner_team, where)
            for report in view.reports
            for each in report.front.remediations
            for where in _places(each.tracker, settings)
        ],
    )
    of_team = Counter(where for _, owner, where in known if team and owner == team)
    of_report = Counter(where for report, _, where in known if report == ticket.report.id)
    found = of_team or of_report
    return min(found, key=lambda where: (-found[where], where)) if found else None


def write_line(ticket: Ticket, where: Where | None, settings: Settings, repository: str, audience: str) -> str:
    """The line for a shell; empty where the tracker has no command for it.

    Args:
        ticket: the ticket.
        where: where such tickets lie.
        settings: the label is among them.
        repository: what the user typed; empty for nothing.
        audience: what the body is made for, where the user chose it; empty otherwise.
    """
    kind, host, project = where or ("github", "github.com", "")
    if repository:
        kind, host, project = _typed(repository, kind, host, settings)
    if kind.startswith("jira"):
        return ""
    body = ["afterword", "trackers", "draft", ticket.report.id, ticket.remediation.id or "", "--body"]
    body += ["--audience", audience] if audience else []
    label = settings.trackers.label or LABEL
    # Values stand behind `=`, so that none that begins with a hyphen becomes an option.
    asked = [f"--repo={_full(kind, host, project)}", f"--title={ticket.title}", f"--label={label}"]
    if kind == "github":
        return f"{shlex.join(body)} | {shlex.join(['gh', 'issue', 'create', *asked, '--body-file=-'])}"
    return f'{shlex.join(["glab", "issue", "create", *asked])} --description="$({shlex.join(body)})"'


def is_repository(typed: str) -> bool:
    """Whether it is a repository as `gh` and `glab` name it, such as `owner/repo`, with a host before it or not."""
    return bool(_REPOSITORY.match(typed)) and not typed.startswith("-")


def _typed(repository: str, kind: TrackerKind, host: str, settings: Settings) -> Where:
    """The repository that the user typed, with its host; without one on the host of the team's tickets, if it has any.

    A tracker that holds no repositories says nothing of where one lies, so github.com is meant there.
    """
    first, _, rest = repository.partition("/")
    if "/" in rest and (named := find_host(first.lower(), settings.trackers)):
        return named.kind, named.name, rest
    return ("github", "github.com", repository) if kind.startswith("jira") else (kind, host, repository)


def _full(kind: TrackerKind, host: str, project: str) -> str:
    name = project or UNKNOWN
    if kind == "gitlab":
        return name if host == "gitlab.com" else f"https://{host}/{name}"
    return name if host == "github.com" else f"{host}/{name}"


def _places(tracker: str | None, settings: Settings) -> Iterator[Where]:
    address = read_address(tracker) if tracker else None
    host = find_host(address.host, settings.trackers) if address else None
    place = find_place(address, host) if address and host else None
    if host and place:
        yield host.kind, host.name, place.project
