"""What the mechanical cures of field rules write, and that they change nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.front_matter import FrontMatter
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.gates import read_gates
from afterword.read.report import read_report
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules.factors import aw401_unknown_factor
from afterword.rules.fields import aw126_tag_form, aw127_key_order
from afterword.rules.rule import Context, Hit, Rule

NAME = "2026-03-11-case.md"


def _read(text: str) -> Report:
    return read_report(text.encode(), path=NAME, place=f"reports/2026/{NAME}", settings=Settings())


def _hits(rule: Rule, report: Report) -> list[Hit]:
    collection = Collection((report,), shipped_vocabulary())
    project = Project(Path("root"), Path("root/postmortems"))
    context = Context(project, collection, link_reports((report,)), read_gates({}), date(2026, 11, 23))
    assert rule.check is not None
    return list(rule.check(report, context))


def _fixed(rule: Rule, text: str) -> str:
    fixes = [hit.fix for hit in _hits(rule, _read(text)) if hit.fix]
    for fix in sorted(fixes, key=lambda each: each.start, reverse=True):
        text = text[: fix.start] + fix.text + text[fix.end :]
    return text


def _report(front: str) -> str:
    return f"---\n{front}---\n\n## What happened\n\nThe assistant chose a voucher.\n"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("[Fine tuning, RAG]", "[fine-tuning, rag]"),
        ("[\"Fine_tuning\", 'A  B']", "[\"fine-tuning\", 'a-b']"),
        ("\n- Größe der Gruppe", "\n- größe-der-gruppe"),
        ("[2026 03 11]", '["2026-03-11"]'),
    ],
)
def test_tag_is_rewritten_in_its_place(written: str, wanted: str) -> None:
    assert _fixed(aw126_tag_form.RULE, _report(f"tags: {written}\n")) == _report(f"tags: {wanted}\n")


def test_tag_over_two_lines_or_without_letters_is_left() -> None:
    for written in ('["Fine\n  tuning"]', '["-"]', '["Fine\\ttuning"]'):
        text = _report(f"tags: {written}\n")
        assert _hits(aw126_tag_form.RULE, _read(text))
        assert _fixed(aw126_tag_form.RULE, text) == text


@given(st.text(max_size=30))
def test_kebab_case_is_its_own_kebab_case(text: str) -> None:
    once = aw126_tag_form.kebab_case(text)
    assert aw126_tag_form.kebab_case(once) == once
    assert "--" not in once
    assert once == once.strip("-")


def test_unknown_factor_takes_the_id_that_was_meant() -> None:
    text = _report('contributing_factors:\n  - factor: "data_proxy_target"\n')
    assert _fixed(aw401_unknown_factor.RULE, text) == text.replace('"data_proxy_target"', "data-proxy-target")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_keys_move_with_their_lines_and_comments(end: str) -> None:
    before = (
        "# About this report\n\nseverity: sev3  # our reading\n\n# What happened\ntitle: Unequal discounts\n"
        "x-cost: a\nsystem:\n  name: shop  # short\n  # the inner comment\ntags:\n- chatbot\n# the end\n"
    )
    after = (
        "# About this report\n\n# What happened\ntitle: Unequal discounts\nx-cost: a\nseverity: sev3  # our reading\n\n"
        "tags:\n- chatbot\nsystem:\n  name: shop  # short\n  # the inner comment\n# the end\n"
    )
    assert _fixed(aw127_key_order.RULE, _report(before).replace("\n", end)) == _report(after).replace("\n", end)


@pytest.mark.parametrize(
    "front",
    ["{severity: sev3, title: Unequal discounts}\n", '"severity": sev3\n? title\n: Unequal discounts\n'],
)
def test_keys_that_cannot_be_moved_by_lines_are_left(front: str) -> None:
    assert _fixed(aw127_key_order.RULE, _report(front)) == _report(front)


KEYS = {
    "title": "title: Unequal discounts\n",
    "severity": "severity: sev3\n",
    "plain_summary": "plain_summary: |+\n  For nine days\n\n  # no comment\n\n",
    "trade_off": 'trade_off: "Shorter chats,\n  # no comment\n\n  less equal"\n',
    "tags": "# labels\ntags:\n- chatbot\n",
    "system": "system: {name: shop,\n  owner_team: commerce}\n",
    "x-own": "x-own: |-\n  kept\n# below\n\n",
}


@given(st.permutations(sorted(KEYS)))
def test_any_order_is_put_right_once_and_reads_the_same(order: list[str]) -> None:
    text = _report("".join(KEYS[key] for key in order))
    fixed = _fixed(aw127_key_order.RULE, text)
    assert sorted(fixed.split("\n")) == sorted(text.split("\n"))
    assert _read(fixed).front == _read(text).front != FrontMatter()
    assert _hits(aw127_key_order.RULE, _read(fixed)) == []


def test_a_line_of_a_quoted_text_is_not_taken_for_a_comment() -> None:
    text = _report('severity: "sev3\n# quoted"\ntitle: Unequal discounts\n').replace("severity", "trade_off")
    assert _hits(aw127_key_order.RULE, _read(text))
    fixed = _fixed(aw127_key_order.RULE, text)
    assert _read(fixed).front == _read(text).front


@pytest.mark.parametrize("front", ["{\nseverity: sev3,\ntitle: Unequal discounts\n}\n"])
def test_keys_within_one_brace_are_left(front: str) -> None:
    assert _fixed(aw127_key_order.RULE, _report(front)) == _report(front)
