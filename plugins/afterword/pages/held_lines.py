"""Whether verified remediations held, told in sentences: k of n, and each later report with the days between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from afterword.index.held import Later, Record, Trial
from afterword.pages.escape import escape_text
from afterword.pages.trial_rows import say_days
from afterword.pages.words import counted, fill, report_link, time_tag

FEW = 5
"""Below this number of verified remediations the page says that they are few."""
_TOO_FEW = ("None is", "One is", "Two are", "Three are", "Four are")


def record_words(record: Record) -> Markup:
    """The figures in sentences; that nothing can be told where nothing was verified on a known day."""
    return Markup(" ").join(_record(record))


def record_line(record: Record) -> Markup:
    """The figures in one line: "3 verified: 1 came back on the same system, 2 not named again so far"; else empty."""
    if not record.dated:
        return Markup()
    parts = (
        (record.same, "came back on the same system"),
        (record.elsewhere, "named again on other systems alone"),
        (record.quiet, "not named again so far"),
    )
    if record.dated == 1:
        return escape_text(f"1 verified: {next(said for number, said in parts if number)}")
    return escape_text(
        f"{record.dated:,} verified: {', '.join(f'{number:,} {said}' for number, said in parts if number)}"
    )


def held_lines(trials: Iterable[Trial], path: str) -> list[Markup]:
    """One sentence for each remediation that was verified on a known day: what came back before what held."""
    return [_line(each, path) for each in trials if each.outcome in {"returned", "held"}]


def _record(record: Record) -> Iterator[Markup]:
    if not record.dated:
        yield Markup("No remediation for it is verified on a known day, so whether one held cannot be told.")
    else:
        was = "was" if record.dated == 1 else "were"
        yield fill("{} for it {} verified on a known day.", counted(record.dated, "remediation"), was)
        yield from _followed(record)
        yield from _quiet(record)
        if record.dated < FEW:
            yield fill("{} too few to judge by.", _TOO_FEW[record.dated])
    if record.unclear:
        noun = "remediation is" if record.unclear == 1 else "remediations are"
        number = f"{record.unclear:,} more" if record.dated else f"{record.unclear:,}"
        yield fill("{} {} verified on an unknown day, or while the tracker says otherwise.", number, noun)


def _followed(record: Record) -> Iterator[Markup]:
    followed = record.same + record.elsewhere
    if not followed or record.after is None:
        return
    which = "It was" if record.dated == 1 else f"{followed:,} of {record.dated:,} {'was' if followed == 1 else 'were'}"
    if not record.elsewhere:
        where = " on the same system"
    elif not record.same:
        where = " on other systems alone"
    else:
        where = f": {record.same:,} on the same system, {record.elsewhere:,} on other systems alone"
    yield escape_text(f"{which} followed by a later report of the factor{where}, after {say_days(*record.after)}.")
    if record.reports > 1:
        yield fill("{} different reports followed.", record.reports)


def _quiet(record: Record) -> Iterator[Markup]:
    """What no report followed, with the days for which nobody named it."""
    if not record.quiet or record.watched is None:
        return
    days = say_days(*record.watched)
    if record.quiet == record.dated:
        yield fill("No later report names the factor, in {} so far.", days)
    else:
        others = "The other was" if record.quiet == 1 else f"The other {record.quiet:,} were"
        yield fill("{} followed by none, in {} so far.", others, days)


def _line(trial: Trial, path: str) -> Markup:
    use = trial.use
    title = Markup("*{}*").format(escape_text(use.remediation.title or use.remediation.id or "a remediation"))
    day = time_tag(trial.verified_on) if trial.verified_on else Markup("")
    held = fill("{} in {} held on {}", title, report_link(use.report, path), day)
    if (back := trial.back) is not None:
        same = [each for each in trial.later if each.same_system]
        return fill("**Came back on the same system.** {}; {}.", held, _again(back, len(same), path))
    if (other := trial.elsewhere) is not None:
        return fill("**Named again on another system.** {}; {}.", held, _again(other, len(trial.later), path))
    return fill("**Not named again so far.** {}, {} ago.", held, counted(trial.watched or 0, "day"))


def _again(first: Later, number: int, path: str) -> Markup:
    told = fill("{} later {} named the factor", say_days(first.fewest, first.most), report_link(first.report, path))
    return told + (fill(", the first of {}", counted(number, "report")) if number > 1 else Markup())
