"""What sort of evidence a file is, where its name or its content says so beyond doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath

from afterword.commands.evidence.series_shape import is_series
from afterword.model.choices import EvidenceKind
from afterword.read.data_rows import CSV
from afterword.read.evidence_content import IMAGES

_WORDS: Mapping[EvidenceKind, frozenset[str]] = {
    "prompt": frozenset({"prompt", "prompts", "instructions"}),
    "transcript": frozenset(
        {"transcript", "transcripts", "chat", "chats", "conversation", "conversations", "dialogue"}
    ),
    "data-payload": frozenset({"payload", "payloads", "request", "requests", "response", "responses"}),
    "dataset-profile": frozenset({"profile"}),
    "config": frozenset({"config", "configuration", "settings", "flags"}),
    "environment": frozenset({"environment", "env", "requirements", "freeze", "lockfile"}),
    "trace": frozenset({"trace", "traces", "span", "spans"}),
    "alert-config": frozenset({"alert", "alerts", "alerting"}),
    "eval-run": frozenset({"eval", "evals", "evaluation"}),
    "ticket": frozenset({"ticket", "tickets"}),
    "screenshot": frozenset({"screenshot", "screenshots"}),
    "metric-chart": frozenset({"chart", "graph", "plot", "dashboard"}),
    "log": frozenset({"log", "logs"}),
}
_PICTURES: frozenset[EvidenceKind] = frozenset({"screenshot", "metric-chart"})
_SPLIT = re.compile(r"[^a-z0-9]+")
# The beginning of a file says what it is; a long one is not read through for that.
_MOST = 65_536


def guess_kind(name: str, content: bytes) -> EvidenceKind | None:
    """The kind of a file called `name`; None where nothing says it, or several things do."""
    path = PurePath(name.lower())
    is_picture = path.suffix in IMAGES
    words = {each for each in _SPLIT.split(path.stem) if each}
    if "screen" in words and "shot" in words:
        words.add("screenshot")
    said = {kind for kind, known in _WORDS.items() if words & known and (kind in _PICTURES) == is_picture}
    if path.suffix == ".log" and not said:
        said.add("log")
    if path.suffix in CSV:
        # A name that says something says it of the whole; the shape of a table says less.
        return said.pop() if len(said) == 1 else "metric-series" if not said and is_series(content) else None
    shaped = None if is_picture else _by_content(path.suffix, content)
    if shaped is not None and not said - {shaped}:
        return shaped
    return said.pop() if len(said) == 1 and shaped is None else None


def _by_content(suffix: str, content: bytes) -> EvidenceKind | None:
    """A conversation by its messages, a trace by its spans."""
    if suffix not in {".json", ".jsonl", ".ndjson"} or len(content) > _MOST:
        return None
    try:
        text = content.decode("utf-8-sig")
        first = json.loads(text if suffix == ".json" else text.strip().partition("\n")[0])
    except (ValueError, RecursionError):
        return None
    if isinstance(first, list) and first:
        first = first[0]
    if not isinstance(first, dict):
        return None
    if "resourceSpans" in first or {"traceId", "spanId"} <= set(first) or {"trace_id", "span_id"} <= set(first):
        return "trace"
    messages = first.get("messages", [first] if {"role", "content"} <= set(first) else None)
    is_talk = isinstance(messages, list) and messages and isinstance(messages[0], dict) and "role" in messages[0]
    return "transcript" if is_talk else None
