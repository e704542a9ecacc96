"""A real mail server in a process of its own, which does to its client what `scenario.json` says.

Started as a program with a folder: it writes its port to `port`, each event to `events`, each message that it has taken to
`mail-N.eml` with its recipients in `mail-N.json`. The scenario is read anew at each event:

    refuse, defer     recipients and the code that they get: always, or the first time
    limit             how many recipients one transaction takes
    drop              where the connection is cut: `mail`, `begin` (at DATA), `text` (in it), `taken` (after the last dot, no answer)
    kill              where the client is killed, by the process id in `pid`: `ehlo`, `rcpt`, `end` (taken, no answer),
                      `answered` (taken, the answer on its way and the client stopped), `quit`
    answers           codes for `auth`, `mail`, `data` or `end` in place of the usual ones
    hang              where it answers nobody for some seconds: `rcpt` or `end`
    offers            words that the greeting names beside the usual ones, such as `AUTH XOAUTH2`
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import ssl
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")

from aiosmtpd.smtp import SMTP, AuthResult  # noqa: E402

FOLDER = Path(sys.argv[1])


def scenario() -> dict[str, Any]:
    return json.loads((FOLDER / "scenario.json").read_text())


def note(event: str) -> None:
    with (FOLDER / "events").open("a") as file:
        file.write(f"{event}\n")


def kill(point: str) -> bool:
    """Kill the client here, if that is what is asked."""
    if scenario().get("kill") != point:
        return False
    note(f"killed at {point}")
    with suppress(ProcessLookupError):
        os.kill(int((FOLDER / "pid").read_text()), signal.SIGKILL)
    return True


class Server(SMTP):
    """One connection."""

    async def smtp_DATA(self, arg: str) -> None:
        asked = scenario()
        if code := asked.get("answers", {}).get("data"):
            await self.push(f"{code} not now")
            return
        if asked.get("drop") in {"begin", "text"}:
            note(f"dropped at {asked['drop']}")
            if asked["drop"] == "text":
                await self.push("354 go on")
                await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    """What is done at each step."""

    def __init__(self) -> None:
        self.deferred: set[str] = set()

    async def handle_EHLO(self, server: SMTP, session: Any, envelope: Any, hostname: str, responses: list[str]):
        session.host_name = hostname
        note(f"ehlo {hostname} {'tls' if server.transport.get_extra_info('sslcontext') else 'clear'}")
        if kill("ehlo"):
            server.transport.abort()
        return [*responses[:-1], *(f"250-{each}" for each in scenario().get("offers", ())), *responses[-1:]]

    async def handle_MAIL(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        note(f"mail {address} as {session.auth_data.login.decode() if session.authenticated else 'nobody'}")
        asked = scenario()
        if asked.get("drop") == "mail":
            server.transport.abort()
        if code := asked.get("answers", {}).get("mail"):
            return f"{code} no"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        asked = scenario()
        note(f"rcpt {address}")
        if asked.get("hang") == "rcpt":
            await asyncio.sleep(5)
        if kill("rcpt"):
            server.transport.abort()
        if code := asked.get("refuse", {}).get(address):
            return f"{code} not {address}"
        if (code := asked.get("defer", {}).get(address)) and address not in self.deferred:
            self.deferred.add(address)
            return f"{code} later"
        if len(envelope.rcpt_tos) >= asked.get("limit", 1000):
            return "452 too many recipients"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:
        asked = scenario()
        if code := asked.get("answers", {}).get("end"):
            return f"{code} no"
        number = len(list(FOLDER.glob("mail-*.eml"))) + 1
        (FOLDER / f"mail-{number}.eml").write_bytes(envelope.original_content)
        facts = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "size": len(envelope.original_content)}
        (FOLDER / f"mail-{number}.json").write_text(json.dumps(facts))
        note("taken")
        if asked.get("hang") == "end":
            await asyncio.sleep(5)
        if asked.get("drop") == "taken" or kill("end"):
            server.transport.abort()
        if asked.get("kill") == "answered":
            os.kill(int((FOLDER / "pid").read_text()), signal.SIGSTOP)
            await server.push("250 OK")
            await asyncio.sleep(0.2)
            kill("answered")
        return "250 OK"

    async def handle_QUIT(self, server: SMTP, session: Any, envelope: Any) -> str:
        kill("quit")
        return "221 Bye"


def sign_in(server: SMTP, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    if code := scenario().get("answers", {}).get("auth"):
        return AuthResult(success=False, handled=False, message=f"{code} not now")
    return AuthResult(success=(data.login, data.password) == (b"digest", b"s3cret-pass"), handled=False, auth_data=data)


async def serve(asked: dict[str, Any]) -> None:
    handler = Handler()
    context = None
    if asked.get("certificate"):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(asked["certificate"])
    auth = (
        {"authenticator": sign_in, "auth_required": True, "auth_require_tls": asked.get("tls") == "starttls"}
        if asked.get("auth")
        else {}
    )
    late = context if asked.get("tls") == "starttls" else None

    def make() -> SMTP:
        return Server(handler, hostname="mail.example.org", tls_context=late, require_starttls=bool(late), **auth)

    loop = asyncio.get_running_loop()
    early = context if asked.get("tls") == "tls" else None
    server = await loop.create_server(make, asked.get("host", "127.0.0.1"), 0, ssl=early)
    (FOLDER / "port.new").write_text(str(server.sockets[0].getsockname()[1]))
    (FOLDER / "port.new").rename(FOLDER / "port")
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(scenario()))
