"""A text whose end YAML drops, because a blank and `#` begin a comment.

A bare value that is followed by `#` and a letter or a digit is reported, such as `issue #412`. A comment that is meant
as one has a blank after its mark, and is left alone.

## Why it matters

No reader of YAML says a word about it: the page shows half a sentence, and the other half is nowhere.

## Example

```yaml
title: Alert from ticket #412 led nowhere
```

## Instead

```yaml
title: "Alert from ticket #412 led nowhere"
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW128",
    name="cut-by-comment",
    doc=__doc__,
    check=problems_of("cut-by-comment"),
    level="warning",
    reads=("cut-by-comment",),
)
