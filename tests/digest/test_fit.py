from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.digest.examples import BRIEF, LINKS, PICK, RICH, WORK, overfull, retyped
from tests.digest.mail_checks import check_mail, text_of

from afterword.digest.forms.fit import LIMIT, fit
from afterword.digest.forms.forms import write_forms
from afterword.digest.forms.html import write_html
from afterword.digest.forms.sections import FIRST, SECTIONS, Shown, in_order, keep, keys_of
from afterword.digest.view import Digest


def _fit(digest: Digest, limit: int = LIMIT) -> tuple[Shown, str]:
    return fit(digest, lambda shown: write_html(shown, LINKS), limit)


def _as_mailed(html: str) -> int:
    """Bytes of the part after transfer decoding: in a message a line ends with CR LF."""
    return len(html.replace("\n", "\r\n").encode())


def test_what_fits_is_left_alone() -> None:
    shown, _ = _fit(RICH)
    assert shown == Shown(RICH, {})


@pytest.mark.parametrize(
    "digest",
    [
        overfull(),
        overfull(500, 0),
        overfull(2, 2000),
        overfull(60, 60, "&"),
        overfull(60, 60, "界"),
        retyped(overfull(40, 40), lambda held: "<&\u00a0>" * 2500),
        retyped(BRIEF, lambda held: "&" * 10_000),
    ],
    ids=["both", "reports", "remediations", "titles", "wide", "hostile", "brief"],
)
def test_it_fits_whatever_the_digest(digest: Digest) -> None:
    shown, html = _fit(digest)
    assert _as_mailed(html) < LIMIT
    for section in SECTIONS:
        kept, every = len(list(keys_of(shown.digest, section))), len(list(keys_of(digest, section)))
        assert kept + shown.more.get(section, 0) == every
        told = list(shown.ways_to_more(section))
        assert bool(told) == bool(shown.more.get(section))
        assert all(words in text_of(check_mail(html)) for words, _ in told)
    assert shown.digest.pick == digest.pick
    assert shown.digest.counts == digest.counts
    assert write_forms(digest, LINKS).left_out == shown.left_out


def test_as_much_is_kept_as_fits() -> None:
    digest = overfull(100, 100)
    shown, _ = _fit(digest)
    every = in_order(digest)
    one_more = keep(digest, every[: len(every) - shown.left_out + 1], every)
    assert _as_mailed(write_html(one_more, LINKS)) >= LIMIT


def test_lower_sections_give_up_first_but_for_their_first_items() -> None:
    shown, _ = _fit(overfull())
    # Near misses and incidents are equals, and keep as many.
    assert 0 <= len(shown.digest.new) - len(shown.digest.near_misses) <= 1
    assert len(shown.digest.new) > FIRST
    for section in SECTIONS:
        kept = len(list(keys_of(shown.digest, section)))
        assert kept >= min(FIRST, len(list(keys_of(RICH, section))))


def test_every_team_takes_its_turn_and_what_is_overdue_comes_first() -> None:
    order = [key for key in in_order(RICH) if key.section == "work"]
    assert [(WORK[key.team].team, key.list, key.place) for key in order] == [
        ("Marketplace", "overdue", 0),
        ("Support", "due", 0),
        ("", "due", 0),
        ("Marketplace", "done", 0),
        ("Support", "done", 0),
        ("Marketplace", "overdue", 1),
        ("Support", "done", 1),
    ]


@settings(max_examples=25)
@given(st.integers(min_value=17_000, max_value=40_000))
def test_any_limit_is_kept(limit: int) -> None:
    shown, html = _fit(RICH, limit)
    assert _as_mailed(html) < limit
    assert shown.digest.pick == RICH.pick
    check_mail(html)


def test_a_section_that_lost_everything_says_how_many_there_are() -> None:
    every = in_order(RICH)
    shown = keep(RICH, [], every)
    root = check_mail(write_html(shown, LINKS))
    assert "2 near misses on the pages of these weeks" in text_of(root)
    assert PICK.headline in text_of(root)
    assert list(keep(RICH, every[:3], every).ways_to_more("new")) == []
    (told,) = keep(RICH, every[:1], every).ways_to_more("new")
    assert told == ("and 1 more new report on the pages of these weeks", RICH.address)


def test_open_remediations_that_are_left_out_stand_on_the_page_that_holds_them_all() -> None:
    # The page of a week names the first few of each team, and cannot keep a promise of more.
    every = in_order(RICH)
    done = len([key for key in every if key.list == "done"])
    left = len([key for key in every if key.section == "work"]) - done
    told = dict(keep(RICH, [], every).ways_to_more("work"))
    assert told == {
        f"{done} remediations on the pages of these weeks": RICH.address,
        f"{left} remediations on the page of open remediations": f"{RICH.site.url}remediations/open/",
    }


@pytest.mark.parametrize(
    ("update", "span", "read", "where"),
    [
        ({}, RICH.span.weeks[-1:], "Read this digest as a page", "on the page of this digest"),
        ({"team": "Support"}, RICH.span.weeks[-1:], "Read the whole week as a page", "on the page of the whole week"),
        ({"system": "Search"}, RICH.span.weeks[-1:], "Read the whole week as a page", "on the page of the whole week"),
        ({"brief": True}, RICH.span.weeks[-1:], "Read the whole week as a page", "on the page of the whole week"),
        ({}, RICH.span.weeks, "Read these weeks as pages", "on the pages of these weeks"),
    ],
)
def test_the_page_is_called_what_it_is(update: dict[str, object], span: tuple[str, ...], read: str, where: str) -> None:
    digest = RICH.model_copy(
        update={
            "edition": RICH.edition.model_copy(update=update),
            "span": RICH.span.model_copy(update={"weeks": span}),
        }
    )
    every = in_order(digest)
    assert next(keep(digest, [], every).ways_to_more("new"))[0].endswith(f" {where}")
    assert f"{read}\n  {digest.address}" in write_forms(digest, LINKS).text


def test_the_order_holds_every_item_once() -> None:
    digest = overfull(10, 10)
    assert sorted(in_order(digest)) == sorted(key for section in SECTIONS for key in keys_of(digest, section))


def test_an_item_shows_few_of_its_parts_and_counts_the_rest() -> None:
    many = PICK.model_copy(update={"causes": PICK.causes * 20, "changes": PICK.changes * 20})
    html = write_forms(RICH.model_copy(update={"new": (many,)}), LINKS).html
    assert "and 56 more factors in the report" in html
    assert "and 55 more remediations in the report" in html
