"""An alias that is no id, or the report's own.

Aliases are earlier ids of the report, and a page at each of them leads on to this one. So they have the form of an id
(AW201), without folder and ending.

## Why it matters

The page that leads on is written at the alias's address. One that is no id could lie anywhere, so none is written for
it, and the old links stay broken.

## Example

```yaml
aliases: [reports/2026/2026-03-11-Unequal-Vouchers.md]
```

## Instead

```yaml
aliases: [2026-03-11-unequal-vouchers]
```
"""

from collections.abc import Iterator

from afterword.model.ids import is_report_id
from afterword.model.report import Report
from afterword.rules.references.aw202_repeated_id import name_key
from afterword.rules.references.known import bare_name
from afterword.rules.references.replacing import replace_value
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each alias that is no id, or the report's own."""
    for place, alias in enumerate(report.front.aliases):
        field = ("aliases", place)
        if name_key(alias) == name_key(report.id):
            yield Hit("the alias is the report's own id", field, hint="take it out", match=alias)
        elif not is_report_id(alias):
            bare = bare_name(alias)
            meant = bare if is_report_id(bare) else None
            yield Hit(
                f"the alias `{alias}` is no id",
                field,
                hint=f"write `{meant}`" if meant else "write a date, a hyphen and a slug, as in a report's file name",
                match=alias,
                fix=replace_value(report, field, alias, meant) if meant else None,
            )


RULE = Rule(code="AW210", name="alias-form", doc=__doc__, check=check, mends="writes an alias in the form of an id")
