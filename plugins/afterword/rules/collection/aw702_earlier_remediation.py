"""An earlier remediation for the same contributing factor on the same system that is open, or was declined.

Told while the report is in review. The remediation stands in an earlier report, be it one that was taken over as it
was. Its status is joined with the tracker's, and reports from public sources are left out, since their work is not
ours. The finding is gone once the report leads to that earlier report, by a link in its text or by `related`, or
carries a remediation with the same tracker address.

## Why it matters

An answer that was found before, and not taken yet, is the nearest one there is. Perhaps something stands in its way,
and then that is a condition too. One that was declined was weighed against what was known at that time; now more is
known.

## Example

The report of March has `RM-2`, a comparison of groups before release, accepted and still open. The report of May
names the same factor and begins anew.

## Instead

```yaml
remediations:
  - title: Compare answers between groups before each release
    kind: release-gate
    tracker: https://tracker.example.com/4711    # the one of March, taken up again
related: [2026-03-11-unequal-discounts]
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.link.recurrence import Repeat, Tried
from afterword.model.report import Report
from afterword.rules.collection.repeats import name_tried, names_of, repeats_of
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each factor with such a remediation; the oldest open and the latest declined are named."""
    named = names_of(report, context)
    trackers = {each.tracker for each in report.front.remediations if each.tracker}
    for repeat in repeats_of(report, context):
        is_open = [each for each in repeat.open if _is_news(each, named, trackers)]
        declined = [each for each in repeat.declined if _is_news(each, named, trackers)]
        if is_open or declined:
            yield Hit(
                f"earlier remediations for `{repeat.factor_id}` on this system: {_told(is_open, declined)}",
                field=("contributing_factors", repeat.place, "factor"),
                hint=_ask(repeat, is_open, declined),
                match=repeat.factor_id,
            )


def _is_news(tried: Tried, named: frozenset[str], trackers: set[str]) -> bool:
    return tried.report.id not in named and tried.remediation.tracker not in trackers


def _told(is_open: list[Tried], declined: list[Tried]) -> str:
    told = []
    if is_open:
        more = f", and {len(is_open) - 1} more" if len(is_open) > 1 else ""
        told.append(f"{name_tried(is_open[0])} is still open{more}")
    if declined:
        more = f", and {len(declined) - 1} more" if len(declined) > 1 else ""
        told.append(f"{name_tried(declined[-1])} was declined{more}")
    return "; ".join(told)


def _ask(repeat: Repeat, is_open: list[Tried], declined: list[Tried]) -> str:
    if is_open:
        return "what stands in the way of it? Say so, and lead to that report or take up its tracker address"
    return "is the reason for declining it still true? Say so, and lead to that report"


RULE = Rule(
    code="AW702",
    name="earlier-remediation",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 25),
    in_review_only=True,
)
