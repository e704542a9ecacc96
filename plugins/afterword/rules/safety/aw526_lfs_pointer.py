"""A Git LFS pointer where a file of the evidence is to be.

A pointer is a text of three lines that Git LFS keeps in the repository in the place of the file. It is what a clone
has where Git LFS is not installed, or where files were not fetched. A pointer is never published.

## Why it matters

Readers would find three lines of text instead of what was seen on the day, and a replay would find no rows. Where the
digest was taken of the pointer, it proves nothing about the file.

## Example

```text
version https://git-lfs.github.com/spec/v1
oid sha256:81cc9c0e24d1aec013b339864b54c41845f51e3f7c341697f1d4a422f217005c
size 10412
```

## Instead

Fetch the files before the check, on the machine that builds the site too:

```sh
git lfs install
git lfs pull
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.evidence_uri import file_of, relative_entries


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each entry in whose place a pointer lies."""
    for place, entry, uri in relative_entries(report):
        file = file_of(entry, context)
        if file is None or not file.stands_for or entry.removed is not None:
            continue
        hint = "run `git lfs pull`; where a workflow checks out, let it fetch LFS files"
        if entry.sha256 == file.sha256:
            told = "a Git LFS pointer lies here, and the digest was taken of it instead of the file"
            hint = f'run `git lfs pull`, then write `sha256: "{file.stands_for}"`'
        elif entry.sha256 in {None, file.stands_for}:
            told = "a Git LFS pointer lies here in the place of the file"
        else:
            told = "a Git LFS pointer lies here, and stands for another file than the one of this digest"
            hint = (
                f"put the original file back, or run `git lfs pull` and look what changed; it has `{file.stands_for}`"
            )
        yield Hit(told, ("evidence", place, "uri"), hint=hint, match=uri)


RULE = Rule(
    code="AW526",
    name="lfs-pointer",
    doc=__doc__,
    check=check,
    draft_level="warning",
    since=date(2026, 11, 30),
)
