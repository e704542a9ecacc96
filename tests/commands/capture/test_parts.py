"""Names, times and kinds, each by itself."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.capture.kinds import kind_of
from afterword.commands.capture.manifest import File, Manifest, parse_manifest
from afterword.commands.capture.names import stored_name, told_name
from afterword.commands.capture.times import in_offset, in_utc, offset_of, read_time
from afterword.commands.evidence.names import safe_name
from afterword.findings.visible import visible

from .conftest import NIGHT

STORED = File.model_fields["stored"].metadata[0].pattern


@given(
    st.integers(1, 500), st.binary(max_size=200).map(os.fsdecode) | st.text(st.characters(exclude_categories=["Cs"]))
)
def test_any_name_is_stored_in_a_way_that_can_be_read_again(number: int, name: str) -> None:
    stored = stored_name(number, name)
    assert re.fullmatch(STORED, f"files/{stored}")
    assert safe_name(stored, ())
    assert visible(told_name(name)) == told_name(name)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("chat log.JSON", "01-chat-log.json"), ("a.tar.gz", "01-a.tar.gz"), (".env", "01-env"), ("x.", "01-x"),
        ("日本", "01-file"), ("日本.log", "01-file.log"), ("-rf", "01-rf"), ("a" * 300 + ".txt", "01-" + "a" * 60 + ".txt"),
    ],
)  # fmt: skip
def test_a_stored_name_keeps_what_it_can(name: str, stored: str) -> None:
    assert stored_name(1, name) == stored


@pytest.mark.parametrize("glue", ["-", "_", ".", "--", "-a_"])
def test_a_key_glued_to_a_word_is_stored_in_no_name(glue: str) -> None:
    key = "".join(("sk-", "proj-", "Qm7Zp2Lx9Vb4Tn8Rw3Ky6Hd1" * 2))
    assert stored_name(1, f"a/named{glue}{key}.log") == "01-file.log"


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("now", "2026-05-18T01:14:05Z"), ("3:14", "2026-05-18T01:14:00Z"), ("03:15", "2026-05-17T01:15:00Z"),
        (" 23:50 ", "2026-05-17T21:50:00Z"), ("2026-05-18T02:40:00Z", "2026-05-18T02:40:00Z"),
        ("2026-05-18 02:40", "2026-05-18T00:40:00Z"), ("2026-05-17T20:00-05:00", "2026-05-18T01:00:00Z"),
    ],
)  # fmt: skip
def test_times_as_they_are_typed(typed: str, instant: str) -> None:
    assert read_time(typed, NIGHT) == instant


@pytest.mark.parametrize("typed", ["", "soon", "24:00", "12:60", "2026-05-18", "2026-13-01T00:00", "3", "９:14"])
def test_what_is_no_time_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_time(typed, NIGHT)


@given(
    st.integers(10**5, 4 * 10**9),
    st.integers(-14 * 60, 14 * 60),
)
def test_an_instant_is_the_same_in_every_offset(seconds: int, minutes: int) -> None:
    there = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))
    utc = in_utc(there)
    assert datetime.fromisoformat(in_offset(utc, offset_of(there))) == there
    assert datetime.fromisoformat(utc) == there.astimezone(UTC)


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("anything", b'{"resourceSpans": []}', "trace"), ("x.jsonl", b'{"traceId": "1"}\n', "trace"),
        ("x.json", b'{"messages": [', "transcript"), ("chat.txt", b"user: x", "transcript"),
        ("system-prompt.md", b"", "prompt"), ("rules.yml", b"groups:\n- alert: X\n", "alert-config"),
        ("series.csv", b"at,value\n", "metric-series"), ("inputs.csv", b"a,b\n", "data-payload"),
        ("app.toml", b"", "config"), ("model.safetensors", b"\x00", "model-artifact"), ("x.png", b"\x89PNG", "screenshot"),
        ("app.log", b"", "log"), ("nothing", b"", "log"), ("call.wav", b"RIFF", "data-payload"),
    ],
)  # fmt: skip
def test_kinds_are_guessed(name: str, head: bytes, kind: str) -> None:
    assert kind_of(name, head, has_attributes=False) == kind


def test_a_file_of_attributes_is_the_environment() -> None:
    assert kind_of("live", b"gen_ai.request.model=x", has_attributes=True) == "environment"


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_manifest_is_read_or_refused_in_words(data: bytes) -> None:
    try:
        parse_manifest(data)
    except ValueError as error:
        assert str(error).startswith(("is ", "does not", "lists "))  # noqa: PT017 - one of two outcomes


def test_a_manifest_is_read_as_it_was_written() -> None:
    written = Manifest(schema=1, declared_at="2026-05-18T01:14:05Z", offset="+02:00", tool="x", what="\udcff é")
    assert parse_manifest(written.dump().replace(b"udcff", b"u00ff")).what == "ÿ é"
