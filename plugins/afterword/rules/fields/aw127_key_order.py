"""Front matter whose keys do not stand in the usual order.

Only the keys at the top are looked at; within lists and maps any order goes. Keys that begin with `x-` stay behind
the key that they follow. The finding stands at the first key that belongs further up. `check --fix` moves whole keys,
each with its own lines and the comment above it; where that cannot be done without changing what is read, it changes
nothing.

## Why it matters

Reports that are laid out alike are compared at a glance, and a change shows as what it is in a pull request.

## Example

```yaml
severity: sev3
title: Search answers quoted a satire page
```

## Instead

```yaml
title: Search answers quoted a satire page
severity: sev3
```
"""

from collections.abc import Iterator

from afterword.model.front_matter import FrontMatter
from afterword.model.report import Report
from afterword.rules.fields.judged import is_judged
from afterword.rules.fields.reordering import reorder
from afterword.rules.rule import Context, Hit, Rule

ORDER = tuple(info.alias or name for name, info in FrontMatter.model_fields.items() if info.alias != "x-")
"""The keys in the order of the form."""
_RANK = {key: rank for rank, key in enumerate(ORDER)}


def _first_late(keys: list[str]) -> tuple[str, str] | None:
    """The first key that stands after one that belongs behind it, and that one."""
    for place, key in enumerate(keys):
        later = [each for each in keys[:place] if _RANK[each] > _RANK[key]]
        if later:
            return key, min(later, key=_RANK.__getitem__)
    return None


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where a key belongs further up."""
    if not is_judged(report):
        return
    typed = sorted((span, str(path[0])) for path, span in report.keys.items() if len(path) == 1)
    found = _first_late([key for _, key in typed if key in _RANK])
    if found is None:
        return
    key, later = found
    yield Hit(
        f"`{key}` stands after `{later}`, and belongs before it",
        field=(key,),
        span=report.at_key(key),
        hint="move it up, with the lines that belong to it",
        match=key,
        fix=reorder(report, context.settings.limits, _RANK),
    )


RULE = Rule(
    code="AW127",
    name="key-order",
    doc=__doc__,
    check=check,
    level="info",
    mends="puts the keys in the order of the form, with their lines and comments as they are",
)
