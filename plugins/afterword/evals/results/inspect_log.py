"""Logs of Inspect AI: JSON (`--log-format json`), and the archives that it writes where nothing else is asked for."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from afterword.evals.results.trial import Outcome, ResultError, Results, inner, time_of, trial_of

_CORRECT = frozenset({"C", "c", "correct", "yes", "true", "1", "1.0"})
_CUT = "the run did not come to its end (Inspect says `{}`), so nothing in it counts"


def is_inspect(content: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether this is a log as JSON."""
    return isinstance(inner(content, "eval"), dict) and isinstance(inner(content, "status"), str)


def read_inspect(content: Any) -> Results:  # noqa: ANN401
    """The trials; a run that was cancelled or broke off holds none.

    Raises:
        ResultError: where the run did not come to its end.
    """
    return _results(content, inner(content, "samples") or [])


def read_archive(data: bytes, most: int) -> Results:
    """The trials of an `.eval` archive, of which at most `most` bytes are unpacked.

    Raises:
        ResultError: where it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [each for each in archive.infolist() if _is_wanted(each.filename)]
            if sum(each.file_size for each in members) > most:
                message = f"unpacked it would be larger than {most // 2**20} MiB"
                raise ResultError(message)
            read = {each.filename: json.loads(_unpack(archive, each, most)) for each in members}
    except ResultError:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        message = "the archive cannot be unpacked; write the log with `--log-format json`"
        raise ResultError(message) from error
    except (ValueError, RecursionError) as error:
        message = "the archive holds no valid JSON"
        raise ResultError(message) from error
    if "header.json" not in read:
        message = "the archive has no header, as of a run that did not come to its end"
        raise ResultError(message)
    return _results(read["header.json"], [read[name] for name in sorted(read) if name != "header.json"])


def _is_wanted(name: str) -> bool:
    return name == "header.json" or (name.startswith("samples/") and name.endswith(".json"))


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    # What an archive says of its own sizes is not to be trusted.
    with archive.open(member) as file:
        data = file.read(most + 1)
    if len(data) > most:
        message = f"unpacked it would be larger than {most // 2**20} MiB"
        raise ResultError(message)
    return data


def _results(head: Any, samples: Any) -> Results:  # noqa: ANN401
    status = inner(head, "status")
    if status != "success":
        raise ResultError(_CUT.format(status if isinstance(status, str) else "nothing"))
    if not isinstance(samples, list):
        message = "its samples cannot be read"
        raise ResultError(message)
    model = inner(head, "eval", "model")
    target = model if isinstance(model, str) and model != "none/none" else ""
    found = [trial_of(inner(each, "metadata"), _outcome(each), target, inner(each, "epoch")) for each in samples]
    trials = tuple(each for each in found if each is not None)
    times = (("stats", "completed_at"), ("eval", "created"))
    at = next((time for keys in times if (time := time_of(inner(head, *keys))) is not None), None)
    return Results("inspect", at, trials, len(found) - len(trials))


def _outcome(sample: Any) -> Outcome:  # noqa: ANN401
    """A sample passes where every scorer says so; one that no scorer judged is an error, not a pass."""
    if inner(sample, "error"):
        return "error"
    values = list(_values(inner(sample, "scores")))
    if not values:
        return "error"
    return "passed" if all(values) else "failed"


def _values(scores: Any) -> Iterator[bool]:  # noqa: ANN401
    if not isinstance(scores, dict):
        return
    for score in scores.values():
        value = inner(score, "value")
        if isinstance(value, bool):
            yield value
        elif isinstance(value, int | float):
            yield value >= 1
        else:
            yield isinstance(value, str) and value.strip() in _CORRECT
