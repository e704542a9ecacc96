"""Every rule fires where it should, with exactly these words, and stays silent where it should."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from afterword.findings.finding import Finding
from afterword.link.graph import link_reports
from afterword.model.project import Project
from afterword.read.collection import read_collection
from afterword.read.gates import read_gates
from afterword.read.site_config import read_site_config
from afterword.rules import BY_CODE, RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_collection

CASES = Path(__file__).parents[1] / "cases"
TODAY = date(2026, 11, 23)
PLACE = "postmortems/reports/2026/2026-03-11-case.md"


def _listed() -> list[Path]:
    found = [path for path in sorted(CASES.glob("*/*")) if path.is_dir() or path.suffix == ".md"]
    return [path for path in found if path.name.startswith(("fires", "silent"))]


def _findings(case: Path, folder: Path) -> list[Finding]:
    """All findings of the case's rule in a repository that holds the case and nothing else."""
    if case.is_dir():
        shutil.copytree(case, folder, dirs_exist_ok=True, symlinks=True)
    else:
        (folder / PLACE).parent.mkdir(parents=True)
        shutil.copyfile(case, folder / PLACE)
    config = folder / "mkdocs.yml"
    if config.exists():
        site = read_site_config(config, {})
        project = Project(folder, site.docs, config, site.settings, site.excludes, home=site.home, lines=site.lines)
    else:
        project = Project(folder, folder / "postmortems")
    collection = read_collection(project)
    graph = link_reports(collection.reports)
    context = Context(project, collection, graph, read_gates(project.settings.gates), TODAY)
    found = check_collection(context, RULES).findings
    return [finding for finding in found if finding.code == case.parent.name]


def _line(finding: Finding, *, with_path: bool) -> str:
    span = finding.span
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    where = f"{finding.path}:{place}" if with_path else place
    cure = f" | {finding.hint}" if finding.hint else ""
    return f"{where} {finding.level} {finding.message}{cure}"


@pytest.mark.parametrize("case", _listed(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(case: Path, tmp_path: Path, update_golden: bool) -> None:
    findings = _findings(case, tmp_path)
    assert BY_CODE[case.parent.name].mends or not any(finding.fix for finding in findings)
    lines = [_line(finding, with_path=case.is_dir()) for finding in findings]
    if case.name.startswith("silent"):
        assert lines == []
        return
    expected = case / "expected" if case.is_dir() else case.with_suffix(".expected")
    if update_golden:
        expected.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert lines, "a case that fires has at least one finding"
    assert lines == expected.read_text(encoding="utf-8").splitlines()


def test_every_rule_has_cases_of_both_sorts() -> None:
    sorts = {(path.parent.name, path.name.split("-")[0].split(".")[0]) for path in _listed()}
    assert sorts == {(code, sort) for code in BY_CODE for sort in ("fires", "silent")}
