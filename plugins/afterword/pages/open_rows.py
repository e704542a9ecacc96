"""Open remediations as rows, team by team, each with what a script sorts and filters by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.index import Index
from afterword.index.open import OpenRemediation, OpenWork, TeamWork
from afterword.index.slugs import slug_of
from afterword.model.tracker_state import trim
from afterword.pages.escape import escape_text, link_to, one_line
from afterword.pages.marks import dotted, mark, quiet
from afterword.pages.remediation_rows import kind_lines, remediation_link
from afterword.pages.words import counted, fill, join, label, number, page_link, report_path, system_link, time_tag

PATH = "remediations/open.md"
MOST_ROWS = 500
"""How many rows the page holds. Beyond that every team keeps the rows that are overdue longest, then its oldest."""
NOBODY = "none"
_OTHERS = 3


@dataclass(frozen=True)
class OpenRow:
    """One remediation; every cell is finished Markdown on one line, `data` the first one's attributes."""

    title: Markup
    meta: Markup
    data: Markup
    status: Markup
    age: Markup
    due: Markup


@dataclass(frozen=True)
class TeamRows:
    """One team's section: its heading, its name for an attribute, its anchor, its rows, and where others are."""

    name: Markup
    label: Markup
    anchor: str
    rows: list[OpenRow]
    more: Markup


def team_rows(work: OpenWork, index: Index, most: int = MOST_ROWS) -> list[TeamRows]:
    """A section for each team with at most `most` rows in all."""
    share = _share([len(team.open) for team in work.teams], most)
    return [_section(team, share, index) for team in work.teams]


def list_left_out(work: OpenWork, most: int = MOST_ROWS) -> list[tuple[str, tuple[OpenRemediation, ...]]]:
    """The open remediations that the page does not hold: for each team the anchor of its section, and its rows."""
    share = _share([len(team.open) for team in work.teams], most)
    return [(_anchor(team), team.open[share:]) for team in work.teams]


def _share(counts: Sequence[int], most: int) -> int:
    """How many rows each team may have, so that all have at most `most`: a team with fewer leaves room for others."""
    left, share = most, max(counts, default=0)
    ordered = sorted(counts)
    for place, count in enumerate(ordered):
        fair = left // (len(ordered) - place)
        if count > fair:
            return max(1, fair)
        left -= count
    return share


def _section(team: TeamWork, share: int, index: Index) -> TeamRows:
    has_more = len(team.open) > share
    page = f"teams/{team.slug}.md"
    is_named = bool(team.name)
    return TeamRows(
        name=page_link(team.name, page, PATH) if is_named else Markup("No owner team"),
        # For an attribute, in which Markdown has no say.
        label=Markup.escape(one_line(team.name or "no owner team")),
        anchor=_anchor(team),
        rows=[_row(each, index) for each in team.open[:share]],
        more=_more(team, page) if has_more else Markup(),
    )


def _anchor(team: TeamWork) -> str:
    return f"team-{team.slug}" if team.name else "no-owner-team"


def _more(team: TeamWork, page: str) -> Markup:
    if not team.name:
        return fill("There are more without an owner team: {} names their reports.", _explore(""))
    whole = page_link("the team's page", page, PATH, "remediations")
    return fill(
        "There are more of this team: {} holds all of them, {} names their reports.", whole, _explore(team.slug)
    )


def _explore(team: str) -> Markup:
    chosen = "status=accepted,in_progress,proposed" + (f"&team={team}" if team else "")
    return link_to("Explore", f"../explore/index.md?{chosen}")


def _row(each: OpenRemediation, index: Index) -> OpenRow:
    use = each.use
    return OpenRow(
        title=remediation_link(use, PATH),
        meta=quiet(dotted(_remarks(each, index))),
        data=Markup("{{ {} }}").format(Markup(" ").join(_data(each))),
        status=_lines(_status(each, index)),
        age=_lines(_age(each)),
        due=_lines(_due(each)),
    )


def _remarks(each: OpenRemediation, index: Index) -> Iterator[Markup]:
    report, remediation = each.use.report, each.use.remediation
    name = remediation.id or "from"
    yield fill("{} of {}", name, page_link(report.title, report_path(report), PATH))
    if report.front.severity:
        yield Markup('<span class="aw-open__severity">{}</span>').format(label(report.front.severity))
    if report.front.system and report.front.system.name:
        link = system_link(report.front.system.name, index, PATH)
        yield Markup('<span class="aw-open__system">{}</span>').format(link)
    if remediation.tracker and remediation.tracker.startswith("https://"):
        yield link_to("work item", remediation.tracker)
        others = [other for other in index.shared_work.get(trim(remediation.tracker), ()) if other.id != report.id]
        if others:
            links = (page_link(other.title, report_path(other), PATH) for other in others[:_OTHERS])
            more = f" and {len(others) - _OTHERS} more" if len(others) > _OTHERS else ""
            yield fill("shared with {}{}", join(links, ", "), more)
    if report.lifecycle == "superseded":
        yield Markup("the report is superseded")


def _status(each: OpenRemediation, index: Index) -> Iterator[Markup]:
    yield mark("status", each.use.status)
    yield from kind_lines(each.use, index, PATH)
    if each.use.drift:
        yield quiet(escape_text(each.use.drift))
    if each.use.unseen_since:
        yield quiet(fill("its tracker has said nothing of it since {}", time_tag(each.use.unseen_since, short=True)))


def _age(each: OpenRemediation) -> Iterator[Markup]:
    use = each.use
    yield escape_text(counted(use.age, "day")) if use.age is not None else Markup("not known")
    if each.target is not None:
        yield quiet(_target(each.target, each.over))


def _target(target: int, over: int | None) -> Markup:
    """The target of its severity, and how many days are left or over."""
    said = f"target {counted(target, 'day')}"
    if over is None:
        return escape_text(said)
    if over > 0:
        return fill('{}, <span class="aw-open__over">{} over</span>', said, number(over))
    return fill("{}, {} left", said, number(-over))


def _due(each: OpenRemediation) -> Iterator[Markup]:
    use = each.use
    if use.remediation.due is None:
        yield Markup("no date")
        return
    yield time_tag(use.remediation.due, short=True)
    if use.overdue is not None:
        yield Markup('<span class="aw-overdue">{} overdue</span>').format(counted(use.overdue, "day"))


def _data(each: OpenRemediation) -> Iterator[Markup]:
    """What the script reads: choices of our own, slugs and numbers, which need no escaping."""
    use, report = each.use, each.use.report
    given = {
        "kind": slug_of(use.remediation.kind or ""),
        "strength": use.strength or "",
        "status": use.status,
        "severity": report.front.severity or "",
        "system": slug_of((report.front.system.name if report.front.system else None) or ""),
        "age": "" if use.age is None else str(use.age),
        "due": use.remediation.due.isoformat() if use.remediation.due else "",
        "late": str(use.overdue or ""),
        "over": "" if each.over is None else str(each.over),
        "drift": "yes" if use.drift else "",
    }
    for name, value in given.items():
        if value:
            yield Markup('data-{}="{}"').format(name, value)


def _lines(parts: Iterator[Markup]) -> Markup:
    return Markup(" <br>").join(parts)
