"""The gate table: how much an author types to reach each step, held cell by cell."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.gates import COLUMNS, STEPS, Gates, Step, next_step, steps_to
from afterword.model.project import Project
from afterword.model.report import GateColumn
from afterword.model.settings import Settings
from afterword.read.gates import GateError, read_gates
from afterword.read.report import read_report
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_collection

GOLDEN = Path(__file__).parent / "golden/typed-values.txt"
WRITTEN = {"kind", "lifecycle", "schema", "published_on"}
"""Top-level keys that `new` and `promote` write."""
SUMMARY = " ".join(["Thirty words that say in plain language what happened to whom"] * 3)
HOW = "No comparison held the new answers against known good ones before release."

BASE: dict[GateColumn, dict[str, Any]] = {
    "incident-high": {"kind": "incident", "severity": "sev2"},
    "incident-low": {"kind": "incident", "severity": "sev3"},
    "near-miss": {"kind": "near_miss"},
    "exercise": {"kind": "exercise"},
    "public-sources": {"kind": "incident", "origin": "public-sources"},
}
# The least that an author types for each requirement; lists are joined, and maps are merged.
LEAST: dict[str, dict[str, Any]] = {
    "title": {"title": "Assistant named a price in no list"},
    "system.name": {"system": {"name": "chat"}},
    "plain_summary": {"plain_summary": SUMMARY},
    "severity": {},
    "behaviour.expected": {"behaviour": {"expected": "The price in the list."}},
    "behaviour.observed": {"behaviour": {"observed": "Another price."}},
    "timeline-detected": {"timeline": [{"at": "2026-03-11", "kind": "detected"}]},
    "timeline-origin": {"timeline": [{"at": "2026-03-01", "kind": "introduced"}]},
    "impact.harm": {"impact": {"harm": "occurred"}},
    "evidence-or-not-preserved": {"snapshot": {"not_preserved": {"how": "Logs were kept for a day."}}},
    "factor-with-how": {"contributing_factors": [{"factor": "eval-no-regression-suite", "how": HOW}]},
    "participants": {},
    "review.facilitator_role": {"review": {"facilitator_role": "reliability-engineer"}},
    "both-sides": {"single_sided": "Only the technical side was in reach of this review."},
    "factors-addressed": {"remediations": [{"title": "Price cases block the release", "kind": "release-gate"}]},
    "remediations-complete": {},
    "technical-remediation": {"remediations": [{"owner_team": "shop", "due": "2026-05-01"}]},
    "remediation-with-kind-and-owner": {
        "remediations": [{"title": "Price cases", "kind": "release-gate", "owner_team": "shop"}]
    },
    "eval-case-or-reason": {"no_eval_because": "The input was not kept."},
    "required-disciplines": {
        "participants": [{"role": "ai-engineer"}, {"role": "data-scientist"}, {"role": "product-owner"}]
    },
    "review.held_on": {"review": {"held_on": "2026-03-16"}},
    "ground-rule-read": {"review": {"ground_rule_read": True}},
    "facilitator-from-another-team": {"review": {"facilitator_team": "sre"}},
    "one-approving-role": {"review": {"approved_by_roles": ["product-owner"]}},
    "two-approving-roles": {"review": {"approved_by_roles": ["product-owner", "privacy-officer"]}},
    "redaction-approved-where-public": {},
    "near_miss.caught_by": {"near_miss": {"caught_by": "A trial run."}},
    "near_miss.potential": {"near_miss": {"potential": "Wrong offers."}},
    "references": {"references": [{"title": "The operator's account", "url": "https://example.org/account"}]},
    "nothing-invented": {},
    "near-miss-caught-by": {},
}


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        elif key == "remediations" and into.get(key):
            into[key][0].update(value[0])
        elif isinstance(value, list):
            into.setdefault(key, []).extend(copy.deepcopy(value))
        else:
            into[key] = value


def least_fields(column: GateColumn, step: Step, gates: Gates) -> dict[str, Any]:
    """The least front matter with which a report of `column` stands at `step`."""
    found: dict[str, Any] = (
        {"lifecycle": step, "published_on": "2026-03-30"} if step == "published" else {"lifecycle": step}
    )
    _merge(found, BASE[column])
    if step == "draft":
        found.pop("severity", None)
    needs = gates.required(column, step)
    for need in needs:
        if need in LEAST:
            _merge(found, LEAST[need])
    if "participants" in needs and "required-disciplines" not in needs:
        _merge(found, {"participants": [{"role": "ai-engineer"}]})
    return found


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path


def typed(fields: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [path for path in leaves(fields) if path[0] not in WRITTEN]


def _errors(fields: dict[str, Any], column: GateColumn, gates: Gates) -> list[str]:
    headings = gates.required_headings(column, fields["kind"], "published")
    body = "".join(f"## {heading}\n\nText.\n\n" for heading in headings)
    front = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)
    text = f"---\n{front}---\n\n{body}"
    place = "reports/2026/2026-03-11-least.md"
    report = read_report(text.encode(), path=place, place=place, settings=Settings())
    collection = Collection((report,), shipped_vocabulary())
    context = Context(Project(Path(), Path()), collection, link_reports([report]), gates, date(2026, 11, 23))
    found = check_collection(context, RULES).findings
    return [f"{each.code} {each.message}" for each in found if each.level == "error"]


CELLS = [(column, step) for column in COLUMNS for step in STEPS]


@pytest.mark.parametrize(("column", "step"), CELLS, ids=lambda each: str(each))
def test_the_least_report_of_each_cell_passes(column: GateColumn, step: Step) -> None:
    gates = read_gates({})
    assert _errors(least_fields(column, step, gates), column, gates) == []


@pytest.mark.parametrize(("column", "step"), CELLS, ids=lambda each: str(each))
def test_nothing_of_the_least_report_can_be_left_out(column: GateColumn, step: Step) -> None:
    gates = read_gates({})
    fields = least_fields(column, step, gates)
    for path in typed(fields):
        if path in {("origin",), ("severity",)}:
            continue  # without these it is a report of another column
        less = copy.deepcopy(fields)
        inner: Any = less
        for part in path[:-1]:
            inner = inner[part]
        del inner[path[-1]]
        assert _errors(less, column, gates), path


def test_the_count_of_typed_values_is_held(update_golden: bool) -> None:
    gates = read_gates({})
    lines = ["typed values to reach a step: column, step, number", ""]
    for column, step in CELLS:
        lines.append(f"{column:<16} {step:<10} {len(typed(least_fields(column, step, gates))):>3}")
    table = "\n".join(lines) + "\n"
    print(table)  # noqa: T201 - the table is meant to be read
    if update_golden:
        GOLDEN.write_text(table)
    assert table == GOLDEN.read_text()


def test_a_near_miss_publishes_with_twelve_typed_values() -> None:
    gates = read_gates({})
    assert len(typed(least_fields("near-miss", "published", gates))) == 12


def test_a_sev3_incident_publishes_with_at_most_twenty() -> None:
    gates = read_gates({})
    assert len(typed(least_fields("incident-low", "published", gates))) <= 20


def test_settings_change_cells() -> None:
    changed = read_gates(
        {"near-miss": {"published": {"add": ["severity"], "remove": ["one-approving-role"]}}, "exercise": {"draft": []}}
    )
    assert changed.cell("near-miss", "published") == ("remediation-with-kind-and-owner", "severity")
    assert changed.cell("exercise", "draft") == ()
    assert changed.cell("incident-low", "published") == read_gates({}).cell("incident-low", "published")


@pytest.mark.parametrize(
    "changes",
    [
        {"near_miss": {}},
        {"near-miss": {"publish": []}},
        {"near-miss": {"published": "title"}},
        {"near-miss": {"published": {"plus": []}}},
        {"near-miss": {"published": {"remove": ["severity"]}}},
        {"near-miss": {"published": {"add": ["severty"]}}},
        {"near-miss": {"published": ["behaviour.seen"]}},
    ],
)
def test_changes_that_mean_nothing_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(GateError):
        read_gates(changes)


def test_steps_follow_one_another() -> None:
    assert steps_to("superseded") == STEPS
    assert steps_to("imported") == steps_to("withdrawn") == ()
    assert [next_step(each) for each in ("draft", "in-review", "published", "imported")] == [
        "in-review",
        "published",
        None,
        None,
    ]
