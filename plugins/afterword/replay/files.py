"""The file of a replay's evidence to rows, each file once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from afterword.model.evidence_file import EvidenceFile
from afterword.model.replay import Replay
from afterword.model.report import Report
from afterword.model.tree import DataProblem
from afterword.read.data_rows import CSV, DataRows, read_data_rows
from afterword.replay.trouble import Trouble


@dataclass(frozen=True)
class SeriesFiles:
    """Reads the files of the evidence that some audience may see, and keeps what it has read."""

    files: Mapping[str, EvidenceFile]
    _read: dict[str, DataRows | DataProblem] = field(default_factory=dict)

    def rows_of(self, replay: Replay, report: Report) -> DataRows | Trouble:
        """The rows of the evidence that the replay names, or why there are none."""
        name = replay.evidence
        entry = next((each for each in report.front.evidence if each.id == name), None)
        if entry is None:
            told = f"the report has no evidence `{name}`"
            return Trouble("absent", told, "name one of `evidence`", "evidence")
        if entry.kind is not None and entry.kind != "metric-series":
            told, hint = f"`{name}` is a {entry.kind}, not a metric-series", "name the evidence that holds the series"
            return Trouble("evidence", told, hint, "evidence")
        if entry.removed is not None:
            told = f"`{name}` was removed, so its rows cannot be read any more"
            return Trouble("elsewhere", told, "take the replay out, or keep a series that may stay", "evidence")
        uri = entry.uri or ""
        if not uri:
            return Trouble("absent", f"`{name}` does not say where its file lies", "add `uri`", "evidence")
        if ":" in uri:
            told = f"`{name}` lies elsewhere, so it cannot be read here"
            return Trouble("elsewhere", told, "keep the series without personal data below `evidence/`", "evidence")
        if not uri.lower().endswith(CSV):
            told = f"the file of `{name}` is not CSV by its name"
            return Trouble("evidence", told, "keep the series as `….csv`", "evidence")
        file = self.files.get(uri)
        if file is None or not uri.startswith(f"evidence/{report.id}/"):
            told = f"the file of `{name}` is not there"
            return Trouble("absent", told, "add it, or correct its `uri`", "evidence")
        if not file.content:
            told = f"the file of `{name}` cannot be read: {file.refused_because or 'it is empty'}"
            return Trouble("evidence", told, "keep it as plain text", "evidence")
        found = self._rows(file)
        if isinstance(found, DataProblem):
            told = f"in line {found.line} of the file {found.message}"
            return Trouble("file", told, found.hint, problem=found)
        return found

    def is_hidden(self, replay: Replay, report: Report) -> bool:
        """Whether this audience may not read the evidence, of which it is left without title and place then."""
        entry = next((each for each in report.front.evidence if each.id == replay.evidence), None)
        return entry is not None and entry.uri is None and entry.title is None

    def _rows(self, file: EvidenceFile) -> DataRows | DataProblem:
        if file.uri not in self._read:
            self._read[file.uri] = read_data_rows(file.content, file.path)
        return self._read[file.uri]
