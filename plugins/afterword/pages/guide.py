"""The pages of the guide that come from the code itself: fields, gates, rules and vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.index.index import Index
from afterword.model.gates import Gates
from afterword.pages.escape import render
from afterword.pages.guide_fields import describe_fields
from afterword.pages.guide_gates import describe_gates
from afterword.pages.guide_rules import describe_rule, mended_by_fix, rules_by_family
from afterword.pages.guide_vocabulary import render_vocabulary
from afterword.pages.page import Page
from afterword.rules import RULES
from afterword.rules.rule import Rule


def render_guide(index: Index, gates: Gates) -> Iterator[Page]:
    """All of them."""
    yield _fields()
    yield _gates(gates)
    yield _rules()
    for rule in RULES:
        yield _rule(rule)
    yield render_vocabulary(index)


def _fields() -> Page:
    title = "Fields"
    markdown = render("guide_fields.md.jinja", title=title, groups=describe_fields())
    return Page("guide/fields.md", title, markdown, "Every field of a report: what it is for, and what it takes.")


def _gates(gates: Gates) -> Page:
    title = "Gates"
    markdown = render("guide_gates.md.jinja", title=title, columns=describe_gates(gates))
    return Page("guide/gates.md", title, markdown, "What a report must carry to reach each step of its life.")


def _rules() -> Page:
    title = "Rules"
    markdown = render("guide_rules.md.jinja", title=title, families=rules_by_family(), mended=mended_by_fix())
    return Page("guide/rules/index.md", title, markdown, "Every finding that a check of the reports can make.")


def _rule(rule: Rule) -> Page:
    title = f"{rule.code} {rule.name}"
    markdown = render("guide_rule.md.jinja", title=title, **describe_rule(rule))
    return Page(f"guide/rules/{rule.code}.md", title, markdown, rule.summary.replace("*", "").replace("`", ""))
