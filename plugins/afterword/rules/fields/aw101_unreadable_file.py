"""A file that cannot be read.

The file is a link, a special file, cannot be opened, or is not UTF-8 text. Nothing in it can be judged, and no page is
made of it; every other report is checked as usual.

## Why it matters

A report that silently drops out of the site is a lesson lost. A link may lead out of the repository, to something that
nobody reviewed.

## Example

A report saved as Latin-1, in which `ü` is the single byte 0xFC.

## Instead

Save the file as UTF-8 (a byte order mark is fine), and keep it as a regular file in the repository.
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW101",
    name="unreadable-file",
    doc=__doc__,
    check=problems_of("unreadable-file", "encoding"),
    reads=("unreadable-file", "encoding"),
    suppressible=False,
    judges_prose=True,
)
