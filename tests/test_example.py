"""The example collection: real input, wide enough to show what the software is for, and clean."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from afterword.build import Checked, check_project
from afterword.model.project import Project
from afterword.read.site_config import read_site_config

TODAY = date(2026, 11, 23)
OWN = {"2026-03-11-unequal-discounts", "2026-05-18-incoherent-answers-after-provider-change"}


@pytest.fixture(scope="module")
def checked(request: pytest.FixtureRequest) -> Checked:
    root = Path(request.config.rootpath)
    site = read_site_config(root / "mkdocs.yml", {})
    return check_project(Project(root, site.docs, site.path, site.settings, site.excludes), TODAY)


def test_the_collection_is_clean(checked: Checked) -> None:
    told = [f"{each.path}:{each.span.line} {each.code} {each.message}" for each in checked.result.findings]
    assert [each for each in told if " AW42" not in each] == []


def test_what_time_brings_about_is_shown(checked: Checked) -> None:
    """One report is behind its tracker, and some work is late: a collection without that would be no example."""
    told = [(each.code, each.match) for each in checked.result.findings]
    assert told == [
        ("AW423", "2026-04-30"),
        ("AW423", "2026-05-15"),
        ("AW420", "in_progress"),
        ("AW424", "accepted"),
    ]


def test_there_are_enough_reports_from_public_sources(checked: Checked) -> None:
    public = [report for report in checked.collection.reports if report.is_public_sources]
    assert len(public) >= 24
    assert sum(report.kind == "near_miss" for report in public) >= 4
    assert {report.id for report in checked.collection.reports if not report.is_public_sources} == OWN


def test_the_collection_uses_most_of_the_vocabulary(checked: Checked) -> None:
    reports = checked.collection.reports
    factors = {each.factor for report in reports for each in report.front.contributing_factors}
    kinds = {each.kind for report in reports for each in report.front.remediations}
    assert len(factors) >= 40
    assert len(kinds) >= 15
    assert len(checked.collection.vocabulary.factors) == 70
    assert len(checked.collection.vocabulary.kinds) == 27


def test_suppressions_are_few(checked: Checked) -> None:
    assert len(checked.result.suppressed) <= len(checked.collection.reports)


def test_evidence_has_its_real_digest(checked: Checked, root: Path) -> None:
    seen = 0
    for report in checked.collection.reports:
        for entry in report.front.evidence:
            if entry.uri and not entry.uri.startswith("https:") and entry.removed is None:
                assert hashlib.sha256((root / "postmortems" / entry.uri).read_bytes()).hexdigest() == entry.sha256
                seen += 1
    assert seen >= 4


def test_what_changed_is_told_in_both_own_reports(checked: Checked) -> None:
    by_id = checked.collection.by_id
    discounts, answers = (by_id[each].front for each in sorted(OWN))
    gates = [each for each in discounts.remediations if each.kind == "gold-dataset" and each.blocking]
    libraries = [each for each in answers.remediations if each.kind in {"eval-case", "gold-dataset"} and each.blocking]
    assert gates
    assert libraries
    assert all(case.status == "committed" for case in (*discounts.eval_cases, *answers.eval_cases))


def test_every_case_passes_on_its_reference_and_fails_on_its_incident(checked: Checked) -> None:
    checks = checked.context.self_checks
    told = [(report, case) for report in checked.collection.reports for case in checks.of(report)]
    assert [(report.id, case.because) for report, case in told if case.outcome != "holds"] == []
    kinds = {each.type for _, case in told for each in case.case.checks}
    assert {"contains", "json_schema", "same_across_variants", "tool_called", "slice_gap", "rate"} <= kinds
    made_up = [case.case.title or "" for report, case in told if report.is_public_sources]
    assert len(made_up) >= 12
    assert all(title.startswith("Made for this example") for title in made_up)
