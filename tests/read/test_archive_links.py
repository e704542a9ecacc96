"""Links of imported reports, by the paths and the old addresses of their archive."""

from __future__ import annotations

import pytest

from afterword.link.graph import link_reports
from afterword.link.targets import resolve_href
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.archive_links import with_archive_links
from afterword.read.report import read_report


def imported(report_id: str, path: str, body: str = "", archive: str = "old", more: str = "") -> Report:
    text = f"---\ntitle: t\nlifecycle: imported\nx-imported:\n  archive: {archive}\n  path: {path!r}\n{more}---\n\n{body}\n"
    place = f"reports/{report_id[:4]}/{report_id}.md"
    return read_report(text.encode(), path=place, place=place, settings=Settings())


OTHERS = (
    imported("2018-outage", "2018/Outage.md"),
    imported("2019-queue", "_posts/2019-03-01-queue.md"),
    imported(
        "2020-drift",
        "content/posts/drift.md",
        more="  metadata: {aliases: [/old/drift/, other], url: https://x.example/y}\n",
    ),
    imported("2021-bundle", "2021/bundle/index.md"),
    imported("2022-two", "x/two.md"),
    imported("2022-two-2", "y/two.md"),
    imported("2023-elsewhere", "elsewhere.md", archive="another"),
    imported("2024-ja", "ja/検索.md"),
)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../2018/Outage.md", "2018-outage"), ("../2018/outage.md#impact", "2018-outage"), ("../2018/Outage.html", "2018-outage"),
        ("../2018/Outage", "2018-outage"), ("../2018/Outage/", "2018-outage"), ("/2018/Outage.html?x=1", "2018-outage"),
        ("../_posts/2019-03-01-queue.md", "2019-queue"), ("/2019/03/01/queue/", "2019-queue"), ("/2019/03/01/queue.html", "2019-queue"),
        ("/blog/2019/03/01/queue/", "2019-queue"), ("/posts/drift/", "2020-drift"), ("/old/drift", "2020-drift"),
        ("../2021/bundle/", "2021-bundle"), ("../2021/bundle/index.md", "2021-bundle"), ("../ja/%E6%A4%9C%E7%B4%A2.md", "2024-ja"),
        ("../x/two.md", "2022-two"), ("../y/two.html", "2022-two-2"), ("..\\x\\two.md", "2022-two"),
        ("two.md", None), ("missing.md", None), ("../../../../etc/passwd", None), ("elsewhere.md", None), ("/", None),
    ],
)  # fmt: skip
def test_links(href: str, target: str | None) -> None:
    source = imported("2017-source", "2017/source.md", f"[x](<{href}>)")
    found = {report.id: report for report in with_archive_links([*OTHERS, source], ())}["2017-source"]
    resolved = resolve_href(found, found.body.links[0].href)
    assert (resolved.kind, resolved.value if target else None) == (("report", target) if target else ("lost", None))
    relations = link_reports([*OTHERS, found]).outgoing.get("2017-source", ())
    assert [each.target for each in relations] == ([target] if target else [])


@pytest.mark.parametrize(
    "href", ["https://example.com/2018/outage.md", "#impact", "mailto:a@example.com", "//example.com/x", "javascript:x"]
)
def test_links_that_are_none_of_the_archive(href: str) -> None:
    source = imported("2017-source", "2017/source.md", f"[x]({href})")
    found = {report.id: report for report in with_archive_links([*OTHERS, source], ())}["2017-source"]
    assert found.archive_links == {}


def test_a_link_written_since_means_the_place_of_the_report() -> None:
    source = imported(
        "2017-source", "2017/source.md", "[a](../2018/2018-outage.md) [b](../../index.md) [c](../../evidence/e/x.txt)"
    )
    found = {report.id: report for report in with_archive_links([*OTHERS, source], {"index.md", "evidence/e/x.txt"})}[
        "2017-source"
    ]
    assert [resolve_href(found, link.href).kind for link in found.body.links] == ["report", "page", "evidence"]


def test_pictures_lead_to_the_copies() -> None:
    source = imported(
        "2017-source", "2017/source.md", "![a](img/a.png) ![b](img/b.png)", more="  files: {2017/img/a.png: a.png}\n"
    )
    (found,) = with_archive_links([source], ())
    assert resolve_href(found, found.body.links[0].href).value == "evidence/2017-source/a.png"
    assert [resolve_href(found, link.href).kind for link in found.body.links] == ["evidence", "lost"]


def test_without_imports_nothing_changes() -> None:
    text = b"---\ntitle: t\nsystem: {name: x}\n---\n[x](missing.md)\n"
    report = read_report(text, path="2019-a.md", place="reports/2019/2019-a.md", settings=Settings())
    assert with_archive_links([report], ()) == (report,)
