"""Front matter that is no valid YAML.

The finding stands where the YAML reader gave up, with what it met there in plain words.

## Why it matters

MkDocs swallows every error of this kind: the fields vanish and their raw text is printed on the public page. Here the
build stops instead, and the report's text appears nowhere until it can be read.

## Example

```yaml
title: Postmortem: the assistant stopped answering
```

## Instead

A value that holds a colon and a blank stands in quotes:

```yaml
title: "Postmortem: the assistant stopped answering"
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW103",
    name="invalid-yaml",
    doc=__doc__,
    check=problems_of("yaml-syntax"),
    reads=("yaml-syntax",),
    suppressible=False,
)
