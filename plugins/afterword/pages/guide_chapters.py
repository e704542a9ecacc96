"""The chapters of the guide that are written in the package, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import PurePosixPath

from markupsafe import Markup

from afterword.model.chapters import CHAPTERS, CONTENTS, GUIDE_PAGES, REFERENCE, TO_LOOK_UP, Chapter
from afterword.pages import guide_measured, guide_releases, guide_save_list
from afterword.pages.escape import render
from afterword.pages.page import Page, SiteFacts
from afterword.pages.words import capital, label, page_link
from afterword.read.measured import shipped_measures
from afterword.read.save_list import shipped_save_list
from afterword.rules import RULES

INDEX = "guide/index.md"
_ABOUT = "How to write a report, hold the review and read what came of it, by role; and everything to look up."

_MADE: Mapping[str, tuple[str, Callable[[], str]]] = {
    guide_measured.CHAPTER: (guide_measured.PLACE, lambda: guide_measured.measured_tables(shipped_measures())),
    guide_releases.CHAPTER: (guide_releases.PLACE, lambda: guide_releases.rules_by_day(RULES)),
    guide_save_list.CHAPTER: (guide_save_list.PLACE, lambda: guide_save_list.save_lists(shipped_save_list())),
}
"""Chapters with a part that is made from data: the line in whose place it stands, and what makes it."""


@dataclass(frozen=True)
class Line:
    """One page in the table of contents."""

    link: Markup
    about: Markup


def render_chapters(facts: SiteFacts) -> Iterator[Page]:
    """The page that leads to all of the guide, then every chapter with the way to the next one at its foot."""
    yield Page(INDEX, "Guide", read_chapter("index") + "\n" + _contents(facts), _ABOUT)
    following = dict(zip(CHAPTERS, (*CHAPTERS[1:], REFERENCE[0]), strict=True))
    for part, chapters in CONTENTS:
        for chapter in chapters:
            text = read_chapter(chapter.name)
            if chapter.path in _MADE:
                place, make = _MADE[chapter.path]
                text = text.replace(place, make())
            yield chapter_page(chapter, text + _foot(chapter, following[chapter]), part)


def chapter_page(chapter: Chapter, markdown: str, part: str) -> Page:
    """The page of one entry of the table of contents, which stands in its `part` of the navigation."""
    order = (*CHAPTERS, *REFERENCE).index(chapter)
    return Page(chapter.path, chapter.title, markdown, chapter.about, group=part, order=order)


def read_chapter(name: str) -> str:
    """The Markdown of one file in `guide_texts`, which is our own."""
    return resources.files("afterword.pages").joinpath("guide_texts", f"{name}.md").read_text(encoding="utf-8")


def _contents(facts: SiteFacts) -> str:
    contents = (*CONTENTS, (TO_LOOK_UP, REFERENCE))
    parts = [(title, [chapter_line(chapter, INDEX) for chapter in chapters]) for title, chapters in contents]
    return render("guide_contents.md.jinja", parts=parts, own=_own_pages(facts))


def chapter_line(chapter: Chapter, from_path: str) -> Line:
    """Its line in a list of chapters that stands on the page at `from_path`."""
    return Line(page_link(chapter.title, chapter.path, from_path), Markup(chapter.about))


def _own_pages(facts: SiteFacts) -> list[Markup]:
    """Links to the chapters that the organisation has added, named by their files."""
    own = sorted(path for path in facts.by_hand if path.startswith("guide/") and path not in GUIDE_PAGES)
    return [page_link(capital(label(PurePosixPath(path).stem)), path, INDEX) for path in own]


def _foot(chapter: Chapter, following: Chapter) -> str:
    return "\n" + render(
        "guide_foot.md.jinja",
        following=page_link(following.title, following.path, chapter.path),
        contents=page_link("All of the guide", INDEX, chapter.path),
    )
