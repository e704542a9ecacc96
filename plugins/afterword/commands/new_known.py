"""What is known of a system already, told to whoever begins a report about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from afterword.commands.find_project import Found
from afterword.findings.visible import visible
from afterword.model.audience import is_shown_to
from afterword.model.report import Report
from afterword.read.on_system import read_reports_on

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_SHOWN = 3
_LEFT_OUT = frozenset({"withdrawn", "superseded"})


def tell_known(system: str, new_id: str, found: Found) -> Iterator[str]:
    """Which reports name the system, and which factors they name most; nothing where there are none.

    Told are reports that everybody who can clone the repository may read.
    """
    cloning = found.project.settings.repository_audience
    known = [
        each
        for each in read_reports_on(system, found.project)
        if each.id != new_id and each.lifecycle not in _LEFT_OUT and is_shown_to(each.audience or "restricted", cloning)
    ]
    if not known:
        return
    count = len(known)
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    newest = ", the newest of them" if count > _SHOWN else ""
    yield f"{number} {'report already names' if count == 1 else 'reports already name'} this system{newest}:"
    for each in known[:_SHOWN]:
        yield f"  {each.id}: {visible(' '.join(each.title.split()))}"
    if often := _seen_most(known):
        listed = ", ".join(f"`{visible(factor)}` ({times})" for factor, times in often)
        yield f"Contributing factors that they name most: {listed}"


def _seen_most(reports: Sequence[Report]) -> list[tuple[str, int]]:
    """The factors in the most reports, the most frequent first, then by id."""
    counts = Counter(
        factor for report in reports for factor in {each.factor for each in report.front.contributing_factors} if factor
    )
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_SHOWN]
