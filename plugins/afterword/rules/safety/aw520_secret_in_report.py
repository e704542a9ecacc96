"""A key, token or password in a report.

The whole file is looked through: front matter, body, code and comments. Known are the keys of the common model
providers and clouds, tokens of forges, chat and payment, bearer and JSON web tokens, private keys in PEM, addresses
with a password, what is given to a name such as `api_key`, and the patterns of the setting `organisation.secrets`.
Placeholders, masked keys and the keys of manuals are none. Imported reports are left to their audit (AW515).

The finding names the kind, at most four characters that every key of the kind begins with, and the length. It never
repeats the secret, and neither does the line that is shown below it.

## Why it matters

Everybody with a clone has it, for as long as the repository lives, and the site, its search and its feeds hand it on.

## Example

```text
The notebook connected to postgres://scorer:tide7quartz@db-3/scores.
```

## Instead

```text
The notebook connected to the scores database with a password of its own.
```

Revoke the secret first: taking it out of the file leaves it in the history. A made-up secret, such as one that a
test needs, is allowed by its SHA-256 in the settings, with a reason and a last day:

```yaml
plugins:
  - afterword:
      allow:
        - digest: 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
          reason: The made-up key of the replay test.
          until: 2027-03-31
```

A comment does not suppress it, since a comment is no reason why nobody could use the key.
"""

from collections.abc import Iterator
from datetime import date

from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.scans import allow_hint, in_report, secrets_told


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each secret, also in files that cannot be read any further."""
    for report in context.collection.reports:
        text = report.source.text
        for each, told in secrets_told(in_report(report, context), text, context):
            yield Hit(
                f"{told} stands in the report",
                span=report.source.span(each.start, each.end),
                path=report.path,
                hint=f"revoke it, then take it out; {allow_hint(each, text)}",
                match=each.masked(text),
            )


RULE = Rule(
    code="AW520",
    name="secret-in-report",
    doc=__doc__,
    check_all=check_all,
    since=date(2026, 11, 30),
    suppressible=False,
)
