"""The rows that data cases read, each file once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from afterword.model.case_input import DataSet
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.tree import DataProblem
from afterword.read.data_rows import DataRows, read_data_rows


@dataclass(frozen=True)
class Missing:
    """Why there are no rows: the key of `input.data` that it is about, and the reason in words.

    `is_elsewhere` says that the evidence is a pointer to another place or was removed, so that nothing can be read here
    by intent,
    `is_absent` that the entry or its file is not there, which rules on references and evidence tell already.
    """

    key: str
    reason: str
    hint: str = ""
    problem: DataProblem | None = None
    is_elsewhere: bool = False
    is_absent: bool = False


@dataclass(frozen=True)
class Tables:
    """Reads the files of the evidence, and keeps what it has read."""

    files: Mapping[str, EvidenceFile]
    _read: dict[str, DataRows | DataProblem] = field(default_factory=dict)

    def rows_of(self, data: DataSet, report: Report) -> DataRows | Missing:
        """The rows that a data case of the report names, or why there are none."""
        entry = next((each for each in report.front.evidence if each.id == data.evidence), None)
        if entry is None:
            return Missing(
                "evidence", f"the report has no evidence `{data.evidence}`", "name one of `evidence`", is_absent=True
            )
        uri = entry.uri or ""
        if entry.removed is not None:
            told = f"`{data.evidence}` was removed, so its rows cannot be read any more"
            return Missing("evidence", told, "retire the case, or write `no_selfcheck_because`", is_elsewhere=True)
        if not uri or ":" in uri:
            told = f"`{data.evidence}` lies elsewhere, so its rows cannot be read here"
            hint = "keep a sample without personal data below `evidence/`, or write `no_selfcheck_because`"
            return Missing("evidence", told, hint, is_elsewhere=True)
        file = self.files.get(uri)
        if file is None or not uri.startswith(f"evidence/{report.id}/"):
            told = f"the file of `{data.evidence}` is not there"
            return Missing("evidence", told, "add it, or correct its `uri`", is_absent=True)
        if not file.content:
            told = file.refused_because or "it is empty"
            return Missing("evidence", f"the file of `{data.evidence}` cannot be read: {told}", "keep it as plain text")
        found = self._rows(file)
        if isinstance(found, DataProblem):
            told = f"the file of `{data.evidence}` cannot be taken as rows: line {found.line}: {found.message}"
            return Missing("evidence", told, found.hint, found)
        return _columns(data, found) or found

    def _rows(self, file: EvidenceFile) -> DataRows | DataProblem:
        if file.uri not in self._read:
            self._read[file.uri] = read_data_rows(file.content, file.path)
        return self._read[file.uri]


def _columns(data: DataSet, rows: DataRows) -> Missing | None:
    named = [("reference", data.reference), ("truth", data.truth), *(("recorded", each) for each in data.recorded)]
    for key, name in named:
        if name is not None and name not in rows.columns:
            return Missing(key, f"the file has no column `{name}`", _listed(rows))
    return None


def _listed(rows: DataRows) -> str:
    names = ", ".join(f"`{name}`" for name in rows.columns[:8]) + (", …" if len(rows.columns) > 8 else "")
    return f"write one of {names}"
