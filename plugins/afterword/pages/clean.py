"""The second lock on what an author's Markdown became: only known elements and attributes pass.

Rules refuse raw HTML and unsafe links before (AW510). This holds even where a rule is switched off or a Markdown
extension makes HTML of something that no rule foresaw.
"""

from __future__ import annotations

import nh3

_TAGS = nh3.ALLOWED_TAGS | {
    "section", "article", "aside", "header", "footer", "figure", "figcaption", "details", "summary", "time", "caption",
    "col", "colgroup", "label", "main", "nav",
}  # fmt: skip
_ANY = {"id", "class", "title", "role", "lang", "dir", "aria-label", "aria-hidden", "aria-labelledby", "tabindex"}
_ATTRIBUTES = {
    **{tag: set(attributes) for tag, attributes in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": _ANY,
    "a": {"href", "hreflang"},
    "th": {"scope", "colspan", "rowspan", "align"},
    "td": {"colspan", "rowspan", "align", "data-label"},
    "time": {"datetime"},
    "details": {"open"},
    "div": {"data-search-exclude"},
}
_SCHEMES = {"http", "https", "mailto"}


def clean_html(html: str) -> str:
    """`html` with known elements, attributes and address schemes alone; scripts, handlers and styles are gone."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
