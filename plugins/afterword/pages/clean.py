"""The second lock on what an author's Markdown became: only known elements and attributes pass.

Rules refuse raw HTML and unsafe links before (AW510). This holds even where a rule is switched off or a Markdown
extension makes HTML of something that no rule foresaw.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import nh3

_TAGS = nh3.ALLOWED_TAGS | {
    "section", "article", "aside", "header", "footer", "figure", "figcaption", "details", "summary", "time", "caption",
    "col", "colgroup", "label", "main", "nav", "button",
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
    "h2": {"data-search-exclude"},
    "button": {"popovertarget"},
}
_VALUES = {"button": {"type": {"button"}}, "div": {"popover": {"auto"}}}
_SCHEMES = {"http", "https", "mailto"}


def clean_html(html: str, drawings: Sequence[str] = ()) -> str:
    """`html` with known elements, attributes and address schemes alone; scripts, handlers and styles are gone.

    No SVG passes, and nothing of what one holds, but for `drawings`: those that the page's own makers wrote, known by
    every byte of them. Each is put aside under a name that nobody can write into the text from which it is reckoned.
    """
    name = sha256(html.encode("utf-8", "surrogatepass")).hexdigest()
    kept = {f"drawing-{place}-{name}": each for place, each in enumerate(drawings) if each in html}
    for place, drawing in kept.items():
        html = html.replace(drawing, place, 1)
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
        strip_comments=True,
        clean_content_tags={"script", "style", "svg", "math"},
    )
    for place, drawing in kept.items():
        cleaned = cleaned.replace(place, drawing, 1)
    return cleaned
