"""A page with the front matter that themes read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from markupsafe import escape

from afterword.pages.page import Page


def page_source(page: Page, *, in_nav: bool, hide: Iterable[str] = ()) -> str:
    """The page's Markdown below its front matter; a page without a place in the navigation goes without its column.

    Themes print title, description and tags into HTML as they are, so they are escaped here. The values are written as
    JSON strings, which every YAML reader takes as text. `hide` names further parts that the theme is not to draw.
    """
    meta: dict[str, object] = {"title": str(escape(page.title))}
    if page.description:
        meta["description"] = str(escape(page.description))
    if page.tags:
        meta["tags"] = [str(escape(tag)) for tag in page.tags]
    hidden = [*(each for each in hide if each != "tags" or page.tags), *([] if in_nav else ["navigation"])]
    if hidden:
        meta["hide"] = hidden
    lines = [f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in meta.items()]
    return "\n".join(["---", *lines, "---", "", page.markdown])
