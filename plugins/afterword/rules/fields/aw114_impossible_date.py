"""A date or time that does not exist or cannot be read.

Dates are `2026-03-11`, or less exactly `2026-03` or `2026` where the field allows it. Times are
`2026-03-11T09:30:00Z` or with an offset such as `+01:00`; without one the site's zone applies and the page says so.

## Why it matters

Order and duration are what a timeline teaches. Other readers stop with an error at `2021-11-31`, or read `12:30`
as 750.

## Example

```yaml
timeline:
  - {at: 2021-11-31, kind: detected, what: The first complaint came in}
```

## Instead

```yaml
timeline:
  - {at: 2021-11-30, kind: detected, what: The first complaint came in}
```

A time that is not known is not invented: `unknown_because` stands in for `at`, and `precision` says how exactly it is
known.
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(code="AW114", name="impossible-date", doc=__doc__, check=problems_of("date"), reads=("date",))
