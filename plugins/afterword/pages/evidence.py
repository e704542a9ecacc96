"""Evidence files that this audience may read, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model.collection import AudienceView
from afterword.pages.page import Asset


def render_evidence(view: AudienceView) -> Iterator[Asset]:
    """Each published file at its address; the view holds none that is narrower or of another digest."""
    for file in view.evidence_files.values():
        if file.address is not None:
            yield Asset(file.address, file.content)
