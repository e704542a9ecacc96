"""An invisible character in an id, a name that pages are made from, or an address.

Zero-width characters, soft hyphens, variation selectors and controls of writing direction are looked for in ids and
what refers to them, in `factor`, `kind`, tags, systems and teams, in `uri`, `url` and `tracker`, and in the targets of
links. `check --fix` takes them out. In prose they are told by AW514.

## Why it matters

Two ids that look the same are two ids, and an address that reads like one place leads to another. They come with text
that is copied from chats and office files, and they are the way to hide something in a text that is reviewed.

## Example

`related` with a zero-width space (U+200B) after the last letter of an id.

## Instead

The same id, typed instead of copied.

## Source

N. Boucher and R. Anderson, "Trojan Source: Invisible Vulnerabilities", USENIX Security 2023 (CVE-2021-42574).
"""

from collections.abc import Iterator

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.model.span import START, Path
from afterword.rules.fields.strings import strings_of
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.invisible import describe, find_in_name, place_in_value

_KEYS = frozenset(
    {
        "id", "factor", "kind", "uri", "url", "tracker", "addresses", "led_to", "evals", "from_evidence", "evidence",
        "related", "supersedes", "aliases", "tags", "owner_team", "team", "facilitator_team", "also_affected", "rule",
    }
)  # fmt: skip
_HINT = "type it anew instead of copying it"


def is_name(path: Path) -> bool:
    """Whether the text at `path` is an id, an address, or a name that pages are made from."""
    keys = [part for part in path if isinstance(part, str)]
    return keys[-1] in _KEYS or keys == ["system", "name"]


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each id or address with an invisible character, at the first one."""
    for at in list(find_in_name(report.id))[:1]:
        yield Hit(f"the file name holds {describe(report.id[at])}", span=START, hint="rename the file")
    for path, text in strings_of(report):
        for at in list(find_in_name(text))[:1] if is_name(path) else ():
            span, fix = place_in_value(report, path, text[at])
            name = [part for part in path if isinstance(part, str)][-1]
            yield Hit(f"`{name}` holds {describe(text[at])}", path, span=span, hint=_HINT, match=text[at], fix=fix)
    for link in report.body.links:
        for at in list(find_in_name(link.href))[:1]:
            offset = report.source.slice(link.href_span).find(link.href[at])
            start = report.source.offset(link.href_span.line, link.href_span.column) + offset
            span = report.source.span(start, start + 1) if offset >= 0 else link.href_span
            fix = Fix(start, start + 1, "") if offset >= 0 else None
            message = f"the link's target holds {describe(link.href[at])}"
            yield Hit(message, span=span, hint=_HINT, match=link.href[at], fix=fix)


RULE = Rule(
    code="AW511",
    name="invisible-in-address",
    doc=__doc__,
    check=check,
    suppressible=False,
    of_prose=True,
    mends="takes an invisible character out of an address",
)
