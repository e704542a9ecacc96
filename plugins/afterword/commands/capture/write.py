"""A capture as a folder: written beside where it belongs, and put there whole."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from afterword import __version__
from afterword.audit.hiding import hide_secrets
from afterword.commands.capture.checklist import write_checklist
from afterword.commands.capture.found import attributes_of, texts_of
from afterword.commands.capture.gather import Gathered
from afterword.commands.capture.manifest import BEGUN, CHECKLIST, FILES, MOST_NAMES, NAME, Manifest, Missed
from afterword.commands.capture.place import PRIVATE
from afterword.commands.capture.times import in_utc, offset_of
from afterword.commands.refusal import Refusal
from afterword.findings.visible import shown_path
from afterword.model.choices import DetectedBy, SystemType
from afterword.read.save_list import shipped_save_list

_RESERVE = 1 << 20
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}
_OLD = 600.0


@dataclass(frozen=True)
class Facts:
    """What is known when it is declared; times in UTC as the manifest has them."""

    declared: datetime
    system: str | None = None
    type: SystemType | None = None
    what: str | None = None
    detected_at: str | None = None
    detected_by: DetectedBy | None = None
    rolled_back_at: str | None = None
    rolled_back: bool = False
    all_restricted: bool = False


@dataclass(frozen=True)
class Written:
    """A capture that is there: its folder, and what it says of itself."""

    folder: Path
    manifest: Manifest


def write_capture(place: Path, facts: Facts, fill: Callable[[Gathered], None]) -> Written:
    """Make a folder in `place` that holds what `fill` saves, its manifest and the list of what else to save.

    Raises:
        Refusal: where it cannot be written whole; what was saved by then is left, and the message says where.
    """
    try:
        begun = Path(tempfile.mkdtemp(dir=place, prefix=BEGUN))
        begun.chmod(PRIVATE)
        (begun / FILES).mkdir()
        (begun / FILES).chmod(PRIVATE)
    except OSError as error:
        raise Refusal(f"`{shown_path(str(place))}` cannot be written: {_words(error)}") from None
    try:
        reserve = _reserve(begun)
        gathered = Gathered(begun)
        fill(gathered)
        # A disk that is full by now has room for the manifest again.
        reserve.unlink(missing_ok=True)
        manifest = _manifest(facts, gathered)
        _write(begun / NAME, manifest.dump())
        final = _put(begun, place, manifest)
    except OSError as error:
        message = f"the capture cannot be finished: {_words(error)}. What was saved lies in `{shown_path(str(begun))}`"
        raise Refusal(message) from None
    return Written(final, manifest)


def cut_off(place: Path) -> list[Path]:
    """Captures that were begun and never finished, such as by a machine that went down."""
    with suppress(OSError):
        return sorted(each for each in place.glob(f"{BEGUN}*") if time.time() - each.lstat().st_mtime > _OLD)
    return []


def _reserve(begun: Path) -> Path:
    path = begun / ".reserve"
    with suppress(OSError):
        _write(path, bytes(_RESERVE))
    return path


def _manifest(facts: Facts, gathered: Gathered) -> Manifest:
    seen = gathered.seen.values()
    files, attributes = gathered.files, attributes_of(gathered.seen)
    if len(attributes) > MOST_NAMES:
        why = f"more than {MOST_NAMES:,} different names; the others stay in the files"
        gathered.missed.append(Missed(name="gen_ai.* attributes", why=why))
    if facts.all_restricted:
        files = [each.model_copy(update={"restricted": True}) for each in files]
    return Manifest(
        schema=1,
        declared_at=in_utc(facts.declared),
        offset=offset_of(facts.declared),
        tool=f"afterword {__version__}",
        system=facts.system,
        type=facts.type,
        what=facts.what,
        detected_at=facts.detected_at,
        detected_by=facts.detected_by,
        rolled_back_at=facts.rolled_back_at,
        rolled_back=facts.rolled_back,
        files=files,
        attributes=attributes[:MOST_NAMES],
        environment=texts_of(each.environment for each in seen),
        flags=texts_of(each.flags for each in seen),
        schemas=texts_of({"schema": each.schemas} for each in seen).get("schema", []),
        missed=gathered.missed,
    )


def _put(begun: Path, place: Path, manifest: Manifest) -> Path:
    """Give the folder its name: the moment, with `-2` and so on where two are declared within one second."""
    name = manifest.declared_at.replace(":", "")
    for number in range(1, 1000):
        final = place / (name if number == 1 else f"{name}-{number}")
        # The list is shown to others before anybody has looked into it.
        text = hide_secrets(write_checklist(manifest, final.name, shipped_save_list()))
        with suppress(FileNotFoundError):
            (begun / CHECKLIST).unlink()
        _write(begun / CHECKLIST, text.encode("utf-8", "backslashreplace"))
        try:
            # A folder that holds something is never replaced, and every capture holds its manifest.
            begun.rename(final)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            continue
        _sync(place)
        return final
    message = f"no free name was found for `{name}`"
    raise OSError(errno.EEXIST, message)


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Have the new name on the disk, too, where the system can do that for a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _words(error: OSError) -> str:
    return (error.strerror or "unknown error").lower()
