"""Captures made into what a draft holds: which files are copied, which stay where they are, the lines of each part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.commands.capture.course import timeline_lines
from afterword.commands.capture.files import take_files
from afterword.commands.capture.find import Capture
from afterword.commands.capture.found import merged_attributes, merged_texts
from afterword.commands.capture.manifest import Manifest
from afterword.commands.capture.state import State, snapshot_lines, state_of
from afterword.commands.capture.times import in_offset
from afterword.commands.evidence.plan import Place, PlannedFile
from afterword.commands.form import Kept
from afterword.model.settings import Settings
from afterword.model.systems import Systems
from afterword.read.gen_ai import shipped_names
from afterword.rules.safety.scans import allowed_digests
from afterword.sensitive.scan import scan

_MOST_FLAGS = 100
_LOST = """\
  # Something was rolled back before this was kept. What was lost is a lesson for the report:
  # not_preserved:
  #   how:  # which state was lost, and how it came about that it could not be kept first"""
_LOST_FIRST = """\
  not_preserved:
    how: Ending it came first, and with it went the state that was live until then. What was lost is to be told here."""


@dataclass(frozen=True)
class TakenOver:
    """A draft's parts.

    Attributes:
        kept: the lines of the front matter.
        copied: files that are copied into the repository.
        pointers: files that stay where they are: the id of the entry, the file, and why.
        left: attributes whose values stay in the files.
    """

    kept: Kept
    copied: tuple[PlannedFile, ...]
    pointers: tuple[tuple[str, str, str], ...]
    left: tuple[str, ...]


def take_over(captures: Sequence[Capture], report_id: str, place: Place, systems: Systems) -> TakenOver:
    """Look at every file again, and decide; nothing is written.

    Args:
        captures: at least one, the earliest first.
        report_id: the report that is to be written.
        place: where evidence is kept, and what holds there.
        systems: the organisation's list.

    Raises:
        Refusal: where a file is no longer the one that was saved.
    """
    is_clean = cleanness(place.settings, place.today)
    taken = take_files(captures, report_id, place, is_clean)
    state = state_of(merged_attributes(each.manifest.attributes for each in captures), shipped_names(), is_clean)
    ids = {number: [each.id for each in taken if each.capture == number] for number in range(len(captures))}
    kept = Kept(
        system=tuple(_system(captures, systems)),
        snapshot=tuple(_snapshot(captures, state, is_clean)),
        evidence=tuple(line for each in taken for line in each.lines),
        timeline=tuple(timeline_lines(captures, ids)),
    )
    pointers = tuple((each.id, each.source, each.why) for each in taken if each.why)
    return TakenOver(kept, tuple(each.copied for each in taken if each.copied), pointers, tuple(state.left))


def cleanness(settings: Settings, today: date) -> Callable[[str], bool]:
    """A function that tells whether a text holds neither secrets nor personal data, beyond what the settings allow."""
    allowed = allowed_digests(settings, today)
    return lambda text: all(each.digest(text) in allowed for each in scan(text, settings))


def _system(captures: Sequence[Capture], systems: Systems) -> Iterator[str]:
    """Its type, unless the organisation's list says the same."""
    told = next((each.manifest for each in captures if each.manifest.type), None)
    listed = systems.by_name.get(told.system or "") if told else None
    if told and (listed is None or listed.type != told.type):
        yield f"  type: {told.type}"


def _snapshot(captures: Sequence[Capture], state: State, is_clean: Callable[[str], bool]) -> Iterator[str]:
    manifests = [each.manifest for each in captures]
    first = next((each for each in manifests if each.files), None)
    if first is not None:
        environment = merged_texts(each.environment for each in manifests)
        known: dict[str, list[str]] = {
            name: environment[name] for name in ("release", "commit", "region") if name in environment
        }
        places = _clean(known, is_clean), _clean(merged_texts(each.flags for each in manifests), is_clean)
        schemas = merged_texts({"": each.schemas} for each in manifests)[""]
        yield from snapshot_lines(state, in_offset(first.declared_at, manifests[0].offset), schemas, places)
    if _is_undated_loss(manifests):
        yield _LOST_FIRST
    elif any(each.rolled_back for each in manifests):
        yield _LOST


def _is_undated_loss(manifests: Sequence[Manifest]) -> bool:
    """Whether something was rolled back before a first file was kept, at a time that nobody noted.

    The timeline cannot tell it then, so the snapshot has to.
    """
    kept = next((place for place, each in enumerate(manifests) if each.files), len(manifests))
    return any(each.rolled_back for each in manifests[: kept + 1]) and not any(
        each.rolled_back_at for each in manifests
    )


def _clean(texts: dict[str, list[str]], is_clean: Callable[[str], bool]) -> dict[str, list[str]]:
    """The texts that can stand in a report, with the names that can."""
    kept = {
        name: [each for each in values if each.strip() and each.isprintable() and len(each) <= 120 and is_clean(each)]
        for name, values in list(texts.items())[:_MOST_FLAGS]
        if name.strip() and name.isprintable() and len(name) <= 120 and is_clean(name)
    }
    return {name: values[:10] for name, values in kept.items() if values}
