"""A field that the report's step needs.

The gate table says what a report must carry to reach each step of its life, by kind and severity. This rule reports the
single fields; AW131 reports sections of the body, AW132 to AW138 what takes more than one field. `afterword promote`
lists the same for the next step.

## Why it matters

Strictness grows with the step: a draft needs a title and a system, so that writing can begin at once. What a reader of
the published page relies on, such as the plain summary, has to stand before it is published.

## Example

```yaml
title: Assistant answered with another tenant's data
lifecycle: in-review
```

## Instead

```yaml
title: Assistant answered with another tenant's data
lifecycle: in-review
severity: sev2
plain_summary: For three hours …
```

A field that does not fit the case can be suppressed with a reason, and the gate table can be changed in the settings.
"""

from collections.abc import Iterator

from afterword.model.gates import CONDITIONS
from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import is_unread
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each field that is needed and not there."""
    for need in context.gates.required(report.gate_column, report.lifecycle):
        if need in CONDITIONS:
            continue
        path = tuple(need.split("."))
        value: object = report.front
        for part in path:
            value = getattr(value, part, None)
        unread = any(is_unread(report, *path[:end]) for end in range(1, len(path) + 1))
        if value not in (None, (), {}) or unread:
            continue
        hint = f"write `{path[-1]}`" + (f" below `{'.'.join(path[:-1])}`" if len(path) > 1 else "")
        yield Hit(f"{step_words(report)} needs `{need}`", field=path, span=place_of_missing(report, *path), hint=hint)


RULE = Rule(code="AW130", name="missing-field", doc=__doc__, check=check)
