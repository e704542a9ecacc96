import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

WRONG = "---\nschema: 1\ntitle: The bot gave two answers\nkind: incidnt\nsystem: {name: no}\n---\n\n## What happened\n"
SOUND = "---\nschema: 1\ntitle: Assistant gave two answers\nsystem:\n  name: shop\n---\n\n## What happened\n"


def codes(result: Result) -> list[str]:
    return [each["code"] for each in json.loads(result.stdout)["findings"]]


def test_a_clean_repository_exits_with_0(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", SOUND)
    result = afterword("check")
    assert (result.exit_code, result.stdout) == (0, "1 report, 0 errors, 0 warnings\n")


def test_findings_are_lines_that_editors_read(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    result = afterword("check", "--select", "AW113")
    path = "postmortems/reports/2026/2026-05-18-two-answers.md"
    assert result.exit_code == 1
    assert result.stdout == (
        f"{path}:4:7 AW113 error `kind` does not know `incidnt`\n"
        "    | kind: incidnt\n"
        "    |       ^^^^^^^\n"
        "    = did you mean `incident`?\n"
        "1 report, 1 error, 0 warnings\n"
    )


def test_json_is_alone_on_standard_output(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    result = afterword("check", "--format", "json")
    document = json.loads(result.stdout)
    assert set(document) == {"findings", "summary"}
    assert list(document["summary"]) == ["reports", "errors", "warnings", "infos", "suppressed", "notes"]
    assert result.stderr == ""


def test_codes_are_selected_and_ignored_by_their_beginning(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", WRONG)

    def check(*options: str) -> list[str]:
        return codes(afterword("check", "--format", "json", *options))

    assert check("--select", "aw112,AW113") == ["AW113", "AW112"]
    assert check("--select", "AW112", "--select", "AW113") == ["AW113", "AW112"]
    assert check("--select", "AW11", "--ignore", "AW113") == ["AW112"]
    assert check("--select", "AW9") == []
    assert "AW113" not in check("--ignore", "AW1")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_exits_with_2(afterword: Callable[..., Result], repository: Any, option: str) -> None:
    result = afterword("check", option, "AW113,AW1133")
    assert result.exit_code == 2
    assert "did you mean `AW113`?" in result.stderr


def test_findings_are_told_for_the_named_files_alone(afterword: Callable[..., Result], repository: Any) -> None:
    first = repository.write("2026-05-18-two-answers", WRONG)
    second = repository.write("2025-05-18-two-answers-before", WRONG)
    for named in ([first], [first.parent], [first, second.parent / "."], []):
        document = json.loads(afterword("check", "--format", "json", "--select", "AW113", *named).stdout)
        count = len(named) or 2
        assert document["summary"]["reports"] == document["summary"]["errors"] == count
        assert first.relative_to(repository.root).as_posix() in {each["path"] for each in document["findings"]}


def test_a_check_of_nothing_says_so(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "README.md").write_text("# Read me\n")
    assert "note: no report lies at the paths" in afterword("check", "README.md").stdout


def test_a_selection_never_makes_a_broken_file_look_sound(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "broken.md").write_text("# Head\n\n" + "> " * 200 + "We forgot it.\n")
    for chosen in (("--select", "AW3"), ("--ignore", "AW106")):
        assert (
            "note: 1 file was not judged, as reading stopped there: see AW106"
            in afterword("check", "broken.md", *chosen).stdout
        )
    assert "not judged, as" not in afterword("check", "broken.md").stdout


def test_a_file_outside_of_the_documents_folder_is_checked(afterword: Callable[..., Result], repository: Any) -> None:
    (repository.root / "drafts").mkdir()
    (repository.root / "drafts" / "2026-05-18-early.md").write_text(WRONG)
    result = afterword("check", "drafts/2026-05-18-early.md", "--select", "AW113")
    assert result.exit_code == 1
    assert result.stdout.startswith("drafts/2026-05-18-early.md:4:7 AW113 ")


def test_without_settings_the_summary_says_so(
    afterword: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2026-05-18-lone.md").write_text(WRONG)
    result = afterword("check", "2026-05-18-lone.md", "--select", "AW113")
    note, counts = result.stdout.splitlines()[-2:]
    assert note == "note: no settings found, defaults hold"
    assert counts == "1 report, 1 error, 0 warnings"


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_settings_say_at_which_level_it_fails(
    afterword: Callable[..., Result], repository: Any, fail_on: str, code: int
) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    config = repository.root / "mkdocs.yml"
    levels = f"      fail_on: {fail_on}\n      levels: {{AW113: warning, AW112: 'off'}}\n"
    config.write_text(config.read_text() + levels)
    assert afterword("check", "--select", "AW113").exit_code == code


def test_info_is_shown_with_pedantic_only(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text() + "      levels: {AW113: info}\n")
    assert "AW113" not in codes(afterword("check", "--format", "json"))
    result = afterword("check", "--format", "json", "--pedantic")
    assert "AW113" in codes(result)
    assert json.loads(result.stdout)["summary"]["infos"] >= 1


def test_what_is_left_standing_is_listed_with_its_reason(afterword: Callable[..., Result], repository: Any) -> None:
    text = SOUND.replace("schema: 1", "schema: 1\nkind: no\nsuppress:\n  - {rule: AW113, reason: a test of ours}")
    repository.write("2026-05-18-two-answers", text)
    lines = afterword("check", "--select", "AW113").stdout.splitlines()
    assert lines[0] == "1 finding left standing:"
    assert "AW113" in lines[1]
    assert lines[1].endswith("(because: a test of ours)")
    document = json.loads(afterword("check", "--format", "json", "--select", "AW113").stdout)
    (left,) = document["summary"]["suppressed"]
    assert (left["code"], left["reason"]) == ("AW113", "a test of ours")


def test_actions_get_annotations_by_themselves(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = repository.write("2026-05-18-two-answers", WRONG)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    # Annotations need paths from the root of the repository, wherever the step runs.
    monkeypatch.chdir(path.parent)
    lines = afterword("check", "--select", "AW113").stdout.splitlines()
    shown = path.relative_to(repository.root).as_posix()
    assert lines[0].startswith(f"::error file={shown},line=4,endLine=4,col=7,")
    assert lines[1].startswith("::stop-commands::")
    assert lines[-1] == f"::{lines[1].removeprefix('::stop-commands::')}::"
    assert afterword("check", "--format", "text").stdout.startswith("2026-05-18")


@pytest.mark.parametrize(
    "name",
    [
        "2026-05-18-ein-blick.md", "2026-05-18 with blanks.md", "-rf.md", "::error::x.md", "ünï\u202ecode.md",
        "line\nend.md", "$(id).md", "%s{0}.md",
    ],
)  # fmt: skip
def test_hostile_names_are_shown_harmlessly(afterword: Callable[..., Result], repository: Any, name: str) -> None:
    path = repository.reports / "2026" / name
    path.parent.mkdir(parents=True)
    path.write_text(WRONG)
    for format_ in ("text", "json", "github"):
        result = afterword("check", "--format", format_, "--select", "AW113")
        assert result.exit_code == 1
        assert "\u202e" not in result.stdout
        commands = [line for line in result.stdout.splitlines() if line.lstrip().startswith("::error")]
        assert len(commands) == (1 if format_ == "github" else 0)
    # Named alone, and through the end of options.
    assert afterword("check", "--", path).exit_code == 1


def test_author_text_never_begins_a_line(afterword: Callable[..., Result], repository: Any) -> None:
    hostile = WRONG.replace("incidnt", "'::set-output name=x::y'").replace("## What", "::error::fake\n\n## What")
    repository.write("2026-05-18-two-answers", hostile)
    for line in afterword("check", "--format", "text").stdout.splitlines():
        assert not line.lstrip().startswith(("::", "##["))


def test_broken_files_never_hide_the_others(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", WRONG)
    (repository.reports / "2026" / "2026-05-18-bytes.md").write_bytes(b"\xff\xfe\x00")
    (repository.reports / "2026" / "2026-05-18-link.md").symlink_to("/etc/hostname")
    repository.write("2026-05-18-open", "---\ntitle: [\n---\n")
    result = afterword("check", "--format", "json")
    assert result.exit_code == 1
    assert len({each["path"] for each in json.loads(result.stdout)["findings"]}) == 4
