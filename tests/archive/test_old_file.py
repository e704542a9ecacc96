"""An older file taken apart: every byte of the prose, every word of the front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.archive.form import is_as_written, write_report
from afterword.archive.old_file import OldFile, UnreadableFileError, read_old_file
from afterword.archive.old_front import read_old_front
from afterword.model.settings import Limits, Settings
from afterword.read.report import read_report

LIMITS = Limits()


def taken(data: str | bytes, encoding: str | None = None) -> OldFile:
    return read_old_file(data.encode() if isinstance(data, str) else data, "a.md", encoding, LIMITS)


def test_yaml_keeps_what_was_written() -> None:
    old = taken(
        "---\nwhen: 12:30\nok: no\nn: 0123\nday: 2019-03-01\nlist: [a, 'b, c']\nempty:\ntext: |\n  two\n  lines\n---\nProse."
    )
    assert old.front.metadata == {
        "when": "12:30", "ok": "no", "n": "0123", "day": "2019-03-01", "list": ["a", "b, c"], "empty": None,
        "text": "two\nlines\n",
    }  # fmt: skip
    assert old.prose == "Prose."


def test_toml_keeps_what_was_written() -> None:
    old = taken(
        "+++\r\ntitle = 'x'\r\ndate = 2020-07-08T09:10:11Z\r\nday = 2020-07-08\r\nf = 1.50\r\nb = true\r\n[t]\r\nl = [1, 2]\r\n+++\r\nProse.\r\n"
    )
    assert old.front.metadata == {
        "title": "x", "date": "2020-07-08T09:10:11+00:00", "day": "2020-07-08", "f": "1.50", "b": "true",
        "t": {"l": ["1", "2"]},
    }  # fmt: skip
    assert old.prose == "Prose.\r\n"


@pytest.mark.parametrize(
    ("text", "prose", "said"),
    [
        ("---\n- a\n- b\n---\nx", None, "no map of fields in YAML"),
        ("---\nJust a sentence between rules.\n---\nx", None, "no map of fields"),
        ("---\n\n# A heading\n\n---\nx", None, "no map of fields"),
        ("---\ntitle: x\nnever closed", None, "never closed"),
        ("+++\ntitle = 1\nnever closed", None, "never closed"),
        ("----\ntitle: x\n----\nx", None, ""),
        ("# Title\n\n---\n\nA rule.\n\n---\n", None, ""),
        ("---\n---\nx", "x", ""),
        ("---\ntitle: x\n...\nx\n---\ny", "x\n---\ny", ""),
        ("---\ntitle: x\n---\n\n\n---\nx\n---\n", "\n\n---\nx\n---\n", ""),
        ("---\ntitle: a: b\n---\nx", "x", "cannot be read (line 2"),
        ("---\na: 1\na: 2\n---\nx", "x", "stands twice"),
        ("---\na: &x [1]\nb: *x\n---\nx", "x", "anchor"),
        ("---\na: !!python/object:os.system {}\n---\nx", "x", "tag"),
        ("+++\ntitle = \n+++\nx", "x", "cannot be read"),
        ("---\ntitle: x  \n---", "", ""),
    ],
)
def test_blocks_that_are_front_matter_or_not(text: str, prose: str | None, said: str) -> None:
    old = taken(text)
    assert old.prose == (text if prose is None else prose)
    assert said in " ".join(old.notes)
    assert bool(said) == bool(old.notes)


def test_what_could_not_be_read_is_kept_as_text() -> None:
    block = "title: a: b\n# a comment\n"
    assert taken(f"---\n{block}---\nx").front.text == block
    assert taken("---\ntitle: b  # a comment\n---\nx").front.needs_text
    assert not taken("---\ntitle: b\n---\nx").front.needs_text


def test_bombs_stay_small() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert taken("---\n" + "\n".join(lines) + "\n---\nx").front.metadata == {}
    deep = "---\na: " + "[" * 500 + "]" * 500 + "\n---\nx"
    assert "nested" in " ".join(taken(deep).notes)
    assert "cannot be read" in " ".join(taken("+++\na = " + "[" * 5000 + "]" * 5000 + "\n+++\nx").notes)
    assert "bytes" in " ".join(taken("---\na: " + "x" * 70_000 + "\n---\nx").notes)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"), (b"\xef\xbb\xbf \n", "empty"), (b"x" * 2_000_000, "limits.file_bytes"),
        ("# 障害\n".encode("shift_jis"), "`shift_jis`"), ("# Fehler für alle\n".encode("cp1252"), "`cp1252`"),
        ("# Störung\n".encode("utf-16"), "`utf-16`"), (b"# x\n" + b"*" * 90 + b"\n", "line 2: `*` stands 90 times"),
        (b"---\na: b\n---\n" + b"x" * 20_000, "line 4"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_taken(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFileError, match=r".") as caught:
        taken(data)
    assert why in str(caught.value)


def test_an_encoding_that_is_named() -> None:
    old = taken("# 障害\r\n".encode("shift_jis"), "shift_jis")
    assert old.prose == "# 障害\r\n"
    assert "shift_jis" in " ".join(old.notes)
    with pytest.raises(UnreadableFileError, match="cannot be read as"):
        taken(b"\xff\xfe\xfd\x81", "euc_jp")
    with pytest.raises(UnreadableFileError, match="cannot be read as"):
        taken(b"\xff\xfe\xfd\x81", "no-such-encoding")


FRONTS = st.one_of(
    st.just(""), st.just("---\ntitle: x\ndate: 2019\n---\n"), st.just("+++\ntitle = 'x'\n+++\r\n"), st.just("---\n")
)


@given(front=FRONTS, prose=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300), bom=st.booleans())
def test_every_byte_of_the_prose_is_kept(front: str, prose: str, bom: bool) -> None:
    """Whatever stands in a file: what the report holds below its front matter is the end of the file, byte for byte."""
    data = (b"\xef\xbb\xbf" if bom else b"") + (front + prose).encode()
    try:
        old = taken(data)
    except UnreadableFileError:
        return
    assert data.endswith(old.prose.encode())
    read = read_old_front(front + prose, LIMITS.front_matter_bytes)
    assert (front + prose)[: read.body] + old.prose == front + prose
    written = write_report(
        {"title": "x"}, {"archive": "a", "path": "a.md", "metadata": dict(old.front.metadata)}, old.prose
    )
    report = read_report(written, path="2019-a.md", place="", settings=Settings())
    assert report.body.text == old.prose
    assert written.endswith(old.prose.encode())
    assert not report.problems


VALUES = st.recursive(
    st.none() | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet="abc-é: <#'\"&*!", max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=20, alphabet=st.characters(exclude_categories=["Cs"])), VALUES, max_size=4
    )
)
def test_every_old_value_is_kept(metadata: dict[str, object]) -> None:
    written = write_report({"title": "x"}, {"archive": "a", "path": "a.md", "metadata": metadata}, "")
    report = read_report(written, path="2019-a.md", place="", settings=Settings())
    assert not report.problems
    assert report.front.extensions["x-imported"]["metadata"] == metadata
    assert is_as_written(written)


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=100), st.integers(min_value=0, max_value=2**31)
)
def test_any_edit_breaks_the_seal(prose: str, place: int) -> None:
    written = write_report({"title": "x"}, {"archive": "a", "path": "a.md"}, prose)
    assert is_as_written(written)
    at = place % len(written)
    edited = written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :]
    assert not is_as_written(edited)
