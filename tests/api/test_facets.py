"""The facet data: whole, small, the same for the same reports, and nothing of a report that the audience may not read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpus import write_corpus
from hypothesis import given
from hypothesis import strategies as st
from tests.browser.explore_site import read_index
from tests.pages.lists_sample import THIRD, index_of, narrower, report, reports

from afterword.api.facets import ALL_LINES, LONGEST, PATH, VERSION, cut, describe_facets, render_facets
from afterword.index.facets import FACETS, list_facets, list_triples
from afterword.index.index import Index
from afterword.pages.facet_words import TITLES, value_words

MOST = 350_000
"""Bytes of the packed file at 5,000 reports; `benchmarks/corpus.py` writes them."""


def unpack(content: bytes) -> list[dict[str, Any]]:
    """Each report as an object again, as the page's script reads the file."""
    file = json.loads(content)
    assert file["schema"] == VERSION
    texts, marks = file["reports"]["texts"], file["reports"]["marks"]
    found = []
    for place in range(file["reports"]["count"]):
        report_id, title, line = texts[3 * place : 3 * place + 3]
        known: dict[str, Any] = {"id": report_id, "title": title, "line": line}
        known["date"] = file["reports"]["dates"].get(str(place))
        known["marks"] = [marks[each] for each in file["reports"]["marked"].get(str(place), [])]
        triples = [file["remedies"]["values"][each] for each in file["remedies"]["reports"][place]]
        parts = sorted((each for each in file["facets"] if "part" in each), key=lambda each: each["part"])
        known["remedies"] = [
            tuple(part["values"][at] if at >= 0 else "" for part, at in zip(parts, triple, strict=True))
            for triple in triples
        ]
        for facet in (each for each in file["facets"] if "part" not in each):
            at = facet["reports"][place]
            places = at if isinstance(at, list) else [at] if at >= 0 else []
            known[facet["id"]] = [facet["values"][each] for each in places]
        found.append(known)
    return found


def expected(index: Index) -> list[dict[str, Any]]:
    """The same from the index."""
    facets = [facet for facet in list_facets(index) if facet.id not in {"remediation", "strength", "status"}]
    triples = list_triples(index)
    return [
        {
            "id": report.id,
            "title": report.title,
            "remedies": list(triples[place]),
            **{facet.id: list(facet.reports[place]) for facet in facets},
        }
        for place, report in enumerate(index.listed)
    ]


def test_what_is_packed_comes_out_again() -> None:
    index = index_of(reports())
    found = unpack(render_facets(index).content)
    assert [{key: each[key] for key in whole} for each, whole in zip(found, expected(index), strict=True)] == expected(
        index
    )
    assert [each["id"] for each in found] == [report.id for report in index.listed]


def test_each_report_carries_what_it_tells() -> None:
    found = {each["id"]: each for each in unpack(render_facets(index_of(reports())).content)}
    assert "2025-01-01-gone" not in found
    second = found["2026-03-11-second"]
    assert second["factor"] == ["data-drift", "comm-silo"]
    # The tracker says that it is open, and the report's own word for a declined one wins.
    assert second["remedies"] == [
        ("policy-procedure", "weaker", "declined"),
        ("standardise-or-pin", "stronger", "accepted"),
    ]
    assert second["team"] == ["conversational-ai", "customer-care", "ml-platform"]
    first = found["2026-01-10-first"]
    assert (first["detected"], first["silent"]) == (["support-report"], ["aggregated-away"])
    assert (first["severity"], first["kind"], first["year"]) == (["sev2"], ["incident"], ["2026"])
    assert first["line"] == "Offers drifted apart."
    assert found["2026-04-01-third"]["marks"] == ["from public sources"]
    assert found["2025-12-01-replaced"]["marks"] == ["superseded by a later report"]
    assert found["2024-01-01-older"]["marks"] == ["taken over as it was"]


