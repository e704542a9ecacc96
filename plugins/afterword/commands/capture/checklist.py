"""`CHECKLIST.md`: what lies in the folder, and what else to save before anything is rolled back, to be ticked off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from afterword.commands.capture.manifest import Manifest
from afterword.commands.capture.times import in_offset
from afterword.model.save_list import Lost, SaveList, ToSave

_PARTS: Mapping[Lost, str] = {
    "hours": "Gone within hours, with caches and live state",
    "rollback": "Gone with a rollback",
    "retention": "Gone when its retention ends",
}


def write_checklist(manifest: Manifest, folder: str, to_save: SaveList) -> str:
    """The whole file as Markdown. Names of files are shown as they are in code, so that they format nothing."""
    lines = [
        f"# Declared on {in_offset(manifest.declared_at, manifest.offset)}",
        "",
        *_facts(manifest),
        "If people are being harmed now, stop the harm first. What was not kept by then is a lesson for the report.",
        "",
        *_to_do(manifest, to_save),
        *_saved(manifest),
        "## Next",
        "",
        "More files: `afterword declare FILE…` writes a second capture, and one report takes several.",
        "",
        "The next morning, in the repository of reports:",
        "",
        f'    afterword new "What happened, in one line" --from {folder}',
        "",
        "This folder is in no repository and can be read by you alone. Nothing deletes it: once the report has what it",
        "needs, and the files have a safe place, delete the folder.",
        "",
    ]
    return "\n".join(lines)


def _facts(manifest: Manifest) -> Iterator[str]:
    told = {
        "What": manifest.what,
        "System": manifest.system,
        "Type of system": manifest.type,
        "Detected": manifest.detected_at and in_offset(manifest.detected_at, manifest.offset),
        "Detected by": manifest.detected_by,
        "Rolled back": _rolled_back(manifest),
    }
    facts = [f"- {name}: {code(value)}" for name, value in told.items() if value]
    if facts:
        yield from (*facts, "")


def _rolled_back(manifest: Manifest) -> str:
    at = manifest.rolled_back_at
    return in_offset(at, manifest.offset) if at else "before this was declared" if manifest.rolled_back else ""


def _to_do(manifest: Manifest, to_save: SaveList) -> Iterator[str]:
    entries = to_save.of(manifest.type)
    if manifest.rolled_back:
        yield from ("## What can still be saved", "")
        yield "The rollback replaced a part of this. Registries, backups and other regions may still hold it."
    else:
        yield from ("## Save before anything is rolled back", "")
        yield f"The soonest lost first, for {_type_words(manifest)}."
    for lost, title in _PARTS.items():
        yield from ("", f"### {title}", "")
        yield from (line for each in entries if each.lost == lost for line in _item(each))
    yield ""


def _type_words(manifest: Manifest) -> str:
    return f"a system of type `{manifest.type}`" if manifest.type else "a system whose type is not known"


def _item(entry: ToSave) -> Iterator[str]:
    yield f"- [ ] **{entry.what}.** {entry.detail}"


def _saved(manifest: Manifest) -> Iterator[str]:
    yield from ("## Saved here", "")
    for file in manifest.files:
        access = ", for a few only" if file.restricted else ""
        yield f"- {code(file.stored)}: {file.kind}, {file.size:,} bytes{access}, from {code(file.name)}"
        yield from (f"    - {code(note)}" for note in file.notes)
    if not manifest.files:
        yield "No file yet."
    if manifest.missed:
        yield from ("", "## Not saved", "")
        yield from (f"- {code(each.name)}: {each.why}" for each in manifest.missed)
    yield ""


def code(text: str) -> str:
    """`text` as code, whatever backticks it holds."""
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
