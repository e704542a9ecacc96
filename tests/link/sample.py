"""Reports for the tests of relations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from afterword.link.graph import link_reports
from afterword.link.similar.relate import RelatedReport, relate_reports
from afterword.model.collection import Collection
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.model.systems import Systems
from afterword.model.vocabulary import Vocabulary
from afterword.read.report import read_report
from afterword.read.vocabulary import read_vocabulary

SETTINGS = Settings(zone="Europe/Berlin")


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabularies."""
    return read_vocabulary(Path("/nowhere"), "nowhere", SETTINGS.vocabulary)[0]


def report(report_id: str, title: str = "A title", body: str = "", **front: str) -> Report:
    """A published report for the company; `front` are further keys with their YAML."""
    head = {"title": title, "lifecycle": "published", "audience": "company", **front}
    lines = "".join(f"{key.replace('__', '-')}: {value}\n" for key, value in head.items())
    return read_report(
        f"---\n{lines}---\n\n{body}\n".encode("utf-8", "surrogatepass"),
        path=f"postmortems/reports/{report_id}.md",
        place=f"reports/{report_id[:4]}/{report_id}.md",
        settings=SETTINGS,
    )


def factors(*ids: str, confidence: str = "known") -> str:
    """The YAML of contributing factors."""
    return "[" + ", ".join(f"{{factor: {each}, confidence: {confidence}, how: It fed in.}}" for each in ids) + "]"


def relate(
    *reports: Report, systems: Systems | None = None, audience: str = "company"
) -> dict[str, list[RelatedReport]]:
    """What relates the reports, for one audience."""
    collection = Collection(reports=tuple(reports), vocabulary=vocabulary(), systems=systems or Systems())
    view = collection.for_audience(audience)
    return {key: list(each) for key, each in relate_reports(view, link_reports(view.reports)).items()}
