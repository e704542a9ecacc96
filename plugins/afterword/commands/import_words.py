"""What an import tells: every file, every guess, and what a person has to do next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from afterword.archive.outcome import Action, Plan, Taken
from afterword.findings.visible import shown_path, visible
from afterword.model.settings import Settings
from afterword.rules.safety.aw515_held_import import describe_flags, list_flags

_KEYS_SHOWN = 12
_FLAGS_SHOWN = 8
_ACTIONS: Mapping[Action, str] = {
    "new": "new",
    "updated": "updated, as the file or the mapping changed",
    "unchanged": "unchanged",
    "edited": "changed here since, so left alone",
}


def describe_plan(
    plan: Plan, settings: Settings, unmapped: Mapping[str, int], *, into: Path, source: Path, has_map: bool
) -> Iterator[str]:
    """The lines of the summary; the counts come last."""
    yield from _notes(plan)
    yield from _list("Held back from the site until a person has read and cleared them:", _held(plan, into))
    yield from _list("In need of a word in the mapping, and not imported:", _left(plan, mend=True))
    yield from _list("Left out:", _left(plan, mend=False))
    yield from _list("Changed in the archive and here, to be merged by hand:", _both_changed(plan))
    yield from _list("Not in the archive any more; the reports stay:", _gone(plan, is_there=False))
    yield from _list(
        "Not imported this time, while the report of an earlier import is still here; delete it where that is meant:",
        _gone(plan, is_there=True),
    )
    yield from _list("Links that lead to nothing that is here; the pages show their text:", _lost(plan))
    yield from _list("Values that a field does not take, kept below `x-imported`:", _values(plan))
    yield from _list("Named by the mapping and not in the archive:", map(_shown, plan.unknown))
    yield from _hints(plan, unmapped, into, source, has_map=has_map)
    yield from _counts(plan, settings)


def _list(head: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield head
        yield from (f"  {line}" for line in found)
        yield ""


def _notes(plan: Plan) -> Iterator[str]:
    told = (taken for taken in plan.taken if taken.action in {"new", "updated"} and taken.notes)
    yield from _list("Found or decided without being told, to be looked at:", map(_note, told))


def _note(taken: Taken) -> str:
    return f"{_shown(taken.place)} -> {taken.id}: {visible('; '.join(taken.notes))}"


def _held(plan: Plan, into: Path) -> Iterator[str]:
    held = [taken for taken in plan.taken if taken.flags]
    for taken in held:
        yield f"{taken.id}: {describe_flags(taken.flags)}"
        yield f"    {list_flags(taken.flags, _FLAGS_SHOWN)}"
    if held:
        yield f"clear one with: afterword import --into {_shown(into.as_posix())} --clear {held[0].id}"


def _left(plan: Plan, *, mend: bool) -> Iterator[str]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for each in plan.left:
        if each.mend == mend:
            grouped[each.why].append(each.place)
    for why, places in sorted(grouped.items(), key=lambda each: each[1][0]):
        yield from (f"{_shown(place)}: {visible(why)}" for place in places)


def _gone(plan: Plan, *, is_there: bool) -> Iterator[str]:
    yield from (f"{_shown(each.place)}: {each.id}" for each in plan.gone if each.is_there == is_there)


def _both_changed(plan: Plan) -> Iterator[str]:
    for taken in plan.taken:
        if taken.action == "edited" and taken.source_changed:
            yield f"{_shown(taken.place)}: {taken.id}"


def _lost(plan: Plan) -> Iterator[str]:
    yield from (f"{_shown(place)}: {count}" for place, count in plan.lost.items())


def _values(plan: Plan) -> Iterator[str]:
    for (key, value, why), count in plan.values.items():
        files = "1 time" if count == 1 else f"{count} times"
        yield f"`{visible(key)}`: `{visible(value)}` ({files}): {why}"


def _hints(plan: Plan, unmapped: Mapping[str, int], into: Path, source: Path, *, has_map: bool) -> Iterator[str]:
    if not unmapped and not any(each.mend for each in plan.left):
        return
    common = sorted(unmapped.items(), key=lambda each: (-each[1], each[0]))[:_KEYS_SHOWN]
    if common:
        listed = ", ".join(f"`{visible(key)}` ({count})" for key, count in common)
        more = f" and {len(unmapped) - len(common)} more" if len(unmapped) > len(common) else ""
        yield f"Old fields kept below `x-imported` and nowhere else: {listed}{more}."
    if not has_map:
        command = f"afterword import {_shown(source.as_posix())} --into {_shown(into.as_posix())} --map import.yml"
        yield f"A mapping says what they are called here; this writes one to begin with: {command}"
    yield ""


def _counts(plan: Plan, settings: Settings) -> Iterator[str]:
    counts = {action: sum(taken.action == action for taken in plan.taken) for action in _ACTIONS}
    parts = [f"{count:,} {_ACTIONS[action]}" for action, count in counts.items() if count]
    told = f" ({'; '.join(parts)})" if parts else ""
    yield f"Archive `{visible(plan.archive)}`: {_plural(len(plan.taken), 'report')}{told}"
    held = sum(bool(taken.flags) for taken in plan.taken)
    mend = sum(each.mend for each in plan.left)
    pictures = sum(len(taken.pictures) for taken in plan.taken)
    lost = sum(plan.lost.values())
    more = [
        f"{_plural(pictures, 'picture')} copied" if pictures else "",
        f"{held:,} held back" if held else "none held back",
        f"{_plural(mend, 'file')} not imported for want of a word" if mend else "",
        f"{_plural(len(plan.left) - mend, 'other file')} left out" if len(plan.left) > mend else "",
        f"{_plural(lost, 'link')} to nothing" if lost else "",
    ]
    yield ", ".join(each for each in more if each)
    if settings.import_.audience is None and any(b"\naudience: " not in taken.data[:2000] for taken in plan.taken):
        yield "No report without an audience of its own is on the site until `import: {audience: …}` is set."


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _shown(path: str) -> str:
    return shown_path(path)
