"""Front matter that does not begin or end with a line `---`.

The first line of a report is `---`, the front matter follows, and a line `---` closes it. Exactly three dashes, no
blank line before them, and not `...` at the end.

## Why it matters

Site engines differ: some take a blank line before the fence, some take four dashes, some take `...`, and each drops the
fields without a word where another reads them. A report that one engine shows and another empties is not preserved.

## Example

```text
----
title: Support assistant answered in the wrong language
...
```

## Instead

```text
---
title: Support assistant answered in the wrong language
---
```
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW102",
    name="front-matter-fence",
    doc=__doc__,
    check=problems_of("fence"),
    reads=("fence",),
    suppressible=False,
)
