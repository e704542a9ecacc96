"""The second lock: no drawing passes but those that the page's own makers wrote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from afterword.pages.clean import clean_html

OURS = '<svg class="aw-svg" viewBox="0 0 1 1" role="img" aria-label="A"><path d="M0 0L1 1"></path></svg>'


def test_ours_stands_as_it_is() -> None:
    html = f'<div class="aw-drawing">\n{OURS}\n</div><p onclick="alert(1)">x</p>'
    assert clean_html(html, [OURS]) == f'<div class="aw-drawing">\n{OURS}\n</div><p>x</p>'


def test_another_is_refused_with_all_that_it_holds() -> None:
    other = OURS.replace("M0 0", "M0 1")
    html = f"<p>before</p>{OURS}{other}<svg><text>words</text><script>alert(1)</script></svg><p>after</p>"
    assert clean_html(html, [OURS]) == f"<p>before</p>{OURS}<p>after</p>"
    assert clean_html(html) == "<p>before</p><p>after</p>"


def test_a_copy_of_ours_is_refused() -> None:
    assert clean_html(OURS + OURS, [OURS]) == OURS


def test_one_that_is_not_on_the_page_is_not_put_there() -> None:
    assert clean_html("<p>x</p>", [OURS]) == "<p>x</p>"


@given(st.text(st.sampled_from("<>/=\"' svgtexoncripdrawing-!01x&#;")), st.text(max_size=5))
def test_no_other_passes_whatever_stands_around(before: str, after: str) -> None:
    cleaned = clean_html(f"{before}<div>{OURS}</div>{after}", [OURS]).replace(OURS, "")
    assert not any(each in cleaned for each in ("<svg", "<path", "<script", "drawing-0-"))
