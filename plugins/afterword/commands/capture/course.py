"""The timeline that captures tell: detected, declared, evidence preserved, rolled back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from afterword.commands.capture.find import Capture
from afterword.commands.capture.times import in_offset

_DETECTED = """\
  # - at:  # when it was noticed: a day, or a time with its offset
  #   kind: detected
  #   what:  # what was seen, with the system as the subject
  #   detected_by:  # such as monitoring, support-report or user-report"""
_UNNOTED = "The rollback came before it was declared, and its time was not noted."


def timeline_lines(captures: Sequence[Capture], evidence: Mapping[int, Sequence[str]]) -> Iterator[str]:
    """The entries of `timeline`, in the order of time.

    Args:
        captures: at least one, the earliest first.
        evidence: the ids of the evidence of each capture, by its place among them.
    """
    first = captures[0].manifest
    entries: list[tuple[str, list[str]]] = [(first.declared_at, ["kind: declared"])]
    detected = next((each.manifest for each in captures if each.manifest.detected_at), None)
    if detected is not None:
        more = [f"detected_by: {detected.detected_by}"] if detected.detected_by else []
        told = "# what:  # what was seen, with the system as the subject"
        entries.append((detected.detected_at or "", ["kind: detected", *more, told]))
    else:
        yield _DETECTED
    back = next((each.manifest.rolled_back_at for each in captures if each.manifest.rolled_back_at), None)
    if back:
        entries.append((back, ["kind: mitigated", "what: Rolled back."]))
    elif any(each.manifest.rolled_back for each in captures):
        yield from ("  - kind: mitigated", "    what: Rolled back.", f"    unknown_because: {_UNNOTED}")
    kinds = iter(("evidence_preserved",))
    for place, each in enumerate(captures):
        if ids := evidence.get(place):
            what = "what: Files, as they were then." if len(ids) > 1 else "what: A file, as it was then."
            kind = next(kinds, "note")
            told = what if kind == "evidence_preserved" else what.replace("what: ", "what: Saved later: ")
            listed = f"evidence: [{', '.join(ids)}]"
            entries.append((each.manifest.declared_at, [f"kind: {kind}", _quoted(told), listed]))
    offset = first.offset
    for at, lines in sorted(entries, key=lambda entry: entry[0]):
        yield f'  - at: "{in_offset(at, offset)}"'
        yield from (f"    {line}" for line in lines)


def _quoted(line: str) -> str:
    key, _, text = line.partition(": ")
    return f'{key}: "{text}"' if ": " in text else line
