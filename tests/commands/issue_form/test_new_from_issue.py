"""`new --from-issue`: a draft that passes, whatever was typed into the form, with every word found again in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from afterword.commands.form import write_form
from afterword.commands.issue_form.answers import find_answers
from afterword.commands.issue_form.clean import Cleaner
from afterword.commands.issue_form.draft import read_told
from afterword.commands.issue_form.questions import ASIDE, QUESTIONS, READERS, STOPPED, UNLINK, UNLINKED
from afterword.commands.issue_form.source import MOST_BYTES, Issue, read_issue
from afterword.commands.main import cli
from afterword.commands.refusal import Refusal
from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.model.systems import Systems
from afterword.read.collection import read_collection
from afterword.read.gates import read_gates
from afterword.read.report import read_report
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_collection

Run = Callable[..., Result]
TODAY = date(2026, 5, 18)
STRICT = Settings.model_validate({"limits": {"line_characters": 200, "run_characters": 10}})
LABELS = {each.name: each.label for each in QUESTIONS}
FORM = {
    "happened": "The assistant offered a voucher twice.\n\nBoth were honoured.",
    "when": "2026-03-11", "system": "shop-assistant", "stopped": "No", "affected": "About 40 customers",
    "noticed": "A customer wrote in", "surprised": "_No response_", "done": "Vouchers are off",
    "readers": "Everyone who reads the reports here", "links": f"- [ ] {UNLINK}",
}  # fmt: skip


def form(**answers: str) -> str:
    """An issue as GitHub writes it from the form."""
    return "\n\n".join(f"### {LABELS[name]}\n\n{text}" for name, text in {**FORM, **answers}.items())


def front(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text().split("---\n")[1])
    return found


@pytest.fixture
def draft(afterword: Run, repository: Any) -> Callable[..., tuple[Path, Result]]:
    """Makes a draft of an issue's text, or of an object as JSON, and looks whether it passes."""

    def make(issue: str | dict[str, object], *arguments: str, encoding: str = "utf-8") -> tuple[Path, Result]:
        text = issue if isinstance(issue, str) else json.dumps(issue)
        (repository.root / "issue.md").write_bytes(text.encode(encoding, "surrogatepass"))
        made = afterword("new", "--from-issue", "issue.md", *arguments)
        assert made.exit_code == 0, made.output
        path = Path(made.stdout.splitlines()[0].removeprefix("wrote "))
        checked = afterword("check", "--format", "json", path)
        assert checked.exit_code == 0, checked.stdout
        return path, made

    return make


def test_a_form_becomes_a_draft(draft: Any) -> None:
    path, made = draft({"title": "Two vouchers for one order", "body": form()})
    assert path.name == "2026-03-11-two-vouchers-for-one-order.md"
    found = front(path)
    assert (found["kind"], found["system"]["name"], found["lifecycle"]) == ("incident", "shop-assistant", "draft")
    assert "audience" not in found
    body = path.read_text().split("---\n", 2)[2]
    assert body.startswith(
        "\n## What happened\n\nThe assistant offered a voucher twice.\n\nBoth were honoured.\n\n### Who"
    )
    assert [line for line in body.split("\n") if line.startswith("#")] == [
        "## What happened", "### Who was affected?", "### How was it noticed?", "### What was done so far?",
        "## How it came about", "## What we learned",
    ]  # fmt: skip
    assert "kept" not in made.stdout
    assert "left out" not in made.stdout


def test_what_was_stopped_is_a_near_miss_and_what_is_typed_wins(draft: Any) -> None:
    path, _ = draft(form(stopped="Yes, it was stopped"))
    assert front(path)["kind"] == "near_miss"
    path, _ = draft(form(stopped="Yes, it was stopped"), "--kind", "incident", "--date", "2026-02", "--system", "other",
                    "A title of my own")  # fmt: skip
    assert path.name == "2026-02-a-title-of-my-own.md"
    assert (front(path)["kind"], front(path)["system"]["name"]) == ("incident", "other")


