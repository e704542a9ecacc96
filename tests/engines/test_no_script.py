"""Which rules of a style sheet make up the dark scheme, and where a page asks for them."""

from __future__ import annotations

import pytest

from afterword.engine.no_script import asks_for_dark, dark_styles, with_link

DARK = {"media": "(prefers-color-scheme: dark)", "scheme": "slate"}


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a{color:red}", ""),
        ('[data-md-color-scheme="slate"]{--a:1}', "[data-md-color-scheme=default]{--a:1}\n"),
        ("[data-md-color-scheme=slate] a,b{--a:1}", "[data-md-color-scheme=default] a{--a:1}\n"),
        ("p:is([data-md-color-scheme=slate] a,b){--a:1}", "p:is([data-md-color-scheme=default] a,b){--a:1}\n"),
        (
            "@media screen{a{x:y}[data-md-color-scheme=slate]{--a:url(b.svg)}}",
            "@media screen{[data-md-color-scheme=default]{--a:url(b.svg)}}\n",
        ),
        ("@media screen{a{x:y}}", ""),
        ("@font-face{font-family:x}[data-md-color-scheme=slate", ""),
    ],
)
def test_rules_of_the_dark_scheme_are_taken_and_no_others(sheet: str, expected: str) -> None:
    assert dark_styles([sheet]) == expected


@pytest.mark.parametrize(
    ("palette", "asks"),
    [
        ([{"media": "(prefers-color-scheme)"}, {"scheme": "default"}, DARK], True),
        ([{"scheme": "default"}, DARK], True),
        ([DARK, {"scheme": "default"}], False),
        ([{"scheme": "default"}, {"scheme": "slate"}], False),
        ([{"scheme": "default"}], False),
        ({"scheme": "default"}, False),
        (None, False),
    ],
)
def test_pages_are_dark_only_where_the_settings_follow_the_system(palette: object, asks: bool) -> None:
    assert asks_for_dark(palette) is asks


def test_the_link_stands_at_the_end_of_the_head() -> None:
    page = with_link("<head><title>a</title></head><body></head></body>", 'a"b.css')
    assert page.startswith("<head><title>a</title><noscript><link ")
    assert 'href="a&quot;b.css"></noscript></head><body>' in page
    assert with_link("no head", "a.css") == "no head"
