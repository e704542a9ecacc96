"""A link, a special file or a file that cannot be read, below `evidence/`.

Symbolic links (to files and to folders), pipes, sockets and devices are told, wherever they lie below `evidence/`, and
so is a file or a folder that nobody can open. None of them is followed, opened or published.

## Why it matters

What a link leads to may be anything: a file of the machine that builds the site, a folder outside of the repository.
It has another content on each machine, so no digest of it means anything.

## Example

```text
postmortems/evidence/2026-03-11-unequal-discounts/chats.jsonl -> /home/build/exports/chats.jsonl
```

## Instead

Take the link out and keep the file itself:

```sh
git rm postmortems/evidence/2026-03-11-unequal-discounts/chats.jsonl
afterword evidence add 2026-03-11-unequal-discounts /home/build/exports/chats.jsonl
```
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.span import START
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.shell import command


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each of them."""
    for uri, file in context.collection.evidence_files.items():
        if file.flaw != "unreadable":
            continue
        told = file.refused_because
        hint = f"take it out with {command('git', 'rm', file.path)}, and keep the file itself in its place"
        if "folder" in told:
            told, hint = "the folder cannot be opened, so nothing in it is checked", "give read access to the folder"
        elif not told.startswith("it is "):
            told, hint = f"the file cannot be read: {told}", "give read access to the file, or take it out"
        yield Hit(told, span=START, path=file.path, hint=hint, match=uri)


RULE = Rule(
    code="AW527",
    name="evidence-not-a-file",
    doc=__doc__,
    check_all=check_all,
    since=date(2026, 11, 30),
    suppressible=False,
)
