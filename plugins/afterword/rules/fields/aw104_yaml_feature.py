"""A feature of YAML that reports do without.

Tags (`!!python/name`), anchors (`&a`), aliases (`*a`), merge keys (`<<`), keys that are lists or maps, and front matter
that is no map at all.

## Why it matters

Tags can make a reader build objects, aliases can multiply a few bytes into gigabytes, and all of them make a report
mean different things to different readers. A report is plain fields, so that it still reads the same in ten years.

## Example

```yaml
owner: &team ml-platform
reviewer: *team
```

## Instead

```yaml
owner: ml-platform
reviewer: ml-platform
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW104",
    name="yaml-feature",
    doc=__doc__,
    check=problems_of("yaml-feature"),
    reads=("yaml-feature",),
    suppressible=False,
)
