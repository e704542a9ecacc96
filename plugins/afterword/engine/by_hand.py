"""The files that people put below the documents folder for everybody, as an engine would publish them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pathspec.gitignore import GitIgnoreSpec

from afterword.engine.layout import PRIVATE
from afterword.model.audience import is_shown_to
from afterword.model.choices import AUDIENCES, Audience
from afterword.model.problem import Problem
from afterword.model.settings import Limits
from afterword.model.source import Source
from afterword.read.files import printable, read_bytes, walk_files
from afterword.read.front_matter import begins_with_fence, find_fences
from afterword.read.nodes import NodeError, read_nodes

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_NEVER = (".*", "/templates/")
"""What MkDocs leaves out by itself."""


@dataclass(frozen=True)
class ByHand:
    """What people wrote by hand, each by its path below the documents folder, sorted by path.

    Attributes:
        pages: the text of pages, front matter included, without a BOM.
        files: the bytes of all other files; no report, evidence or working file.
        left_out: what is not taken along, each path with its reason.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    left_out: tuple[tuple[str, str], ...] = ()

    def for_audience(self, audience: Audience) -> ByHand:
        """The pages whose front matter names an audience that is wide enough; what names none was written for fewer."""
        pages = {path: text for path, text in self.pages.items() if _is_for(audience, text)}
        held = sorted(set(self.pages) - set(pages))
        reason = f"its front matter does not say `audience: {audience}`"
        return ByHand(pages, self.files, (*self.left_out, *((path, reason) for path in held)))


def read_by_hand(docs: Path, excludes: str = "", drafts: str = "") -> ByHand:
    """Read them all.

    Args:
        docs: the documents folder.
        excludes: the lines of `exclude_docs`.
        drafts: the lines of `draft_docs`, which an engine shows while serving alone.
    """
    shut = GitIgnoreSpec.from_lines([*_NEVER, *excludes.splitlines()])
    drafted = GitIgnoreSpec.from_lines(drafts.splitlines())
    pages: dict[str, str] = {}
    files: dict[str, bytes] = {}
    left_out: list[tuple[str, str]] = []
    for entry in walk_files(docs):
        path = entry.path.relative_to(docs).as_posix()
        if path.startswith(PRIVATE) or shut.match_file(path) or drafted.match_file(path):
            continue
        try:
            content = _read(entry.path, path)
        except ValueError as error:
            left_out.append((printable(path), str(error)))
            continue
        if isinstance(content, str):
            pages[path] = content
        else:
            files[path] = content
    hidden = {path for path in pages if _is_hidden_readme(path, pages)}
    return ByHand({path: pages[path] for path in sorted(set(pages) - hidden)}, files, tuple(left_out))


def _read(file: Path, path: str) -> str | bytes:
    """A page's text, or a file's bytes.

    Raises:
        ValueError: with the reason why it is left out.
    """
    if printable(path) != path:
        message = "its name holds characters that cannot be shown"
        raise ValueError(message)
    content = read_bytes(file)
    if isinstance(content, str):
        raise ValueError(content)
    if not path.endswith(PAGES):
        return content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "it is not UTF-8"
        raise ValueError(message) from None


def _is_hidden_readme(path: str, pages: Mapping[str, str]) -> bool:
    """Whether both this and an `index.md` beside it would become the same page."""
    place = PurePosixPath(path)
    return place.name == "README.md" and str(place.with_name("index.md")) in pages


def _is_for(audience: Audience, text: str) -> bool:
    source = Source("", text)
    fences = find_fences(source, Limits()) if begins_with_fence(text) else None
    if fences is None or isinstance(fences, Problem):
        return False
    try:
        root = read_nodes(source, fences.start, fences.end, max_depth=Limits().front_matter_depth)
    except NodeError:
        return False
    given = {key.text: value.text for key, value in (root.entries if root else None) or ()}.get("audience")
    named = next((each for each in AUDIENCES if each == given), None)
    return named is not None and is_shown_to(named, audience)
