"""What a gate finds by itself: the list of cases of an export, else the reports, and the baseline."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from afterword.commands.find_project import NO_SETTINGS, find_project
from afterword.commands.refusal import Refusal
from afterword.evals.export.choose import Choice, chosen
from afterword.evals.gate import Baseline, read_baseline
from afterword.evals.manifest import NAME, Manifest, ManifestCase, manifest_case
from afterword.evals.results.trial import ResultError
from afterword.findings.visible import shown_path, visible
from afterword.model.slugs import slug_of
from afterword.read.collection import read_collection
from afterword.read.files import read_bytes

_DEPTH = 4
_BYTES = 64 * 2**20
_SKIPPED = frozenset({"node_modules", "site", "build", "dist"})


def find_cases(named: Path | None, config: Path | None, system: str) -> tuple[ManifestCase, ...]:
    """The committed cases of the system, sorted: of the named export, of those below this folder, else of the reports.

    Raises:
        Refusal: where there is none, since a gate that judges nothing lets everything through.
    """
    lists = [_list_at(named)] if named is not None else [] if config is not None else sorted(_lists(Path(), _DEPTH))
    cases = _joined(lists) if lists else tuple(_of_reports(config))
    slug = slug_of(system)
    mine = tuple(sorted((each for each in cases if slug in each.systems), key=lambda each: (each.report, each.case)))
    if not mine:
        raise Refusal(_unknown(system, {name for each in cases for name in each.systems}))
    return mine


def find_baseline(path: Path, system: str) -> Baseline | None:
    """The baseline at `path`; None where there is no file.

    Raises:
        Refusal: where it cannot be read, or is of another system.
    """
    shown = shown_path(path.as_posix())
    if not os.path.lexists(path):
        return None
    data = read_bytes(path)
    if isinstance(data, str):
        message = f"`{shown}` cannot be read: {data}"
        raise Refusal(message)
    try:
        found = read_baseline(data)
    except ResultError as error:
        message = f"`{shown}` cannot be taken: {error}; take it back from git"
        raise Refusal(message) from error
    if found.system != slug_of(system):
        message = f"`{shown}` is the baseline of `{visible(found.system)}`; name another file with `--baseline`"
        raise Refusal(message)
    return found


def _list_at(path: Path) -> Path:
    return path / NAME if path.is_dir() else path


def _lists(folder: Path, depth: int) -> Iterator[Path]:
    """Every list of exported cases below the folder, but in hidden folders and those that tools fill."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name == NAME:
            yield entry
        elif depth > 1 and _is_open(entry):
            yield from _lists(entry, depth - 1)


def _is_open(entry: Path) -> bool:
    is_own = not entry.name.startswith(".") and entry.name not in _SKIPPED
    return is_own and entry.is_dir() and not entry.is_symlink()


def _joined(paths: Iterable[Path]) -> tuple[ManifestCase, ...]:
    """The cases of several exports, each once; two that disagree about one are not of the same day."""
    found: dict[tuple[str, str], tuple[ManifestCase, Path]] = {}
    for path in paths:
        for case in _read(path).cases:
            other, where = found.setdefault((case.report, case.case), (case, path))
            if other != case:
                message = (
                    f"`{_shown(where)}` and `{_shown(path)}` differ in `{visible(case.report)}` {visible(case.case)}; "
                    "export both again, or name one with `--cases`"
                )
                raise Refusal(message)
    return tuple(case for case, _ in found.values())


def _read(path: Path) -> Manifest:
    try:
        is_large = path.stat().st_size > _BYTES
    except OSError:
        is_large = False
    data = "it is too large" if is_large else read_bytes(path)
    if isinstance(data, str):
        message = f"`{_shown(path)}` cannot be read: {data}"
        raise Refusal(message)
    try:
        return Manifest.model_validate(json.loads(data))
    except ValidationError as invalid:
        place = ".".join(str(part) for part in invalid.errors(include_url=False)[0]["loc"]) or "the file"
        message = f"`{_shown(path)}` is no list of exported cases: `{place}` cannot be read; export again"
        raise Refusal(message) from None
    except (ValueError, RecursionError):
        message = f"`{_shown(path)}` is no valid JSON; export again"
        raise Refusal(message) from None


def _of_reports(config: Path | None) -> Iterator[ManifestCase]:
    found = find_project((), config, os.environ)
    if NO_SETTINGS in found.notes:
        message = f"no `{NAME}` is here; go to the folder that holds an export of eval cases, or name it with `--cases`"
        raise Refusal(message)
    view = read_collection(found.project).for_audience(found.project.settings.audience)
    # What an export would hold.
    yield from (manifest_case(case, report) for report, case in chosen(view, Choice())[0])


def _unknown(system: str, known: set[str]) -> str:
    told = f"no committed eval case is about the system `{visible(system)}`"
    close = difflib.get_close_matches(slug_of(system), sorted(known), n=1, cutoff=0.5)
    if close:
        return f"{told}; did you mean `{close[0]}`?"
    names = ", ".join(f"`{visible(each)}`" for each in sorted(known)[:8])
    return f"{told}; there are cases about {names}" if known else f"{told}, nor about any other"


def _shown(path: Path) -> str:
    return shown_path(path.as_posix())
