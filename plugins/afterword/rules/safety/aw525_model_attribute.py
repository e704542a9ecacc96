"""An attribute of the snapshot that OpenTelemetry does not know, or calls otherwise now.

Names that begin with `gen_ai.` in `snapshot.model`, `snapshot.prompt` and `snapshot.retrieval` are looked up in the
list of OpenTelemetry's conventions for generative AI. All other names are free. Names that only the newest set replaced
are found where `snapshot.semconv` names that set, `semantic-conventions-genai`.

## Why it matters

The same names let the trace of that night, the dashboard and the report be searched for one thing. A letter that is
wrong in a name is found by nobody, since the value beside it looks right.

## Example

```yaml
snapshot:
  model:
    gen_ai.request.modle: large-2
    gen_ai.system: openai
```

## Instead

```yaml
snapshot:
  model:
    gen_ai.request.model: large-2
    gen_ai.provider.name: openai
```

An attribute of the organisation's own stands under a name that begins otherwise, such as `shop.model.route`.

## Source

OpenTelemetry, [semantic conventions for generative AI](https://github.com/open-telemetry/semantic-conventions-genai).
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.gen_ai import PREFIX
from afterword.model.report import Report
from afterword.read.gen_ai import shipped_names
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each name."""
    snapshot = report.front.snapshot
    if snapshot is None:
        return
    parts = {"model": snapshot.model, "prompt": snapshot.prompt, "retrieval": snapshot.retrieval}
    for part, values in parts.items():
        for name in values:
            flaw = shipped_names().flaw(name, snapshot.semconv or "") if name.startswith(PREFIX) else None
            if flaw is not None:
                message, hint = flaw
                path = ("snapshot", part, name)
                yield Hit(f"`{name}` {message}", path, span=report.at_key(*path), hint=hint, match=name)


RULE = Rule(
    code="AW525",
    name="model-attribute",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 30),
)
