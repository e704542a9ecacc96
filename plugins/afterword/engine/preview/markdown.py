"""A page's Markdown as HTML, with the extensions that the site's own pages are written for."""

from __future__ import annotations

from typing import Any

from markdown import Markdown

from afterword.pages.clean import clean_html
from afterword.pages.page import Page

EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details",
              "pymdownx.highlight", "pymdownx.superfences")  # fmt: skip
# Without colours, code needs no styles of its own.
_CONFIGS: dict[str, dict[str, Any]] = {"pymdownx.highlight": {"use_pygments": False}}


def to_html(page: Page) -> str:
    """The page's text as cleaned HTML; links and pictures lead where they do in the Markdown."""
    return clean_html(Markdown(extensions=EXTENSIONS, extension_configs=_CONFIGS).convert(page.markdown), page.drawings)
