"""An author's Markdown on the site: links lead on, headings step down, HTML and attribute lists are text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from report_sample import FACTS, Seen, index_of, report, simple, to_html, view_of

from afterword.model.evidence_file import EvidenceFile
from afterword.pages.body import BodyText, render_body
from afterword.pages.clean import clean_html
from afterword.pages.explained import Explainer

DIGEST = "0" * 64
OTHER = simple("## What we learned\n\nText.\n", report_id="2026-03-12-other")
DRAFT = report("---\ntitle: A draft nobody sees\n---\nText.\n", "2026-03-13-draft")
EVIDENCE = (
    EvidenceFile("evidence/2026-03-11-case/a.md", "x", 1, DIGEST, "text", content=b"x"),
    EvidenceFile("evidence/2026-03-11-case/b.png", "x", 1, DIGEST, "image", content=b"x"),
)
ENTRIES = "evidence:\n" + "".join(
    f"  - {{kind: log, title: T, uri: {file.uri}, sha256: '{DIGEST}'}}\n" for file in EVIDENCE
)
TAGS = {
    "p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "dl", "dt", "dd", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "div", "span", "img", "details", "summary",
    "nav", "input",
}  # fmt: skip


def parts(body: str) -> BodyText:
    view = view_of(simple(body, ENTRIES), OTHER, DRAFT, files=EVIDENCE)
    index = index_of(view)
    return render_body(
        view.by_id["2026-03-11-case"], index, FACTS, Explainer("reports/2026-03-11-case.md", index, FACTS)
    )


def text(body: str) -> str:
    both = parts(body)
    return "\n\n".join(each for each in (both.lead, both.rest) if each)


LINKS = {
    "a report of the same year": ("[a](2026-03-12-other.md)", "[a](2026-03-12-other.md)"),
    "a report by way of its year": ("[a](../2026/2026-03-12-other.md)", "[a](2026-03-12-other.md)"),
    "a heading of another report": (
        "[a](2026-03-12-other.md#what-we-learned)",
        "[a](2026-03-12-other.md#what-we-learned)",
    ),
    "a heading that is not there": ("[a](2026-03-12-other.md#nothing)", "[a](2026-03-12-other.md)"),
    "a draft": ("[a *b*](2026-03-13-draft.md)", "a b"),
    "a report that is not there": ("[a](2026-03-14-none.md)", "a"),
    "a published file": ("[a](../../evidence/2026-03-11-case/a.md)", "[a](../evidence/2026-03-11-case/a.md.txt)"),
    "a published picture": ("![a](../../evidence/2026-03-11-case/b.png)", "![a](../evidence/2026-03-11-case/b.png)"),
    "a file that is not published": ("[a](../../evidence/2026-03-11-case/c.csv)", "a"),
    "a page by hand": ("[a](../../guide/index.md)", "[a](../guide/index.md)"),
    "a page of a factor": ("[a](../../factors/data-drift.md)", "[a](../factors/data-drift.md)"),
    "a page that is not there": ("[a](../../factors/none.md)", "a"),
    "a private file": ("[a](../../_systems.yml)", "a"),
    "outside of the folder": ("[a](../../../README.md)", "a"),
    "the server's root": ("[a](/reports/)", "a"),
    "a script": ("[a](javascript:alert%281%29)", "a"),
    "a script in disguise": ("[a](java&#115;cript:alert)", "a"),
    "an address": ("[a](https://example.org/b?c=d&e=f#g)", "[a](https://example.org/b?c=d&e=f#g)"),
    "an address in angle brackets": ("<https://example.org/b>", "<https://example.org/b>"),
    "a picture from elsewhere": ("![a](https://example.org/b.png)", "[a](<https://example.org/b.png>)"),
    "a place that is not there": ("[a](#nothing)", "a"),
    "a title": ('[a](2026-03-12-other.md "T")', '[a](2026-03-12-other.md "T")'),
    "code": ("`[a](2026-03-13-draft.md)`", "`[a](2026-03-13-draft.md)`"),
}


@pytest.mark.parametrize(("typed", "shown"), LINKS.values(), ids=LINKS)
def test_links_lead_to_where_things_are(typed: str, shown: str) -> None:
    assert text(f"x {typed} y\n") == f"x {shown} y"


def test_a_definition_of_a_link_leads_on_too() -> None:
    assert text("[a][r]\n\n[r]: ../2026/2026-03-12-other.md\n") == "[a][r]\n\n[r]: 2026-03-12-other.md"


def test_a_definition_names_no_report_that_is_not_shown() -> None:
    assert "draft" not in text("[a][r]\n\n[r]: 2026-03-13-draft.md\n")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("# One\n\n## Two\n\n###### Six", "## One\n\n### Two\n\n###### Six"),
        ("One\n===\n\nTwo\n---", "One\n---\n\n### Two"),
        ("# **One**", "## **One**"),
        ("> # One", "> ## One"),
        ("## Two\n\n### Three", "## Two\n\n### Three"),
        ("# One\n\n```\n# code\n```", "## One\n\n```\n# code\n```"),
        ("#no heading", "\\#no heading"),
    ],
)
def test_the_page_keeps_one_first_heading(typed: str, shown: str) -> None:
    assert text(typed).rstrip() == shown
    assert "h1" not in Seen(to_html(text(typed))).names()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("a <b>c</b>", "a <b>c</b>"),
        ('<div onclick="x">\n*a*\n</div>', '<div onclick="x"> *a* </div>'),
        ("<script>\nalert(1)\n\n</script>", "<script> alert(1) </script>"),
        ("a *b*{: .c onclick=d }", "a b{: .c onclick=d }"),
        ("## a {: #b }", "a {: #b }"),
        ("a {{ b }}", "a {{ b }}"),
        ("a \\<b>", "a <b>"),
        ("a < b", "a < b"),
    ],
)
def test_html_and_attribute_lists_are_text(typed: str, seen: str) -> None:
    found = Seen(to_html(text(typed)))
    assert found.text == seen
    assert set(found.names()) <= {"p", "em", "h2"}
    assert all(set(attributes) <= {"id"} for _, attributes in found.elements)


def test_comments_are_taken_out_wherever_they_stand() -> None:
    shown = text("a <!-- b --> c\n\n<!-- afterword-ignore AW301: d\n\ne -->\n\nf `<!-- g -->`\n")
    assert Seen(to_html(shown)).text == "a c f <!-- g -->"


def test_a_comment_that_is_taken_out_makes_no_link() -> None:
    assert Seen(to_html(text("[a]<!-- b -->(javascript:alert)"))).names() == ["p"]


def test_code_is_left_as_it_is() -> None:
    typed = "```python\n<b> {x} # y\n\n\n\n<!-- z -->\n```\n\n`<b> {x}`"
    assert text(typed) == typed


def test_the_first_line_of_a_fence_keeps_its_language_alone() -> None:
    assert text("```python {.a onclick=b} title=c\nd\n```") == "```python\nd\n```"


def test_a_fence_that_is_never_closed_is_closed() -> None:
    assert Seen(to_html(text("```\n<script>\n"))).names() == ["div", "pre", "span", "code"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_one_kind(end: str) -> None:
    typed = "# a\n\n[b](2026-03-12-other.md) <i>\n\n- c\n- d\n"
    assert parts(typed.replace("\n", end)) == parts(typed)
    assert "\r" not in text(typed.replace("\n", end))


def test_the_lead_ends_with_what_happened() -> None:
    body = parts("Before.\n\n## What happened\n\nA.\n\n### Part\n\nB.\n\n## What we learned\n\nC.\n")
    assert body.lead == "Before.\n\n## What happened\n\nA.\n\n### Part\n\nB."
    assert body.rest == "## What we learned\n\nC."


def test_without_that_heading_everything_is_lead() -> None:
    assert parts("## Summary\n\nA.\n\n## More\n\nB.\n") == BodyText("## Summary\n\nA.\n\n## More\n\nB.", "")


PIECES = (
    "<script>alert(1)</script>", "<b>", "</div>", "<div markdown>\n", "<!-- ", " -->", "*a*", "**a**", "`", "```",
    "```py {.a}\n", "~~~", "[a](2026-03-13-draft.md)", "[a](javascript:b)", "[a](data:text/html;base64,b)",
    "![a](https://example.org/b.png)", "[r]: 2026-03-13-draft.md\n", "[r]", "<https://example.org>", "# a\n",
    "a\n===\n", "a\n---\n", "- ", "1. ", "> ", "    ", "| a | b |\n| - | - |\n", "{: .a #b onclick=c }", "{ .a }",
    "\\", "\\<", "&lt;", "<", ">", "{", "}", "a", " ", "\n", "\n\n", "\r\n", "!!! note\n    ", "??? note\n    ",
    "<img src=x onerror=alert(1)>", "<?php", "<![CDATA[", "<!DOCTYPE", "</", "<a\n", "\x02",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("`<!-- ``` -->")
@example("- ```\n<b>")
def test_nothing_runs_and_nothing_unseen_is_named(body: str) -> None:
    shown = text(body)
    cleaned = Seen(clean_html(to_html(shown)))
    assert set(cleaned.names()) <= TAGS | {"h1", "b"}
    for _, attributes in cleaned.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert all(not href.lower().startswith(("javascript:", "data:")) for href in cleaned.hrefs())
