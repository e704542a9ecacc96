from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.digest.examples import EMPTY, LINKS, RICH, examples, retyped
from tests.digest.mail_checks import links, parse

from afterword.digest.forms.forms import write_forms
from afterword.digest.forms.texts import address_of, clean, cut
from afterword.digest.forms.wrap import WIDTH, columns, wrap

EXAMPLES = examples()


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_has_every_link_of_the_page(name: str) -> None:
    forms = write_forms(EXAMPLES[name], LINKS)
    lines = [line.strip() for line in forms.text.splitlines()]
    assert set(links(parse(forms.html))) <= set(lines)
    assert {line for line in lines if re.match(r"(https|mailto):\S+$", line)} <= set(links(parse(forms.html)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_lines_are_short_and_clean(name: str) -> None:
    text = write_forms(EXAMPLES[name], LINKS).text
    for line in text.splitlines():
        assert columns(line) <= WIDTH or re.search(r"\S+://\S+|mailto:", line), line
        assert line == line.rstrip()
        assert not [each for each in line if unicodedata.category(each) in {"Cc", "Cs"}]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert "|" not in write_forms(RICH, LINKS).text


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_what_is_typed_never_begins_a_line_of_its_own(bad: str) -> None:
    harmed = retyped(RICH, lambda held: f"{held}\r\n\n{bad}\u2028\n-- \n")
    tame = retyped(RICH, lambda held: clean(f"{held}\n{bad}\n--") + " ")
    assert write_forms(harmed, LINKS).text == write_forms(tame, LINKS).text


def test_an_empty_digest_says_so() -> None:
    assert "\nNothing was published, changed or finished in this week.\n" in write_forms(EMPTY, LINKS).text


@given(st.text(max_size=300))
def test_wrapping_loses_no_letter(text: str) -> None:
    lines = wrap(cut(text, 300), "- ", "  ").splitlines()
    assert "".join("".join(line[2:].split()) for line in lines) == "".join(cut(text, 300).split())


def test_addresses_in_texts_are_not_broken() -> None:
    address = "https://example.org/" + "a" * 100
    assert address in wrap(f"Some words before {address} and after").splitlines()


@pytest.mark.parametrize(
    ("text", "bound", "kept"),
    [
        ("Short.", 600, "Short."),
        ("One sentence. Another one that is far too long for it.", 20, "One sentence."),
        ("One. Two. Three.", 9, "One. Two."),
        ("Version 1.5 is out now, says the vendor", 14, "Version 1.5 …"),
        ("一つ目の文。二つ目の文はもう長すぎます。", 10, "一つ目の文。"),
        ("x" * 50, 10, "xxxxxxxx …"),
        ("e\u0301" * 10, 9, "e\u0301e\u0301e\u0301 …"),
        ("  two\n lines ", 600, "two lines"),
        ("a\ud800b\ufffe\U0001ffffc", 600, "abc"),
        ("a" + "\ufdd0" * 3000, 600, "a …"),
        ("Short." + " " * 3000, 600, "Short."),
        ("\ufdd0" * 3000 + "a", 600, "…"),
    ],
)
def test_texts_are_cut_at_sentences_or_words(text: str, bound: int, kept: str) -> None:
    assert cut(text, bound) == kept


@given(st.text(), st.integers(min_value=8, max_value=50))
def test_what_is_cut_is_within_its_bound(text: str, bound: int) -> None:
    assert len(cut(text, bound)) <= bound
    assert cut(cut(text, bound), bound) == cut(text, bound)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://bücher.example:8443/a/", "https://xn--bcher-kva.example:8443/a/"),
        ("https://Straße.example", "https://xn--strae-oqa.example"),
        ("https://例え。example/?q=ü", "https://xn--r8jz45g.example/?q=%C3%BC"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("https://example.org?ü", "https://example.org?%C3%BC"),
    ],
)
def test_a_host_is_written_in_ascii_as_browsers_ask_for_it(address: str, written: str) -> None:
    assert address_of(address) == written
