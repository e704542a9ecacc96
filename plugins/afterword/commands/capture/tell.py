"""What `declare` prints, short enough for somebody who is tired."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from afterword.commands.capture.manifest import CHECKLIST, Manifest
from afterword.commands.capture.write import Written
from afterword.findings.visible import shown_path, visible
from afterword.model.save_list import SaveList

_SHOWN = 20


def tell_saved(written: Written, to_save: SaveList) -> Iterator[str]:
    """What was saved and what not, what else to save, and the next commands."""
    manifest = written.manifest
    yield from _files(manifest)
    yield from _missed(manifest)
    yield ""
    if manifest.rolled_back:
        yield f"What can still be saved ({_type(manifest)}; backups and other regions may hold what was replaced):"
    else:
        yield f"Save too, before anything is rolled back ({_type(manifest)}; the soonest lost first):"
    yield from (f"  [ ] {each.what}" for each in to_save.of(manifest.type))
    yield f"What makes each of them whole stands in {CHECKLIST} in that folder."
    yield "If people are being harmed now, stop the harm first: what is lost then is a lesson for the report."
    yield ""
    yield "Next:"
    yield "  afterword declare FILE…    once more, for what is saved later"
    yield f"  afterword new {shlex.quote(manifest.what or 'What happened')} --from {written.folder.name}"


def _type(manifest: Manifest) -> str:
    return f"for `{manifest.type}`" if manifest.type else "`--type rag` or another gives a shorter list"


def _files(manifest: Manifest) -> Iterator[str]:
    for file in manifest.files[:_SHOWN]:
        access = ", for a few only" if file.restricted else ""
        yield f"  {file.stored}: {file.kind}, {file.size:,} bytes{access}"
        yield from (f"    {visible(note)}" for note in file.notes)
    if left := manifest.files[_SHOWN:]:
        yield f"  and {len(left):,} more"
    if manifest.attributes:
        number = len(manifest.attributes)
        yield f"  {number} `gen_ai.*` {'attribute' if number == 1 else 'attributes'} read"


def _missed(manifest: Manifest) -> Iterator[str]:
    if manifest.missed:
        yield "not saved:"
    yield from (f"  {shown_path(each.name)}: {visible(each.why)}" for each in manifest.missed[:_SHOWN])
    if left := manifest.missed[_SHOWN:]:
        yield f"  and {len(left):,} more, all in the manifest"
