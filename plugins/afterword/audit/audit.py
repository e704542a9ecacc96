"""The audit of one imported report: everything in its file that a person should look at before others read it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from afterword.audit.accusing import find_accusations
from afterword.audit.names import find_names
from afterword.audit.people import find_contacts, find_lines, names_person
from afterword.audit.slugs import names_in_slug
from afterword.model.flag import Clearance, Flag, FlagKind
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.sensitive.secrets import find_secrets

_OWN = frozenset({"path", "sha256", "written", "archive", "format", "files"})
"""Keys of `x-imported` that the import itself fills; the path is looked at with the rest of the text."""
_SLUGS = frozenset({"files", "path", "tags"})
"""Keys whose texts are written without blanks and capitals."""


def audit_report(report: Report, settings: Settings) -> tuple[Flag, ...]:
    """Every flag, in the order of lines; a text that stands twice on one line is told once."""
    found: dict[tuple[int, str], Flag] = {}
    for flag in sorted({*_secrets(report, settings), *_people(report, settings), *_accusations(report)}):
        found.setdefault((flag.line, flag.mark), flag)
    return tuple(found.values())


def text_digest(report: Report) -> str:
    """SHA-256 of the file's text, to which a clearance is bound."""
    return hashlib.sha256(report.source.text.encode("utf-8", "surrogatepass")).hexdigest()


def standing_flags(report: Report, clearance: Clearance | None) -> tuple[Flag, ...]:
    """The flags of `report` that nobody has cleared."""
    if clearance is None or not report.held_for:
        return report.held_for
    if text_digest(report) == clearance.digest:
        return ()
    seen = Counter(clearance.marks)
    standing = []
    for flag in report.held_for:
        if seen[flag.mark]:
            seen[flag.mark] -= 1
        else:
            standing.append(flag)
    return tuple(standing)


def _flag(kind: FlagKind, what: str, text: str, line: int) -> Flag:
    mark = hashlib.sha256(f"{kind}\0{' '.join(text.split())}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return Flag(line, kind, what, mark)


def _secrets(report: Report, settings: Settings) -> Iterator[Flag]:
    source = report.source
    for found in find_secrets(source.text, settings.organisation.secrets):
        line = bisect_right(source.line_starts, found.start)
        yield _flag("secret", found.kind.what, source.text[found.start : found.end], line)


def _people(report: Report, settings: Settings) -> Iterator[Flag]:
    if settings.names == "off":
        return
    organisation, text = settings.organisation, report.source.text
    begin = len(text) - len(report.body.text)
    lined = [(0, found) for found in find_contacts(text, organisation)]
    lined += [(begin, found) for found in find_lines(report.body.text, organisation)]
    for offset, found in lined:
        start = offset + found.start
        yield _flag(
            "person", found.what, text[start : offset + found.end], bisect_right(report.source.line_starts, start)
        )
    for key, value, line in _front_texts(report):
        if names_person(key, value, organisation):
            yield _flag("person", f"the field `{key}`", value, line)
            continue
        for found in find_names(value, organisation):
            yield _flag("person", found.what, value[found.start : found.end], line)
        for name in names_in_slug(value, organisation) if key in _SLUGS else ():
            yield _flag("person", f"a name in the field `{key}`", name, line)
    for name in names_in_slug(report.source.path.rpartition("/")[2], organisation):
        yield _flag("person", "a name in the file's name", name, 1)
    for block in report.body.blocks:
        prose = _without(block.text, block.exempt)
        for found in find_names(prose, organisation) if block.kind != "code" else ():
            line = block.span(found.start, found.end).line
            yield _flag("person", found.what, prose[found.start : found.end], line)


def _accusations(report: Report) -> Iterator[Flag]:
    for _, text, line in _front_texts(report):
        for found in find_accusations(text):
            yield _flag("accusing", found.what, text[found.start : found.end], line)
    for block in report.body.blocks:
        if block.kind in {"code", "block_quote"}:
            continue
        text = _without(block.text, (*block.exempt, *block.quoted))
        for found in find_accusations(text):
            line = block.span(found.start, found.end).line
            yield _flag("accusing", found.what, text[found.start : found.end], line)


def _without(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    for start, end in ranges:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


def _front_texts(report: Report) -> Iterator[tuple[str, str, int]]:
    """Each text of the front matter with the nearest key, in lower case with underscores, and its line."""
    front = report.front.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    yield from _texts(report, front, (), "")
    for name, value in report.front.extensions.items():
        yield from _texts(report, value, (name,), name)


def _texts(report: Report, value: object, path: tuple[str | int, ...], key: str) -> Iterator[tuple[str, str, int]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if path != ("x-imported",) or name not in _OWN:
                yield from _texts(report, inner, (*path, str(name)), str(name).strip().lower().replace("-", "_"))
            elif name == "path" and isinstance(inner, str):
                yield "path", inner.replace("/", " / "), report.at(*path, "path").line
            elif name == "files" and isinstance(inner, dict):
                for place, file in inner.items():
                    yield "files", f"{place} / {file}".replace("/", " / "), report.at(*path, "files").line
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _texts(report, inner, (*path, place), key)
    elif isinstance(value, str):
        yield key, value, report.at(*path).line
