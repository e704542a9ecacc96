"""Files for VS Code: a task whose findings stand among the problems, and snippets made from the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

from afterword.commands.watch import FIRST_LINE
from afterword.model.choices import DetectedBy, Intent, MissedBecause, TimelineKind
from afterword.model.vocabulary import Vocabulary

LINE = r"^(.+?):(\d+):(\d+) (AW\d{3}) (error|warning|info) (.*)$"
"""A finding as `check` prints it: file, line, column, code, level, message."""
LAST = r"^\d+ reports?, \d+ errors?, \d+ warnings?$|^the settings cannot be read; waiting for a change$|^Error: "
"""The line with which a check ends, whatever it found."""


def write_tasks(folder: str) -> str:
    """`.vscode/tasks.json`; `folder` is the repository's place in the workspace, empty or with a slash at its end."""
    place = "${workspaceFolder}" + (f"/{folder.rstrip('/')}" if folder else "")
    matcher = {
        "owner": "afterword",
        "source": "afterword",
        "fileLocation": ["relative", place],
        "pattern": {"regexp": LINE, "file": 1, "line": 2, "column": 3, "code": 4, "severity": 5, "message": 6},
        "background": {"activeOnStart": True, "beginsPattern": f"^{FIRST_LINE}$", "endsPattern": LAST},
    }
    task = {
        "label": "Afterword: check while writing",
        "detail": "Checks every report whenever a file changes, and lists findings among the problems.",
        "type": "process",
        "command": "afterword",
        "args": ["check", "--watch", "--format", "text"],
        "options": {"cwd": place},
        "isBackground": True,
        "presentation": {"reveal": "silent", "panel": "dedicated", "clear": False},
        "problemMatcher": matcher,
    }
    return _text({"version": "2.0.0", "tasks": [task]})


def write_snippets(vocabulary: Vocabulary) -> str:
    """`.vscode/afterword.code-snippets`: one for each factor and kind of remediation, and for parts of a report."""
    return _text(dict([*_parts(), *_factors(vocabulary), *_kinds(vocabulary)]))


def _parts() -> Iterator[tuple[str, dict[str, Any]]]:
    kinds = _choice(1, get_args(TimelineKind))
    yield _entry("A timeline entry", "aw-timeline", [
        '- at: "${2:2026-01-31T09:30:00Z}"', f"  kind: {kinds}",
        "  what: ${3:What happened, with the system as the subject}",
    ], "One event of the timeline.")  # fmt: skip
    yield _entry("How it was noticed", "aw-detected", [
        '- at: "${1:2026-01-31T09:30:00Z}"', "  kind: detected", f"  detected_by: {_choice(2, get_args(DetectedBy))}",
        "  what: ${3:What was seen}",
    ], "Who or what noticed it.")  # fmt: skip
    yield _entry("A check that stayed silent", "aw-silent", [
        '- at: "${1:2026-01-31}"', "  kind: alert_missed", "  signal: ${2:name_of_the_signal}",
        f"  missed_because: {_choice(3, get_args(MissedBecause))}", "  what: ${4:What it showed}",
        "  would_have_seen: ${5:What would have shown it}",
    ], "A signal that existed, or could have, and did not speak.")  # fmt: skip
    yield _entry("An eval case", "aw-case", [
        "- title: ${1:What must hold}", "  kind: regression", "  input:", "    messages:",
        "      - {role: user, content: \"${2:What was asked}\"}", "  checks:",
        "    - {type: contains, value: \"${3:What must be there}\"}",
        "  recorded_outputs: [\"${4:What was answered}\"]",
        "  reference_output: ${5:What would have been right}", "  trials: ${6:20}", "  pass_at_least: ${6:20}",
    ], "The incident's input as a permanent test.")  # fmt: skip


def _factors(vocabulary: Vocabulary) -> Iterator[tuple[str, dict[str, Any]]]:
    for factor in vocabulary.factors:
        body = [
            f"- factor: {factor.id}",
            "  confidence: ${1|known,potential|}",
            "  how: ${2:How it fed in, in a sentence}",
        ]
        yield _entry(f"Factor {factor.id}: {factor.title}", f"aw-factor-{factor.id}", body, factor.definition)


def _kinds(vocabulary: Vocabulary) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in vocabulary.kinds:
        body = [
            "- title: ${1:What changes}", f"  kind: {kind.id}", f"  intent: {_choice(2, get_args(Intent))}",
            "  addresses: [${3:CF-1}]", "  owner_team: ${4:team}",
            "  success_check: ${5:How it will be seen that it works}",
        ]  # fmt: skip
        yield _entry(f"Remediation {kind.id}: {kind.title}", f"aw-fix-{kind.id}", body, kind.definition)


def _entry(name: str, prefix: str, body: list[str], description: str) -> tuple[str, dict[str, Any]]:
    return name, {
        "scope": "markdown,yaml",
        "prefix": prefix,
        "body": body,
        "description": " ".join(description.split()),
    }


def _choice(place: int, words: tuple[str, ...]) -> str:
    return "${" + str(place) + "|" + ",".join(words) + "|}"


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
