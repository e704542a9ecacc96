"""Delivers the sample digest as a process of its own: `driver.py FOLDER LEDGER [--resend]`, what to do in `driver.json`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.digest.message.sample import HTML, TEXT, make_digest

from afterword.commands.delivery.courier import Patience
from afterword.commands.delivery.deliver import Parcel, deliver
from afterword.commands.delivery.environment import read_post, read_sender
from afterword.commands.delivery.open_ledger import open_ledger
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import Told
from afterword.digest.message.build import build_message
from afterword.digest.message.mail import resolve_mail
from afterword.model.project import Project
from afterword.model.settings import DigestSettings, Settings


def main(folder: Path, ledger: str, *options: str) -> int:
    (folder / "pid").write_text(str(os.getpid()))
    asked = json.loads((folder / "driver.json").read_text())
    settings = DigestSettings.model_validate({"ledger": ledger, **asked["settings"]})
    digest = make_digest(**asked.get("digest", {}))
    root = Path(asked["root"])
    project = Project(root, root / "docs", settings=Settings(digest=settings))
    try:
        mail = resolve_mail(settings, digest.site, read_sender(os.environ))
        parcel = Parcel(
            digest, build_message(digest, HTML, TEXT, mail), (Told(id="2026-03-11-a", revision=1, new=True),), "", mail
        )
        store = open_ledger(project, os.environ, send=True)
        patience = Patience(dialogue=10, end=10, pauses=(0.01, 0.01))
        outcome = deliver(
            parcel, read_post(os.environ, settings), store, resend="--resend" in options, patience=patience
        )
    except Refusal as refusal:
        sys.stdout.write(f"Error: {refusal.message}\n")
        return refusal.exit_code
    sys.stdout.write("\n".join(outcome.lines) + "\n")
    return outcome.code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
