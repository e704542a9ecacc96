"""A contributing factor that is back on the same system after a remediation for it was verified.

Told while the report is in review. The remediation stands in an earlier report, be it one that was taken over as it
was, and was verified on a day before anything of this report happened. One that is verified in its report while the
tracker says otherwise does not count. The finding is gone once the report leads to that earlier report, by a link in
its text or by `related`.

## Why it matters

The success check held, and the condition is here. Both are true, and the difference between them is the most exact
thing a review can learn: what the check looked at, what it could not see, or what has changed since.

## Example

A release check for groups was verified in April. In July the same factor is named on the same system, and the report
says nothing of April.

## Instead

```markdown
The check of [the April report](2026-03-11-unequal-discounts.md) held, and still holds. It compares postcodes. This time
the groups differed by language, which nobody had listed.
```

## Source

Nancy Leveson, *Engineering a Safer World*, 2011: controls lose their hold as a system changes around them, so that a
control is something to be kept rather than something that was done.
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.collection.repeats import name_tried, names_of, repeats_of
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each factor that came back; the fix that was verified last is named."""
    named = names_of(report, context)
    for repeat in repeats_of(report, context):
        fixes = [each for each in repeat.verified if each.report.id not in named]
        if not fixes:
            continue
        more = f", and {len(fixes) - 1} more before it" if len(fixes) > 1 else ""
        yield Hit(
            f"`{repeat.factor_id}` is back on this system after a verified remediation: {name_tried(fixes[-1])}, "
            f"verified on {fixes[-1].verified_on}{more}",
            field=("contributing_factors", repeat.place, "factor"),
            hint="what did its success check not see, or what changed since? Say so, and lead to that report",
            match=repeat.factor_id,
        )


RULE = Rule(
    code="AW703",
    name="back-after-fix",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 25),
    in_review_only=True,
)
