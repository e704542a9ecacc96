"""A transcript whose tool calls and tool messages do not go together.

A message of the role `tool` stands where no call before it waits for an answer, or `tool_calls` stands on a message
that is not the assistant's. An answer belongs to the first call of its `name` that has none yet, else to the first of
any name.

## Why it matters

Providers refuse a tool's answer without the call before it, and so the test never runs. Calls of another role are left
out of every export.

## Example

```yaml
eval_cases:
  - title: The tool's answer is used
    kind: tool-use
    input:
      messages:
        - {role: user, content: Where is my parcel?}
        - {role: tool, name: look_up_order, content: "delayed"}
    checks: [{type: contains, value: delayed}]
```

## Instead

```yaml
eval_cases:
  - title: The tool's answer is used
    kind: tool-use
    input:
      messages:
        - {role: user, content: Where is my parcel?}
        - {role: assistant, tool_calls: [{name: look_up_order, arguments: {order: "4711"}}]}
        - {role: tool, name: look_up_order, content: "delayed"}
    checks: [{type: contains, value: delayed}]
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.evals.transcript import Turn, turns_of
from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.evals.tried import tried_cases
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each tool message that answers nothing, and each message whose calls are nobody's."""
    for place, checked in tried_cases(report, context):
        given = checked.case.input
        for at, turn in enumerate(turns_of(given.messages) if given else ()):
            yield from _check(turn, ("eval_cases", place, "input", "messages", at))


def _check(turn: Turn, path: Path) -> Iterator[Hit]:
    role = turn.message.role
    if turn.message.tool_calls and role not in {"assistant", None}:
        hint = "write the calls on a message of the role `assistant`"
        yield Hit(f"a message of the role `{role}` calls no tools", (*path, "tool_calls"), hint=hint)
    if role == "tool" and not turn.answers:
        hint = "write the call before it: a message of the role `assistant` with `tool_calls`"
        yield Hit("no call before this tool's message waits for an answer", path, hint=hint)


RULE = Rule(
    code="AW609",
    name="tool-without-call",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 30),
)
