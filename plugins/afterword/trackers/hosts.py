"""Which hosts may be asked: those of the settings, and two that everybody knows. Nobody else is ever asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from afterword.model.tracker_settings import TrackerKind, TrackerSettings
from afterword.trackers import github, gitlab, jira
from afterword.trackers.address import Address, read_address
from afterword.trackers.item import Place

_KNOWN: Mapping[str, tuple[TrackerKind, tuple[str, ...]]] = {
    "github.com": ("github", ("GITHUB_TOKEN", "GH_TOKEN")),
    "gitlab.com": ("gitlab", ("GITLAB_TOKEN",)),
}


@dataclass(frozen=True)
class Host:
    """A host that may be asked.

    Attributes:
        name: its name, with a port where that is not 443.
        kind: what runs there.
        tokens: environment variables, of which the first that is set holds its token; none for asking without one.
        user: the variable with the address to which a token of Jira Cloud belongs.
        path: the path below which it is served.
        cloud_id: the id of a site of Jira Cloud whose token is taken by Atlassian's gateway alone; else empty.
        named: whether the settings name it: only then may it lie in a private network.
    """

    name: str
    kind: TrackerKind
    tokens: tuple[str, ...]
    user: str | None = None
    path: str = ""
    cloud_id: str = ""
    named: bool = True


def find_host(name: str, settings: TrackerSettings) -> Host | None:
    """The host called `name`; None for one that is not to be asked."""
    if (told := settings.hosts.get(name)) is not None:
        tokens = (told.token_from,) if told.token_from else ()
        return Host(name, told.kind, tokens, told.user_from, told.path, told.cloud_id or "")
    if name in _KNOWN:
        kind, variables = _KNOWN[name]
        # A variable that the settings give to another host holds that host's token.
        given = {each.token_from for each in settings.hosts.values()}
        return Host(name, kind, tuple(each for each in variables if each not in given), named=False)
    return None


def find_place(address: Address, host: Host) -> Place | None:
    """What the address names there; None for one that is no work item's."""
    if host.path and not address.path.startswith(f"{host.path}/"):
        return None
    path = address.path.removeprefix(host.path)
    if host.kind == "github":
        return github.read_path(path)
    return gitlab.read_path(path) if host.kind == "gitlab" else jira.read_path(path)


def is_asked(url: str, settings: TrackerSettings) -> bool:
    """Whether `trackers pull` asks for the work item at this address."""
    address = read_address(url)
    host = find_host(address.host, settings) if address else None
    return bool(address and host and find_place(address, host))


def guess_kind(name: str) -> TrackerKind:
    """What probably runs on a host that the settings do not name, for the line that says how to name it."""
    if name.endswith(".atlassian.net"):
        return "jira"
    return "jira-data-center" if "jira" in name else "github" if "github" in name else "gitlab"
