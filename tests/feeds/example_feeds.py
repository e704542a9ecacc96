"""The feeds and the calendar of the example reports, on one day."""

from __future__ import annotations

import sys

from tests.pages.insights_sample import example_index
from tests.pages.lists_sample import FACTS

from afterword.feeds.due_days import render_due_days
from afterword.feeds.reports import render_report_feeds


def example_files() -> dict[str, bytes]:
    """The three files by path."""
    index = example_index()
    return {each.path: each.content for each in (*render_report_feeds(index, FACTS), *render_due_days(index, FACTS))}


if __name__ == "__main__":
    # Another process, with other settings of the machine, writes the same bytes.
    for content in example_files().values():
        sys.stdout.buffer.write(content)
