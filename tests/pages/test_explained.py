"""Terms on report pages: once each, where they first stand, as text that nothing can break out of."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_sample import FACTS, Seen, index_of, simple, to_html, view_of
from test_body import PIECES, TAGS

from afterword.index.index import Index
from afterword.model.glossary import Explained, Glossary
from afterword.pages.body import render_body
from afterword.pages.clean import clean_html
from afterword.pages.explained import Explainer
from afterword.pages.page import Page, SiteFacts
from afterword.pages.report import render_report
from afterword.read.gates import read_gates
from afterword.read.glossary import shipped_glossary

PATH = "reports/2026-03-11-case.md"
TERMS = Glossary(
    (
        Explained(
            id="canary", term="canary", also=["canaries"], meaning="A few get it first. It is <watched> & *seen*."
        ),
        Explained(id="prompt", term="prompt", meaning="What a model is given to answer, such as a canary."),
        Explained(id="silent-check", term="silent check", meaning="A signal that did not speak"),
    )
)
BUTTON = '<button type="button" class="aw-term" popovertarget="word:{}">{}</button>'


def index_with(*reports, glossary: Glossary = TERMS) -> Index:
    return index_of(replace(view_of(*reports), glossary=glossary))


def explainer(facts: SiteFacts = FACTS) -> Explainer:
    return Explainer(PATH, index_with(), facts)


def body(text: str) -> str:
    report = simple(text)
    index = index_with(report)
    both = render_body(index.view.reports[0], index, FACTS, Explainer(PATH, index, FACTS))
    return "\n\n".join(each for each in (both.lead, both.rest) if each)


def page(text: str, front: str = "", glossary: Glossary = TERMS) -> Page:
    index = index_with(simple(text, front), glossary=glossary)
    return render_report(index.view.reports[0], index, read_gates({}), FACTS)


def test_a_term_becomes_a_button_that_opens_its_meaning() -> None:
    shown = page("The canary saw it.\n").markdown
    assert f"The {BUTTON.format('canary', 'canary')} saw it." in shown
    seen = Seen(clean_html(to_html(shown)))
    button = next(attributes for name, attributes in seen.elements if name == "button")
    opened = next(attributes for _, attributes in seen.elements if attributes.get("id") == button["popovertarget"])
    assert button["type"] == "button"
    assert opened["popover"] == "auto"
    assert "Words on this page" in seen.text
    assert "Canary: A few get it first. It is <watched> & *seen*." in seen.text
    assert "../glossary.md#canary" in seen.hrefs()


def test_a_page_without_terms_has_no_list() -> None:
    assert "aw-word" not in page("Nothing here.\n").markdown


def test_once_in_the_order_of_the_page() -> None:
    front = (
        "plain_summary: A prompt was too long.\nbehaviour: {expected: A canary holds it, observed: The prompt held}\n"
        "contributing_factors:\n  - {factor: data-drift, how: 'The canary and the silent check said nothing'}\n"
        "trade_off: A silent check costs little\n"
    )
    shown = page("The prompt, the canary and the silent checks.\n", front).markdown
    assert re.findall(r'word:([a-z-]+)">([^<]+)', shown) == [
        ("prompt", "prompt"),
        ("canary", "canary"),
        ("silent-check", "silent check"),
    ]
    assert shown.index("word:prompt") < shown.index("word:canary") < shown.index("word:silent-check")


@pytest.mark.parametrize(
    "text",
    [
        "`canary`",
        "```\ncanary\n```",
        "    canary",
        "[canary](https://example.org/)",
        "<https://canary.example.org/>",
        "[a canary][r]\n\n[r]: https://example.org/canary",
        "## The canary\n\nText.",
        "The canary\n---\n\nText.",
        "> The canary.",
        "“The canary”, it said.",
        '"The canary", it said.',
        "![canary](https://example.org/a.png)",
        "<b title=canary>",
        "*a*{: .canary }",
        "<!-- canary -->",
        "can*ary*",
        '!!! note "A canary"\n    Text.',
        "https://example.org/canary",
    ],
)
def test_where_a_term_is_left_alone(text: str) -> None:
    assert "<button" not in body(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*A canary* sang", f"*A {BUTTON.format('canary', 'canary')}* sang"),
        ("- Canaries", f"- {BUTTON.format('canary', 'Canaries')}"),
        ("| a |\n| - |\n| canary |", f"| a |\n| - |\n| {BUTTON.format('canary', 'canary')} |"),
        ("a silent\ncheck", f"a {BUTTON.format('silent-check', 'silent check')}"),
        ("- a silent\n  check", f"- a {BUTTON.format('silent-check', 'silent check')}"),
        ("`canary` and canary", f"`canary` and {BUTTON.format('canary', 'canary')}"),
        ("canary\n", BUTTON.format("canary", "canary")),
    ],
)
def test_where_a_term_is_explained(text: str, expected: str) -> None:
    assert body(text) == expected


@pytest.mark.parametrize("text", ["canary", "- canary", "| a |\n| - |\n| canary |", "canary\n:   canary", "1. canary"])
def test_the_site_s_renderer_keeps_it_in_its_line(text: str) -> None:
    seen = Seen(clean_html(to_html(body(text))))
    assert seen.names().count("button") == 1
    assert "button" not in seen.text
    assert "canary" in seen.text


def test_plain_texts_are_escaped_around_it() -> None:
    shown = explainer().text("<b> canary *and* {x} 1. prompt | - silent check")
    assert Seen(to_html(f"x {shown}")).text == "x <b> canary *and* {x} 1. prompt | - silent check"
    assert shown.count("<button") == 3


def test_a_glossary_by_hand_is_not_linked() -> None:
    words = explainer(replace(FACTS, by_hand=frozenset({"glossary.md"})))
    words.text("canary")
    assert words.words()[0].name == "Canary"


def test_the_shipped_glossary_explains_the_words_of_a_report() -> None:
    shown = page("The model drifted after the rollback; the language model hallucinated.\n", "", shipped_glossary())
    assert re.findall(r"word:([a-z-]+)\"> ?", shown.markdown)[:4] == ["drift", "rollback", "llm", "hallucination"]


@given(st.lists(st.sampled_from([*PIECES, "canary", "silent check", "prompt ", "canary</button>"]), max_size=14))
def test_nothing_breaks_out(pieces: list[str]) -> None:
    cleaned = Seen(clean_html(to_html(body("".join(pieces)))))
    assert set(cleaned.names()) <= TAGS | {"h1", "b", "button"}
    for name, attributes in cleaned.elements:
        assert not [each for each in attributes if each.startswith("on") or each in {"style", "popover"}]
        if name == "button":
            assert attributes["type"] == "button"
            assert attributes["popovertarget"] in {"word:canary", "word:prompt", "word:silent-check"}


@given(st.text(alphabet=st.sampled_from("canry prompt<>&\"'`*_[]()|{}\\\n-1."), max_size=40))
def test_plain_text_stays_what_it_was(text: str) -> None:
    seen = Seen(to_html(f"x {explainer().text('canary ' + text)} y"))
    assert seen.text == " ".join(f"x canary {text} y".split())
    assert set(seen.names()) <= {"p", "button"}
