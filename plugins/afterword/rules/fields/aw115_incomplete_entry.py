"""An entry of a list or map that says nothing without a key that it lacks.

An evidence entry without a kind, a timeline entry without a time or a reason why it is unknown, a remediation without a
title. What a *report* needs at each step is the gate table's business; this rule looks at single entries.

## Why it matters

Half an entry shows as an empty cell on the page and as a wrong count in the lists.

## Example

```yaml
evidence:
  - {title: Two chats that differ only in postcode}
```

## Instead

```yaml
evidence:
  - {kind: transcript, title: Two chats that differ only in postcode}
```
"""

from collections.abc import Iterator

from pydantic import BaseModel

from afterword.model.fields import Fields
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.rule import Context, Hit, Rule


def _groups(fields: BaseModel, path: Path) -> Iterator[tuple[Fields, Path]]:
    for name, info in type(fields).model_fields.items():
        value = getattr(fields, name)
        key = info.alias or name
        if isinstance(value, Fields):
            yield value, (*path, key)
            yield from _groups(value, (*path, key))
        elif isinstance(value, tuple):
            for place, each in enumerate(value):
                if isinstance(each, Fields):
                    yield each, (*path, key, place)
                    yield from _groups(each, (*path, key, place))


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each key that an entry lacks."""
    for group, path in _groups(report.front, ()):
        name = ".".join(str(part) for part in path if isinstance(part, str))
        for need in type(group).needs:
            keys = (need,) if isinstance(need, str) else need
            if any(getattr(group, key) not in (None, ()) or report.is_typed(*path, key) for key in keys):
                continue
            wanted = " or ".join(f"`{key}`" for key in keys)
            yield Hit(f"this entry of `{name}` lacks {wanted}", field=path, hint="add it, or take the entry out")


RULE = Rule(code="AW115", name="incomplete-entry", doc=__doc__, check=check)