@pytest.mark.parametrize("key", ["created_at", "createdAt"])
def test_without_a_day_it_is_the_one_on_which_the_issue_was_opened(draft: Any, key: str) -> None:
    issue = {"title": "A voucher twice", "body": form(when="_No response_"), key: "2026-03-12T23:30:00Z"}
    event = {"action": "labeled", "issue": issue, "sender": {"login": "canary-login"}}
    assert draft(event)[0].name.startswith("2026-03-13-a-voucher")
    assert draft({**issue, key: "2031-01-01T00:00:00Z"})[0].name.startswith("2026-05-18-a-voucher")
    assert draft({**issue, key: ["2"]})[0].name.startswith("2026-05-18-a-voucher")


@pytest.mark.parametrize("typed", ["last Tuesday", "2027-01-01", "2026-02-30", "0001", "2026-03-11 or so\n### Other"])
def test_a_day_that_is_none_stays_as_text_and_is_told(draft: Any, typed: str) -> None:
    path, made = draft(form(when=typed))
    assert path.name.startswith("2026-05-18-")
    assert f"### {LABELS['when']}\n\n{typed.replace('###', chr(92) + '###')}" in path.read_text()
    assert f'kept as text, since it could not be read: the answer to "{LABELS["when"]}"' in made.stdout


def test_of_people_nothing_is_read(draft: Any, repository: Any) -> None:
    person = {"login": "canary-login", "name": "Canary Person", "email": "canary@acme-corp.com"}
    issue = {"title": "A voucher twice", "body": form(), "user": person, "author": person, "assignees": [person]}
    path, made = draft({"issue": issue, "sender": person})
    assert "canary" not in (path.read_text() + made.output).casefold()


def test_accounts_secrets_and_personal_data_are_left_out_and_told(draft: Any) -> None:
    key = "sk-ant-api03-" + "Zq4" * 31 + "AA"
    text = f"@jane-doe and (@acme/ops) saw it.\nWrite to jane.doe@acme-corp.com.\n\n```\nkey={key}\n@jane-doe\n```"
    path, made = draft({"title": f"@jane-doe pasted {key}", "body": form(happened=text)})
    written = path.read_text() + path.name + made.output
    for canary in ("jane", "acme", key, key[-20:]):
        assert canary not in written.replace("sk-a…", "")
    assert "(somebody) and ((somebody)) saw it.\nWrite to (left out: an e-mail address)." in written
    assert "left out of the issue's text, line 4: an e-mail address" in made.stdout
    assert re.search(r"left out of the issue's text, line 7: an? .* key", made.stdout)
    assert "left out of the issue's text: 3 names of an account, called with `@`" in made.stdout


@pytest.mark.parametrize("box", [f"- [x] {UNLINK}", f"- [X] {UNLINK}"])
def test_whoever_wishes_no_link_back_gets_none(draft: Any, box: str) -> None:
    assert UNLINKED in draft(form(links=box))[1].stdout.splitlines()
    assert UNLINKED not in draft(form())[1].stdout


def test_a_report_for_few_is_not_begun_where_many_read(afterword: Run, repository: Any) -> None:
    for answer in ("Only a few people", "Only a few people, Everyone in the organisation", "my team", "public"):
        (repository.root / "issue.md").write_text(form(readers=answer))
        made = afterword("new", "--from-issue", "issue.md")
        assert made.exit_code == 2, answer
        assert "begin it where only those people can read" in made.stderr
    assert not repository.reports.exists()


def test_whoever_may_read_it_stands_in_the_draft(draft: Any, repository: Any) -> None:
    assert front(draft(form(readers="Everyone in the organisation"))[0])["audience"] == "company"
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + "      audience: restricted\n      repository_audience: restricted\n")
    assert front(draft(form(readers="Only a few people"))[0])["audience"] == "restricted"


def test_a_heading_of_the_form_within_an_answer_loses_nothing(draft: Any) -> None:
    pasted = f"As told before:\n\n### {LABELS['system']}\n\nsearch\n\n### Other\n\nmore"
    path, made = draft(form(happened=pasted))
    assert f'kept as text: the heading "{LABELS["system"]}", which stands there more than once' in made.stdout
    text = path.read_text()
    for line in ("As told before:", "search", r"\### Other", "more", rf"\### {LABELS['system']}", "shop-assistant"):
        assert line in text


