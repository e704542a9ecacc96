"""The JSON follows its schema, holds what the audience may read and nothing else, and is safe wherever it is put."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.pages.lists_sample import FACTS, FIRST, SETTINGS, TODAY, index_of, narrower, report, reports, vocabulary

from afterword.api.files import render_api
from afterword.api.schema import make_api_schema
from afterword.api.text import to_bytes
from afterword.index.index import build_index
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.read.collection import read_collection

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = ("reports", "factors", "remediations", "systems")


def files_of(index, facts=FACTS) -> dict[str, bytes]:
    return {asset.path.removeprefix("api/v1/"): asset.content for asset in render_api(index, facts)}


def documents_of(index, facts=FACTS) -> dict[str, dict]:
    return {name.removesuffix(".json"): json.loads(content) for name, content in files_of(index, facts).items()}


def reports_by_id(index, facts=FACTS) -> dict[str, dict]:
    return {each["id"]: each for each in documents_of(index, facts)["reports"]["reports"]}


def problems(name: str, document: object) -> list[str]:
    schema = {**make_api_schema(), "$ref": f"#/$defs/{name}"}
    return [error.message for error in Draft202012Validator(schema).iter_errors(document)]


@pytest.fixture(scope="module")
def documents() -> dict[str, dict]:
    return documents_of(index_of(reports()))


@pytest.fixture(scope="module")
def by_id() -> dict[str, dict]:
    return reports_by_id(index_of(reports()))


def test_the_schema_is_one_and_is_published() -> None:
    Draft202012Validator.check_schema(make_api_schema())
    assert json.loads(files_of(index_of([]))["schema.json"]) == make_api_schema()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_follows_the_schema(name: str, documents) -> None:
    assert problems(name, documents[name]) == []
    assert Draft202012Validator(make_api_schema()).is_valid(documents[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_schema_refuses_what_is_no_such_document(name: str, documents) -> None:
    document = documents[name]
    key = "kinds" if name == "remediations" else name
    assert problems(name, {**document, "schema": "afterword/2"})
    assert problems(name, {**document, "more": 1})
    assert problems(name, {**document, key: [{**document[key][0], "url": 5}]})


def test_the_reports_of_the_example_site_follow_the_schema(root: Path) -> None:
    collection = read_collection(Project(root=root, docs=root / "postmortems", settings=SETTINGS))
    for audience in ("public", "company", "restricted"):
        view = collection.for_audience(audience, preview=True)
        found = documents_of(build_index(view, TODAY, count_public_sources=True))
        assert {name: problems(name, found[name]) for name in DOCUMENTS} == {name: [] for name in DOCUMENTS}


@pytest.mark.parametrize("name", [*DOCUMENTS])
def test_golden(name: str, update_golden: bool) -> None:
    # The vocabulary is kept to what the reports use, so that the files can be read.
    words = vocabulary()
    factors = tuple(each for each in words.factors if each.id in {"data-drift", "comm-silo", "model-opaque"})
    kinds = tuple(each for each in words.kinds if each.id in {"monitor-alert", "model-change", "release-gate"})
    index = index_of(reports(), vocabulary=replace(words, factors=factors, kinds=kinds))
    found = files_of(index)[f"{name}.json"]
    if update_golden:
        (GOLDEN / f"{name}.json").write_bytes(found)
    assert found == (GOLDEN / f"{name}.json").read_bytes()


def test_same_input_same_bytes() -> None:
    assert files_of(index_of(reports())) == files_of(index_of(list(reversed(reports()))))


def test_what_is_narrower_leaves_no_trace() -> None:
    assert files_of(index_of(reports())) == files_of(index_of(reports() + narrower()))


def test_fields_stand_under_the_names_of_the_form(by_id) -> None:
    first = by_id["2026-01-10-first"]
    assert first["x-cost-centre"] == "0042"
    assert first["timeline"][1]["missed_because"] == "aggregated-away"
    assert first["contributing_factors"][0]["id"] == "CF-1"
    assert "near_miss" not in first
    assert by_id["2026-04-01-third"]["near_miss"]["caught_by"] == "A clerk who asked"


def test_a_time_without_an_offset_carries_the_one_that_holds(by_id) -> None:
    timeline = by_id["2026-01-10-first"]["timeline"]
    assert [entry["at"] for entry in timeline] == ["2026-01-03T08:00:00+01:00", "2026-01-05", "2026-01-10"]


def test_a_remediation_is_joined_with_its_tracker(by_id) -> None:
    (found,) = by_id["2026-01-10-first"]["remediations"]
    assert (found["status"], found["strength"], found["addresses"]) == ("done", "intermediate", ["CF-1"])
    assert (found["opened"], found["closed"], found["age_days"]) == ("2026-01-20", "2026-02-01", 12)
    overdue = by_id["2026-03-11-second"]["remediations"][0]
    assert (overdue["status"], overdue["drift"]) == ("accepted", "the report says in progress, the tracker open")
    assert (overdue["opened"], overdue["age_days"], overdue["overdue_days"]) == ("2026-04-01", 236, 175)


def test_relations_are_told_from_both_ends(by_id) -> None:
    for one, other in (("2026-01-10-first", "2026-03-11-second"), ("2026-03-11-second", "2026-01-10-first")):
        best = by_id[one]["related"][0]
        assert best["id"] == other
        assert best["because"].startswith("declared as related; ")
        assert best["score"] == max(each["score"] for each in by_id[one]["related"])
    assert by_id["2026-01-10-first"]["backlinks"] == [
        {"id": "2026-03-11-second", "kind": "mentions"},
        {"id": "2026-03-11-second", "kind": "related"},
    ]
    assert by_id["2025-12-01-replaced"]["superseded_by"] == ["2026-03-11-second"]


def test_published_evidence_has_an_address(by_id) -> None:
    address = "https://afterword.example.org/evidence/2026-01-10-first/a.csv"
    assert by_id["2026-01-10-first"]["evidence_urls"] == {"EV-1": address}


def test_of_a_withdrawn_report_the_reason_is_left(by_id) -> None:
    gone = by_id["2025-01-01-gone"]
    assert gone["withdrawn"] == {"because": "It was about another system"}
    assert not gone["counted"]
    hidden = "---\ntitle: CANARY\nlifecycle: withdrawn\nwithdrawn: {because: Wrong, hide_title: true}\nrelated: []\n---\nCANARY\n"
    assert b"CANARY" not in files_of(index_of([report("2025-01-01-gone", hidden)]))["reports.json"]


def test_nothing_leads_to_a_withdrawn_report() -> None:
    gone = "---\ntitle: Something withdrawn since\nlifecycle: withdrawn\nwithdrawn: {because: Wrong}\n---\n"
    index = index_of(
        [
            report("2025-01-01-gone", gone),
            report("2026-01-10-first", FIRST.replace("digest:", "related: [2025-01-01-gone]\ndigest:")),
        ]
    )
    assert reports_by_id(index)["2026-01-10-first"]["related"] == []


def test_counts_are_of_counted_reports_alone(documents) -> None:
    drift = next(each for each in documents["factors"]["factors"] if each["id"] == "data-drift")
    assert drift["count"] == 3
    assert len(drift["uses"]) == 4


def test_without_a_site_address_addresses_begin_at_the_root() -> None:
    found = reports_by_id(index_of(reports()), replace(FACTS, url=""))
    assert found["2026-01-10-first"]["url"] == "/reports/2026-01-10-first/"


def test_evidence_for_fewer_is_a_stub_that_follows_the_schema() -> None:
    text = FIRST.replace("title: The offers,", "title: CANARY, access: restricted,")
    text = text.replace(
        "digest:",
        "eval_cases:\n  - {title: A test, kind: regression, from_evidence: [EV-1], input: {prompt: CANARY}, checks: [{type: is_json}]}\ndigest:",
    )
    index = index_of([report("2026-01-10-first", text)])
    assert b"CANARY" not in b"".join(files_of(index).values())
    assert problems("reports", documents_of(index)["reports"]) == []


def test_entries_that_lack_what_they_need_follow_the_schema() -> None:
    text = "---\ntitle: An old text\nlifecycle: imported\naudience: company\nremediations: [{kind: eval-case}]\nimpact: {money: {amount: 1.0e+999}}\n---\n"
    found = documents_of(index_of([report("2024-01-01-older", text)]))
    assert problems("remediations", found["remediations"]) == []


def test_an_empty_site_has_all_documents() -> None:
    found = documents_of(index_of([]))
    assert found["reports"]["reports"] == []
    assert {name: problems(name, found[name]) for name in DOCUMENTS} == {name: [] for name in DOCUMENTS}


texts = st.text() | st.sampled_from(["</script>", "<!--", "&amp;", "\u2028\u2029", "\ud800", "\\u003c"])


@given(st.dictionaries(texts, texts | st.lists(texts), max_size=4))
def test_json_reads_back_and_is_safe_in_a_page(document) -> None:
    written = to_bytes(document)
    assert json.loads(written) == document
    assert not set(written.decode()) & set("<>&\u2028\u2029")
    assert written.endswith(b"}\n") or written == b"{}\n"


def test_a_collection_without_systems_lists_has_systems_from_its_reports() -> None:
    view = Collection(reports=tuple(reports()), vocabulary=vocabulary()).for_audience("company")
    found = documents_of(build_index(view, TODAY, count_public_sources=True))["systems"]["systems"]
    assert [(each["slug"], each["type"], each["owner_team"]) for each in found] == [
        ("shop-assistant", "chatbot", "conversational-ai"),
        ("town-forecast", None, None),
    ]


def test_related_reports_are_ranked_and_at_least_ten_where_there_are_ten(root: Path) -> None:
    collection = read_collection(Project(root=root, docs=root / "postmortems", settings=SETTINGS))
    found = reports_by_id(build_index(collection.for_audience("public"), TODAY, count_public_sources=True))
    assert len(found) > 10
    for each in found.values():
        related = each["related"]
        assert len(related) >= 10
        assert [other["score"] for other in related] == sorted((other["score"] for other in related), reverse=True)
        assert each["id"] not in {other["id"] for other in related} <= set(found)
        assert all(other["because"] for other in related)
        assert set(each["declared_related"]) <= {other["id"] for other in related}
