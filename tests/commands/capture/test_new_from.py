"""`afterword new --from`: a draft that passes, with every file either copied or pointed to, and nothing private in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from afterword import clock
from afterword.commands.capture.manifest import Attribute
from afterword.commands.capture.state import snapshot_lines, state_of
from afterword.model.measures import rolled_back_before_snapshot
from afterword.model.settings import Settings
from afterword.pages.report_lost_state import is_kept_after
from afterword.read.gen_ai import shipped_names
from afterword.read.report import read_report

from .conftest import NIGHT, manifest, trace

TITLE = "Assistant named two prices"
ID = "2026-05-18-assistant-named-two-prices"
KEY = "".join(("sk-", "proj-", "Qm7Zp2Lx9Vb4Tn8Rw3Ky6Hd1"))


@pytest.fixture
def night(declare: Callable, repository: Any, tmp_path: Path) -> Callable[..., Path]:
    """Declares files of the given texts."""

    def run(*arguments: str, **files: str) -> Path:
        folder = tmp_path / "found"
        folder.mkdir(exist_ok=True)
        paths = []
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            path = folder / f"{stem}.{ending}"
            path.write_text(text)
            paths.append(str(path))
        result, made = declare(*paths, *arguments)
        assert result.exit_code == 0, result.output
        return made

    return run


def front(repository: Any, report_id: str = ID) -> dict[str, Any]:
    text = (repository.reports / "2026" / f"{report_id}.md").read_text()
    held: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return held


def findings(afterword: Callable[..., Result]) -> list[tuple[str, str]]:
    held = json.loads(afterword("check", "--format", "json", "--pedantic").stdout)["findings"]
    return [(each["code"], each["match"]) for each in held]


@pytest.mark.parametrize("kind", ["incident", "near_miss", "exercise"])
def test_a_capture_becomes_a_draft_that_passes(
    night: Callable, afterword: Callable, repository: Any, kind: str
) -> None:
    night(
        "--system", "shop-assistant", "--type", "rag", "--detected", "02:40", "--detected-by", "user-report",
        alerts_yaml="- alert: quiet\n", trace_json=trace("large-2", "small-1", **{"gen_ai.prompt.name": "offers"}),
    )  # fmt: skip
    result = afterword("new", TITLE, "--from", "latest", "--kind", kind)
    assert result.exit_code == 0, result.output
    held = front(repository)
    assert held["system"] == {"name": "shop-assistant", "type": "rag"}
    assert held["snapshot"]["taken_at"] == "2026-05-18T03:14:05+02:00"
    assert held["snapshot"]["model"] == {"gen_ai.response.model": ["large-2", "small-1"]}
    assert held["snapshot"]["prompt"] == {"gen_ai.prompt.name": "offers"}
    assert [(each["id"], each["kind"], each["access"]) for each in held["evidence"]] == [
        ("EV-1", "alert-config", "company"), ("EV-2", "trace", "company"),
    ]  # fmt: skip
    assert [(each["kind"], each["at"]) for each in held["timeline"]] == [
        ("detected", "2026-05-18T02:40:00+02:00"),
        ("declared", "2026-05-18T03:14:05+02:00"),
        ("evidence_preserved", "2026-05-18T03:14:05+02:00"),
    ]
    assert held["timeline"][0]["detected_by"] == "user-report"
    assert held["timeline"][2]["evidence"] == ["EV-1", "EV-2"]
    assert findings(afterword) == []
    assert (repository.root / "postmortems" / held["evidence"][0]["uri"]).read_text() == "- alert: quiet\n"


def test_what_only_a_few_may_read_stays_where_it_is(night: Callable, afterword: Callable, repository: Any) -> None:
    folder = night(
        chat_json='[{"role": "user", "content": "my words"}]',
        trace_json=trace("a", **{"gen_ai.input.messages": "more words"}),
        service_log=f"key={KEY}\n",
        people_log="write to m.okonjo@bramblewick-energy.eu\n",
        clean_log="nothing\n",
        picture_png="\x89PNG",
        weights_pt="\x00\x01",
    )
    result = afterword("new", TITLE, "--from", folder.name)
    assert result.exit_code == 0, result.output
    entries = {each["title"]: each for each in front(repository)["evidence"]}
    assert [title for title, each in entries.items() if "uri" in each] == ["Clean"]
    assert {each["access"] for title, each in entries.items() if title != "Clean"} == {"restricted"}
    assert all(len(each["sha256"]) == 64 for each in entries.values())
    whole = b"".join(path.read_bytes() for path in repository.root.rglob("*") if path.is_file())
    for private in (b"my words", b"more words", KEY.encode(), b"okonjo"):
        assert private not in whole
        assert private.decode() not in result.output
    assert findings(afterword) == []
    assert "write its address as `uri`" in result.stdout
    assert "an OpenAI key" in result.stdout
    assert (folder / "files/01-chat.json").exists()


def test_nothing_that_people_wrote_stands_in_the_front_matter(
    night: Callable, afterword: Callable, repository: Any
) -> None:
    night(
        t_json=trace(
            "a", **{
                "gen_ai.completion.0.content": "w0rds", "gen_ai.prompt": "w0rds", "gen_ai.tool.call.result": "w0rds",
                "gen_ai.prompt.variable.name": "w0rds", "gen_ai.own": "w0rds and many more, since this is a sentence of somebody",
                "gen_ai.agent.description": f"uses {KEY}", "gen_ai.retrieval.query.text": "w0rds",
            },
        )
    )  # fmt: skip
    result = afterword("new", TITLE, "--from", "latest")
    text = (repository.reports / "2026" / f"{ID}.md").read_text()
    assert "w0rds" not in text
    assert KEY not in text + result.output
    assert "In the files alone: " in result.stdout
    assert "`gen_ai.completion.0.content` (1 value, what people or models wrote)" in result.stdout


def test_a_file_that_was_changed_since_is_refused(night: Callable, afterword: Callable, repository: Any) -> None:
    folder = night(a_log="one\n", chat_json='[{"role": "user"}]')
    for name in ("01-a.log", "02-chat.json"):
        path = folder / "files" / name
        before = path.read_bytes()
        path.write_bytes(b"two\n")
        result = afterword("new", TITLE, "--from", "latest")
        assert result.exit_code == 2
        assert f"{name}` is not the file that was saved (its digest is another one)" in result.stderr
        path.unlink()
        assert afterword("new", TITLE, "--from", "latest").exit_code == 2
        path.symlink_to("/etc/hostname")
        assert afterword("new", TITLE, "--from", "latest").exit_code == 2
        path.unlink()
        path.write_bytes(before)
        assert not list(repository.root.rglob("*.md"))
        assert not (repository.root / "postmortems/evidence").exists()


def test_again_writes_beside_and_never_over(night: Callable, afterword: Callable, repository: Any) -> None:
    night(a_log="one\n")
    for _ in range(2):
        assert afterword("new", TITLE, "--from", "latest").exit_code == 0
    evidence = repository.root / "postmortems" / "evidence"
    assert sorted(each.name for each in evidence.iterdir()) == [ID, f"{ID}-2"]
    assert front(repository, f"{ID}-2")["evidence"][0]["uri"] == f"evidence/{ID}-2/01-a.log"
    assert findings(afterword) == []


def test_a_report_that_cannot_be_written_leaves_no_evidence(
    night: Callable, afterword: Callable, repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.commands.capture import new_report
    from afterword.commands.refusal import Refusal

    def refuse(*_: object) -> bool:
        message = "no room"
        raise Refusal(message)

    night(a_log="one\n")
    monkeypatch.setattr(new_report, "create_file", refuse)
    assert afterword("new", TITLE, "--from", "latest").exit_code == 2
    assert [each for each in (repository.root / "postmortems").rglob("*") if each.is_file()] == []


def test_as_many_files_are_copied_as_one_report_may_have(night: Callable, afterword: Callable, repository: Any) -> None:
    config = repository.root / "mkdocs.yml"
    config.write_text(f"{config.read_text()}      limits: {{evidence_report_bytes: 20}}\n")
    night(a_log="one two three\n", b_log="four five six\n", c_log="x\n")
    result = afterword("new", TITLE, "--from", "latest")
    assert [each.get("uri", "")[-8:] for each in front(repository)["evidence"]] == ["01-a.log", "", "03-c.log"]
    assert "limits.evidence_report_bytes" in result.stdout
    assert findings(afterword) == []


def test_nothing_of_that_night_is_for_the_public_by_itself(
    night: Callable, afterword: Callable, repository: Any
) -> None:
    config = repository.root / "mkdocs.yml"
    settings = "      default_audience: public\n      audience: public\n      repository_audience: public\n"
    config.write_text(config.read_text() + settings)
    night(a_log="one\n")
    result = afterword("new", TITLE, "--from", "latest")
    (entry,) = front(repository)["evidence"]
    assert (entry["access"], "uri" in entry) == ("restricted", False)
    assert "it is for `company`, and the repository is open to `public`" in result.stdout


def test_several_captures_make_one_report(
    night: Callable, afterword: Callable, repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = night("--what", TITLE, "--system", "shop-assistant")
    monkeypatch.setattr(clock, "now_here", lambda: NIGHT + timedelta(minutes=9))
    second = night(a_log="one\n", t_json=trace("a"))
    monkeypatch.setattr(clock, "now_here", lambda: NIGHT + timedelta(minutes=30))
    third = night("--rolled-back-at", "03:40", b_log="two\n", u_json=trace("b"))
    result = afterword("new", "--from", third.name, "--from", str(first), "--from", second.name, "--from", first.name)
    assert result.exit_code == 0, result.output
    held = front(repository)
    assert (held["title"], held["system"]["name"]) == (TITLE, "shop-assistant")
    assert [(each["kind"], each["at"][11:16], each.get("evidence")) for each in held["timeline"]] == [
        ("declared", "03:14", None), ("evidence_preserved", "03:23", ["EV-1", "EV-2"]),
        ("mitigated", "03:40", None), ("note", "03:44", ["EV-3", "EV-4"]),
    ]  # fmt: skip
    assert held["snapshot"]["model"]["gen_ai.response.model"] == ["a", "b"]
    assert held["snapshot"]["taken_at"] == "2026-05-18T03:23:05+02:00"
    assert "note: `gen_ai.response.model` has different values: `a`, `b`" in result.stdout
    assert "left aside" not in result.stdout
    assert findings(afterword) == []
    alone = afterword("new", TITLE, "--from", "latest")
    assert f"Declared within a day of it, and left aside: {first.name}, {second.name}" in alone.stdout
    assert findings(afterword) == [("AW407", "")]


def test_a_rollback_before_without_a_time_is_told_as_a_lesson(
    night: Callable, afterword: Callable, repository: Any
) -> None:
    """Its time is unknown, so the timeline cannot tell it: the snapshot does, for page, API and questions alike."""
    night("--rolled-back", a_log="one\n")
    assert afterword("new", TITLE, "--from", "latest").exit_code == 0
    held = front(repository)
    (mitigated,) = (each for each in held["timeline"] if each["kind"] == "mitigated")
    assert "its time was not noted" in mitigated["unknown_because"]
    assert held["snapshot"]["taken_at"] == "2026-05-18T03:14:05+02:00", "beside what was kept"
    assert "What was lost is to be told here" in held["snapshot"]["not_preserved"]["how"]
    assert findings(afterword) == []
    data = (repository.reports / "2026" / f"{ID}.md").read_bytes()
    report = read_report(data, path="a.md", place=f"reports/2026/{ID}.md", settings=Settings())
    assert rolled_back_before_snapshot(report.front.timeline, is_lost=report.is_state_lost)
    assert is_kept_after(report)


def test_a_rollback_before_with_nothing_kept_is_told_too(night: Callable, afterword: Callable, repository: Any) -> None:
    night("--rolled-back")
    assert afterword("new", TITLE, "--from", "latest").exit_code == 0
    assert list(front(repository)["snapshot"]) == ["not_preserved"]
    assert findings(afterword) == []


def test_a_key_in_the_name_of_a_file_gets_into_no_report(night: Callable, afterword: Callable, repository: Any) -> None:
    night(**{f"named-{KEY}_log": "one\n"})
    result = afterword("new", TITLE, "--from", "latest")
    assert KEY not in result.output
    assert not [path for path in repository.root.rglob("*") if KEY in path.name]
    assert KEY not in (repository.reports / "2026" / f"{ID}.md").read_text()


def test_what_was_kept_before_a_rollback_is_not_called_lost(
    night: Callable, afterword: Callable, repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = night(a_log="one\n")
    monkeypatch.setattr(clock, "now_here", lambda: NIGHT + timedelta(minutes=9))
    second = night("--rolled-back", b_log="two\n")
    assert afterword("new", TITLE, "--from", first.name, "--from", second.name).exit_code == 0
    assert "not_preserved" not in front(repository)["snapshot"]


def test_names_in_doubt_are_told_now_and_by_check(night: Callable, afterword: Callable, repository: Any) -> None:
    night(env_txt="gen_ai.request.modle=large\ngen_ai.system=openai\n")
    result = afterword("new", TITLE, "--from", "latest")
    assert "did you mean `gen_ai.request.model`?" in result.stdout
    assert front(repository)["snapshot"]["model"] == {"gen_ai.request.modle": "large", "gen_ai.system": "openai"}
    assert findings(afterword) == [("AW525", "gen_ai.request.modle"), ("AW525", "gen_ai.system")]
    assert afterword("check").exit_code == 0


def test_hundreds_of_unknown_names_stay_in_the_files(night: Callable, afterword: Callable, repository: Any) -> None:
    night(many_json=json.dumps({f"gen_ai.own.n{number:03}": number for number in range(300)}))
    result = afterword("new", TITLE, "--from", "latest")
    assert len(front(repository)["snapshot"]["model"]) == 30
    assert "`gen_ai.own.n030` (1 value)" in result.stdout
    assert "and 260 more" in result.stdout


def test_what_was_put_there_later_and_what_was_missed_is_told(
    night: Callable, declare: Callable, afterword: Callable, repository: Any
) -> None:
    _, folder = declare("nowhere.log")
    (folder / "files" / "by\x1bhand.txt").write_text("x")
    result = afterword("new", TITLE, "--from", str(folder))
    assert result.exit_code == 0
    assert "Left aside: files/by<U+001B>hand.txt" in result.stdout
    assert "Not saved then: nowhere.log (no such file or directory)" in result.stdout
    assert "snapshot" not in front(repository)
    assert "evidence" not in front(repository)


def test_a_private_title_or_system_is_not_repeated(night: Callable, afterword: Callable, repository: Any) -> None:
    night("--what", f"Key {KEY} in an answer", "--system", f"x {KEY}")
    refused = afterword("new", "--from", "latest")
    assert refused.exit_code == 2
    assert "write a TITLE without it" in refused.stderr
    assert KEY not in refused.output
    assert afterword("new", TITLE, "--from", "latest").exit_code == 0
    assert front(repository)["system"]["name"] == "to-be-named"


def test_a_capture_that_is_none_is_refused_in_words(night: Callable, afterword: Callable, tmp_path: Path) -> None:
    def refused(named: str) -> str:
        result = afterword("new", TITLE, "--from", named)
        assert result.exit_code == 2, result.output
        return " ".join(result.stderr.split())

    assert "there is no capture yet" in refused("latest")
    assert "there is no capture `2026-01-01T000000Z`" in refused("2026-01-01T000000Z")
    assert "there is no capture `a<U+0000>b" in refused("a\0b")
    assert "manifest.json cannot be read (no such file or directory)" in refused(str(tmp_path))
    folder = night(a_log="x")
    good = manifest(folder)
    hostile: list[tuple[Any, str]] = [
        ("[" * 100_000, "is no JSON"),
        ('{"a":' * 400 + "1" + "}" * 400, "is nested too deeply"),
        ([], "does not have the form of one"),
        ({**good, "schema": 9}, "is of form 9, and this version of Afterword reads up to 1"),
        ({**good, "declared_at": "yesterday"}, "at `declared_at`"),
        ({**good, "files": good["files"] * 2}, "lists one file twice"),
    ]
    for stored in (
        "../../etc/passwd",
        "/etc/passwd",
        "files/../x",
        "files/..",
        "files/a/b",
        "files/\n",
        "manifest.json",
    ):
        hostile.append(({**good, "files": [{**good["files"][0], "stored": stored}]}, "at `files.0.stored`"))
    for content, words in hostile:
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / "manifest.json").write_text(text)
        assert words in refused(str(folder))
    (folder / "manifest.json").unlink()
    (folder / "manifest.json").symlink_to("/etc/passwd")
    assert "it is a link" in refused(str(folder))


def test_without_a_capture_a_title_is_needed(afterword: Callable, repository: Any) -> None:
    result = afterword("new")
    assert result.exit_code == 2
    assert "write a TITLE" in result.stderr


LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
INNER = LEAF | st.lists(LEAF, max_size=4) | st.dictionaries(st.text(max_size=5), LEAF, max_size=3)
VALUES = INNER | st.lists(INNER, max_size=3) | st.dictionaries(st.text(max_size=5), INNER, max_size=2)


@given(
    st.dictionaries(
        st.sampled_from(sorted(shipped_names().by_name)) | st.text(max_size=20), st.lists(VALUES, max_size=4)
    )
)
def test_whatever_attributes_hold_the_snapshot_can_be_read(held: dict[str, list[Any]]) -> None:
    attributes = [Attribute(name=name, values=values) for name, values in held.items()]
    state = state_of(attributes, shipped_names(), lambda _: True)
    lines = ["---", "title: x", "snapshot:", *snapshot_lines(state, "2026-05-18T03:14:05Z", [], ({}, {})), "---", ""]
    report = read_report("\n".join(lines).encode(), path="a.md", place="reports/2026/a.md", settings=Settings())
    assert [each.message for each in report.problems if each.span.line > 2] == []
    assert report.front.snapshot is not None
