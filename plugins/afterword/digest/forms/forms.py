"""The forms of one digest, as they are sent, kept and shown."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.digest.forms.fit import fit
from afterword.digest.forms.html import write_html
from afterword.digest.forms.json_form import write_json
from afterword.digest.forms.links import MailLinks
from afterword.digest.forms.text import write_text
from afterword.digest.view import Digest

__all__ = ["Forms", "MailLinks", "write_forms"]


@dataclass(frozen=True)
class Forms:
    """The forms of one digest.

    Attributes:
        json: the whole view model, nothing left out.
        html: the HTML part, always under 100,000 bytes.
        text: the text part, with the same items and the same links as the HTML.
        left_out: how many items HTML and text leave to the page of the digest.
    """

    json: str
    html: str
    text: str
    left_out: int


def write_forms(digest: Digest, links: MailLinks) -> Forms:
    """All forms of `digest`; the same digest and links give the same bytes."""
    shown, html = fit(digest, lambda shown: write_html(shown, links))
    return Forms(json=write_json(digest), html=html, text=write_text(shown, links), left_out=shown.left_out)
