"""A key that stands twice in the same map.

The finding stands at the second of the two keys and names the line of the first.

## Why it matters

YAML readers take the last one without a word, so a whole list of factors can vanish behind a leftover line.

## Example

```yaml
severity: sev2
title: Search answers quoted a satire page
severity: sev3
```

## Instead

Keep one of them.
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW105",
    name="duplicate-key",
    doc=__doc__,
    check=problems_of("duplicate-key"),
    reads=("duplicate-key",),
    suppressible=False,
)
