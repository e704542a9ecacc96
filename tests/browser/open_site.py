"""A site with open remediations of every sort, some of them with texts that are hard to show."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.engines.site import ROOT, run, write_site

SETTINGS = "      targets: {sev1: 14, sev2: 30}\n      levels: {AW: 'off'}\n"
HOSTILE = '<img src=x onerror="alert(1)"> | "quoted" </td><script>alert(2)</script> {: onclick=alert(3) }'
FORMULA = '=HYPERLINK("https://attacker.example/";"open")'
STATE = {
    "schema": "tracker-state/1",
    "generated_at": "2026-11-20T06:00:00Z",
    "items": [{"url": "https://tracker.example.org/1", "state": "in_progress"}],
}


def _report(day: str, severity: str, system: str, *remediations: str) -> str:
    lines = "".join(f"  - {{{each}}}\n" for each in remediations)
    return (
        f"---\ntitle: {json.dumps(f'What was told on {day}')}\nlifecycle: published\nseverity: {severity}\n"
        f"system: {{name: {json.dumps(system)}}}\npublished_on: {day}\nremediations:\n{lines}---\n\n## What happened\n\nText.\n"
    )


# The day of these builds is 23 November 2026.
REPORTS = {
    "2026-09-01-one.md": _report(
        "2026-09-01", "sev2", "search",
        "title: Alert by area, kind: monitor-alert, owner_team: ml-platform, status: accepted, due: 2026-11-05",
        "title: Pin the version, kind: standardise-or-pin, owner_team: ml-platform, status: accepted, due: 2026-12-24, tracker: 'https://tracker.example.org/1'",
        "title: Tell the callers, kind: policy-procedure, owner_team: customer-care, status: in_progress, due: 2026-11-20",
    ),
    "2026-10-01-two.md": _report(
        "2026-10-01", "sev3", HOSTILE,
        f"title: {json.dumps(HOSTILE)}, kind: monitor-alert, owner_team: {json.dumps(HOSTILE)}, status: proposed",
        f"title: {json.dumps(FORMULA)}, kind: {json.dumps(HOSTILE)}, status: proposed",
        "title: 割引判定の基準, kind: monitor-alert, owner_team: ml-platform, status: proposed, due: 2026-12-01",
    ),
}  # fmt: skip


def build_open_site(folder: Path) -> Path:
    """The reports above, built in the example's frame."""
    write_site(folder, "", REPORTS)
    frame = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    frame = re.sub(r"(?m)^      (targets|levels): .*\n", "", frame)
    (folder / "mkdocs.yml").write_text(re.sub(r"(?m)^  - afterword:\n", lambda found: found[0] + SETTINGS, frame))
    (folder / "postmortems/reports/2026/2026-05-01-price-nobody-agreed.md").unlink()
    (folder / "postmortems/_state").mkdir()
    (folder / "postmortems/_state/trackers.json").write_text(json.dumps(STATE))
    run("mkdocs", "build", "-q", cwd=folder)
    return folder / "site"
