"""A bare word that YAML turns into something else.

`no` and `on` are read as yes-or-no values, `12:30` as the number 750, `0123` as 83, an all-digit commit as a number.
`check --fix` puts such a text in quotes, and writes `true` or `false` where that is meant.

## Why it matters

The value that the author typed is not the value that the next reader gets, and no reader says so.

## Example

```yaml
snapshot:
  environment: {region: no, commit: 1234567}
```

## Instead

```yaml
snapshot:
  environment: {region: "no", commit: "1234567"}
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW112",
    name="retyped-value",
    doc=__doc__,
    check=problems_of("retyped-value"),
    reads=("retyped-value",),
    mends="puts a bare word that YAML would turn into something else in quotes, and writes `true` or `false`",
)
