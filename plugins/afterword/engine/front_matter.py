"""A page with the front matter that themes read."""

from __future__ import annotations

import json

from markupsafe import escape

from afterword.pages.page import Page


def page_source(page: Page, *, in_nav: bool) -> str:
    """The page's Markdown below its front matter; a page outside of the navigation goes without its empty column.

    Themes print title, description and tags into HTML as they are, so they are escaped here. The values are written as
    JSON strings, which every YAML reader takes as text.
    """
    meta: dict[str, object] = {"title": str(escape(page.title))}
    if page.description:
        meta["description"] = str(escape(page.description))
    if page.tags:
        meta["tags"] = [str(escape(tag)) for tag in page.tags]
    if not in_nav:
        meta["hide"] = ["navigation"]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in meta.items()]
    return "\n".join(["---", *lines, "---", "", page.markdown])
