"""The related reports at the end of a report page."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_sample import Seen, page_of, report, simple, to_html

from afterword.pages.clean import clean_html

HOW = "how: The condition fed into what happened in this case"


def section(*reports, **options) -> str:
    text = page_of(*reports, **options).markdown
    start = text.find("## Related reports")
    return "" if start < 0 else text[start : text.find("\n## ", start + 5) if "\n## " in text[start + 5 :] else None]


def with_factor(report_id: str, factor: str = "comm-silo", front: str = ""):
    return simple("Text.\n", f"contributing_factors: [{{factor: {factor}, {HOW}}}]\n{front}", report_id)


def test_declared_relations_come_first_and_reasons_lead_to_factor_pages() -> None:
    found = section(
        with_factor("2026-03-11-case", front="related: [2026-01-01-declared]\n"),
        simple("Nothing else.\n", "", "2026-01-01-declared"),
        with_factor("2026-01-02-alike"),
        *(simple(f"Another matter, {n}.\n", "", f"2025-01-0{n}-rest") for n in range(1, 7)),
    )
    assert found.index("2026-01-01-declared.md") < found.index("2026-01-02-alike.md")
    seen = Seen(to_html(found))
    assert "Declared as related." in seen.text
    assert "Shares " in seen.text
    assert "../factors/comm-silo.md" in found
    assert "2 January 2026" in seen.text


def test_few_computed_reports_stand_and_none_that_is_not_worth_it() -> None:
    alike = [with_factor(f"2026-01-{n:02}-alike") for n in range(1, 12)]
    found = section(with_factor("2026-03-11-case"), *alike)
    assert sum(each.id in found for each in alike) == 5
    rest = [
        report(f"---\ntitle: {word}\nlifecycle: published\n---\n\n{word}\n", f"2026-01-0{n}-x")
        for n, word in enumerate(("Bread", "Lamp", "Key"), 1)
    ]
    assert section(with_factor("2026-03-11-case"), *rest) == ""


def test_all_that_were_declared_stand_and_two_computed_beside_them() -> None:
    ids = [f"2026-01-{n:02}-declared" for n in range(1, 8)]
    found = section(
        with_factor("2026-03-11-case", front=f"related: [{', '.join(ids)}]\n"),
        *(simple("Text.\n", "", each) for each in ids),
        *(with_factor(f"2026-02-0{n}-alike") for n in range(1, 5)),
    )
    assert all(each in found for each in ids)
    assert sum(f"2026-02-0{n}-alike" in found for n in range(1, 5)) == 2


def test_a_withdrawn_report_stands_nowhere() -> None:
    gone = "---\ntitle: Something withdrawn\nlifecycle: withdrawn\nwithdrawn: {because: Wrong}\n---\n"
    found = page_of(
        with_factor("2026-03-11-case", front="related: [2026-01-01-gone]\n"), report(gone, "2026-01-01-gone")
    )
    assert "2026-01-01-gone" not in found.markdown


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "`}{: onclick=x }", "</div><b>"]
)
def test_hostile_labels_and_titles_do_nothing(hostile: str) -> None:
    text = "---\ntitle: '{0}'\nlifecycle: published\ntags: ['{0}']\nsystem: {{name: '{0}'}}\nremediations: [{{title: T, kind: '{0}'}}]\n---\n\n{0}\n"
    reports = [report(text.format(hostile), f"2026-03-1{n}-case") for n in (1, 2)]
    page = section(*reports)
    html = clean_html(to_html(page))
    assert page
    assert "alert" not in html or "<script" not in html
    assert not [href for href in Seen(html).hrefs() if href.startswith("javascript")]
    assert "onclick" not in {key for _, attributes in Seen(html).elements for key in attributes}
    assert "b" not in Seen(html).names()


def test_japanese_reasons_are_phrases() -> None:
    text = "---\ntitle: {}\nlifecycle: published\n---\n\n{}\n"
    reports = [
        report(text.format("証明書の期限切れで画面が開けない", "サーバー証明書の期限が切れた。"), "2026-03-11-case"),
        report(text.format("取引先の証明書の期限切れ", "サーバー証明書の更新を忘れた。"), "2026-03-12-other"),
        *(
            report(text.format(title, body), f"2026-01-0{n}-rest")
            for n, (title, body) in enumerate(
                (("倉庫の温度", "空調が止まった。"), ("配送の遅れ", "雪が降った。"), ("電話が不通", "回線が切れた。")),
                1,
            )
        ),
    ]
    seen = Seen(to_html(section(*reports)))
    assert "Both speak of “" in seen.text
    assert "証明書" in seen.text


def test_the_example_has_related_reports_on_each_page(root: Path) -> None:
    from report_sample import SETTINGS, TODAY

    from afterword.index.index import build_index
    from afterword.model.project import Project
    from afterword.pages.report_related import related_items
    from afterword.read.collection import read_collection

    collection = read_collection(Project(root=root, docs=root / "postmortems", settings=SETTINGS))
    index = build_index(collection.for_audience("company"), TODAY, count_public_sources=True)
    assert all(2 <= len(related_items(each, index)) <= 12 for each in index.listed)
