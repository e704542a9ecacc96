"""Links to Explore with a selection already made."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import Markup

from afterword.index.facets import FACETS, FacetId
from afterword.pages.escape import link_to
from afterword.pages.words import relative

_EXPLORE = "explore/index.md"


def explore_link(text: str, from_path: str, **chosen: Iterable[str]) -> Markup:
    """A link to Explore with values chosen facet by facet; without JavaScript it leads to the lists there."""
    facets: dict[FacetId, Iterable[str]] = {facet: chosen[facet] for facet in FACETS if facet in chosen}
    parts = [
        f"{facet}={','.join(quote(each, safe='') for each in sorted(set(values)))}" for facet, values in facets.items()
    ]
    return link_to(text, f"{relative(from_path, _EXPLORE)}?{'&'.join(parts)}")
