"""The guide's chapters: complete, well formed, leading somewhere on every site, and true of the product."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml
from click import Group
from tests.engines.site import CONFIG, ROOT, run, write_site
from tests.pages.lists_sample import index_of, vocabulary
from tests.pages.report_sample import FACTS, SETTINGS, Seen, to_html
from tests.rules.wording.conftest import find_in

from afterword.archive.mapping import read_mapping
from afterword.commands.main import cli
from afterword.link.targets import resolve_href
from afterword.model.chapters import CHAPTERS, CONTENTS, GUIDE_PAGES, REFERENCE
from afterword.model.gates import CONDITIONS
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.model.vocabulary import Factor
from afterword.pages.guide import render_guide
from afterword.pages.guide_chapters import read_chapter
from afterword.pages.guide_fields import describe_fields
from afterword.pages.guide_needs import FIELDS_OF
from afterword.pages.page import SiteFacts
from afterword.read.gates import read_gates
from afterword.read.group_examples import field_examples
from afterword.read.report import read_report
from afterword.rules import BY_CODE, RULES

GATES = read_gates({})
FILES = {path.stem: path.read_text() for path in Path(str(resources.files("afterword.pages"))).glob("guide_texts/*.md")}
NAMES = sorted(FILES)
MADE = "commands"
"""The one text that is made, from the commands, and is as long as they are."""


def pages(by_hand: tuple[str, ...] = ()):
    facts = SiteFacts("Learning", "https://learning.example.org/", "", "UTC", frozenset(by_hand))
    return {page.path: page for page in render_guide(index_of([]), GATES, facts)}


def prose(text: str) -> str:
    """Without fences and code."""
    return re.sub(r"`[^`\n]+`", "", re.sub(r"(?ms)^ *```.*?^ *```", "", text))


def test_every_chapter_is_listed_and_every_listed_one_is_there() -> None:
    assert sorted({"index", MADE, *(chapter.name for chapter in CHAPTERS)}) == NAMES
    assert len({chapter.name for chapter in CHAPTERS}) == len(CHAPTERS)
    assert [chapter for _, chapters in CONTENTS for chapter in chapters] == list(CHAPTERS)
    assert set(pages()) >= GUIDE_PAGES


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_a_chapter_begins_with_its_title_and_says_what_it_answers(chapter) -> None:
    page = pages()[chapter.path]
    assert page.title == chapter.title
    assert page.markdown.startswith(f"# {chapter.title}\n")
    assert page.description == chapter.about
    assert re.fullmatch(r"[A-Z][^<>*`\[]{20,110}\.", chapter.about)
    assert Seen(to_html(page.markdown)).names().count("h1") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_text_keeps_the_house_style(name: str) -> None:
    text = FILES[name]
    # A link's target cannot be broken, however long it is.
    assert [line for line in text.split("\n") if len(line) > 120 and "](https://" not in line] == []
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\t" not in text
    words = prose(text)
    assert 200 <= len(words.split()) <= (5000 if name == MADE else 2000)
    headings = re.findall(r"(?m)^#+ (.+)$", words)
    for heading in headings:
        later = heading.replace("*", "").split(" ")[1:]
        assert not [word for word in later if word[:1].isupper() and word not in {"AI", "MkDocs", "I"}], heading
    assert not re.search(r"(?m)^[^\n]+\n#+ \w", words), "a heading keeps clear of the text before it"
    assert not re.search(r"[!]\s|—", words.replace("!!! ", ""))
    assert not re.search(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]", text)


@pytest.mark.parametrize("name", NAMES)
def test_whoever_is_spoken_to_in_blame_is_not_you(name: str) -> None:
    # Only what is to be said aloud, between quotation marks or in a block quote, speaks to somebody.
    silent = re.sub(r"“[^”]*”|\"[^\"]*\"", "", re.sub(r"(?m)^>.*$", "", prose(FILES[name])))
    silent = re.sub(r"(?m)^\d+\. .*(?:\n   .*)*", "", silent)
    found = re.findall(r"(?i)\byou (?:should|could|must|forgot|failed|did ?n.t|missed|have to)\b", silent)
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_and_every_command_that_is_named_exists(name: str) -> None:
    text = FILES[name]
    for code in set(re.findall(r"\bAW\d{3}\b", text)):
        assert code in BY_CODE
    assert isinstance(cli, Group)
    commands = set(cli.commands)
    for command, rest in re.findall(
        r"afterword ([a-z]+(?:-[a-z]+)*)\b([^\n`]*)", "\n".join(re.findall(r"`[^`]+`|\$ .+", text))
    ):
        assert command in commands, command
        found, options = cli.commands[command], rest
        if isinstance(found, Group) and options.split():
            assert options.split()[0] in found.commands, f"{command} {options}"
            found = found.commands[options.split()[0]]
        known = {name for each in found.params for name in each.opts}
        for option in re.findall(r"--[a-z-]+", options):
            assert option in known, f"{command} {option}"


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_and_field_in_an_example_exists(name: str, tmp_path: Path) -> None:
    for block in re.findall(r"(?ms)^```yaml\n(.*?)^```", FILES[name]):
        if block.startswith("plugins:"):
            named = set(re.findall(r"(?m)^      ([a-z_]+):", block))
            assert named <= {info.alias or key for key, info in Settings.model_fields.items()}
        elif block.startswith("on:"):
            steps = yaml.safe_load(block)["jobs"].values()
            own = re.findall(r"uses: \S+?/(\.github/actions/\S+)@", block)
            assert steps
            assert all((ROOT / each / "action.yml").is_file() for each in own)
        elif block.startswith("repos:"):
            hooks = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
            assert {each["id"] for each in yaml.safe_load(block)["repos"][0]["hooks"]} <= hooks
        elif block.startswith("- id: x-"):
            assert [Factor.model_validate(each).id for each in yaml.safe_load(block)]
        elif block.startswith("archive:"):
            (tmp_path / "import.yml").write_text(block, encoding="utf-8")
            assert read_mapping(tmp_path / "import.yml", "import.yml")[1] == ()
        else:
            report = _read(block)
            assert [problem.message for problem in report.problems] == []


def _read(front: str):
    text = f"---\n{front.rstrip()}\n---\n"
    return read_report(text.encode(), path="2026-03-11-example.md", place="", settings=SETTINGS)


@pytest.mark.parametrize("name", NAMES)
def test_no_chapter_leads_to_a_report_or_loads_anything(name: str) -> None:
    text = FILES[name]
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    assert not [link for link in links if re.search(r"reports/\d", link)]
    assert not re.findall(r"!\[|<(?:img|script|iframe|link|object)\b", text)
    outside = [link for link in links if ":" in link]
    assert all(link.startswith(("https://", "http://www.chi-med.ac.uk/")) for link in outside)


def test_the_index_leads_to_all_of_the_guide() -> None:
    text = pages()["guide/index.md"].markdown
    for chapter in (*CHAPTERS, *REFERENCE):
        assert f"[{chapter.title}](<{chapter.name}.md>)\n:   " in text
        assert chapter.about in text


def test_chapters_lead_on_to_one_another() -> None:
    found = pages()
    for chapter, following in zip(CHAPTERS, [*CHAPTERS[1:], REFERENCE[0]], strict=True):
        foot = found[chapter.path].markdown.rsplit("\n\n", 1)[1]
        assert foot.startswith(f"Next: [{following.title}](<{following.name}.md>)")
        assert "(<index.md>)" in foot


def test_an_organisations_own_chapters_are_listed() -> None:
    text = pages(("index.md", "guide/labelling-desk.md", "guide/near-misses.md"))["guide/index.md"].markdown
    own = text.split("### Of this organisation")[1]
    assert own.strip() == "- [Labelling desk](<labelling-desk.md>)"
    assert "Of this organisation" not in pages()["guide/index.md"].markdown


def test_the_reference_pages_are_complete() -> None:
    found = pages()
    fields = found["guide/fields.md"].markdown
    for group in describe_fields(GATES):
        section = fields.split("## The top" if not group.path else f"## <code>{_plain(group.path)}</code>")[1]
        for field in group.fields:
            assert f"<code>{_plain(field.name)}</code>\n:   " in section.split("\n## ")[0], f"{group.path}.{field.name}"
    gates = found["guide/gates.md"].markdown
    for name, words in CONDITIONS.items():
        assert gates.count(words[1:]) >= 1, name
    rules = found["guide/rules/index.md"].markdown
    for rule in RULES:
        row = next(line for line in rules.split("\n") if line.startswith(f"| [{rule.code}]"))
        assert f'| {rule.draft_words} {{ data-label="Draft, in review" }} | {rule.published_words}' in row
        assert (f"{rule.level}, always" in row) == (not rule.suppressible)
    words = found["guide/vocabulary.md"].markdown
    for term in (*vocabulary().factors, *vocabulary().kinds):
        entry = words.split(f"<code>{term.id}</code>")[1].split("\n")[0]
        codes = re.sub(r"\\", "", entry)
        assert all(f"<code>{code}</code>" in codes for listed in term.maps_to.values() for code in listed), term.id


def _plain(name: str) -> str:
    return name.replace("_", "\\_")


def test_every_group_of_fields_has_an_example_that_reads_and_names_each_field() -> None:
    examples = field_examples()
    groups = describe_fields(GATES)
    assert set(examples) == {group.path for group in groups}
    for group in groups:
        report = _read(examples[group.path])
        assert [problem.message for problem in report.problems] == [], group.path
        typed = {".".join(part for part in path if isinstance(part, str)) for path in report.keys}
        scalar = {field.name for field in group.fields if "below" not in field.takes}
        assert {f"{group.path}.{name}".lstrip(".") for name in scalar} <= typed, group.path


def test_the_fields_say_when_they_are_needed() -> None:
    assert set(FIELDS_OF) == set(CONDITIONS)
    paths = {f"{group.path}.{field.name}".lstrip(".") for group in describe_fields(GATES) for field in group.fields}
    assert {path for listed in FIELDS_OF.values() for path in listed} <= paths
    text = pages()["guide/fields.md"].markdown
    assert "needed from draft on: every report" in text
    assert "needed from in review on: incidents</span>" in text
    assert "needed from published on: incidents; there is an eval case" in text
    changed = describe_fields(read_gates({"exercise": {"published": {"add": ["trade_off"]}}}))
    trade_off = next(field for field in changed[0].fields if field.name == "trade_off")
    assert [str(need) for need in trade_off.needs] == ["needed from published on: exercises"]


@pytest.mark.parametrize("path", sorted(GUIDE_PAGES))
def test_a_report_may_lead_to_every_page_of_the_guide(path: str) -> None:
    text = f"# A\n\nSee [it](../../{path}).\n"
    report = read_report(text.encode(), path="a.md", place="reports/2026/a.md", settings=SETTINGS)
    assert resolve_href(report, f"../../{path}").value == path
    hits = list(BY_CODE["AW207"].check(report, _context(report)))
    assert hits == []


def _context(report):
    from datetime import date

    from afterword.link.graph import link_reports
    from afterword.model.collection import Collection
    from afterword.rules.rule import Context

    project = Project(ROOT, ROOT / "postmortems", None, SETTINGS, ())
    collection = Collection((report,), vocabulary())
    return Context(project, collection, link_reports((report,)), GATES, date(2026, 11, 23))


@pytest.mark.engine
def test_every_link_leads_somewhere_on_an_empty_site(tmp_path: Path) -> None:
    folder = _empty_site(tmp_path)
    run("mkdocs", "build", "-q", "--strict", "-d", "out", cwd=folder)
    for chapter in CHAPTERS:
        html = (folder / "out/guide" / chapter.name / "index.html").read_text()
        assert html.count("<h1") == 1
        assert not re.findall(r"<(?:img|script|iframe)[^>]+src=\"(?:https?:)?//", html)
        assert not re.findall(r"<link[^>]+rel=\"(?:stylesheet|preload|preconnect)\"[^>]+href=\"(?:https?:)?//", html)


def _empty_site(folder: Path) -> Path:
    """A repository of another organisation, with no report at all."""
    write_site(folder)
    for path in (folder / "postmortems/reports").rglob("*.md"):
        path.unlink()
    (folder / "postmortems/guide/index.md").unlink()
    levels = "validation:\n  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}\n"
    (folder / "mkdocs.yml").write_text(CONFIG + "      audience: company\n" + levels)
    return folder


@pytest.mark.engine
def test_a_page_by_hand_wins_and_stays_linked(tmp_path: Path) -> None:
    folder = _empty_site(tmp_path)
    (folder / "postmortems/guide/near-misses.md").write_text("# Near misses with us\n\nOur own words.\n")
    (folder / "postmortems/guide/labelling-desk.md").write_text("# The labelling desk\n\nOn the second floor.\n")
    run("mkdocs", "build", "-q", "--strict", "-d", "out", cwd=folder)
    text = (folder / "out/guide/near-misses/index.html").read_text()
    assert "Our own words." in text
    assert "What counts as one" not in text
    assert 'href="labelling-desk/"' in (folder / "out/guide/index.html").read_text()


def test_the_texts_are_in_the_package() -> None:
    assert read_chapter("index").startswith("# Guide\n")
    assert FACTS.by_hand


def test_the_examples_on_wording_are_found_and_left_alone_as_the_chapters_say() -> None:
    subjects = FILES["wording"].split('<div class="aw-pairs" markdown>')[1].split("</div>")[0]
    told = re.findall(r"(?s)“([^”]+)” (A finding|No finding|says)", " ".join(subjects.split()))
    assert len(told) == 7
    for sentence, verdict in told:
        assert bool(find_in(f"{sentence}\n")) == (verdict == "A finding"), sentence
    pairs = FILES["wording-findings"].split('<div class="aw-pairs" markdown>')[1].split("</div>")[0]
    before = re.findall(r"(?m)^“(.+)”$", pairs)
    assert len(before) == pairs.count("\n:   ") == 7
    for sentence in before:
        assert find_in(f"{sentence}\n"), sentence
    assert find_in(re.sub(r"(?m)^(?:“.+”$|:  )", "", pairs)) == []
