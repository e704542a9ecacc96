"""Tokens out of the environment, and the client that carries one to its own host alone."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Callable, Mapping
from pathlib import Path

from afterword import __version__
from afterword.commands.refusal import Refusal
from afterword.commands.trackers import ask_github
from afterword.commands.trackers.client import Client, LeftError, Sender
from afterword.commands.trackers.patience import Patience
from afterword.commands.trackers.transport import Transport
from afterword.trackers import github, jira
from afterword.trackers.hosts import Host

CA_VARIABLE = "TRACKER_CA_FILE"
MakeSender = Callable[[str, bool], Sender]


def make_client(
    host: Host, environ: Mapping[str, str], patience: Patience, make_sender: MakeSender
) -> tuple[Client, str]:
    """The client for a host, and the path at which its API begins.

    Raises:
        LeftError: where the environment lacks the host's token, or holds one that cannot be sent.
    """
    variables = _variables(host, environ)
    variable = next((name for name in variables if environ.get(name, "").strip()), "")
    if host.tokens and not variable:
        message = f"`{variables[0]}` is not set; put a token there that may read issues"
        raise LeftError(message)
    token = environ.get(variable, "").strip() if variable else ""
    headers = {"Accept": "application/json", "User-Agent": f"afterword/{__version__}"}
    name, base = host.name, host.path
    if host.kind == "github":
        name, base = github.api_of(host.name, host.path)
        headers |= ask_github.HEADERS
    if host.kind == "jira":
        name, base = jira.api_of(host.name, host.path, host.cloud_id)
    if host.kind.startswith("jira"):
        headers["Content-Type"] = "application/json"
    if token:
        headers |= _signed(host, token, environ, variable)
    return Client(name, make_sender(name, not host.named or bool(host.cloud_id)), headers, patience, variable), base


def over_tls(environ: Mapping[str, str], ca_file: Path | None, patience: Patience) -> MakeSender:
    """Makes what sends requests; certificates are taken of the machine's authorities and of those in the file.

    Raises:
        Refusal: where the file holds no certificate that can be read.
    """
    context = ssl.create_default_context()
    named = str(ca_file) if ca_file else environ.get(CA_VARIABLE, "").strip()
    if named:
        try:
            context.load_verify_locations(named)
        except (ssl.SSLError, OSError):
            where = "`--ca`" if ca_file else f"`{CA_VARIABLE}`"
            message = f"{where} names no file with certificates that can be read; name one in PEM"
            raise Refusal(message) from None
    return lambda name, guarded: Transport(name, context, patience, guarded=guarded)


def _variables(host: Host, environ: Mapping[str, str]) -> tuple[str, ...]:
    """The variables that may hold the host's token.

    Where a workflow runs on a GitHub of one's own, `GITHUB_TOKEN` is that server's, and github.com does not get it.
    """
    server = environ.get("GITHUB_SERVER_URL", "").strip().rstrip("/")
    if host.named or host.kind != "github" or server in {"", "https://github.com"}:
        return host.tokens
    return tuple(name for name in host.tokens if name != "GITHUB_TOKEN") or ("GH_TOKEN",)


def _signed(host: Host, token: str, environ: Mapping[str, str], variable: str) -> dict[str, str]:
    if not (token.isascii() and token.isprintable()) or " " in token:
        message = f"`{variable}` holds a character that no token has; put the token there and nothing else"
        raise LeftError(message)
    if host.kind == "gitlab":
        return {"PRIVATE-TOKEN": token}
    if host.user is None:
        return {"Authorization": f"Bearer {token}"}
    user = environ.get(host.user, "").strip()
    if not user or not user.isprintable():
        message = f"`{host.user}` is not set; put the address there to which the token in `{variable}` belongs"
        raise LeftError(message)
    joined = base64.b64encode(f"{user}:{token}".encode()).decode()
    return {"Authorization": f"Basic {joined}"}
