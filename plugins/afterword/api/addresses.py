"""Where on the site something stands, as programs need it."""

from __future__ import annotations

from afterword.pages.page import SiteFacts


def page_url(path: str, facts: SiteFacts) -> str:
    """The address of a page, such as `reports/<id>/`: whole where the site's address is known, else from its root."""
    return f"{facts.url or '/'}{path}"
