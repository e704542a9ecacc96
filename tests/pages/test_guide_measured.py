"""The figures of the wording rules: complete, told as they are, and the same in the guide and on each rule's page."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError
from tests.pages.lists_sample import index_of
from tests.pages.report_sample import FACTS, Seen, to_html

from afterword.model.measured import Document, Flags, Measured, Part, share
from afterword.pages.guide import render_guide
from afterword.pages.guide_chapters import read_chapter
from afterword.pages.guide_measured import CHAPTER, PLACE, measured_of, measured_tables, tell_flags
from afterword.read.gates import read_gates
from afterword.read.measured import read_measures, shipped_measures
from afterword.rules import BY_CODE, RULES

WORDING = [rule for rule in RULES if rule.code.startswith("AW3")]
NAMES = {"kept": "Kept aside", "read": "Read"}


def part(name: str = "kept", **rules: tuple[int, int]) -> Part:
    return Part.model_validate(
        {
            "part": name,
            "what": "sentences of an example",
            "day": "2026-03-11",
            "sentences": 249,
            "blameful": 70,
            "shown": {"flagged": 12, "rightly": 10},
            "errors": {"flagged": 3, "rightly": 3},
            "rules": [
                {"code": code, "shown": {"flagged": flagged, "rightly": right}, "quiet": {"flagged": 0, "rightly": 0}}
                for code, (flagged, right) in rules.items()
            ],
            "labels": [
                {"label": "blame-person", "rules": ["AW302", "AW303", "AW304"], "sentences": 16, "found": 10},
                {"label": "named-individual", "rules": ["AW305"], "sentences": 1, "found": 1},
            ],
        }
    )


def page_of(code: str, measured: Measured) -> str:
    found = measured_of(BY_CODE[code], measured)
    assert found is not None
    return str(found)


def test_every_wording_rule_stands_in_the_figures_and_nothing_else() -> None:
    assert [each.part for each in shipped_measures().parts] == ["kept", "read"]
    for each in shipped_measures().parts:
        assert [rule.code for rule in each.rules] == [rule.code for rule in WORDING]
        for label in each.labels:
            assert set(label.rules) <= set(BY_CODE)
            assert label.found <= label.sentences
        assert sum(label.sentences for label in each.labels) == each.blameful <= each.sentences
        assert all(rule.shown.flagged <= each.shown.flagged for rule in each.rules)
        assert each.errors.flagged <= each.shown.flagged


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.code)
def test_each_rules_page_tells_its_figures_or_that_there_are_none(rule) -> None:
    pages = {page.path: page.markdown for page in render_guide(index_of([]), read_gates({}), FACTS)}
    section = pages[f"guide/rules/{rule.code}.md"].split("## How often it is right\n")[1].split("\n## ")[0]
    if rule.code == "AW332":
        assert "how often it is right is not known" in section
        return
    for each in shipped_measures().parts:
        flags = next(found for found in each.rules if found.code == rule.code).shown
        told = tell_flags(flags, each.sentences)
        assert told[0].upper() + told[1:] in section
        line = next(row for row in pages[CHAPTER].split("\n") if row.startswith(f"| [{rule.code}]"))
        if flags.flagged:
            assert f"{flags.rightly} of {flags.flagged}" in line
    assert ("not known" in section) == (rule.code in {"AW341", "AW361"})
    assert "../wording.md#sources" in section


WORKS = {
    "Allspaw", "Benner", "Boroditsky", "CHI+MED", "Cook", "Dekker", "Dixon-Woods", "Etsy", "Fausey", "Fischhoff", "Google",
    "Henrichs", "Leveson", "Liberati", "Lueder", "Lunney", "PagerDuty", "Peerally", "RCA²", "Reed", "Shanahan", "Slimmon",
    "Wiegmann", "Wood",
}  # fmt: skip


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.code)
def test_each_manual_names_its_literature_and_the_guide_has_the_addresses(rule) -> None:
    named = {work for work in WORKS if work in rule.doc.split("## Source\n")[1]}
    assert named
    sources = read_chapter("wording").split("## Sources\n")[1]
    assert {work for work in named if work not in sources} == set()
    assert all("](https://" in each or "](http://" in each for each in re.split(r"\n- ", sources)[1:])


def test_other_rules_have_no_such_section() -> None:
    assert measured_of(BY_CODE["AW403"], shipped_measures()) is None


@pytest.mark.parametrize(
    ("flagged", "right", "told"),
    [
        (0, 0, "none of 249 sentences flagged"),
        (1, 1, "1 of 249 sentences flagged, rightly"),
        (1, 0, "1 of 249 sentences flagged, wrongly"),
        (4, 3, "4 of 249 sentences flagged, 3 of them rightly"),
        (4, 4, "4 of 249 sentences flagged, all of them rightly"),
        (5, 0, "5 of 249 sentences flagged, none of them rightly (0 %)"),
        (9, 8, "9 of 249 sentences flagged, 8 of them rightly (89 %)"),
    ],
)
def test_a_share_is_told_of_five_and_more(flagged: int, right: int, told: str) -> None:
    assert tell_flags(Flags(flagged=flagged, rightly=right), 249) == told


def test_a_rule_that_flags_nothing_and_has_no_label_says_so() -> None:
    measured = Measured(parts=(part(AW341=(0, 0)), part("read", AW341=(0, 0))))
    found = measured_of(BY_CODE["AW341"], measured)
    assert found is not None
    assert (found["unlabelled"], found["unseen"]) == (True, True)
    assert "None of 249 sentences flagged" in page_of("AW341", measured)


def test_labels_are_told_with_the_rules_that_answer_for_them() -> None:
    measured = Measured(parts=(part(AW302=(9, 8), AW305=(1, 1)),))
    assert "16 carry its label, “blame person”; AW302, AW303 and AW304 together found 10 (62 %)." in page_of(
        "AW302", measured
    )
    assert "1 carries its label, “named individual”; AW305 found 1." in page_of("AW305", measured)


def test_the_chapter_holds_the_tables_in_place_of_its_mark() -> None:
    page = next(each for each in render_guide(index_of([]), read_gates({}), FACTS) if each.path == CHAPTER)
    assert PLACE.strip() not in page.markdown
    assert measured_tables(shipped_measures()) in page.markdown
    names = Seen(to_html(page.markdown)).names()
    assert names.count("table") == 3 + bool(shipped_measures().documents)
    for rows in re.findall(r"(?m)(?:^\|.*\n)+", page.markdown):
        assert len({line.count("|") for line in rows.splitlines()}) == 1


def test_documents_stand_with_their_addresses_and_what_they_make_together() -> None:
    documents = (
        Document(title="A [lost] index | part 1", address="https://a.example/1", sentences=200, flagged=3, justified=2),
        Document(title="Another", address="https://a.example/2", sentences=300, flagged=5, justified=5),
    )
    text = measured_tables(Measured(parts=(part(AW302=(9, 8)),), documents=documents))
    assert "[A \\[lost\\] index &#124; part 1](<https://a.example/1>) | 200 {" in text
    assert "Of 500 sentences 8 were flagged (1\\.6 %), and 7 of 8 (88 %) of the flags were" in " ".join(text.split())
    assert "Justified" not in measured_tables(Measured(parts=(part(AW302=(9, 8)),)))


@pytest.mark.parametrize(
    "text",
    [
        "documents: [{title: A, address: https://a.example, sentences: 9, flagged: 10, justified: 1}]",
        "documents: [{title: A, address: https://a.example, sentences: 9, flagged: 2, justified: 3}]",
        "documents: [{title: A, address: 'javascript:alert(1)', sentences: 9, flagged: 2, justified: 1}]",
        "parts: [{part: seen}]",
        "more: 1",
    ],
)
def test_figures_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        read_measures(text)


def test_shares_are_rounded_and_never_told_of_few() -> None:
    assert [share(5, 6), share(1, 4), share(0, 0)] == ["83 %", "", ""]
