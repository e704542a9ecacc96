"""The pages of the guide: the chapters, and the reference, which comes from the code itself."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.index.index import Index
from afterword.model.chapters import REFERENCE, TO_LOOK_UP, Chapter
from afterword.model.gates import Gates
from afterword.pages.escape import render
from afterword.pages.guide_addresses import describe_addresses, describe_files
from afterword.pages.guide_chapters import chapter_line, chapter_page, read_chapter, render_chapters
from afterword.pages.guide_fields import describe_fields
from afterword.pages.guide_gates import describe_gates, gate_overview
from afterword.pages.guide_rules import describe_rule, mended_by_fix, rules_by_family
from afterword.pages.guide_settings import describe_settings
from afterword.pages.guide_vocabulary import describe_vocabulary
from afterword.pages.page import Page, SiteFacts
from afterword.rules import RULES
from afterword.rules.rule import Rule


def render_guide(index: Index, gates: Gates, facts: SiteFacts) -> Iterator[Page]:
    """All of them."""
    yield from render_chapters(facts)
    yield _landing()
    yield _commands()
    yield _reference("settings", "guide_settings.md.jinja", groups=describe_settings())
    yield _fields(gates)
    yield _gates(gates)
    yield _rules()
    for rule in RULES:
        yield _rule(rule)
    yield _reference("vocabulary", "guide_vocabulary.md.jinja", **describe_vocabulary(index))
    yield _reference("addresses", "guide_addresses.md.jinja", **describe_addresses())
    yield _reference("files", "guide_files.md.jinja", **describe_files())


def _reference(name: str, template: str, **values: object) -> Page:
    """One of the pages that are made from the code, with its title and sentence from the table of contents."""
    chapter = _chapter(name)
    return chapter_page(chapter, render(template, title=chapter.title, **values), TO_LOOK_UP)


def _chapter(name: str) -> Chapter:
    return next(each for each in REFERENCE if each.name == name)


def _landing() -> Page:
    first, *parts = REFERENCE
    lines = [chapter_line(each, first.path) for each in parts]
    return _reference(first.name, "guide_reference.md.jinja", lines=lines)


def _commands() -> Page:
    """The code of the commands lies above the pages, so their text was made from it before; a test compares."""
    return chapter_page(_chapter("commands"), read_chapter("commands"), TO_LOOK_UP)


def _fields(gates: Gates) -> Page:
    return _reference("fields", "guide_fields.md.jinja", groups=describe_fields(gates))


def _gates(gates: Gates) -> Page:
    return _reference("gates", "guide_gates.md.jinja", overview=gate_overview(gates), columns=describe_gates(gates))


def _rules() -> Page:
    return _reference("rules/index", "guide_rules.md.jinja", families=rules_by_family(), mended=mended_by_fix())


def _rule(rule: Rule) -> Page:
    title = f"{rule.code} {rule.name}"
    markdown = render("guide_rule.md.jinja", title=title, **describe_rule(rule))
    return Page(f"guide/rules/{rule.code}.md", title, markdown, rule.summary.replace("*", "").replace("`", ""))
