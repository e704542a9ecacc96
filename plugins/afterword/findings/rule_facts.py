"""What formats for programs tell of a rule itself, beside its findings."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.model.settings import Level


@dataclass(frozen=True)
class RuleFacts:
    """One rule: its name, the first line and the whole of its manual (Markdown), its level, family and page."""

    name: str
    summary: str
    manual: str
    level: Level
    category: str
    link: str
