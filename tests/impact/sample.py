"""A small repository with a past, and changes to it, each one commit on a branch."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CONFIG = """\
site_name: Reports
site_url: https://reports.example.org/
docs_dir: postmortems
exclude_docs: |
  /reports/
  /evidence/
  /_*
plugins:
  - afterword:
      zone: Europe/Berlin
      organisation: {people: [Hidden Name]}
"""
SYSTEMS = """\
- {name: shop-assistant, title: Shop assistant, type: chatbot, owner_team: conversational-ai, provider: openai}
- {name: customer-care, title: Customer care, type: chatbot, owner_team: care}
- {name: price-ranking, type: ranking, owner_team: pricing}
- {name: vault-bot, title: Vault bot, type: chatbot, owner_team: conversational-ai}
"""
FIRST = "postmortems/reports/2025/2025-11-04-unequal-offers.md"
SECOND = "postmortems/reports/2026/2026-02-10-wrong-opening-hours.md"
CARE = "postmortems/reports/2026/2026-01-15-refund-invented.md"
HIDDEN = "postmortems/reports/2026/2026-03-03-vault-words.md"
THIRD = "postmortems/reports/2026/2026-05-12-third-list-of-areas.md"
OTHER = "postmortems/reports/2026/2026-05-11-ranking-by-name.md"

FIRST_TEXT = """\
---
schema: 1
title: Offers differed between two neighbourhoods
lifecycle: published
published_on: 2025-11-20
severity: sev2
plain_summary: The assistant offered people in one neighbourhood less than people next door.
system: {name: shop-assistant}
contributing_factors:
  - {id: CF-1, factor: data-drift, how: The list of areas had been renamed in one place and not in the other.}
  - {id: CF-2, factor: data-proxy-target, how: The postcode stood in for what people can spend.}
remediations:
  - {id: RM-1, title: Offers leave the postcode out, kind: data-fix, addresses: [CF-2], owner_team: conversational-ai,
     status: verified, done_on: 2025-12-10, verified_on: 2026-01-10}
  - {id: RM-2, title: Areas come from one list, kind: standardise-or-pin, addresses: [CF-1], owner_team: care,
     status: accepted, due: 2026-04-30, tracker: "https://tracker.example.org/12"}
eval_cases:
  - {id: EC-1, title: Neighbours get one offer, kind: counterfactual-group, status: committed,
     checks: [{type: contains, value: offer}]}
---

## What happened

Two neighbourhoods saw two offers.
"""
SECOND_TEXT = """\
---
schema: 1
title: Opening hours of a shop that had moved
lifecycle: published
published_on: 2026-03-01
severity: sev3
plain_summary: The assistant told the opening hours of a shop that had moved.
system: {name: shop-assistant}
contributing_factors:
  - {factor: data-drift, how: The table of shops was a year old when the assistant read it.}
no_eval_because: The table is gone by now.
---

## What happened

It named hours that were a year old. See [the offers](../2025/2025-11-04-unequal-offers.md).
"""
CARE_TEXT = """\
---
schema: 1
title: A refund was promised that nobody offers
lifecycle: published
published_on: 2026-02-01
severity: sev3
system: {name: customer-care}
contributing_factors:
  - {factor: data-label-quality, how: Two teams had labelled refunds in two ways for a year.}
---

## What happened

It promised a refund.
"""
HIDDEN_TEXT = """\
---
schema: 1
title: Canary title of the vault
lifecycle: published
published_on: 2026-03-10
audience: restricted
system: {name: vault-bot}
contributing_factors:
  - {factor: data-drift, how: Canary words of the vault that nobody outside may read.}
remediations:
  - {id: RM-1, title: Canary remediation, kind: data-fix, owner_team: care, status: accepted}
---

## What happened

Canary body.
"""
THIRD_TEXT = """\
---
schema: 1
title: Delivery was promised to a street that has another name
lifecycle: in-review
severity: sev2
plain_summary: The assistant promised delivery to a street whose name had changed, and nobody came.
system: {name: shop-assistant}
contributing_factors:
  - {id: CF-1, factor: data-drift, how: The street had been renamed in one of two lists of areas.}
---

## What happened

It promised delivery to a street that the second list knows by another name.
"""
BASE: Mapping[str, str] = {
    "mkdocs.yml": CONFIG,
    "postmortems/_systems.yml": SYSTEMS,
    FIRST: FIRST_TEXT,
    SECOND: SECOND_TEXT,
    CARE: CARE_TEXT,
    HIDDEN: HIDDEN_TEXT,
}
Files = Mapping[str, str | None]
"""Contents by path; None for one that is deleted."""


@dataclass(frozen=True)
class History:
    """A repository whose branch `main` is the base, with `change` checked out."""

    root: Path

    def git(self, *arguments: str) -> str:
        who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        when = {f"GIT_{role}_DATE": "2026-05-18T10:00:00+00:00" for role in ("AUTHOR", "COMMITTER")}
        environ = {**os.environ, **who, **when, "GIT_CONFIG_GLOBAL": "/dev/null"}
        ran = subprocess.run(["git", *arguments], cwd=self.root, env=environ, check=True, capture_output=True)
        return ran.stdout.decode()

    def write(self, files: Files) -> None:
        for name, text in files.items():
            path = self.root / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))

    def commit(self, files: Files) -> None:
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-qm", "change", "--allow-empty")


def make_history(root: Path, base: Files) -> History:
    """A repository with `base` on its main branch."""
    history = History(root)
    root.mkdir(parents=True)
    history.git("init", "-q", "-b", "main")
    history.commit(base)
    history.git("checkout", "-qb", "change")
    return history


def copy_history(known: History, root: Path) -> History:
    """The same repository once more."""
    shutil.copytree(known.root, root, symlinks=True)
    return History(root)
