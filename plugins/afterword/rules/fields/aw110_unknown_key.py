"""A key that the form does not know.

Keys that begin with `x-` are the organisation's own: they are kept and published in the API.

## Why it matters

A misspelt key is a field that nobody sees: the page looks complete, the gate looks passed, and the text is nowhere.

## Example

```yaml
plain_sumary: For nine days the assistant …
```

## Instead

```yaml
plain_summary: For nine days the assistant …
x-cost-centre: "4711"
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(code="AW110", name="unknown-key", doc=__doc__, check=problems_of("unknown-key"), reads=("unknown-key",))
