"""An entry of a list or map that says nothing without a key that it lacks.

An evidence entry without a kind, a timeline entry without a time or a reason why it is unknown, a remediation without a
title. What a *report* needs at each step is the gate table's business; this rule looks at single entries.

## Why it matters

Half an entry shows as an empty cell on the page and as a wrong count in the lists.

## Example

```yaml
evidence:
  - {title: Two chats about the same order}
```

## Instead

```yaml
evidence:
  - {kind: transcript, title: Two chats about the same order}
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


def _has(report: Report, group: Fields, path: Path, need: str | tuple[str, ...]) -> bool:
    keys = (need,) if isinstance(need, str) else need
    return any(getattr(group, key) not in (None, ()) or report.is_typed(*path, key) for key in keys)


def _words(need: str | tuple[str, ...]) -> str:
    return f"`{need}`" if isinstance(need, str) else " or ".join(f"`{key}`" for key in need)


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry that lacks a key."""
    for group, path in _groups(report.front, ()):
        lacking = [need for need in type(group).needs if not _has(report, group, path, need)]
        if not lacking or path[0] == "suppress":  # a suppression without a reason is AW901's
            continue
        name = ".".join(str(part) for part in path if isinstance(part, str))
        whose = f"this entry of `{name}`" if isinstance(path[-1], int) else f"`{name}`"
        wanted = " and ".join(_words(need) for need in lacking)
        cure = "add it" if len(lacking) == 1 else "add them"
        yield Hit(f"{whose} lacks {wanted}", field=path, hint=f"{cure}, or take the entry out")


RULE = Rule(code="AW115", name="incomplete-entry", doc=__doc__, check=check)
