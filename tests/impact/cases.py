"""Changes of every sort that an impact tells of, by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath

from tests.impact.sample import (
    CARE,
    CARE_TEXT,
    CONFIG,
    FIRST,
    FIRST_TEXT,
    HIDDEN,
    HIDDEN_TEXT,
    OTHER,
    SECOND,
    SECOND_TEXT,
    SYSTEMS,
    THIRD,
    THIRD_TEXT,
    Files,
)

from afterword.evals.identity import case_digest
from afterword.model.settings import Settings
from afterword.read.report import read_report

ID = PurePosixPath(FIRST).stem

OTHER_TEXT = """\
---
schema: 1
title: Products of one name were ranked as one
kind: near_miss
lifecycle: in-review
severity: sev4
system: {name: price-ranking}
contributing_factors:
  - {factor: data-pipeline-defect, how: Two products of one name were joined on the way in.}
---

## What happened

A colleague saw it before it went out.
"""
BACK_TEXT = THIRD_TEXT.replace("factor: data-drift", "factor: data-proxy-target").replace(
    "The street had been renamed in one of two lists of areas.", "The postcode stood in for what people want."
)
PUBLISHED_TEXT = THIRD_TEXT.replace("lifecycle: in-review", "lifecycle: published\npublished_on: 2026-05-18").replace(
    "---\n\n## What",
    "remediations:\n"
    "  - {id: RM-1, title: Both lists are one, kind: standardise-or-pin, owner_team: care, status: proposed}\n"
    "digest: {takeaway: Two lists of one thing drift apart.}\n"
    "---\n\n## What",
)
CHANGED_FIRST = (
    FIRST_TEXT.replace("status: accepted, due: 2026-04-30", "status: done, done_on: 2026-05-18, due: 2026-06-30")
    .replace("severity: sev2", "severity: sev1")
    .replace("kind: counterfactual-group, status: committed", "kind: counterfactual-group, status: quarantined")
    .replace(
        "---\n\n## What",
        "updates:\n  - {at: 2026-05-18, what: The list of areas is one list by now.}\n"
        "evidence:\n  - {id: EV-1, kind: trace, title: The answers of that day}\n---\n\n## What",
    )
)
FIRST_HERE = OTHER_TEXT.replace("data-pipeline-defect", "data-drift")
DECLINED_FIRST = FIRST_TEXT.replace(
    "status: accepted, due: 2026-04-30",
    "status: declined, declined_because: Two lists are wanted, declined_on: 2026-02-01",
)


def _runs() -> str:
    """A passing run of the sample's case, as it stands."""
    report = read_report(FIRST_TEXT.encode(), path="x.md", place=f"reports/{ID}.md", settings=Settings())
    digest = case_digest(report.front.eval_cases[0], report)
    run = {
        "report": ID, "case": "EC-1", "digest": digest, "at": "2026-05-17T05:00:00Z", "tool": "pytest",
        "of": "system", "verdict": "passed", "passed": 1, "runs": 1, "release": "1", "source": "f37c306b63dd2658",
    }  # fmt: skip
    return json.dumps({"format": "afterword-evals", "version": 1, "runs": [run]})


TIED_FIRST = FIRST_TEXT.replace("status: accepted, due", "evals: [EC-1], status: accepted, due")
TRACKED = {
    "generated_at": "2026-05-18T05:00:00Z",
    "items": [{"url": "https://tracker.example.org/12", "state": "done", "closed_at": "2026-05-17T05:00:00Z"}],
}
BROKEN = "---\ntitle: [\n---\n\nNothing.\n"

CASES: Mapping[str, tuple[Files, Files]] = {
    # name: (what the base has beside the sample, the change)
    "nothing": ({}, {}),
    "prose-alone": ({}, {SECOND: SECOND_TEXT.replace("a year old. See", "more than a year old. See")}),
    "new-report": ({}, {OTHER: OTHER_TEXT}),
    "third-of-a-factor": ({SECOND: SECOND_TEXT}, {THIRD: THIRD_TEXT}),
    "first-on-a-system": ({}, {OTHER: FIRST_HERE}),
    "declined-before": ({FIRST: DECLINED_FIRST}, {THIRD: THIRD_TEXT}),
    "coverage": ({FIRST: TIED_FIRST}, {"postmortems/_state/evals.json": _runs()}),
    "tracker-moves": ({}, {"postmortems/_state/trackers.json": json.dumps(TRACKED)}),
    "back-after-fix": ({}, {THIRD: BACK_TEXT}),
    "next-digest": ({}, {THIRD: PUBLISHED_TEXT, CARE: CARE_TEXT.replace("severity: sev3", "severity: sev2")}),
    "changed-report": ({}, {FIRST: CHANGED_FIRST}),
    "restricted-changes": (
        {},
        {
            HIDDEN: HIDDEN_TEXT.replace("data-drift", "data-proxy-target"),
            HIDDEN.replace("words", "more"): HIDDEN_TEXT.replace("Canary title", "Another canary"),
        },
    ),
    "deleted": ({}, {FIRST: None}),
    "renamed": (
        {},
        {
            FIRST: None,
            FIRST.replace("unequal", "other"): FIRST_TEXT.replace(
                "schema: 1\n", "schema: 1\naliases: [2025-11-04-unequal-offers]\n"
            ),
        },
    ),
    "renamed-without-alias": ({}, {FIRST: None, FIRST.replace("unequal", "other"): FIRST_TEXT}),
    "withdrawn": (
        {},
        {
            FIRST: FIRST_TEXT.replace(
                "lifecycle: published",
                "lifecycle: withdrawn\nwithdrawn: {because: It told of another day., hide_title: true}",
            )
        },
    ),
    "settings": (
        {},
        {
            "mkdocs.yml": CONFIG.replace(
                "zone: Europe/Berlin", "audience: restricted\n      zone: Europe/Paris"
            ).replace("Hidden Name", "Other Name"),
            "postmortems/_systems.yml": SYSTEMS.replace(
                "owner_team: care}", "owner_team: care, factors_guarded: [data-drift]}"
            ),
        },
    ),
    "broken-in-base": ({SECOND: BROKEN}, {SECOND: SECOND_TEXT}),
    "broken-in-change": ({}, {SECOND: BROKEN, OTHER: BROKEN}),
}
