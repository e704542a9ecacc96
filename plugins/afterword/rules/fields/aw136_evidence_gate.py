"""A severe incident with neither evidence nor a word on how it came to be lost.

From in review on, an incident of severity sev1 or sev2 has an entry in `evidence`, or `snapshot.not_preserved` says how
it came about that nothing was kept.

## Why it matters

Without the input, the output and the state of the model nobody can tell later what was behind it, and no test can be
made of it. That nothing was kept is worth telling as well: it is often the first condition to change.

## Example

A sev2 incident in review without `evidence`.

## Instead

```yaml
evidence:
  - {kind: transcript, title: Two chats about the same order, uri: "https://evidence.example.com/order-chats.jsonl"}
```

Or:

```yaml
snapshot:
  not_preserved:
    how: The rollback replaced the model's folder, and logs hold no prompts.
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "evidence-or-not-preserved"
_LOST = (("snapshot",), ("snapshot", "not_preserved"), ("snapshot", "not_preserved", "how"))


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where there is neither evidence nor `not_preserved`."""
    if REQUIREMENT not in context.needs(report) or report.front.evidence:
        return
    snapshot = report.front.snapshot
    if snapshot is not None and snapshot.not_preserved is not None:
        return
    if has_unread(report, "evidence") or any(is_unread(report, *path) for path in _LOST):
        return
    yield Hit(
        f"{step_words(report)} needs evidence, or how it came to be lost",
        field=("evidence",),
        span=place_of_missing(report, "evidence"),
        hint="list what was preserved in `evidence`, or write `snapshot.not_preserved.how`",
    )


RULE = Rule(code="AW136", name="evidence-gate", doc=__doc__, check=check, handles=(REQUIREMENT,))
