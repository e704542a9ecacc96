"""The one place where a level is resolved.

The order: the rule's own level, or the finding's where it has one; the lifecycle (a rule may be milder in a draft);
the rule's age (a rule newer than the report's publication, or than the day that the setting `rules` fixes, only
warns); `imported` (at most a warning); the settings (`levels`, where the longest matching code wins). Suppression
comes after it, in `suppression.py`. What cannot be suppressed, such as broken YAML or an audience, is not weakened by
age or import either, but for what stands in the prose of an imported report.
"""

from __future__ import annotations

from typing import Literal

from afterword.model.report import Report
from afterword.model.settings import Level, Settings
from afterword.rules.rule import Rule

Resolved = Level | Literal["off"]
_SERIOUS: tuple[Resolved, ...] = ("error", "warning", "info", "off")


def resolve_level(rule: Rule, report: Report | None, settings: Settings, own: Level | None = None) -> Resolved:
    """The level of one of the rule's findings in `report`, or in a file that is none.

    Args:
        rule: the rule.
        report: the report that the finding is in, where it is in one.
        settings: the settings in force.
        own: the finding's own level, where that differs from the rule's.
    """
    if report is not None and rule.in_review_only and report.lifecycle != "in-review":
        return "off"
    level: Resolved = own or rule.level
    if report is not None and rule.of_prose and report.lifecycle == "imported":
        level = "warning"
    elif report is not None and rule.suppressible:
        if rule.draft_level is not None and report.lifecycle in {"draft", "in-review"}:
            level = _milder(level, rule.draft_level)
        if _is_newer(rule, report, settings) or report.lifecycle == "imported":
            level = "warning" if level == "error" else level
    return settings.levels.get(_longest(rule.code, settings), level)


def _milder(level: Resolved, other: Resolved) -> Resolved:
    return max(level, other, key=_SERIOUS.index)


def _is_newer(rule: Rule, report: Report, settings: Settings) -> bool:
    fixed = settings.rules or report.front.published_on
    return fixed is not None and rule.since > fixed


def _longest(code: str, settings: Settings) -> str:
    matching = [key for key in settings.levels if code.startswith(key)]
    return max(matching, key=len, default="")
