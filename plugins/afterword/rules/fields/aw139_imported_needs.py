"""What an imported, a withdrawn or a superseded report cannot do without.

- An imported report has a title and a date that can be found: in the front matter, in the file's name, in a heading.
- A withdrawn one says why (`withdrawn.because`).
- A superseded one is replaced by another report, whose `supersedes` names it.

## Why it matters

Readers come to such a page from a link or a search. Without a title and a date they cannot tell what they see; without
the reason or the replacement they are left at a dead end.

## Example

```yaml
lifecycle: withdrawn
```

## Instead

```yaml
lifecycle: withdrawn
withdrawn:
  at: 2026-05-04
  because: A second look showed that the figures belong to another system; a new report is in preparation.
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing
from afterword.rules.rule import Context, Hit, Rule


def _imported(report: Report) -> Iterator[Hit]:
    titled = any(heading.level == 1 for heading in report.body.headings)
    if report.front.title is None and not titled and not report.is_typed("title"):
        yield Hit(
            "an imported report needs a title, and neither its fields nor a heading has one",
            field=("title",),
            span=place_of_missing(report, "title"),
            hint="write `title`: what happened, in a few words",
        )
    if report.date is None and not report.is_typed("occurred_on"):
        yield Hit(
            "an imported report needs a date, and neither its fields nor its file name nor a heading has one",
            field=("occurred_on",),
            span=place_of_missing(report, "occurred_on"),
            hint="write `occurred_on`, if need be the year alone",
        )


def _withdrawn(report: Report) -> Iterator[Hit]:
    if report.front.withdrawn is None and not report.is_typed("withdrawn"):
        yield Hit(
            "a withdrawn report needs `withdrawn.because`",
            field=("withdrawn", "because"),
            span=place_of_missing(report, "withdrawn", "because"),
            hint="say in `withdrawn.because` why it was withdrawn",
        )


def _superseded(report: Report, context: Context) -> Iterator[Hit]:
    if not context.graph.superseded_by(report.id):
        yield Hit(
            "the report is superseded, and no report supersedes it",
            field=("lifecycle",),
            hint=f"name `{report.id}` in the `supersedes` of the report that replaces it",
            match="superseded",
        )


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each thing that such a report lacks."""
    if report.lifecycle == "imported":
        yield from _imported(report)
    elif report.lifecycle == "withdrawn":
        yield from _withdrawn(report)
    elif report.lifecycle == "superseded":
        yield from _superseded(report, context)


RULE = Rule(code="AW139", name="imported-needs", doc=__doc__, check=check)
