"""A mail server, certificates, and a way to deliver to it, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import trustme
from tests.conftest import ROOT
from tests.digest.message.sample import HTML, TEXT, make_digest

from afterword.commands.delivery.courier import Patience
from afterword.commands.delivery.deliver import Outcome, Parcel, deliver
from afterword.commands.delivery.environment import read_post
from afterword.commands.delivery.ledger_file import LedgerFile
from afterword.commands.delivery.store import LedgerStore
from afterword.digest.ledger import Told
from afterword.digest.message.build import build_message
from afterword.digest.message.mail import resolve_mail
from afterword.model.settings import DigestSettings

HERE = Path(__file__).parent
TEAM = tuple(f"{name}@example.org" for name in ("ada", "bob", "cem"))
BRANCH = "branch:digest-state"
QUICK = Patience(dialogue=10, end=10, pauses=(0.01, 0.01))


@dataclass
class MailServer:
    """A server that runs, and what it has seen."""

    folder: Path
    environ: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    scenario: dict[str, Any] = field(default_factory=dict)

    def asks(self, **more: Any) -> None:
        """Change what it does from the next event on."""
        self.scenario = {
            **{key: self.scenario[key] for key in ("tls", "auth", "certificate", "host") if key in self.scenario},
            **more,
        }
        path = self.folder / "scenario.new"
        path.write_text(json.dumps(self.scenario))
        path.replace(self.folder / "scenario.json")

    @property
    def events(self) -> list[str]:
        path = self.folder / "events"
        return path.read_text().splitlines() if path.exists() else []

    @property
    def taken(self) -> list[list[str]]:
        """The recipients of each message that it took."""
        return [json.loads(path.read_text())["to"] for path in sorted(self.folder.glob("mail-*.json"))]

    @property
    def messages(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.folder.glob("mail-*.eml"))]


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A certificate for this machine's own address, one for another name, and the authority that signed them."""
    folder = tmp_path_factory.mktemp("certificates")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    for name, hosts in (("ours", ("127.0.0.1", "localhost")), ("theirs", ("mail.example.net",))):
        authority.issue_cert(*hosts).private_key_and_cert_chain_pem.write_to_path(str(folder / f"{name}.pem"))
    return {name: folder / f"{name}.pem" for name in ("ca", "ours", "theirs")}


@pytest.fixture
def start(tmp_path: Path, certificates: dict[str, Path]) -> Iterator[Any]:
    """Starts servers; without more it is one with STARTTLS and sign-in, as outside of this machine."""
    running: list[MailServer] = []

    def run(tls: str = "starttls", auth: bool = True, certificate: str = "ours", host: str = "127.0.0.1") -> MailServer:
        folder = tmp_path / f"server-{len(running)}"
        folder.mkdir()
        server = MailServer(folder, {})
        server.scenario = {"tls": tls, "auth": auth, "host": host}
        if tls != "none":
            server.scenario["certificate"] = str(certificates[certificate])
        server.asks()
        server.process = subprocess.Popen([sys.executable, HERE / "server.py", folder])
        running.append(server)
        until = time.monotonic() + 20
        while not (folder / "port").exists():
            assert server.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.02)
        server.environ = {
            "SMTP_HOST": host, "SMTP_PORT": (folder / "port").read_text(), "SMTP_SECURITY": tls,
            "SMTP_CA_FILE": str(certificates["ca"]), "SMTP_RECIPIENTS": ", ".join(TEAM),
        }  # fmt: skip
        if auth:
            server.environ |= {"SMTP_USERNAME": "digest", "SMTP_PASSWORD": "s3cret-pass"}
        return server

    yield run
    for server in running:
        if server.process:
            server.process.kill()
            server.process.wait()


@pytest.fixture
def server(start: Any) -> MailServer:
    return start()


@pytest.fixture
def ledger(tmp_path: Path) -> LedgerFile:
    return LedgerFile(tmp_path / "docs/_state/digests.jsonl", "docs/_state/digests.jsonl")


def parcel_of(settings: DigestSettings | None = None, *, told: int = 1, **digest: Any) -> Parcel:
    made = make_digest(**digest)
    mail = resolve_mail(settings or DigestSettings(), made.site)
    reports = tuple(Told(id=f"2026-03-1{number}-a", revision=1, new=True) for number in range(told))
    return Parcel(made, build_message(made, HTML, TEXT, mail), reports, "a" * 40, mail)


def run_here(
    server: MailServer, store: LedgerStore, *, resend: bool = False, environ: dict[str, str] | None = None,
    settings: DigestSettings | None = None, message: bytes = b"", **digest: Any,
) -> Outcome:  # fmt: skip
    """Deliver in this process."""
    settings = settings or DigestSettings()
    post = read_post({**server.environ, **(environ or {})}, settings)
    parcel = parcel_of(settings, **digest)
    parcel = replace(parcel, message=message or parcel.message)
    return deliver(parcel, post, store, resend=resend, patience=QUICK)


def run_apart(
    server: MailServer, root: Path, *options: str, store: str = "digests.jsonl", **asked: Any
) -> subprocess.CompletedProcess[str]:
    """Deliver in a process of its own."""
    return start_apart(server, root, *options, store=store, **asked)()


def start_apart(server: MailServer, root: Path, *options: str, store: str = "digests.jsonl", **asked: Any) -> Any:
    """Start such a process; what it gives back waits for its end."""
    asked = {"settings": {}, "root": str(root), **asked}
    (server.folder / "driver.json").write_text(json.dumps(asked))
    environ = {
        **os.environ,
        "RUNNER_ENVIRONMENT": "",
        "CI": "",
        **server.environ,
        "PYTHONPATH": f"{ROOT / 'plugins'}:{ROOT}",
    }
    command = [sys.executable, str(HERE / "driver.py"), str(server.folder), store, *options]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def wait() -> subprocess.CompletedProcess[str]:
        out, error = process.communicate(timeout=120)
        assert error == ""
        return subprocess.CompletedProcess(command, process.returncode, out, error)

    return wait


def git(folder: Path, *arguments: str) -> str:
    environ = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t",
               "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t"}  # fmt: skip
    ran = subprocess.run(["git", *arguments], cwd=folder, env=environ, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone with a remote of its own."""
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(tmp_path, "init", "-q", "-b", "main", "clone")
    clone = tmp_path / "clone"
    (clone / "docs").mkdir()
    (clone / "docs/index.md").write_text("# Ours\n")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "Ours")
    git(clone, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(clone, "push", "-q", "origin", "main")
    return clone
