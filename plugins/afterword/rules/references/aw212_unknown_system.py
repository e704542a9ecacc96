"""A system that is not in the organisation's list.

Where there is a `_systems.yml`, `system.name` and `also_affected` take names from it. Without a list, and for reports
from public sources, this rule is silent.

## Why it matters

The page of a system gathers its reports by this name. One spelt differently is a second system with a history of its
own.

## Example

```yaml
system: {name: Shop Assistant}
```

## Instead

```yaml
system: {name: shop-assistant}
```

A system that is new is added to the list.
"""

import difflib
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def _names(report: Report) -> Iterator[tuple[Path, str]]:
    system = report.front.system
    if system is None:
        return
    if system.name is not None:
        yield ("system", "name"), system.name
    for place, name in enumerate(system.also_affected):
        yield ("system", "also_affected", place), name


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each system that the list does not hold."""
    systems = context.collection.systems
    path = context.project.shown(context.project.docs / context.settings.systems)
    # Of a list that cannot be read as a whole nobody knows what is missing.
    is_broken = any(problem.path == path for problem in context.collection.data_problems)
    if not systems.listed or is_broken or report.is_public_sources or not is_judged(report):
        return
    by_key = {name.casefold(): name for name in systems.by_name}
    for field, name in _names(report):
        if name in systems.by_name:
            continue
        key = "-".join(name.casefold().split())
        close = difflib.get_close_matches(key, by_key, n=1, cutoff=0.6)
        unlisted = f"add it to `{path}`, or write a name that stands there"
        hint = f"did you mean `{by_key[close[0]]}`?" if close else unlisted
        yield Hit(f"`{name}` is no system of the list", field, hint=hint, match=name)


RULE = Rule(code="AW212", name="unknown-system", doc=__doc__, check=check, level="warning")
