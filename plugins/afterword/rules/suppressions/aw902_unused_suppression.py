"""A suppression that covers no finding.

It names no rule's code, a rule whose findings cannot be suppressed, or one that finds nothing where the suppression
holds. In the body a comment holds for the block that it stands in or before, in the front matter an entry of `suppress`
holds for the field that it names, or for the whole report.

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
