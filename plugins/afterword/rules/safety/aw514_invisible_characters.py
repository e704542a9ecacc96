"""An invisible character in prose.

Zero-width characters, fillers, tags and controls of writing direction are looked for in the body, code included, and in
the texts of the front matter. Joiners within emoji and in scripts that need them, and marks of direction in texts with
right-to-left writing, are fine. In ids and addresses they are told by AW511.

## Why it matters

What a reviewer sees is not what stands there. Text in another order than it is read in, or text that no one sees and a
model does, is how instructions are hidden in a preserved prompt. Most of the time it only breaks the search.

## Example

A sentence copied from a chat, with a zero-width space (U+200B) between two words.

## Instead

The same sentence without it. Where the character is what the report is about, it is written as `U+200B`.

## Source

N. Boucher and R. Anderson, "Trojan Source: Invisible Vulnerabilities", USENIX Security 2023 (CVE-2021-42574).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.span import Span
from afterword.rules.fields.strings import strings_of
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.aw511_invisible_in_address import is_name
from afterword.rules.safety.invisible import describe, find_in_prose, place_in_value

_HINT = "take it out, or write it by its number"


def _message(text: str, places: list[int]) -> str:
    more = f", and {len(places) - 1} more of the kind" if len(places) > 1 else ""
    return f"{describe(text[places[0]])} stands here{more}"


def _is_within(span: Span, targets: Sequence[Span]) -> bool:
    """Whether a place is within one of `targets`, which are sorted and apart from one another."""
    at = bisect_right(targets, (span.line, span.column), key=lambda target: (target.line, target.column)) - 1
    return at >= 0 and (span.line, span.column) < (targets[at].end_line, targets[at].end_column)


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each text with invisible characters, at the first one."""
    for path, text in strings_of(report):
        if not is_name(path) and (places := list(find_in_prose(text))):
            character = text[places[0]]
            span, fix = place_in_value(report, path, character)
            yield Hit(_message(text, places), path, span=span, hint=_HINT, match=character, fix=fix)
    targets = sorted({link.href_span for link in report.body.links})
    for block in report.body.blocks:
        found = find_in_prose(block.text)
        places = [at for at in found if not _is_within(block.span(at, at + 1), targets)]
        if places:
            span = block.span(places[0], places[0] + 1)
            start = report.source.offset(span.line, span.column)
            character = block.text[places[0]]
            fix = Fix(start, start + 1, "") if report.source.slice(span) == character else None
            yield Hit(_message(block.text, places), span=span, hint=_HINT, match=character, fix=fix)


RULE = Rule(
    code="AW514",
    name="invisible-characters",
    doc=__doc__,
    check=check,
    level="warning",
    mends="takes an invisible character out",
)
