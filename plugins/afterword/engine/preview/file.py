"""The whole file, and the bound that holds for every report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from afterword.engine.preview.blocks import Block, take_apart
from afterword.engine.preview.head import Head, write_head
from afterword.engine.preview.markdown import to_html
from afterword.engine.preview.pictures import Pictures
from afterword.engine.preview.styles import styles
from afterword.engine.preview.ways import Ways
from afterword.pages.page import Page

MOST_BYTES = 1_000_000
"""Bytes of a file, so that any mail takes it."""
BEGINNING = '<!doctype html>\n<html lang="en" class="afterword-preview">\n'
"""How every preview begins, by which one is known again."""
_REMARK = 200
"""Bytes that a remark takes at most."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_END = "</article>\n</main>\n</body>\n</html>\n"


@dataclass(frozen=True)
class Preview:
    """A finished file, and sentences on what of the report is not in it."""

    data: bytes
    left_out: tuple[str, ...]


def write_preview(page: Page, head: Head, ways: Ways, files: Mapping[str, bytes]) -> Preview:
    """Make the file.

    Args:
        page: the report's page, as the site has it.
        head: what stands above it.
        ways: where its links lead.
        files: the pictures that whoever gets the file may see, by their path below the site's root.
    """
    html = to_html(page)
    pictures = Pictures(files)
    blocks = take_apart(html, ways, pictures.name)
    top = (
        f'{BEGINNING}<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(page.title)}: preview</title>\n<style>\n{styles()}</style>\n</head>\n"
        '<body data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">\n'
        f'<main class="md-typeset aw-preview">\n{write_head(head)}<article>\n'
    )
    room = MOST_BYTES - len(top.encode()) - len(_END) - 1
    body, left_out = _within(blocks, room)
    body = pictures.put(body, room - len(body.encode()))
    data = f"{top}{body}\n{_END}".encode("utf-8", "replace")
    return Preview(data, (*left_out, *pictures.left_out))


def _within(blocks: Sequence[Block], room: int) -> tuple[str, list[str]]:
    """The blocks for which there is room, and a remark in the place of each run of others."""
    kept: list[str] = []
    left_out: list[str] = []
    gone: list[Block] = []
    room -= _REMARK
    for block in blocks:
        size = len(block.html.encode()) + 1
        if size + (_REMARK if gone else 0) > room:
            gone.append(block)
            continue
        if gone:
            kept.append(_told(gone, left_out))
            room -= _REMARK
            gone = []
        kept.append(block.html)
        room -= size
    if gone:
        kept.append(_told(gone, left_out))
    return "\n".join(kept), left_out


def _told(gone: Sequence[Block], left_out: list[str]) -> str:
    size = sum(len(each.html.encode()) for each in gone)
    numbers = [each for block in gone for each in (block.first, block.last) if each]
    which = f"Paragraphs {min(numbers)} to {max(numbers)}" if numbers else "A part"
    left_out.append(f"{which}, {size:,} bytes, left out of this file")
    return f'<p><span class="aw-left-out">{left_out[-1]}: the report has them.</span></p>'
