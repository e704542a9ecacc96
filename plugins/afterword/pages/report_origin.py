"""Where an imported report came from, for the folded end of its page: the file, and its fields as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from afterword.model.imported import KEY, read_imported
from afterword.model.report import Report
from afterword.pages.report_evidence import say_value
from afterword.pages.words import fill


def origin_lines(report: Report) -> Iterator[tuple[Markup, Markup]]:
    """The archive and the file's path in it, then each old field by its old name."""
    origin = read_imported(report.front.extensions)
    if origin is None:
        return
    yield Markup("Imported from"), fill("<code>{}</code> of the archive {}", origin.path, origin.archive)
    given = report.front.extensions[KEY]
    metadata = given.get("metadata") if isinstance(given, Mapping) else None
    for name, value in metadata.items() if isinstance(metadata, Mapping) else ():
        if value is not None:
            yield fill("<code>{}</code> in the archive", name), say_value(value)
