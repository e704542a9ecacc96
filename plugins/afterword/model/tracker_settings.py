"""Settings of the trackers: which hosts are asked, with a token from where, and when a state or a work item is old."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

TrackerKind = Literal["github", "gitlab", "jira", "jira-data-center"]
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?=.{{1,253}}(?::|\Z)){_LABEL}(?:\.{_LABEL})*(?::[1-9][0-9]{{0,4}})?\Z")
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,99}\Z")


class TrackerHost(BaseModel):
    """One host that may be asked. Tokens are never settings: the names of their variables are."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    kind: TrackerKind = Field(description="What runs there: `github`, `gitlab`, `jira` (Cloud) or `jira-data-center`.")
    token_from: str | None = Field(
        None, description="The environment variable with its token; without it the host is asked without one."
    )
    user_from: str | None = Field(
        None, description="The environment variable with the address that a token of Jira Cloud belongs to."
    )
    cloud_id: str | None = Field(
        None, pattern=r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        description="The id of a site of Jira Cloud, for a token with scopes, which only the gateway takes.",
    )  # fmt: skip
    path: str = Field(
        "", pattern=r"^(?:/[A-Za-z0-9_-]+)*$", description="The path below which it is served, such as `/jira`."
    )

    @field_validator("token_from", "user_from")
    @classmethod
    def _is_variable(cls, name: str | None) -> str | None:
        if name is not None and not _VARIABLE.match(name):
            # It is not repeated: what was put here by mistake may be the token itself.
            message = "takes the name of an environment variable in capitals, and never the token itself"
            raise ValueError(message)
        return name


class TrackerSettings(BaseModel):
    """Where work items lie, and from when on something is told as old."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    hosts: Mapping[str, TrackerHost] = Field(
        default_factory=dict, description="Hosts that may be asked, by name; `github.com` and `gitlab.com` are known."
    )
    label: str | None = Field(
        None, min_length=1, max_length=100, description="The label of our work items; with it GitHub is asked by lists."
    )
    declined_labels: tuple[str, ...] = Field(
        ("wontfix", "won't fix", "won't do"), description="Labels of a closed work item that was declined, not done."
    )
    declined_resolutions: tuple[str, ...] = Field(
        ("Won't Do", "Won't Fix", "Declined", "Duplicate", "Cannot Reproduce"),
        description="Resolutions of Jira by which a closed work item was declined, not done.",
    )
    old_after: int = Field(7, ge=1, description="Days after which what the trackers said is told as old.")
    open_after: int = Field(90, ge=1, description="Days from publication after which an open remediation is told.")

    @field_validator("hosts", mode="before")
    @classmethod
    def _hosts_are_names(cls, hosts: Any) -> Any:  # noqa: ANN401 - typed by people
        if not isinstance(hosts, Mapping):
            return hosts
        named = {str(host).lower().removesuffix(":443"): each for host, each in hosts.items()}
        if not all(_HOST.match(host) for host in named):
            message = "names each host alone, such as `git.example.org` or `git.example.org:8443`, without `https://`"
            raise ValueError(message)
        return named
