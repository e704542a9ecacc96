"""A key, token or password in an evidence file.

Every file below `evidence/` that is plain text is looked through, up to the size that the setting
`limits.evidence_bytes` gives, whether a report names it or not. Images are not read. The finding gives line and column
in the evidence file, and repeats nothing of the secret. What is looked for is listed at AW520.

## Why it matters

Prompts, traces and environments are saved in a hurry, and a header with a token is in most of them. Evidence is kept
for years and published file by file.

## Example

```text
> POST /v1/chat
> authorization: Bearer 7c1fQ0vE2mT9sLxW4bRz
```

## Instead

```text
> POST /v1/chat
> authorization: Bearer [redacted]
```

Revoke the secret first. Then redact the file, and write its new digest: the bytes that were there on the day are no
longer there, so the entry's title says that it was redacted. A made-up secret is allowed in the settings, as AW520
shows.
"""

from collections.abc import Iterator
from datetime import date

from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.scans import allow_hint, in_file, secrets_told, source_of


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each secret in each file."""
    for file in context.collection.evidence_files.values():
        found = in_file(file, context)
        if not found:
            continue
        source = source_of(file)
        for each, told in secrets_told(found, source.text, context):
            yield Hit(
                f"{told} stands in the evidence",
                span=source.span(each.start, each.end),
                path=file.path,
                hint=f"revoke it, then redact the file; {allow_hint(each, source.text)}",
                match=each.masked(source.text),
            )


RULE = Rule(
    code="AW521",
    name="secret-in-evidence",
    doc=__doc__,
    check_all=check_all,
    since=date(2026, 11, 30),
    suppressible=False,
)
