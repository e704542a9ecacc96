import os
import stat
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands import write_file
from afterword.commands.fix import apply_fixes
from afterword.model.problem import Fix

LINES = [
    "---", "schema: 1", "title: Assistant gave two answers", "kind: incidnt", "system: {name: no}", "---", "", "Text",
]  # fmt: skip
FIXED = [*LINES[:3], "kind: incident", 'system: {name: "no"}', *LINES[5:]]


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fixing_keeps_every_other_byte(afterword: Callable[..., Result], repository: Any, bom: bytes, end: str) -> None:
    path = repository.write("2026-05-18-two-answers", "")
    path.write_bytes(bom + end.join(LINES).encode())
    result = afterword("check", "--fix", "--select", "AW112,AW113")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "fixed 2 in postmortems/reports/2026/2026-05-18-two-answers.md"
    assert path.read_bytes() == bom + end.join(FIXED).encode()


def test_only_what_is_shown_is_fixed(afterword: Callable[..., Result], repository: Any) -> None:
    first = repository.write("2026-05-18-two-answers", "\n".join(LINES))
    second = repository.write("2026-05-19-two-more", "\n".join(LINES))
    before = second.read_bytes()
    afterword("check", "--fix", "--select", "AW113", first)
    assert "kind: incident\n" in first.read_text()
    assert "{name: no}" in first.read_text()
    assert second.read_bytes() == before


def test_json_stays_alone_on_standard_output(afterword: Callable[..., Result], repository: Any) -> None:
    repository.write("2026-05-18-two-answers", "\n".join(LINES))
    result = afterword("check", "--fix", "--format", "json", "--select", "AW113")
    assert result.stdout.startswith("{")
    assert result.stderr.startswith("fixed 1 in ")


def test_the_mode_stays_and_nothing_is_left_behind(afterword: Callable[..., Result], repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", "\n".join(LINES))
    path.chmod(0o640)
    afterword("check", "--fix")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_cannot_be_written_is_left_whole(
    afterword: Callable[..., Result], repository: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = repository.write("2026-05-18-two-answers", "\n".join(LINES))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write_file.os, "fsync", full)
    result = afterword("check", "--fix")
    assert result.exit_code == 2
    assert "cannot be written: no space left on device" in result.stderr
    assert path.read_text() == "\n".join(LINES)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_link_is_never_written_through(afterword: Callable[..., Result], repository: Any, tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("\n".join(LINES))
    (repository.reports / "2026").mkdir(parents=True)
    (repository.reports / "2026" / "2026-05-18-link.md").symlink_to(target)
    afterword("check", "--fix")
    assert target.read_text() == "\n".join(LINES)
    assert os.path.islink(repository.reports / "2026" / "2026-05-18-link.md")  # noqa: PTH114


def test_fixing_twice_is_fixing_once(afterword: Callable[..., Result], repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", "\n".join(LINES))
    afterword("check", "--fix")
    once = path.read_bytes()
    assert "fixed" not in afterword("check", "--fix").stdout
    assert path.read_bytes() == once


TEXTS = st.text(alphabet="ab\r\n\ufeff é😀", max_size=40)


@given(TEXTS, st.data())
def test_bytes_outside_of_the_fixes_stay(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    fixes = []
    for _ in range(data.draw(st.integers(0, 5))):
        start, end = sorted((data.draw(places), data.draw(places)))
        fixes.append(Fix(start, end, data.draw(TEXTS)))
    fixed, count = apply_fixes(text, fixes)
    chosen = _chosen(text, fixes, fixed)
    assert chosen is not None
    assert len(chosen) == count


def _chosen(text: str, fixes: list[Fix], fixed: str) -> list[Fix] | None:
    """Some of the fixes, none over another, with exactly the text between them kept, that explain the outcome."""
    ordered = sorted(set(fixes), key=lambda each: (each.start, each.end))
    for mask in range(1 << len(ordered)):
        picked = [each for place, each in enumerate(ordered) if mask >> place & 1]
        picked = [each for each in picked if text[each.start : each.end] != each.text]
        if any(later.start < earlier.end for earlier, later in pairwise(picked)):
            continue
        built, last = "", 0
        for each in picked:
            built += text[last : each.start] + each.text
            last = each.end
        if built + text[last:] == fixed and len(picked) == apply_fixes(text, fixes)[1]:
            return picked
    return None


@given(TEXTS, st.integers(-5, 60), st.integers(-5, 60), TEXTS)
def test_fixes_outside_of_the_text_are_left_out(text: str, start: int, end: int, new: str) -> None:
    fixed, count = apply_fixes(text, [Fix(start, end, new)])
    if not 0 <= start <= end <= len(text):
        assert (fixed, count) == (text, 0)


def test_an_entry_that_is_empty_is_left_to_the_author(afterword: Callable[..., Result], repository: Any) -> None:
    text = "\n".join([*LINES[:3], "tags:", "  -", "---", "", "Text"])
    path = repository.write("2026-05-18-two-answers", text)
    result = afterword("check", "--fix", "--select", "AW112")
    assert "an entry of `tags` is empty; fill it in or take it out" in result.stdout
    assert path.read_text() == text
