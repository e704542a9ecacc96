"""A suppression that gives no reason.

A finding is left standing by `suppress` in the front matter, or by a comment in the body. Both say why; without a
reason the suppression does not hold.

## Why it matters

The reason is what the next reviewer goes by. Without it nobody can tell a considered exception from a build that had to
pass, and nobody dares to take it out. The summary of every check lists what is left standing, with the reasons,
in every format and whatever its level.

## Example

```markdown
<!-- afterword-ignore AW301 -->
```

## Instead

```markdown
<!-- afterword-ignore AW301: the sentence quotes the notice as it was sent -->
```

In the front matter:

```yaml
suppress:
  - {rule: AW405, reason: the vendor takes the system down in June}
```
"""

from afterword.rules.rule import Rule

# The findings come from the run itself, which alone knows what each suppression has covered.
RULE = Rule(code="AW901", name="suppression-without-reason", doc=__doc__, suppressible=False, judges_prose=True)
