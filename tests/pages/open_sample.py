"""The page of open remediations of the example reports, on one day and with targets."""

from __future__ import annotations

import sys

from tests.pages.insights_sample import example_index

from afterword.model.choices import Severity
from afterword.pages.open_remediations import render_open_remediations
from afterword.pages.page import Page, SiteFacts

TARGETS: dict[Severity, int] = {"sev1": 30, "sev2": 60, "sev3": 90, "sev4": 180}
FACTS = SiteFacts("Afterword", "", "", "Europe/Berlin", targets=TARGETS)


def example_open_page() -> Page:
    """The page."""
    return render_open_remediations(example_index(), FACTS)


if __name__ == "__main__":
    # Another process, with other settings of the machine, writes the same bytes.
    sys.stdout.buffer.write(example_open_page().markdown.encode())
