"""The generated guide says what the code says: no field, requirement, rule or entry is missing from it."""

from __future__ import annotations

import re

import pytest
from tests.pages.lists_sample import index_of, vocabulary
from tests.pages.report_sample import FACTS, Seen, to_html

from afterword.model.gates import CONDITIONS
from afterword.model.json_schema import groups_of_fields
from afterword.pages.guide import render_guide
from afterword.pages.guide_fields import describe_fields, describe_path
from afterword.read.gates import read_gates
from afterword.rules import RULES


def guide(gates=None):
    return {page.path: page for page in render_guide(index_of([]), gates or read_gates({}), FACTS)}


def test_every_field_of_the_model_is_described_once() -> None:
    groups = describe_fields(read_gates({}))
    assert len(groups) == len(list(groups_of_fields())) == len({group.path for group in groups})
    for group in groups:
        for field in group.fields:
            assert field.about, f"{group.path}.{field.name}"
            assert field.takes, f"{group.path}.{field.name}"


@pytest.mark.parametrize(
    ("path", "name", "takes"),
    [
        ("", "title", "text"),
        ("", "kind", "one of `incident`, `near_miss`, `exercise` · `incident` where it is left out"),
        ("", "occurred_on", "day, month or year: `2026-03-11`, `2026-03`, `2026`"),
        ("", "tags", "list of texts"),
        ("", "timeline", "list of entries, see below"),
        ("", "system", "fields, see below"),
        ("", "external", "fields of any name"),
        ("behaviour", "failing", "whole number"),
        ("impact.money", "amount", "number · each entry needs it"),
        ("impact.people_affected", "min", "whole number · an entry needs one of `min`, `max`"),
        ("timeline.replay", "for", "length of time, such as `15 min` or `2 h`"),
        ("updates", "correction", "`true` or `false` · `false` where it is left out"),
        (
            "eval_cases.input.messages",
            "role",
            "one of `system`, `developer`, `user`, `assistant`, `tool` · each entry needs it",
        ),
        ("evidence", "sha256", "SHA-256 digest in 64 hex digits"),
        ("snapshot", "tools", "list of values"),
    ],
)
def test_a_field_says_what_it_takes(path: str, name: str, takes: str) -> None:
    group = next(each for each in describe_fields(read_gates({})) if each.path == path)
    assert str(next(each for each in group.fields if each.name == name).takes) == takes


def test_a_path_leads_to_its_description() -> None:
    assert describe_path("review.facilitator_role") == "The facilitator's role."
    assert describe_path("impact.money.amount").startswith("The amount")


def test_every_condition_stands_in_the_gates_with_the_rule_that_judges_it() -> None:
    text = guide()["guide/gates.md"].markdown
    for name, words in CONDITIONS.items():
        assert words[1:] in text, name
        code = next(rule.code for rule in RULES if name in rule.handles)
        assert f"[{code}](<rules/{code}.md>)" in text


def test_changes_of_the_gate_table_show() -> None:
    changed = read_gates({"exercise": {"published": {"add": ["severity"]}}})
    section = guide(changed)["guide/gates.md"].markdown.split("## Exercise")[1].split("##")[0]
    assert "| published | How severe it was" in section


def test_each_rule_has_a_page_that_the_list_leads_to() -> None:
    pages = guide()
    mended, listed = pages["guide/rules/index.md"].markdown.split("## Fields and gates")
    link = r"\[(AW\d+)\]\(<AW\d+\.md>\)"
    assert sorted(re.findall(link, listed)) == sorted(rule.code for rule in RULES)
    assert sorted(re.findall(link, mended)) == sorted(rule.code for rule in RULES if rule.mends)
    for rule in RULES:
        page = pages[f"guide/rules/{rule.code}.md"]
        assert page.markdown.startswith(f"# {rule.code} {rule.name}\n")
        assert rule.doc.strip() in page.markdown
        seen = Seen(to_html(page.markdown))
        assert seen.names().count("h1") == 1
        assert not {"script", "b"} & set(seen.names())


def test_every_entry_of_the_vocabulary_stands_in_it() -> None:
    text = guide()["guide/vocabulary.md"].markdown
    for term in (*vocabulary().factors, *vocabulary().kinds):
        assert f"<code>{term.id}</code>" in text


def test_headings_keep_clear_of_what_stands_before_them() -> None:
    for page in guide().values():
        assert not re.search(r"(?m)^[^\n`]+\n#+ \w", re.sub(r"(?s)```.*?```", "", page.markdown)), page.path
