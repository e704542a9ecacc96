"""Earlier ids of a report lead to its page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from afterword.model.collection import AudienceView
from afterword.model.ids import is_report_id
from afterword.pages.page import Asset

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>This report has moved</title>
<link rel="canonical" href="{address}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<p>This report has moved: <a href="{address}">go to it</a>.</p>
</html>
"""


def render_redirects(view: AudienceView) -> Iterator[Asset]:
    """One small page for each alias, at the address that the report once had."""
    taken = {report.id for report in view.reports}
    for report in view.reports:
        for alias in report.front.aliases:
            # Anything else than an id could lie outside of the folder; a rule reports it.
            if alias not in taken and is_report_id(alias):
                content = _PAGE.format(address=escape(f"../{report.id}/"))
                yield Asset(f"reports/{alias}/index.html", content.encode())
