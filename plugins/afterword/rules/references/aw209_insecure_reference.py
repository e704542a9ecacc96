"""An address that is not https.

The addresses of references and trackers are whole https addresses. The `uri` of evidence is one too, or a path below
the documents folder. Schemes such as `javascript:`, `data:` and `file:` are refused, and so is an address without a
host or with blanks in it. Plain http is a warning of its own, AW215.

## Why it matters

An address becomes a link that colleagues click. One with another scheme can run code in their session or open a file of
their machine, and one without a scheme leads to a page of this site that does not exist.

## Example

```yaml
references:
  - {type: article, title: The first account, url: www.example.com/account}
```

## Instead

```yaml
references:
  - {type: article, title: The first account, url: "https://www.example.com/account"}
```
"""

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.references.addresses import addresses_of, scheme_of
from afterword.rules.rule import Context, Hit, Rule

_WHOLE = re.compile(r"https?://[^\s/?#\\]\S*\Z", re.IGNORECASE)


def _fault(address: str, field: str) -> str:
    """What is wrong with an address, in words; empty for nothing."""
    scheme = scheme_of(address)
    if not scheme:
        return "" if field == "uri" else "is no whole https address"
    if scheme not in {"http", "https"}:
        return f"has the scheme `{scheme}:`"
    if not _WHOLE.match(address):
        return "holds blanks or lacks a host"
    return ""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each address that is not https."""
    for path, address in addresses_of(report):
        field = str(path[-1])
        if fault := _fault(address, field):
            hint = "write it as `https://…`" + (", or as a path below `evidence/`" if field == "uri" else "")
            yield Hit(f"`{field}` {fault}", path, hint=hint, match=address)


RULE = Rule(code="AW209", name="insecure-reference", doc=__doc__, check=check, suppressible=False)
