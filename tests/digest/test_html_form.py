from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.digest.examples import BRIEF, EMPTY, HOSTILE_TEXTS, LINKS, PICK, RICH, examples, retyped
from tests.digest.mail_checks import check_mail, elements, links, shape, text_of

from afterword.digest.forms.forms import MailLinks, write_forms
from afterword.digest.view import Digest, Link

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = Path(__file__).parents[2] / "plugins/afterword/digest/forms/templates"
EXAMPLES = examples()


@pytest.mark.parametrize("form", ["html", "text"])
def test_golden(form: str, update_golden: bool) -> None:
    written = getattr(write_forms(RICH, LINKS), form).encode()
    path = GOLDEN / f"rich.{'txt' if form == 'text' else form}"
    if update_golden:
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(written)
    assert written == path.read_bytes()


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_mail_passes_the_list(name: str) -> None:
    html = write_forms(EXAMPLES[name], LINKS).html
    check_mail(html)
    assert len(html.encode()) < 100_000


def test_sections_stand_in_their_order() -> None:
    root = check_mail(write_forms(RICH, LINKS).html)
    assert [text_of(each) for each in root.iter("h2")] == [
        "What these weeks teach", "Report of the week", "New reports", "Near misses", "Corrected and updated reports",
        "Remediations by team", "Report and tracker differ", "Open remediations by month of report", "Factors that recur", "New eval cases",
        "Reporting clocks", "From this week in earlier years", "How to contribute",
    ]  # fmt: skip


def test_the_brief_is_made_by_what_it_carries() -> None:
    root = check_mail(write_forms(BRIEF, LINKS).html)
    headings = [text_of(each) for each in elements(root) if each.tag in {"h1", "h2", "h4"}]
    assert headings[0] == "The brief of 2026-W46 to 2026-W47"
    for told in ("What it meant for people", "What changes for people", "What was gained, and what is not promised"):
        assert told in headings
    assert headings[-2:] == ["Terms", "How to contribute"]
    assert "New eval cases" not in headings


def test_an_empty_digest_says_so() -> None:
    root = check_mail(write_forms(EMPTY, LINKS).html)
    assert "Nothing was published, changed or finished in this week." in text_of(root)
    assert "28 December 2026 to 3 January 2027" in text_of(root)


def test_what_is_late_corrected_or_from_public_sources_says_so() -> None:
    told = text_of(check_mail(write_forms(RICH, LINKS).html))
    assert "Late from 2026-W45 · Written from public sources" in told
    assert "Correction of 13 November 2026 The number of customers was 31" in told
    assert "Update of 6 November 2026, late from 2026-W45" in told
    assert "October 2026: 2 of 4 left, −2" in told


def test_what_the_digest_begins_with_is_not_said_again() -> None:
    assert PICK.takeaway in write_forms(RICH, LINKS).html
    forms = write_forms(RICH.model_copy(update={"teaches": PICK.takeaway}), LINKS)
    assert text_of(next(check_mail(forms.html).iter("main"))).count(PICK.takeaway) == 1
    assert " ".join(forms.text.split()).count(PICK.takeaway) == 1


def test_page_and_way_out_stand_in_the_first_screen() -> None:
    root = check_mail(write_forms(RICH, LINKS).html)
    assert links(root)[:3] == [RICH.address, LINKS.archive, LINKS.unsubscribe]
    assert links(root)[-4:] == [RICH.address, LINKS.archive, LINKS.unsubscribe, LINKS.help]


def test_what_has_no_address_is_left_out() -> None:
    assert "Unsubscribe" not in write_forms(RICH, MailLinks(archive=LINKS.archive)).html


@pytest.mark.parametrize("digest", [RICH, BRIEF])
@pytest.mark.parametrize("bad", HOSTILE_TEXTS)
def test_no_text_becomes_markup(digest: Digest, bad: str) -> None:
    _same_shape(digest, bad)


@settings(max_examples=20)
@given(st.text(alphabet="<>&\"'{}%#!-/=[]();: \n\r\x00\ud800\u2028abst", max_size=60))
def test_no_typed_text_becomes_markup(bad: str) -> None:
    _same_shape(RICH, bad)


def _same_shape(digest: Digest, bad: str) -> None:
    mild = write_forms(retyped(digest, lambda held: f"x {held}"), LINKS).html
    harmed = write_forms(retyped(digest, lambda held: f"{bad} {held}"), LINKS).html
    assert shape(check_mail(harmed)) == shape(check_mail(mild))


def test_hostile_texts_are_shown_as_they_are() -> None:
    told = text_of(check_mail(write_forms(retyped(RICH, lambda _: '{{7*7}} <b title="&amp;">'), LINKS).html))
    assert '{{7*7}} <b title="&amp;">' in told
    assert "49" not in told


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//example.org/", "reports/", " https://x.org", "https:///x"]
)
def test_other_addresses_make_no_link(address: str) -> None:
    digest = RICH.model_copy(update={"contribute": (Link(title="Somewhere", address=address),)})
    forms = write_forms(digest, LINKS)
    assert address not in links(check_mail(forms.html))
    assert address not in forms.text.splitlines()
    assert "Somewhere" in forms.html


def test_addresses_are_escaped() -> None:
    address = 'https://example.org/?a=1&b="><script>\n ü\ud800'
    root = check_mail(
        write_forms(RICH.model_copy(update={"contribute": (Link(title="x", address=address),)}), LINKS).html
    )
    assert "https://example.org/?a=1&b=%22%3E%3Cscript%3E%0A%20%C3%BC" in links(root)


def test_every_colour_has_one_for_the_dark() -> None:
    light = (TEMPLATES / "light.css").read_text()
    dark = (TEMPLATES / "dark.css").read_text().split("prefers-color-scheme: dark")[1]
    assert _coloured(light) == _coloured(dark)
    for _, declarations in _rules(dark):
        assert all(each.strip().endswith("!important") for each in declarations.split(";") if each.strip())


def _coloured(css: str) -> set[tuple[str, str]]:
    found = set()
    for selector, declarations in _rules(css):
        for name in re.findall(r"([a-z-]+):[^;]*#[0-9a-f]{6}", declarations):
            kind = re.sub("^border.*", "border", name)
            found |= {(each.strip(), kind) for each in selector.split(",") if kind != "text-decoration-color"}
    return found


def _rules(css: str) -> list[tuple[str, str]]:
    return re.findall(r"([^{}]+)\{([^{}]*)\}", css)
