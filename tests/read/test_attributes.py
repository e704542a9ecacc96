"""Attributes out of every form in which they come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.read import attributes
from afterword.read.attributes import read_attributes
from afterword.read.loose_json import read_json_texts
from afterword.read.seen_attributes import SeenAttributes

VALUE = {"stringValue": "large-2"}
OTLP: dict[str, Any] = {
    "resourceSpans": [
        {
            "schemaUrl": "https://opentelemetry.io/schemas/1.37.0",
            "resource": {
                "attributes": [
                    {"key": "service.version", "value": {"stringValue": "4.2"}},
                    {"key": "cloud.region", "value": {"stringValue": "eu-1"}},
                    {"key": "vcs.ref.head.revision", "value": {"stringValue": "0a1b2c3"}},
                ]
            },
            "scopeSpans": [
                {
                    "spans": [
                        {
                            "attributes": [
                                {"key": "gen_ai.request.model", "value": VALUE},
                                {"key": "gen_ai.request.seed", "value": {"intValue": "7"}},
                                {"key": "gen_ai.request.temperature", "value": {"doubleValue": 0.2}},
                                {"key": "gen_ai.request.stream", "value": {"boolValue": True}},
                                {
                                    "key": "gen_ai.request.stop_sequences",
                                    "value": {"arrayValue": {"values": [{"stringValue": "a"}, {"stringValue": "b"}]}},
                                },
                                {
                                    "key": "gen_ai.own",
                                    "value": {"kvlistValue": {"values": [{"key": "k", "value": {"intValue": "1"}}]}},
                                },
                            ],
                            "events": [
                                {
                                    "attributes": [
                                        {"key": "feature_flag.key", "value": {"stringValue": "new-index"}},
                                        {"key": "feature_flag.result.variant", "value": {"stringValue": "on"}},
                                    ]
                                }
                            ],
                        }
                    ]
                }
            ],
        }
    ]
}
SPAN = {"name": "chat", "attributes": {"gen_ai.request.model": "large-2", "gen_ai.request.seed": 7}}


def read(folder: Path, data: str | bytes) -> SeenAttributes:
    path = folder / "file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    return read_attributes(path, path.stat().st_size)


def kept(seen: SeenAttributes) -> dict[str, list[Any]]:
    return {name: values.kept for name, values in seen.values.items()}


def test_otlp_with_all_its_types(tmp_path: Path) -> None:
    seen = read(tmp_path, json.dumps(OTLP))
    assert kept(seen) == {
        "gen_ai.request.model": ["large-2"], "gen_ai.request.seed": [7], "gen_ai.request.temperature": [0.2],
        "gen_ai.request.stream": [True], "gen_ai.request.stop_sequences": [["a", "b"]], "gen_ai.own": [{"k": 1}],
    }  # fmt: skip
    assert {name: values.kept for name, values in seen.environment.items()} == {
        "release": ["4.2"], "region": ["eu-1"], "commit": ["0a1b2c3"],
    }  # fmt: skip
    assert {name: values.kept for name, values in seen.flags.items()} == {"new-index": ["on"]}
    assert seen.schemas.kept == ["1.37.0"]


SAME = {
    "lines": f"{json.dumps(SPAN)}\n{json.dumps(SPAN)}\n",
    "printed one after another": f"{json.dumps(SPAN, indent=4)}\n{json.dumps(SPAN, indent=4)}\n",
    "a list": json.dumps([SPAN, SPAN]),
    "flat": json.dumps(SPAN["attributes"]),
    "nested": json.dumps({"gen_ai": {"request": {"model": "large-2", "seed": 7}}}),
    "key and value": "# live\nexport gen_ai.request.model=large-2\ngen_ai.request.seed = 7\n",
    "colons": 'gen_ai.request.model: "large-2"\n  gen_ai.request.seed: 7\r\n',
    "with a mark": "\ufeff" + json.dumps(SPAN),
    "cut off": json.dumps(SPAN, indent=1).replace("\n }", "").rstrip("}\n ") + ",\n",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_every_form_says_the_same(tmp_path: Path, text: str) -> None:
    assert kept(read(tmp_path, text)) == {"gen_ai.request.model": ["large-2"], "gen_ai.request.seed": [7]}


def test_large_files_are_read_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributes, "WHOLE", 100)
    monkeypatch.setattr(attributes, "MOST_LINES", 50)
    lines = [json.dumps({"attributes": {"gen_ai.response.model": f"m{number}"}}) for number in range(60)]
    seen = read(tmp_path, "\n".join(lines))
    assert seen.values["gen_ai.response.model"].count == 50
    assert len(seen.values["gen_ai.response.model"].kept) == 20
    assert seen.notes == ["attributes were looked for in its first 50 lines alone"]


def test_different_values_are_all_counted_and_types_told_apart(tmp_path: Path) -> None:
    seen = read(
        tmp_path, '[{"gen_ai.a": 1}, {"gen_ai.a": "1"}, {"gen_ai.a": true}, {"gen_ai.a": 1}, {"gen_ai.a": null}]'
    )
    assert kept(seen)["gen_ai.a"] == [1, "1", True, None]


def test_json_texts_end_quietly() -> None:
    assert read_json_texts('{"a": 1} {"b"') == ([[("a", 1)]], False)
    assert read_json_texts(" \n ") == ([], True)
    assert read_json_texts("1,2\x1e3") == ([1, 2, 3], True)


KEYS = st.sampled_from(["key", "value", "gen_ai", "gen_ai.a", "stringValue", "arrayValue", "values"])
JSON: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
for _ in range(4):
    JSON = JSON | st.lists(JSON, max_size=3) | st.dictionaries(KEYS, JSON, max_size=3)


@given(JSON)
def test_any_json_is_read(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    seen = read(tmp_path_factory.getbasetemp(), json.dumps([value]))
    assert all(name.startswith("gen_ai.") for name in seen.values)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    read(tmp_path_factory.getbasetemp(), b"gen_ai.a=" + data)
