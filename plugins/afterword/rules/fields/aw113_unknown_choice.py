"""A word that is not among a field's choices.

Each such field takes one of a short list of words, which the message names. An audience that is not known counts as
`restricted`, so that a slip never shows a report to more people. `check --fix` mends close misspellings, except of
audiences.

## Why it matters

Lists, facets and trends are made by these words. One spelt differently is a report that nobody finds again.

## Example

```yaml
severity: high
kind: near-miss
```

## Instead

```yaml
severity: sev2
kind: near_miss
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW113",
    name="unknown-choice",
    doc=__doc__,
    check=problems_of("unknown-choice"),
    reads=("unknown-choice",),
    mends="mends a close misspelling of a word from a closed list, never of an audience",
)
