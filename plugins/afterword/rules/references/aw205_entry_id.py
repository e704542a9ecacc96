"""An entry's id in another form, or one that stands twice in a report.

Contributing factors are `CF-1`, `CF-2` and so on, evidence is `EV-`, remediations are `RM-`, eval cases `EC-`, each
with a number without zeros before it. An entry without an id has its place in the list as its number, which counts here
too.

## Why it matters

Other entries, the page's anchors and links from elsewhere mean one entry by its id. Where two share it, they mean
either.

## Example

```yaml
remediations:
  - {id: RM-1, title: Alert on offer rate by area, kind: monitor-alert}
  - {id: RM-1, title: Equal-offer gold set blocks release, kind: gold-dataset}
```

## Instead

```yaml
remediations:
  - {id: RM-1, title: Alert on offer rate by area, kind: monitor-alert}
  - {id: RM-2, title: Equal-offer gold set blocks release, kind: gold-dataset}
```
"""

from collections.abc import Iterator

from afterword.model.front_matter import NUMBERED
from afterword.model.report import Report
from afterword.rules.references.entries import WORDS, ids_of, in_form, is_whole
from afterword.rules.rule import Context, Hit, Rule


def _check_list(report: Report, name: str) -> Iterator[Hit]:
    ids = ids_of(report, name)
    numbers = [int(each.rpartition("-")[2]) for each in ids if in_form(each, name) == each]
    free = f"{NUMBERED[name]}-{max(numbers, default=0) + 1}"
    taken = frozenset(ids)
    seen: dict[str, int] = {}
    for place, each in enumerate(ids):
        formed = in_form(each, name)
        if formed != each:
            hint = f"write `{formed if formed and formed not in taken else free}`, and the same wherever it is named"
            yield Hit(f"`{each}` is no id of {WORDS[name]}", (name, place, "id"), hint=hint, match=each)
        elif (first := seen.setdefault(each, place)) != place:
            typed = report.is_typed(name, place, "id")
            by_place = f"is this entry's id by its place, and that of entry {first + 1}"
            told = "is the id of two entries" if typed else by_place
            yield Hit(f"`{each}` {told}", (name, place, "id"), hint=f"give this one the id `{free}`", match=each)


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each id of an entry that is in another form or stands twice."""
    for name in NUMBERED:
        if is_whole(report, name, "id"):
            yield from _check_list(report, name)


RULE = Rule(code="AW205", name="entry-id", doc=__doc__, check=check, draft_level="warning")
