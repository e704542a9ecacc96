"""The third report, or a later one, that names a contributing factor on the same system.

Told while the report is in review, when there is still time to ask. Counted are reports in review, published ones, and
older ones that were taken over as they were and name the factor, also by a label accepted in bulk. They happened
earlier and concern the same system, and everybody who may read this report may read them too: one that is held back, or
for fewer readers, is neither named nor counted. The finding is gone once the report leads to one of them, by a link in
its text or by `related`.

## Why it matters

What comes back a third time has outlived two answers. The question is not who repeated it. It is what the earlier
remediations did not reach, and that is best asked while those who know are in the room.

## Example

```yaml
system: {name: shop-assistant}
contributing_factors:
  - {factor: eval-no-subgroup-tests, how: The release check compared averages, and no group by itself.}
```

## Instead

Read the earlier reports, and say in the text what was different this time:

```markdown
The check that came out of [the first report](2025-04-02-unequal-offers.md) covers the web shop. The assistant was added
later and is not part of it.
```

## Source

Chris Argyris, *Double loop learning in organizations*, Harvard Business Review, September 1977: mending what is seen
leaves the arrangement that brings it about, until that is asked about too.
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.ordinals import say_ordinal
from afterword.model.report import Report
from afterword.rules.collection.repeats import list_ids, names_of, repeats_of
from afterword.rules.rule import Context, Hit, Rule

FROM = 3


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each factor that two or more earlier reports name on the same system."""
    named = names_of(report, context)
    for repeat in repeats_of(report, context):
        number = len(repeat.earlier) + 1
        if number < FROM or any(each.id in named for each in repeat.earlier):
            continue
        yield Hit(
            f"the {say_ordinal(number)} report that names `{repeat.factor_id}` on this system, "
            f"after {list_ids(repeat.earlier)}",
            field=("contributing_factors", repeat.place, "factor"),
            hint="what did the earlier remediations not reach? Say so, and lead to one of these reports",
            match=repeat.factor_id,
        )


RULE = Rule(
    code="AW701",
    name="third-time",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 25),
    in_review_only=True,
)
