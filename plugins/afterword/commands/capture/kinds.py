"""What sort of evidence a saved file is, as far as name and content tell, and whether only a few may read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from afterword.commands.evidence.kinds import guess_kind
from afterword.model.choices import EvidenceKind
from afterword.read.evidence_content import IMAGES

WRITTEN_BY_PEOPLE: frozenset[EvidenceKind] = frozenset({"transcript", "prompt", "data-payload", "ticket", "screenshot"})
"""Kinds that hold what people wrote or gave; nobody has read them at 3 a.m., so only a few may."""
_ENDINGS: Mapping[EvidenceKind, frozenset[str]] = {
    "model-artifact": frozenset(
        {".pt", ".pth", ".onnx", ".safetensors", ".pkl", ".joblib", ".gguf", ".h5", ".pb", ".ckpt", ".bin"}
    ),
    "data-payload": frozenset({".csv", ".tsv", ".parquet", ".jsonl", ".ndjson", ".wav", ".mp3", ".flac", ".mp4"}),
    "config": frozenset({".yaml", ".yml", ".toml", ".ini", ".conf", ".cfg", ".json", ".xml", ".properties"}),
    "log": frozenset({".log", ".txt", ".out", ".err"}),
}
_TALK = re.compile(rb'"(?:messages|role)"\s*:')
_ALERT = re.compile(rb"^\s*-?\s*alert:\s", re.MULTILINE)
_SPAN = re.compile(rb'"(?:resourceSpans|spanId|span_id|traceId|trace_id)"\s*:')
_SERIES = re.compile(r"metric|series|timeseries|prometheus|grafana")


def kind_of(name: str, head: bytes, *, has_attributes: bool) -> EvidenceKind:
    """The kind of a file called `name` that begins with `head`; in doubt the narrowest that fits, else a log."""
    # Before its name, since a file of attributes or a trace may be called anything.
    if _SPAN.search(head):
        return "trace"
    guessed = guess_kind(name, head)
    if guessed is not None:
        return guessed
    path = PurePath(name.lower())
    if path.suffix in IMAGES:
        return "screenshot"
    if _TALK.search(head):
        return "transcript"
    if _ALERT.search(head):
        return "alert-config"
    if has_attributes:
        return "environment"
    if _SERIES.search(path.stem):
        return "metric-series"
    return next((kind for kind, endings in _ENDINGS.items() if path.suffix in endings), "log")
