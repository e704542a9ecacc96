"""An address with http instead of https.

Looked at are the addresses of references, trackers and evidence. Where a source is to be had without encryption only,
the finding is left standing with that as its reason.

## Why it matters

What comes over http can be read and changed on the way, and browsers warn of it. Nearly every source can be had with
https.

## Example

```yaml
references:
  - {type: article, title: The first account, url: "http://www.example.com/account"}
```

## Instead

```yaml
references:
  - {type: article, title: The first account, url: "https://www.example.com/account"}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.references.addresses import addresses_of, scheme_of
from afterword.rules.rule import Context, Hit, Rule


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each address with http."""
    for path, address in addresses_of(report):
        if scheme_of(address) == "http":
            hint = "write `https://`, once it has been seen to lead to the same page"
            yield Hit(f"`{path[-1]}` is an http address", path, hint=hint, match=address)


RULE = Rule(code="AW215", name="plain-http", doc=__doc__, check=check, level="warning")
