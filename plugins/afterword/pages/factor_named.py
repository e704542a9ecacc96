"""In words how many reports name a factor, and which of them were taken over as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from afterword.index.index import FactorUse, Index
from afterword.index.named import Named
from afterword.pages.words import counted, fill, page_link


def say_named(named: Named) -> str:
    """The numbers in few words: "3 reports, and 14 taken over as they were"; "none yet" where there is none."""
    if named.counted:
        said = counted(len(named.counted), "report")
        return f"{said}, and {_taken_over(named)}" if named.taken_over else said
    if named.taken_over:
        return f"{counted(len(named.taken_over), 'report')}, taken over {_as(len(named.taken_over))}"
    return f"{counted(len(named.others), 'report')}, not counted" if named.others else "none yet"


def how_often(named: Named, index: Index) -> Markup:
    """The same as a fact that leads to the reports, with the number of all counted ones beside its own."""
    if named.counted:
        more = f", and in {_taken_over(named)}" if named.taken_over else ""
        said = counted(len(named.counted), "report")
        return fill("[In {}](#reports), of {} counted{}", said, f"{len(index.counted):,}", more)
    if number := len(named.taken_over):
        return fill("[In {}](#reports), taken over {}", counted(number, "report"), _as(number))
    was = "is" if len(named.others) == 1 else "are"
    return fill("[In {}](#reports), which {} not counted in figures", counted(len(named.others), "report"), was)


def reports_words(uses: Iterable[FactorUse], named: Named, path: str) -> Markup:
    """The sentences above the list of reports: how many there are, how many say how, and what figures leave out."""
    return Markup(" ").join(_sentences(list(uses), named, path))


def _sentences(uses: list[FactorUse], named: Named, path: str) -> Iterator[Markup]:
    total = len({use.report.id for use in uses})
    with_how = len({use.report.id for use in uses if use.factor.how})
    names = "names" if total == 1 else "name"
    yield fill("{} {} it, {}.", counted(total, "report"), names, _how(with_how, total))
    yield from _labelled(len({use.report.id for use in uses if use.report.labels}), total)
    yield from _left_out(named, total, path)


def _how(with_how: int, total: int) -> str:
    if with_how == total:
        return "each with how it fed in there"
    return f"{with_how:,} of them with how it fed in there" if with_how else "without a word on how it fed in there"


def _labelled(labelled: int, total: int) -> Iterator[Markup]:
    """What a label is, where there are any."""
    if not labelled:
        return
    which = ("It was" if total == 1 else "All were") if labelled == total else f"{labelled:,} {_was(labelled)}"
    yield fill(
        "{} labelled in bulk: somebody accepted the factor for an older text, and the text stays as it is.", which
    )


def _left_out(named: Named, total: int, path: str) -> Iterator[Markup]:
    """What no other page counts."""
    if number := len(named.taken_over):
        which = (
            ("the report that was" if total == 1 else "reports")
            if number == total
            else f"the {number:,} that {_was(number)}"
        )
        insights = page_link("Insights", "insights/index.md", path)
        yield insights + fill(" leave out {} taken over {}.", which, _as(number))
    if number := len(named.others):
        yield fill("Of these, {} {} not counted in figures.", f"{number:,}", "is" if number == 1 else "are")


def _taken_over(named: Named) -> str:
    number = len(named.taken_over)
    return f"{number:,} taken over {_as(number)}"


def _as(number: int) -> str:
    return "as it was" if number == 1 else "as they were"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
