"""Pictures of a report that stand in no preview of it, each with the reason: for its author, who can mend it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.findings.visible import shown_path
from afterword.link.targets import resolve_href
from afterword.model.audience import is_shown_to
from afterword.model.collection import AudienceView, Collection, evidence_access
from afterword.model.report import Report


def refused_pictures(report: Report, collection: Collection, view: AudienceView) -> Iterator[str]:
    """A sentence for each picture of which only the description is shown to the readers of `view`.

    It names the file, which those readers may not know of, and belongs in no file for them.
    """
    targets = (resolve_href(report, link.href) for link in report.body.links if link.image)
    for uri in dict.fromkeys(target.value for target in targets if target.kind == "evidence"):
        if why := _reason(uri, report, collection, view):
            yield f"picture {shown_path(uri)} is not in this file: {why}"


def _reason(uri: str, report: Report, collection: Collection, view: AudienceView) -> str:
    file = collection.evidence_files.get(uri)
    if file is None:
        return "no such file is there"
    if file.published_as != "image":
        return file.refused_because or "it is no image"
    if uri in view.evidence_files:
        return ""
    entries = [each for each in report.front.evidence if each.uri == uri]
    if not entries:
        return "no entry in `evidence` names it"
    if not any(is_shown_to(evidence_access(each, report), view.audience) for each in entries):
        return "its entry lets fewer people see it"
    return "its entry names another digest"
