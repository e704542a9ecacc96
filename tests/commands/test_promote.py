import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.edit import apply_edits, old_offset, put_value
from afterword.commands.edit_tree import EditError
from afterword.model.problem import Fix
from afterword.model.source import Source

SUMMARY = (
    "A new version of the instructions would have promised a refund to every customer who asked twice. A support lead "
    "tried it on an old complaint before the release and saw the promise. The release was stopped on the same day, and "
    "no customer was affected by it. Changed instructions now go through the same tests as changed code."
)
HOW = "The prompt is edited in an admin page, so the change never met the tests that code changes have to pass."
NEAR_MISS: dict[str, Any] = {
    "title": "New prompt would have promised refunds without a limit",
    "kind": "near_miss",
    "system": {"name": "shop-assistant"},
    "plain_summary": SUMMARY,
    "behaviour": {"observed": "The second request for a refund was answered with a promise to pay in full."},
    "near_miss": {
        "caught_by": "A support lead tried the new prompt on an old complaint; no release step asked for it.",
        "potential": "Refunds promised to about 300 customers a week until the complaints were read.",
    },
    "contributing_factors": [{"id": "CF-1", "factor": "prompt-unreviewed-change", "how": HOW}],
    "remediations": [
        {"id": "RM-1", "title": "Prompt changes run the release tests", "kind": "release-gate",
         "owner_team": "conversational-ai"},
    ],
    "review": {"approved_by_roles": ["product-owner"]},
}  # fmt: skip
INCIDENT: dict[str, Any] = {
    "title": "Assistant promised refunds without a limit",
    "severity": "sev3",
    "plain_summary": SUMMARY,
    "behaviour": {
        "expected": "A second request for a refund is handed to the support team.",
        "observed": "The second request for a refund was answered with a promise to pay in full.",
    },
    "system": {"name": "shop-assistant"},
    "timeline": [
        {"at": "2026-05-17", "kind": "detected", "what": "Two promises showed in one chat.", "detected_by": "audit"}
    ],
    "impact": {"harm": "averted"},
    "contributing_factors": [{"id": "CF-1", "factor": "prompt-unreviewed-change", "how": HOW}],
    "remediations": [
        {"id": "RM-1", "title": "Prompt changes run the release tests", "kind": "release-gate",
         "owner_team": "conversational-ai", "due": "2026-07-01"},
    ],
    "no_eval_because": "The prompt was taken back before any output of it was kept.",
    "review": {"approved_by_roles": ["product-owner"]},
}  # fmt: skip
WRITTEN_FOR_THE_AUTHOR = {"kind", "lifecycle", "schema", "published_on", "approved_on", "id"}
NEAR_MISS_BODY = "\n## What happened\n\nText.\n\n## What stopped it\n\nText.\n\n## What we change\n\nText.\n"
INCIDENT_BODY = "\n## What happened\n\nText.\n\n## How it came about\n\nText.\n\n## What we learned\n\nText.\n"


def typed_values(tree: Any, key: str = "", *, top: bool = True) -> int:
    """Leaf values that an author types; the kind of an entry (`detected`) is typed, the report's is not."""
    if isinstance(tree, dict):
        skipped = WRITTEN_FOR_THE_AUTHOR if top else WRITTEN_FOR_THE_AUTHOR - {"kind"}
        return sum(typed_values(value, each, top=False) for each, value in tree.items() if each not in skipped)
    if isinstance(tree, list):
        return sum(typed_values(each, key, top=False) for each in tree)
    return 1


def text_of(front: dict[str, Any], body: str) -> str:
    dumped = yaml.safe_dump({"schema": 1, **front, "lifecycle": "draft"}, sort_keys=False, allow_unicode=True)
    return f"---\n{dumped}---\n{body}"


