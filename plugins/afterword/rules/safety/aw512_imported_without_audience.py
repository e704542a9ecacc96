"""Imported reports that are on no site, because nobody has said who may read them.

An imported report without an `audience` takes the setting `import.audience`. Where that is not set either, the report
is held back like a restricted one. One finding, at the first of them, counts them all.

## Why it matters

An archive that was taken over and is on no page looks like one that is lost. Who may read it is a decision, and no
default can take it.

## Example

```yaml
plugins:
  - afterword:
      audience: company
```

## Instead

```yaml
plugins:
  - afterword:
      audience: company
      import: {audience: company}
```
"""

from collections.abc import Iterator

from afterword.model.span import START
from afterword.rules.rule import Context, Hit, Rule


def check_all(context: Context) -> Iterator[Hit]:
    """Yield at most one hit, for all of them."""
    held = [
        report
        for report in context.collection.reports
        if report.lifecycle == "imported" and report.audience is None and not report.is_unreadable
    ]
    if held:
        first = min(held, key=lambda report: report.path)
        count = "1 imported report is" if len(held) == 1 else f"{len(held):,} imported reports are"
        yield Hit(
            f"{count} held back, as neither `audience` nor the setting `import.audience` is set",
            span=first.spans.get(("lifecycle",), START),
            path=first.path,
            hint="set `import.audience` for all of them, or write `audience` in each",
        )


RULE = Rule(
    code="AW512",
    name="imported-without-audience",
    doc=__doc__,
    check_all=check_all,
    level="warning",
    suppressible=False,
)
