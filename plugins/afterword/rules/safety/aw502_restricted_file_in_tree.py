"""Evidence in the repository that is for fewer people than can clone it.

An evidence entry whose `access` is narrower than the setting `repository_audience` must not lie in the tree, wherever
its `uri` leads. A pointer and a digest stand for it.

## Why it matters

The site holds such a file back, and everyone with a clone has it. Prompts and transcripts are where personal data and
secrets are found first.

## Example

```yaml
evidence:
  - kind: transcript
    title: Two chats about the same order
    uri: evidence/2026-03-11-unequal-discounts/chats.jsonl
    access: restricted
```

## Instead

```yaml
evidence:
  - kind: transcript
    title: Two chats about the same order
    uri: "https://evidence.example.com/2026-03-11/chats.jsonl"
    sha256: "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
    access: restricted
```
"""

from collections.abc import Iterator

from afterword.model.audience import is_shown_to
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.audiences import is_misread
from afterword.rules.safety.evidence_uri import plain_path, relative_entries
from afterword.rules.safety.shell import command


def _in_tree(place: str, context: Context) -> str | None:
    """The file at a place below the documents folder, as people see it, where one lies there."""
    collection = context.collection
    if (file := collection.evidence_files.get(place)) is not None:
        return file.path
    return next((stray.path for stray in collection.strays if stray.place == place), None)


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry of narrower access whose file lies in the tree."""
    of_repository = context.settings.repository_audience
    for place, entry, uri in relative_entries(report):
        field = ("evidence", place, "access")
        if entry.access is None or is_shown_to(entry.access, of_repository) or is_misread(report, field):
            continue
        path = None if entry.removed is not None else _in_tree(plain_path(uri), context)
        if path is not None:
            out = command("git", "rm", path)
            yield Hit(
                f"the file is for `{entry.access}`, and the repository that it lies in is open to `{of_repository}`",
                field,
                hint=f"take the file out with {out} and out of the history too, and let `uri` lead to where it is kept",
                match=entry.access,
            )


RULE = Rule(code="AW502", name="restricted-file-in-tree", doc=__doc__, check=check, suppressible=False)
