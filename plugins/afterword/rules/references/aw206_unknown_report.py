"""A report named in `related` or `supersedes` that is not in the collection.

Both take ids of other reports, or aliases of theirs. A report that names itself is a finding too. `check --fix` mends
what is an id written as a path or with capital letters.

## Why it matters

What a report has in common with others is the reason for keeping them together. A name that leads nowhere is on no
page, and nobody is told.

## Example

```yaml
related: [../2017/2017-recruiting-model-learned-past-hiring.md]
```

## Instead

```yaml
related: [2017-recruiting-model-learned-past-hiring]
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.references.known import close_report, find_report, meant_report
from afterword.rules.references.replacing import replace_value
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each name of no report, and for the report's own."""
    for name, ids in (("related", report.front.related), ("supersedes", report.front.supersedes)):
        for place, each in enumerate(ids):
            field = (name, place)
            found = find_report(context, each)
            if each == report.id or (found is not None and found.id == report.id):
                yield Hit(f"`{name}` names the report itself", field, hint="take it out", match=each)
            elif found is None:
                meant = meant_report(context, each)
                close = meant or close_report(context, each)
                yield Hit(
                    f"`{name}` names `{each}`, which is no report of the collection",
                    field,
                    hint=f"did you mean `{close}`?" if close else "write the id of a report, or take it out",
                    match=each,
                    fix=replace_value(report, field, each, meant) if meant else None,
                )


RULE = Rule(
    code="AW206",
    name="unknown-report",
    doc=__doc__,
    check=check,
    draft_level="warning",
    mends="writes the id of the report that a path or another spelling plainly means",
)