def test_a_heading_within_code_parts_nothing(draft: Any) -> None:
    path, _ = draft(form(happened=f"It said:\n\n````text\n```\n### {LABELS['when']}\n\n2025-01-01\n````"))
    assert path.name.startswith("2026-03-11-")
    assert f"````text\n```\n### {LABELS['when']}\n\n2025-01-01\n````" in path.read_text()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("It logged:\n\n    begin\n      deeper `x`\n\n    end\n\nThen it stopped.", "```\nbegin\n  deeper `x`\n\nend\n```"),
        ('Traceback:\n  File "a.py"\n    answer()\nKeyError', '```\nFile "a.py"\n  answer()\n```'),
        ("a\n\n\t@jane\n\t\t```\n\t\t# b\n", "````\n(somebody)\n\t```\n\t# b\n````"),
        ("    first: 1\n      - x", "```\nfirst: 1\n  - x\n```"),
    ],
)  # fmt: skip
def test_what_is_indented_is_code(draft: Any, typed: str, code: str) -> None:
    assert f"\n\n{code}\n\n" in draft(typed)[0].read_text()


@pytest.mark.parametrize(
    "typed", ["- a\n    - b\n\n    of b\n", "1. a\n\n       of a\n   - b", "  a\n   b", "Steps:\n    - a\n    - b"]
)
def test_what_is_indented_in_a_list_is_none(draft: Any, typed: str) -> None:
    assert "```" not in draft(typed)[0].read_text()


def test_code_keeps_its_own_marks_and_loses_accounts(draft: Any) -> None:
    kept = ["@app.route('/x')", "  @dataclass(frozen=True)", "@media (x)", "+@property", "@pytest.fixture"]
    gone = ["@jane", "@jane.doe", "x = @jane(1)", "@acme/ops", "@mediator", "@property jane", "@f(@jane)"]
    path, made = draft("\n".join(["```python", *kept, *gone, "```", "@app.route(1)"]))
    text = path.read_text()
    assert "\n".join(["```python", *kept]) in text
    assert not re.search("@jane|doe|@acme|@mediator|@property jane|[^(]@app.route[(]1", text)
    assert "8 names of an account" in made.stdout


def test_text_without_the_form_is_what_happened(draft: Any) -> None:
    path, _ = draft("# A voucher, *twice*\n\nIt came about on Monday.")
    assert path.name == "2026-05-18-a-voucher-twice.md"
    assert "## What happened\n\n\\# A voucher, *twice*\n\nIt came about on Monday.\n" in path.read_text()


def test_what_stands_above_the_form_is_kept(draft: Any) -> None:
    path, _ = draft(f"Copied from the chat.\n\n{form()}")
    assert f"### {ASIDE}\n\nCopied from the chat.\n" in path.read_text()


def test_a_long_title_is_cut_and_kept(draft: Any) -> None:
    title = "The assistant answered " + "again and " * 30 + "again"
    path, _ = draft({"title": title, "body": form()})
    assert len(front(path)["title"]) <= 110
    assert f"### {ASIDE}\n\n{title}\n" in path.read_text()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_read_the_same(draft: Any, end: str) -> None:
    path, _ = draft(form().replace("\n", end))
    assert path.name.startswith("2026-03-11-")
    assert b"\r" not in path.read_bytes()


def test_a_huge_text_is_cut_and_told(draft: Any, afterword: Run, repository: Any) -> None:
    path, made = draft(form(happened="word " * 20_000))
    assert "left in the issue: its last 34," in made.stdout
    assert 60_000 < path.stat().st_size < 70_000
    (repository.root / "issue.md").write_text("x" * (MOST_BYTES + 1))
    assert afterword("new", "--from-issue", "issue.md").exit_code == 2


@pytest.mark.parametrize(
    "content",
    ["", " \n", "{}", '{"body": 3}', '{"title": "x"}', '{"issue": []}', '{"body": null}',
     form(**{name: "_No response_" for name in FORM}), "### What happened?\n\n\u200b"],
)  # fmt: skip
def test_an_issue_that_tells_nothing_is_refused_in_words(afterword: Run, repository: Any, content: str) -> None:
    (repository.root / "issue.md").write_text(content)
    made = afterword("new", "--from-issue", "issue.md")
    assert made.exit_code == 2
    assert made.stderr.startswith("Error: the ")
    assert not repository.reports.exists()


