"""What the search engine reads of a page."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.engine.search_index import kind_of
from afterword.engine.search_text import article_of
from afterword.engine.search_words import CHARACTERS, cut_words

RUN = re.compile(f"[{CHARACTERS}]+")
MIXED = st.text(st.sampled_from("割引判定の基準ー模型々ｶﾞガカﾞＡ１ aZ.、「」<&é𠮷한\n\u200b\u3099（"), max_size=40)


def rows(html: str, *arguments: str) -> list[str]:
    found = article_of(f"<article>{html}</article>", *arguments)
    assert found is not None
    return re.findall(r"<(?:p|h\d)\b[^>]*>.*?</(?:p|h\d)>", found.partition("<main>")[2], re.DOTALL)


def test_runs_become_overlapping_words_and_their_last_character() -> None:
    assert cut_words("「割引の基準」").split() == ["「", "割引", "引の", "の基", "基準", "準", "」"]
    assert cut_words("模 型") == " 模   型 "
    assert cut_words("検") == " 検 "


def test_other_writing_is_left_alone() -> None:
    text = "Déjà vu: 37 of 200, привет, 한국어 문장, ไทย, ‘quoted’ — e.g. AW403"
    assert cut_words(text) == text


def test_a_word_is_the_same_however_typed() -> None:
    assert cut_words("ＡＩ２０２６") == "AI2026"
    assert cut_words("ﾃﾞｰﾀ") == cut_words("データ") == cut_words(unicodedata.normalize("NFD", "データ"))
    assert cut_words("（割引）！").replace(" ", "") == "（割引引）！"


def test_a_line_broken_within_a_sentence_goes_on() -> None:
    assert cut_words("すべての\n  顧客") == cut_words("すべての顧客")
    assert cut_words("a\nb") == "a\nb"


@given(MIXED)
def test_nothing_is_lost_and_every_pair_of_neighbours_is_a_word(text: str) -> None:
    words = cut_words(text).split()
    # Each word of a run adds its first character; the second one comes again.
    again = "".join(word[0] if RUN.fullmatch(word) else word for word in words)
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text.replace("（", "\0").replace("\u200b", "")))
    assert again == "".join(plain.split()).replace("\0", "（")
    for word, follower in zip(words, [*words, ""][1:], strict=True):
        assert not RUN.search(word) or (RUN.fullmatch(word) and len(word) <= 2)
        assert len(word) < 2 or not RUN.fullmatch(word) or word[1] == follower[0]


def test_the_article_alone_is_read_as_headings_and_sentences() -> None:
    found = article_of(
        "<html><head><title>割引 &amp; – Site</title></head><body><nav>模型漂移</nav><article class='x'>"
        '<h1 id="a">One<a class="headerlink" href="#a">#</a></h1><p title="a > b">two<br>lines</p>'
        "<script>no</script><style>no</style><svg><text>no</text></svg><!-- no > --><div hidden><div>no</div>no</div>"
        '<span aria-hidden="true">no</span><div data-search-exclude="">no</div>three<ul><li>four</li></ul></article>'
        "<footer>no</footer></body></html>"
    )
    assert found == (
        '<!doctype html><html lang="en"><head><title>割引 引 &amp; – Site</title></head><body><main>'
        '<h1 id="a">One</h1><p>two · lines</p><p>three</p><p>four</p></main></body></html>'
    )


def test_marks_within_a_sentence_leave_a_phrase_whole() -> None:
    assert rows("<p>地域<em>ごと</em>の<a href='x'>値</a></p>") == [f"<p>{cut_words('地域ごとの値').strip()}</p>"]
    assert rows("<p>&#21106;&#x5F15;</p>") == ["<p>割引 引</p>"]


def test_what_is_hidden_within_a_sentence_does_not_end_it() -> None:
    assert rows("<p>one <span hidden>no <span>no</span></span>two</p>") == ["<p>one two</p>"]


def test_facts_and_cells_are_sentences_of_their_own() -> None:
    facts = "<dl><dt>Owner</dt><dd>sre</dd><dt>Harm</dt><dd><ul><li>one</li><li>two</li></ul></dd></dl>"
    table = "<table><thead><tr><th>no</th></tr></thead><tbody><tr><td>x</td><td>–</td><td>y</td></tr></tbody></table>"
    assert rows(facts + table) == ["<p>Owner: sre</p>", "<p>Harm: one</p>", "<p>two</p>", "<p>x</p>", "<p>y</p>"]


def test_a_term_of_the_glossary_can_be_led_to() -> None:
    assert rows('<dl><dt id="canary">Canary</dt><dd>A few first.</dd></dl>') == [
        '<h4 id="canary">Canary</h4>',
        "<p>A few first.</p>",
    ]


@given(st.text(max_size=60))
def test_text_stays_text(text: str) -> None:
    from html import escape

    found = article_of(f"<article><p>{escape(text)}</p></article>")
    assert found is not None
    inner = found.partition("<main>")[2].removesuffix("</main></body></html>")
    assert re.fullmatch(r"(<p>[^<>]*</p>)?", inner), inner


def test_what_stands_on_other_pages_too_is_left_to_them() -> None:
    html = (
        '<h1>T</h1><p class="aw-meta">2026</p><div class="aw-lede"><p>sum</p></div><dl><dt>a</dt><dd>b</dd></dl>'
        '<table><tbody><tr><td>cell</td></tr></tbody></table><div class="aw-list"><p>row</p></div><pre>code</pre>'
    )
    title, cell, code = "<h1>T</h1>", "<p>cell</p>", "<p>code</p>"
    lede, less = '<p data-pagefind-weight="3">sum</p>', '<p data-pagefind-weight="0.2">{}</p>'.format
    named = '<p data-pagefind-weight="2">2026-01-02-x</p>'
    assert rows(html, "report", "2026-01-02-x") == [title, named, lede, "<p>a: b</p>", cell, code]
    assert rows(html, "group") == [title, less("2026"), lede, less("a: b")]
    assert rows(html, "list") == [title, "<p>2026</p>", "<p>sum</p>", less("code")]
    assert rows(html) == [title, "<p>2026</p>", "<p>sum</p>", "<p>a: b</p>", cell, less("code")]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("", "page"),
        ("guide/near-misses", "page"),
        ("glossary", "page"),
        ("reports/2026-03-11-x", "report"),
        ("reports", "list"),
        ("factors", "list"),
        ("remediations/open", "list"),
        ("digests/2026-W47", "list"),
        ("guide/vocabulary", "list"),
        ("factors/data-drift", "group"),
        ("guide/rules/AW403", "group"),
    ],
)
def test_places_have_kinds(place: str, kind: str) -> None:
    assert kind_of(place) == kind


def test_a_page_without_an_article_is_not_read() -> None:
    assert article_of("<html><body>redirect</body></html>") is None


def test_what_an_author_never_closed_hides_nothing_after_it() -> None:
    assert rows("<div hidden><p>no<p>no</div><p>yes") == ["<p>yes</p>"]