def test_a_date_that_the_id_does_not_tell_stands_beside_it() -> None:
    other = report("2026-04-02-later", THIRD.replace("severity: sev1", "severity: sev1\noccurred_on: 2026-03"))
    undated = report("no-date", "---\ntitle: A text without a date\nlifecycle: imported\naudience: company\n---\n")
    found = {each["id"]: each for each in unpack(render_facets(index_of([other, undated, *reports()])).content)}
    assert found["2026-04-02-later"]["date"] == "2026-03"
    assert found["2026-01-10-first"]["date"] is None
    assert (found["no-date"]["date"], found["no-date"]["year"]) == ("", ["undated"])


def test_every_value_has_its_words_once() -> None:
    index = index_of(reports())
    file = describe_facets(index)
    assert [facet["id"] for facet in file["facets"]] == list(FACETS)
    for facet in file["facets"]:
        assert facet["title"] == TITLES[facet["id"]]
        assert facet["labels"] == [value_words(facet["id"], value, index) for value in facet["values"]]
        assert len(set(facet["values"])) == len(facet["values"])
    factor = file["facets"][0]
    assert [factor["groups"][at] for at in factor["grouped"]] == [
        ("Technical", "Data"), ("Organisational", "Communication"),
    ]  # fmt: skip
    assert factor["labels"][0] == "Inputs or their meaning moved"
    assert file["facets"][FACETS.index("system")]["labels"][0] == "Shop assistant"


def test_ids_that_no_vocabulary_holds_stand_apart() -> None:
    unknown = THIRD.replace("data-drift", "x-unheard-of").replace("model-change", "x-also-unheard")
    file = describe_facets(index_of([report("2026-04-01-third", unknown)]))
    for facet, value in (
        (file["facets"][0], "x-unheard-of"),
        (file["facets"][FACETS.index("remediation")], "x-also-unheard"),
    ):
        assert facet["labels"] == [value]
        assert facet["groups"] == [("", "Not in the vocabulary")]
    assert unpack(json.dumps(file).encode())[0]["remedies"] == [("x-also-unheard", "", "proposed")]


def test_nothing_of_a_narrower_report_is_in_it() -> None:
    content = render_facets(index_of([*reports(), *narrower()])).content
    assert b"canary" not in content.lower()
    assert content == render_facets(index_of(reports())).content


def test_no_report_is_no_fault() -> None:
    asset = render_facets(index_of([]))
    assert asset.path == PATH
    assert unpack(asset.content) == []


def test_the_order_of_reading_changes_nothing() -> None:
    assert render_facets(index_of(reports())).content == render_facets(index_of(reports()[::-1])).content


def test_hostile_text_is_one_line_and_cannot_end_a_script() -> None:
    title = "</script><script>alert(1)</script>\\u202e\\u0000 \\n=1+1"
    hostile = report("2026-05-05-hostile", f'---\ntitle: "{title}"\nlifecycle: imported\naudience: company\n---\n')
    content = render_facets(index_of([hostile])).content
    assert b"<" not in content
    assert unpack(content)[0]["title"] == "</script><script>alert(1)</script> =1+1"


@given(st.text(max_size=300), st.integers(2, 200))
def test_a_line_is_cut_between_words(text: str, most: int) -> None:
    line = cut(text, most)
    whole = cut(text, 10_000)
    assert len(line) <= most
    assert "\n" not in line
    if len(whole) <= most:
        assert line == whole
    else:
        assert line.endswith("…")
        assert whole.startswith(line[:-1])


@pytest.mark.parametrize(("number", "most"), [(1000, MOST // 3), pytest.param(5000, MOST, marks=pytest.mark.heavy)])
def test_the_file_stays_small(tmp_path: Path, number: int, most: int) -> None:
    write_corpus(tmp_path / "postmortems", number)
    asset = render_facets(read_index(tmp_path))
    found = unpack(asset.content)
    assert len(found) == number
    assert len(gzip.compress(asset.content, 6, mtime=0)) <= most
    lines = [each["line"] for each in found]
    assert max(map(len, lines)) <= LONGEST
    # All where there is room, else those of the newest reports.
    told = lines.index("") if "" in lines else number
    assert told >= min(number, ALL_LINES // LONGEST)
    assert not any(lines[told:])