PERSON = {"login": "canary-login", "name": "Canary Person"}
OPENED = json.dumps({"author": PERSON, "title": "Two vouchers", "body": "It gave two.", "user": PERSON})


@pytest.mark.parametrize(
    "content",
    [f"[{OPENED},{OPENED}]", f"{OPENED}\n{OPENED}", f"A new release of gh is available\n{OPENED}", f"{OPENED[:-1]},}}",
     OPENED[:-1], f"[[{OPENED}]]", json.dumps(OPENED), f"note: {OPENED}", f"{{'author': {PERSON}}}", f"[{PERSON}]", "[]",
     '{"data": ' + OPENED + "}", "{" * 20_000, '{"a": ' * 10_000, '[{"a": ' * 10_000, f"It said\n```\n{{}}\n```\n{OPENED}",
     json.dumps({"author": PERSON}, indent=2), "title:\tTwo\nstate:\tOPEN\nauthor:\tcanary-login\n--\nIt gave two."],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_a_program_wrote_and_is_not_one_issue_is_refused(
    afterword: Run, repository: Any, content: str, encoding: str
) -> None:
    (repository.root / "issue.json").write_bytes(content.encode(encoding))
    made = afterword("new", "--from-issue", "issue.json")
    assert made.exit_code == 2, made.output
    assert "gh issue view NUMBER --json title,body,createdAt" in made.stderr
    assert "canary" not in made.output.casefold()
    assert not repository.reports.exists()


def test_utf_16_without_a_mark_is_refused(afterword: Run, repository: Any) -> None:
    for text in (OPENED, f"[{OPENED}]"):
        (repository.root / "issue.json").write_bytes(text.encode("utf-16-le"))
        assert afterword("new", "--from-issue", "issue.json").exit_code == 2
    assert not repository.reports.exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("content", [OPENED, f" [{OPENED}]\r\n"])
def test_one_issue_is_read_in_any_unicode(draft: Any, repository: Any, encoding: str, content: str) -> None:
    path, made = draft(content, encoding=encoding)
    assert front(path)["title"] == "Two vouchers"
    assert "It gave two." in path.read_text()
    assert "could not be read" not in made.stdout
    assert "canary" not in (path.read_text() + made.output).casefold()


@pytest.mark.parametrize(
    "content",
    ["[2026-03-11] It gave two.", "[This order](https://example.org) had two.", "It got:\n```\n" + '{"body": 1}\n```',
     "title: Two\nauthor: the assistant"],
)  # fmt: skip
def test_what_only_looks_like_json_is_text(draft: Any, content: str) -> None:
    draft(content)


def test_odd_files_and_arguments_exit_with_2(afterword: Run, repository: Any) -> None:
    assert afterword("new", "--from-issue", "nowhere.md").exit_code == 2
    assert afterword("new", "--from-issue", ".").exit_code == 2
    assert afterword("new", "--from-issue", "").exit_code == 2
    made = afterword("new", "--from-issue", "mkdocs.yml", "--from", "latest")
    assert made.exit_code == 2
    assert "take `--from` or `--from-issue`" in made.stderr


def test_standard_input_is_read(repository: Any) -> None:
    made = CliRunner().invoke(cli, ["new", "--from-issue", "-"], input=form().encode() + b"\xff\xfe")
    assert made.exit_code == 0, made.output
    assert "some bytes of the issue could not be read" in made.stdout


# Whatever is typed.

_PIECES = st.sampled_from(
    [*(f"\n### {label}\n\n" for label in LABELS.values()), *STOPPED, *READERS, f"- [x] {UNLINK}", "### Other", "\n", "\n\n",
     "```", "````\n", "~~~", "---", "===", "-", "- - -", "    ", "\t", "> ", "- ", "1. ", "1) ", "# ", "<!-- ", "-->", "<b>",
     "</script>", "<!-- afterword-ignore-start AW510: x -->", "<!-- afterword:newest -->", "[x]: y", "[a](b.md)", "![", "](",
     "{{ x }}", "{: .a }", "{ #b onclick=c }", "|", "\n|-|\n", "\\", "`", "``", "&lt;", "&", "*", "__", "!!! note", ": ",
     "^[a]", "[^1]: x", "http://a.example", "<http://a.example>", "@a-b", "\u202e", "\u200b", "\x00", "\ufeff", "\x85", "\u2028",
     "null", "yes", "%", "'", '"', "$", "[" * 80, "`" * 60, "\\" * 60, ">" * 60, "x" * 300, "> " * 30, "模型", "\ud800"]
)  # fmt: skip
_BODIES = st.lists(_PIECES | st.text(max_size=12), max_size=25).map("".join)


@cache
def _empty() -> tuple[Project, Collection]:
    """A repository without reports, of which nothing is on the disk."""
    root = Path("/nowhere")
    excludes = ("/reports/", "/evidence/", "/_*")
    project = Project(root=root, docs=root / "postmortems", config=None, settings=STRICT, excludes=excludes)
    return project, read_collection(project)


@settings(max_examples=60)
@given(_BODIES, st.none() | st.text(max_size=150))
@example("```\n" + "### What happened?\n" * 3, None)
@example("a\n===\n\nb\n---\n\n- c\n  ===", None)
@example("- - # a\n- ## b\n> # c\n1. # d\n-\n=\na\n-", "---\nkind: x")
def test_any_text_is_a_sound_draft_or_refused(body: str, title: str | None) -> None:
    project, nothing = _empty()
    issue = Issue(title or "", body)
    try:
        told = read_told(issue, None, project.settings, Systems(()), TODAY)
    except Refusal:
        # Nothing was told, or it asks for a report that fewer people may read.
        event("refused")
        return
    text = write_form(told.beginning(told.kind or "incident", told.system or "to-be-named"), ("What happened", "Next"))
    name = "reports/2026/2026-05-18-any-text.md"
    report = read_report(text.encode(), path=name, place=name, settings=project.settings)
    assert report.problems == ()
    assert (report.title, report.front.lifecycle, report.front.audience) == (told.title, "draft", told.audience)
    assert [each.text for each in report.body.headings if each.level == 2] == ["What happened", "Next"]
    assert {each.text for each in report.body.headings if each.level != 2} <= {*LABELS.values(), ASIDE}
    assert (report.body.links, report.body.html, report.body.suppressions) == ((), (), ())
    assert report.body.attributes == ()
    collection = Collection(**{**vars(nothing), "reports": (report,)})
    context = Context(project, collection, link_reports((report,)), read_gates({}), TODAY)
    assert [each for each in check_collection(context, RULES).findings if each.level == "error"] == []
    answers = find_answers(Cleaner(project.settings, TODAY).clean(body, "it"))
    for answer in (
        *(text for name, text in answers.by_name.items() if name not in {"links", "readers"}),
        answers.aside,
    ):
        assert _letters(answer) in _letters(text) or _letters(answer) == _letters(next(
            (each for each, kind in STOPPED.items() if kind == told.kind and _letters(each) == _letters(answer)), ""
        ))  # fmt: skip


def _letters(text: str) -> str:
    """Of a draft, `text` is read as it is shown: without what stands there for a mark."""
    shown = re.sub("&#(?:61|126|63|58);|&amp;", "&", text)
    return "".join(each for each in shown if each.isalnum())


def test_the_time_grows_with_the_text_alone() -> None:
    # 16,000 openings of code that nothing closes, and as many marks that do not suffice to close it.
    body = "````x\n" * 8_000 + "```\n" * 8_000
    assert find_answers(body).aside == body.strip("\n")


def test_a_day_in_json_of_any_type_is_read_or_not(tmp_path: Path) -> None:
    for typed in (None, 3, "x", "9999-12-31T23:59:59-23:59", {"a": 1}):
        (tmp_path / "i.json").write_text(json.dumps({"body": "x", "created_at": typed}))
        assert read_issue(str(tmp_path / "i.json"), ZoneInfo("UTC")).opened == ""
