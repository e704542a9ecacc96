"""A digest to make messages of, and its two texts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from afterword.digest.view import Counts, Digest, Edition, Link, Site, Span

ZONE = ZoneInfo("Europe/Berlin")
SITE = "https://learning.example.org/"
HTML = '<!doctype html>\n<html lang="en" dir="ltr"><title>Learning</title><p>Ein Löwe = ein Tier.</p></html>\n'
TEXT = "Learning digest\n\n.a line that begins with a dot\n\nEin Löwe – ein Tier.\n" + "long " * 60 + "\n"


def make_digest(
    name: str = "Example Shop learning reports", url: str = SITE, *, new: int = 3, team: str = "", system: str = "",
    key: str = "company", weeks: tuple[str, ...] = ("2026-W47",), **more: Any,
) -> Digest:  # fmt: skip
    """The digest of 2026-W47, or of other weeks."""
    first, last = (date.fromisocalendar(int(week[:4]), int(week[6:]), 1) for week in (weeks[0], weeks[-1]))
    after = date.fromordinal(last.toordinal() + 7)
    counts = {"incidents": new, "near_misses": 0, "exercises": 0, "updated": 0, "corrected": 0, "done": 0, "due": 1}
    label = weeks[0] if len(weeks) == 1 else f"{weeks[0]} to {weeks[-1]}"
    return Digest(
        site=Site(name=name, url=url, zone=str(ZONE)),
        edition=Edition(audience="company", brief=key.endswith("brief"), team=team, system=system, key=key),
        span=Span(
            weeks=weeks,
            label=label,
            first_day=first,
            last_day=date.fromordinal(after.toordinal() - 1),
            begins=datetime.combine(first, datetime.min.time(), ZONE),
            ends=datetime.combine(after, datetime.min.time(), ZONE),
        ),
        address=f"{url}digests/{weeks[-1].lower()}/",
        subject=f"Learning digest {label}: {new} new",
        teaches="A check that is run by nobody stays silent.",
        counts=Counts(**counts, overdue=0),
        pick=None, new=(), near_misses=(), changed=(), work=(), cohorts=(), recurring=(), cases=None, clocks=(),
        earlier=(), contribute=(Link(title="The first report", address=f"{url}guide/first-report/"),),
        **more,
    )  # fmt: skip
