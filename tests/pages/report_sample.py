"""Small collections of reports for the tests of pages, and the site's own renderer to judge what they become."""

from __future__ import annotations

from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown

from afterword.index.index import Index, build_index
from afterword.model.collection import AudienceView, Collection
from afterword.model.eval_state import EvalState
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.model.systems import KnownSystem, Systems
from afterword.model.tracker_state import TrackerState
from afterword.model.vocabulary import Vocabulary
from afterword.pages.page import Page, SiteFacts
from afterword.pages.report import render_report
from afterword.read.gates import read_gates
from afterword.read.report import read_report
from afterword.read.vocabulary import read_vocabulary

EXTENSIONS = (
    "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details", "pymdownx.highlight",
    "pymdownx.superfences",
)  # fmt: skip
SETTINGS = Settings(zone="Europe/Berlin")
TODAY = date(2026, 11, 23)
FACTS = SiteFacts(
    name="Afterword",
    url="https://afterword.example.org/",
    edit_url="https://git.example.org/edit/main/postmortems/",
    zone="Europe/Berlin",
    by_hand=frozenset({"index.md", "guide/index.md"}),
)
SYSTEMS = Systems((KnownSystem(name="shop-assistant", title="Shop assistant", type="chatbot"),), listed=True)


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabularies."""
    return read_vocabulary(Path("/nowhere"), "nowhere", SETTINGS.vocabulary)[0]


def report(text: str, report_id: str = "2026-03-11-case") -> Report:
    """One report file as read; `text` is all of it."""
    place = f"reports/{report_id[:4]}/{report_id}.md"
    return read_report(
        text.encode("utf-8", "surrogatepass"), path=f"postmortems/{place}", place=place, settings=SETTINGS
    )


def simple(body: str, front: str = "", report_id: str = "2026-03-11-case") -> Report:
    """A published report with a title, further `front` matter and a body."""
    return report(f"---\ntitle: A title long enough for it\nlifecycle: published\n{front}---\n{body}", report_id)


def view_of(
    *reports: Report,
    audience: str = "company",
    preview: bool = False,
    files: tuple[EvidenceFile, ...] = (),
    tracker_state: TrackerState | None = None,
    eval_state: EvalState | None = None,
) -> AudienceView:
    """What `audience` sees of the reports."""
    collection = Collection(
        reports=tuple(reports),
        vocabulary=vocabulary(),
        systems=SYSTEMS,
        tracker_state=tracker_state,
        eval_state=eval_state or EvalState(),
        evidence_files={file.uri: file for file in files},
        zone=SETTINGS.zone_info,
    )
    return collection.for_audience(audience, preview=preview)


def index_of(view: AudienceView) -> Index:
    """The answers for a view."""
    return build_index(view, TODAY, count_public_sources=True)


def page_of(*reports: Report, facts: SiteFacts = FACTS, **options) -> Page:
    """The page of the first of the reports, which must be in the view."""
    view = view_of(*reports, **options)
    return render_report(view.by_id[reports[0].id], index_of(view), read_gates({}), facts)


def to_html(text: str) -> str:
    """What the site's renderer makes of Markdown, before it is cleaned."""
    return markdown.markdown(text, extensions=list(EXTENSIONS))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.other: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data) -> None:
        self.text.append(data)

    def handle_comment(self, data) -> None:
        self.other.append(data)

    def handle_decl(self, decl) -> None:
        self.other.append(decl)

    def handle_pi(self, data) -> None:
        self.other.append(data)

    def unknown_decl(self, data) -> None:
        self.other.append(data)


class Seen:
    """A piece of HTML as a browser takes it: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        self.elements = reader.tags
        self.text = " ".join("".join(reader.text).split())
        self.other = reader.other

    def names(self) -> list[str]:
        """The elements' names, in order."""
        return [name for name, _ in self.elements]

    def hrefs(self) -> list[str]:
        """Where links lead."""
        return [attributes.get("href") or "" for name, attributes in self.elements if name == "a"]