@pytest.mark.parametrize(
    ("front", "body", "allowed"), [(NEAR_MISS, NEAR_MISS_BODY, (12, 12)), (INCIDENT, INCIDENT_BODY, (1, 20))]
)
def test_few_values_lead_to_publication(
    afterword: Callable[..., Result], repository: Any, front: dict[str, Any], body: str, allowed: tuple[int, int]
) -> None:
    assert allowed[0] <= typed_values(front) <= allowed[1]
    path = repository.write("2026-05-18-two-answers", text_of(front, body))
    before = path.read_text()
    first = afterword("promote", path)
    assert first.exit_code == 0, first.output
    assert "in review" in first.stdout
    assert path.read_text() == before.replace("lifecycle: draft", "lifecycle: in-review")
    second = afterword("promote", "2026-05-18-two-answers")
    assert second.exit_code == 0, second.output
    read = yaml.load(path.read_text().split("---\n")[1], Loader=yaml.BaseLoader)
    assert read["lifecycle"] == "published"
    assert read["published_on"] == read["review"]["approved_on"] == "2026-05-18"
    assert afterword("check").exit_code == 0
    third = afterword("promote", path)
    assert (third.exit_code, "published already" in third.stdout) == (0, True)


def leaves(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Paths of all typed values of the near miss but those that `new` writes."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = [each for key, value in inner for each in leaves(value, (*path, key))]
    return found or [path]


TWELVE = [path for path in leaves(NEAR_MISS) if path != ("kind",) and path[-1] != "id"]


@pytest.mark.parametrize("path", TWELVE, ids=lambda path: ".".join(str(part) for part in path))
def test_each_of_the_twelve_is_needed(
    afterword: Callable[..., Result], repository: Any, path: tuple[str | int, ...]
) -> None:
    assert len(TWELVE) == 12
    front = copy.deepcopy(NEAR_MISS)
    inner = front
    for part in path[:-1]:
        inner = inner[part]
    del inner[path[-1]]
    file = repository.write("2026-05-18-two-answers", text_of(front, NEAR_MISS_BODY))
    before = file.read_bytes()
    result = afterword("promote", file, "--to", "published")
    assert result.exit_code == 1, result.output
    assert file.read_bytes() == before


def test_what_is_missing_is_listed_and_nothing_is_written(afterword: Callable[..., Result], repository: Any) -> None:
    text = "---\ntitle: Assistant gave two answers\nsystem: {name: shop}\nkind: near_miss\n---\n\n## What happened\n"
    path = repository.write("2026-05-18-two-answers", text)
    result = afterword("promote", path)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert re.fullmatch(r"[0-9]+ things are missing before `2026-05-18-two-answers` is in review:", lines[0])
    assert any("AW130 error" in line and "`plain_summary`" in line for line in lines)
    assert lines[-1] == "nothing was written"
    assert path.read_text() == text


def test_places_are_those_of_the_file_as_it_is(afterword: Callable[..., Result], repository: Any) -> None:
    front = {key: value for key, value in NEAR_MISS.items() if key != "plain_summary"}
    body = NEAR_MISS_BODY.replace("## What we change", "## Something else")
    path = repository.write("2026-05-18-two-answers", text_of(front, body))
    stdout = afterword("promote", path, "--to", "published").stdout
    missing = next(line for line in stdout.splitlines() if "AW131" in line)
    fence = path.read_text().splitlines().index("---", 1) + 1
    assert missing.startswith(f"postmortems/reports/2026/{path.name}:{fence + 1}:1 ")


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_other_byte_stays(afterword: Callable[..., Result], repository: Any, bom: bytes, end: str) -> None:
    path = repository.write("2026-05-18-two-answers", "")
    text = text_of(NEAR_MISS, NEAR_MISS_BODY).replace("lifecycle: draft", "lifecycle: draft  # a comment")
    path.write_bytes(bom + text.replace("\n", end).encode())
    result = afterword("promote", path, "--to", "published", "--date", "2026-05-20")
    assert result.exit_code == 0, result.output
    after = path.read_bytes()
    undone = re.sub(rb" *(published_on|approved_on): 2026-05-20\r?\n", b"", after)
    assert after.count(b"2026-05-20") == 2
    assert undone == bom + text.replace("\n", end).encode().replace(b"lifecycle: draft", b"lifecycle: published")
    assert after.count(b"\r\n") == (after.count(b"\n") if end == "\r\n" else 0)


def test_days_that_were_typed_stay(afterword: Callable[..., Result], repository: Any) -> None:
    review = {"approved_by_roles": ["product-owner"], "approved_on": "2026-05-10"}
    front = {**NEAR_MISS, "review": review, "published_on": "2026-05-11"}
    path = repository.write("2026-05-18-two-answers", text_of(front, NEAR_MISS_BODY))
    assert afterword("promote", path, "--to", "published").exit_code == 0
    assert "2026-05-18" not in path.read_text()


@pytest.mark.parametrize("lifecycle", ["imported", "withdrawn", "superseded"])
def test_other_steps_stay_as_they_are(afterword: Callable[..., Result], repository: Any, lifecycle: str) -> None:
    path = repository.write("2026-05-18-two-answers", f"---\ntitle: Two answers\nlifecycle: {lifecycle}\n---\n")
    before = path.read_bytes()
    result = afterword("promote", path)
    assert (result.exit_code, "stays as it is" in result.stdout) == (0, True)
    assert path.read_bytes() == before


def test_steps_only_lead_forward(afterword: Callable[..., Result], repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", "---\ntitle: Two answers\nlifecycle: published\n---\n")
    assert afterword("promote", path, "--to", "in-review").exit_code == 2
    assert afterword("promote", path, "--to", "published").exit_code == 0
    assert afterword("promote", path, "--to", "draft").exit_code == 2


def test_an_unknown_report_exits_with_2(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", "---\ntitle: Two answers\n---\n")
    result = afterword("promote", "2026-05-18-two-anwsers")
    assert result.exit_code == 2
    assert "did you mean `2026-05-18-two-answers`?" in result.stderr


def test_a_broken_report_takes_no_step(afterword: Callable[..., Result], repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", "---\ntitle: [\n---\n")
    result = afterword("promote", path)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1].endswith("nothing was written")


def test_a_step_that_cannot_be_read_is_not_guessed(afterword: Callable[..., Result], repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", "---\ntitle: Two answers\nlifecycle: publishd\n---\n")
    before = path.read_bytes()
    result = afterword("promote", path)
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert "`publishd`" in result.stdout


PUT = {
    "after a block text": (
        "title: x\nsummary: >-\n  a\n  b\n\n# about lifecycle\nnext: y\n", ("published_on",), "published_on: v\n",
    ),
    "kept blank lines": ("a: |+\n  text\n\n\nb: c\n", ("published_on",), "published_on: v\n"),
    "an empty key": ("lifecycle:  # which\ntitle: x\n", ("lifecycle",), " v"),
    "quotes": ("lifecycle: 'draft'\n", ("lifecycle",), "v"),
    "flow at the top": ("{title: x, kind: incident}\n", ("published_on",), ", published_on: v"),
    "flow below": ("review: {approved_by_roles: [a, b]}\n", ("review", "approved_on"), ", approved_on: v"),
    "block below": (
        "review:\n    approved_by_roles:\n    - a  # why\n    # more\n",
        ("review", "approved_on"), "    approved_on: v\n",
    ),
    "a block list not indented": ("tags:\n- a\n- b\ntitle: x\n", ("lifecycle",), "lifecycle: v\n"),
    "nothing at all": ("# nothing\n", ("lifecycle",), "lifecycle: v\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", PUT)
def test_values_are_put_beside_a_sensible_neighbour(name: str) -> None:
    front, path, put = PUT[name]
    source = Source("x.md", f"---\n{front}---\n\nBody\n")
    edit = put_value(source, path, "v")
    assert edit.text == put
    before, after = yaml.safe_load(front) or {}, yaml.safe_load(apply_edits(source.text, [edit]).split("---\n")[1])
    inner = after
    for key in path[:-1]:
        inner = inner[key]
    assert inner.pop(path[-1]) == "v"
    if len(path) == 1:
        before.pop(path[0], None)
    assert after == before


def test_nothing_is_put_below_a_key_that_is_not_there() -> None:
    with pytest.raises(EditError):
        put_value(Source("x.md", "---\ntitle: x\n---\n"), ("review", "approved_on"), "v")


@given(st.text(alphabet="ab\n", max_size=30), st.data())
def test_places_lead_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edit = Fix(start, end, data.draw(st.text(alphabet="xy", max_size=5)))
    edited = apply_edits(text, [edit])
    for offset in range(len(edited) + 1):
        back = old_offset(offset, [edit])
        assert 0 <= back <= len(text)
        if offset < start:
            assert back == offset
        if offset >= start + len(edit.text):
            assert len(text) - back == len(edited) - offset


def test_a_path_outside_of_the_repository_is_promoted_too(
    afterword: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "2026-05-18-lone.md"
    path.write_text(text_of(NEAR_MISS, NEAR_MISS_BODY))
    assert afterword("promote", path).exit_code == 0
    assert "lifecycle: in-review\n" in path.read_text()
