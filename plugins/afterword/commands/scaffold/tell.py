"""What `init` says of what it did: a line for each file that matters, then what to do by hand, then what comes next."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from afterword.commands.scaffold.answers import Answers
from afterword.commands.scaffold.by_hand import lines_for
from afterword.commands.scaffold.ground import Ground
from afterword.commands.scaffold.parts import CONFIG
from afterword.commands.scaffold.plan import State, Step
from afterword.commands.scaffold.record import RECORD
from afterword.findings.visible import shown_path, visible

_LINES: dict[State, str] = {
    "missing": "wrote {}",
    "outdated": "brought {} up to date, which nobody had edited",
    "behind": "left {}: it was edited, and init has a newer one",
    "foreign": "left {}: it was here before",
    "deleted": "left out {}: it was deleted (--restore writes it again)",
}


@dataclass(frozen=True)
class Outcome:
    """A run of `init` that is over.

    Attributes:
        folder: the folder as it was typed.
        ground: where it lies.
        answers: what was told about the site.
        steps: every part that was looked at.
        first: whether nothing was recorded before.
        held: whether the documents folder was left alone.
        restored: whether deleted files were written again.
        draft: the path of the first report, or nothing.
    """

    folder: Path
    ground: Ground
    answers: Answers
    steps: tuple[Step, ...]
    first: bool
    held: bool
    restored: bool
    draft: str


def describe_outcome(outcome: Outcome) -> Iterator[str]:
    """All lines."""
    for step in outcome.steps:
        path = _shown(outcome, step.shown)
        if step.state == "deleted" and outcome.restored:
            yield f"wrote {path} again"
        elif step.state in _LINES:
            yield _LINES[step.state].format(path)
    if outcome.draft:
        yield f"wrote {_shown(outcome, outcome.draft)}"
    if outcome.first and not outcome.held:
        yield f"wrote {_shown(outcome, f'{outcome.ground.place.docs}/{RECORD}')}, in which init remembers what it wrote"
    yield from _counts(outcome.steps)
    if any(step.state in {"behind", "foreign"} for step in outcome.steps):
        yield f"`afterword init {_quoted(str(outcome.folder))} --diff` shows how they differ from what init writes."
    yield from _by_hand(outcome)
    yield from _moves(outcome)
    if outcome.first and not outcome.held:
        yield from _next(outcome)


def describe_differences(steps: Iterable[Step]) -> Iterator[str]:
    """A unified diff from each file that differs to what `init` writes now; control characters show as numbers."""
    for step in steps:
        if step.state == "same" or step.old is None:
            continue
        old, new = (data.decode("utf-8", "replace").splitlines() for data in (step.old, step.new))
        path = shown_path(step.shown)
        for line in difflib.unified_diff(old, new, f"{path} (here)", f"{path} (init)", lineterm=""):
            yield visible(line)


def _counts(steps: Sequence[Step]) -> Iterator[str]:
    """The files about which nothing else is said."""
    same, edited = (sum(step.state == state for step in steps) for state in ("same", "edited"))
    if same:
        yield f"{_files(same)} as init writes {'it' if same == 1 else 'them'}"
    if edited:
        yield f"{_files(edited)} edited, with nothing newer to take"


def _by_hand(outcome: Outcome) -> Iterator[str]:
    content = outcome.ground.content or {}
    for step in outcome.steps:
        asked = step.state == "foreign" or (outcome.held and step.part == CONFIG)
        lines = lines_for(step, outcome.answers, content) if asked else ()
        if lines:
            yield f"\nAdd to {_shown(outcome, step.shown)}:\n"
            yield from (f"  {line}" for line in lines)
    if outcome.held:
        docs = outcome.ground.place.docs
        yield f"\nNothing was written below `{docs}/`, since the site would publish it as it is set up now."
        yield "With these lines added, the same command writes the rest."


def _moves(outcome: Outcome) -> Iterator[str]:
    """Where the files for the forge and for the editor have to go in a bigger repository."""
    below, folders = outcome.ground.place.folder, (".github/", ".gitlab/", ".vscode/")
    found = [step.shown for step in outcome.steps if step.shown.startswith(folders) and step.state != "deleted"]
    if below and found:
        yield "\nGitHub reads `.github/`, and GitLab `.gitlab/`, at the root of the repository alone."
        yield "VS Code reads `.vscode/` of the folder that it has open, and these are written for the root."
        yield "Move these there, under free names:\n"
        yield from (f"  {_shown(outcome, path)}" for path in found)


def _next(outcome: Outcome) -> Iterator[str]:
    answers = outcome.answers
    if outcome.ground.content is None:
        about = "mkdocs.yml says what each setting means"
        yield f"\nThe site is for `{answers.audience}` and its zone is `{answers.zone}`; {about}."
    else:
        yield ""
    yield "Next:"
    if outcome.ground.root != Path.cwd():
        yield f"  cd {_quoted(str(outcome.folder))}"
    if find_spec("mkdocs") is None:
        yield "  python -m pip install -r requirements.txt"
    yield "  afterword check"
    yield "  mkdocs serve"


def _shown(outcome: Outcome, path: str) -> str:
    """A path below the repository's folder as it is printed: with that folder as it was typed."""
    return shown_path((outcome.folder / path).as_posix())


def _quoted(path: str) -> str:
    plain = all(character.isalnum() or character in "-_./" for character in path)
    return path if plain else "'" + visible(path).replace("'", "'\\''") + "'"


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"
