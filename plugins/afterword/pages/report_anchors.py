"""Places on a report's page that its other parts lead to: EV-1, CF-2, RM-3, EC-4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from markupsafe import Markup

from afterword.model.report import Report
from afterword.pages.escape import escape_text, link_to

_FORM = re.compile(r"(?:EV|CF|RM|EC)-[0-9]{1,6}\Z")


class Numbered(Protocol):
    """An entry that others refer to by its id."""

    @property
    def id(self) -> str | None:
        """The id, as typed or counted."""


def anchors(entries: Sequence[Numbered]) -> list[str]:
    """The anchor of each entry; empty for an id of another form, and for one that has stood before."""
    seen: set[str] = set()
    found = []
    for entry in entries:
        name = (entry.id or "").lower() if _FORM.match(entry.id or "") else ""
        found.append("" if name in seen else name)
        seen.add(name)
    return found


def entry_links(ids: Iterable[str], entries: Sequence[Numbered]) -> list[Markup]:
    """The ids as links to their entries on the same page; an id that names none is text."""
    known = set(anchors(entries)) - {""}
    found = [each for each in ids if each]
    return [link_to(each, f"#{each.lower()}") if each.lower() in known else escape_text(each) for each in found]


def evidence_links(ids: Iterable[str], report: Report) -> list[Markup]:
    """Links to evidence entries of the same page."""
    return entry_links(ids, report.front.evidence)


def factor_links(ids: Iterable[str], report: Report) -> list[Markup]:
    """Links to contributing factors of the same page."""
    return entry_links(ids, report.front.contributing_factors)


def case_links(ids: Iterable[str], report: Report) -> list[Markup]:
    """Links to eval cases of the same page."""
    return entry_links(ids, report.front.eval_cases)
