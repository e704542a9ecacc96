"""Who may read: three values from widest to narrowest, and the one comparison between them."""

from __future__ import annotations

from afterword.model.choices import AUDIENCES, Audience


def is_shown_to(of_report: Audience, of_site: Audience) -> bool:
    """Whether something for `of_report` may appear on a site built for `of_site`: it is that wide or wider."""
    return AUDIENCES.index(of_report) <= AUDIENCES.index(of_site)


def narrowest(*audiences: Audience) -> Audience:
    """The narrowest of the given audiences."""
    return max(audiences, key=AUDIENCES.index)
