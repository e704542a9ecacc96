"""A suppression that covers no finding.

It names no rule's code, a rule whose findings cannot be suppressed, or one that finds nothing where the suppression
holds. In the body a comment holds for the block that it stands in or before (a whole table or list, one item, one
cell, a heading alone), in the front matter an entry of `suppress` holds for the field that it names, or for the whole
report. A range goes from `afterword-ignore-start CODE: reason` to `afterword-ignore-end`. A range that is never ended
holds for nothing, so that a forgotten end hides nothing further down; it is told here, as are an end that no range has
begun for, and a comment that names several codes at once. In code, such a comment is text.

## Why it matters

What is left over from an earlier version hides the next finding of the same kind, and nobody has decided that.

## Example

```markdown
<!-- afterword-ignore AW3001: the sentence quotes the notice as it was sent -->
```

## Instead

```markdown
<!-- afterword-ignore AW301: the sentence quotes the notice as it was sent -->
```

Findings about broken files, audience, secrets and escaping cannot be suppressed; their level can be set in the
settings.
"""

from afterword.rules.rule import Rule

# The findings come from the run itself, which alone knows what each suppression has covered.
RULE = Rule(
    code="AW902", name="unused-suppression", doc=__doc__, level="warning", suppressible=False, judges_prose=True
)
