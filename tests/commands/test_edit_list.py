"""An entry at the end of a list of the front matter, in whatever style it is written: nothing else changes."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.edit import put_value
from afterword.commands.edit_list import NewEntry, append_entries, append_entry
from afterword.commands.edit_tree import EditError
from afterword.model.source import Source

ENTRY = NewEntry(
    ("id: EV-9", "kind: log", 'title: "One: two, {three} # four"', 'sha256: "00aa"'),
    '{id: EV-9, kind: log, title: "One: two, {three} # four", sha256: "00aa"}',
)
AS_READ = {"id": "EV-9", "kind": "log", "title": "One: two, {three} # four", "sha256": "00aa"}
BODY = "\nText with evidence: [] and --- in it.\n"


def read(text: str) -> Any:
    return yaml.load(text.split("---", 2)[1], Loader=yaml.BaseLoader)


def add(front: str, end: str = "\n") -> str:
    text = f"---\n{front}---\n{BODY}".replace("\n", end)
    edit = append_entry(Source("x.md", text), "evidence", ENTRY)
    after = text[: edit.start] + edit.text + text[edit.end :]
    before = read(text) or {}
    listed = before.get("evidence")
    assert read(after) == {**before, "evidence": [*(listed if isinstance(listed, list) else []), AS_READ]}
    assert after.endswith(BODY.replace("\n", end))
    comments = re.compile(r"#[^\n]*")
    assert comments.findall(after.replace(" # four", "")) == comments.findall(text)
    assert ("\n" in after.replace("\r\n", "")) == (end == "\n")
    assert text[edit.start : edit.end].partition("#")[0].strip() in {"", "[]", "null", "~", "[ ]"}
    return after.replace("\r\n", "\n").removeprefix("---\n").partition("---\n")[0]


BLOCK = '  - id: EV-9\n    kind: log\n    title: "One: two, {three} # four"\n    sha256: "00aa"\n'
AT_MARGIN = "".join(f"{line[2:]}\n" for line in BLOCK.splitlines())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("front", "outcome"),
    [
        ("title: x\n", f"title: x\nevidence:\n{BLOCK}"),
        ("", f"evidence:\n{BLOCK}"),
        ("# only a comment\n", f"evidence:\n{BLOCK}# only a comment\n"),
        ("title: x\nsystem:\n  name: y\n  # more of it\ntimeline:\n  # - at:\n",
         f"title: x\nsystem:\n  name: y\n  # more of it\nevidence:\n{BLOCK}timeline:\n  # - at:\n"),
        ("evidence:\n", f"evidence:\n{BLOCK}"),
        ("evidence: []\ntitle: x\n", f"evidence:\n{BLOCK}title: x\n"),
        ("evidence: null  # none yet\ntitle: x\n", f"evidence:  # none yet\n{BLOCK}title: x\n"),
        ("evidence:  # none yet\n  # - id: EV-1\ntitle: x\n", f"evidence:  # none yet\n  # - id: EV-1\n{BLOCK}title: x\n"),
        ("evidence: ~\n", f"evidence:\n{BLOCK}"),
        ("evidence: [\n  # none yet\n]\n", f"evidence: [\n  # none yet\n{ENTRY.flow}]\n"),
        ("evidence:\n- kind: log\n# of the title\ntitle: x\n",
         f"evidence:\n- kind: log\n{AT_MARGIN}# of the title\ntitle: x\n"),
        ("evidence:\n- kind: log\n  # of the log\ntitle: x\n", f"evidence:\n- kind: log\n  # of the log\n{AT_MARGIN}title: x\n"),
        ("evidence:\n  - kind: log\n  # of the list\n\ntitle: x\n", f"evidence:\n  - kind: log\n  # of the list\n{BLOCK}\ntitle: x\n"),
        ("evidence:\n  - {kind: log}  # one\n", f"evidence:\n  - {{kind: log}}  # one\n{BLOCK}"),
        ("evidence:\n  - title: |\n      a\n\n      # no comment\n\ntitle: x\n",
         f"evidence:\n  - title: |\n      a\n\n      # no comment\n{BLOCK}\ntitle: x\n"),
        ("evidence:\n  - title: |+\n      a\n\n\ntitle: x\n", f"evidence:\n  - title: |+\n      a\n\n\n{BLOCK}title: x\n"),
        ("evidence: [{kind: log}]  # one\n", f"evidence: [{{kind: log}}, {ENTRY.flow}]  # one\n"),
        ("evidence: [{kind: log},]\n", f"evidence: [{{kind: log}}, {ENTRY.flow},]\n"),
        ("evidence: [\n  {kind: log},\n]\n", f"evidence: [\n  {{kind: log}},\n  {ENTRY.flow},\n]\n"),
        ("evidence: [\n  {kind: log}  # one\n]\n", f"evidence: [\n  {{kind: log}}, {ENTRY.flow}  # one\n]\n"),
        ("evidence:\n  [{kind: log}]\n", f"evidence:\n  [{{kind: log}}, {ENTRY.flow}]\n"),
        ("{title: x}\n", f"{{title: x, evidence: [{ENTRY.flow}]}}\n"),
        ("{evidence: [], title: x}\n", f"{{evidence: [{ENTRY.flow}], title: x}}\n"),
        ("{evidence: [{kind: log}]}\n", f"{{evidence: [{{kind: log}}, {ENTRY.flow}]}}\n"),
        ("evidence:\n  -   id: EV-1\n      kind: log\n", "evidence:\n  -   id: EV-1\n      kind: log\n"
         '  -   id: EV-9\n      kind: log\n      title: "One: two, {three} # four"\n      sha256: "00aa"\n'),
        ("evidence:\n  -\n    id: EV-1\ntitle: x\n", None),
        ("'evidence': []\n", None),
        ("? evidence\n: - kind: log\n", None),
    ],
)  # fmt: skip
def test_every_style_grows_by_the_entry(front: str, outcome: str | None, end: str) -> None:
    after = add(front, end)
    if outcome is not None:
        assert after == outcome


@pytest.mark.parametrize("front", ["evidence: none\n", "evidence: {}\n", "evidence:\n  kind: log\n", "- a\n", "a: [\n"])
def test_where_there_is_no_list_no_edit_is_made(front: str) -> None:
    with pytest.raises(EditError):
        append_entry(Source("x.md", f"---\n{front}---\n"), "evidence", ENTRY)


def test_a_bom_and_a_file_without_a_body_are_kept() -> None:
    source = Source("x.md", "---\ntitle: x\n---", bom=True)
    assert append_entries(source, "evidence", [ENTRY, ENTRY]) == f"---\ntitle: x\nevidence:\n{BLOCK}{BLOCK}---"


LEAF = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="-\ufeff\u2028\u2029"), max_size=12)
KEYS = st.sampled_from(["title", "system", "timeline", "impact", "x-own", "evidence", "tags"])
MAPS = st.dictionaries(st.sampled_from(["id", "kind", "title", "x-a"]), LEAF, max_size=3)
EVIDENCE = st.one_of(st.none(), st.just([]), st.lists(st.one_of(MAPS, LEAF), min_size=1, max_size=3))


@given(
    front=st.dictionaries(KEYS, st.one_of(LEAF, MAPS, st.lists(LEAF, max_size=2)), max_size=5),
    evidence=EVIDENCE,
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, '"', "'", "|"]),
    width=st.sampled_from([20, 1000]),
    indent=st.sampled_from([2, 4]),
    end=st.sampled_from(["\n", "\r\n"]),
    noise=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["# a", "  # b", "    # c", ""])), max_size=3),
)  # fmt: skip
def test_nothing_but_the_list_changes(
    front: dict[str, Any], evidence: Any, flow: Any, style: Any, width: int, indent: int, end: str, noise: Any
) -> None:
    tree = {**front, "evidence": evidence}
    dumped = yaml.dump(
        tree, Dumper=yaml.SafeDumper, default_flow_style=flow, default_style=style, width=width, indent=indent,
        allow_unicode=True, sort_keys=False,
    )  # fmt: skip
    lines = dumped.splitlines()
    for place, line in noise:
        # A comment within a text over several lines would be part of it, and the trees are compared after that.
        lines.insert(place % (len(lines) + 1), line)
    text = ("---\n" + "\n".join(re.sub(r"!!\w+ ", "", each) for each in lines) + "\n---\n" + BODY).replace("\n", end)
    try:
        before = yaml.load(text.partition("---")[2].rpartition("---" + end)[0], Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return
    try:
        edit = append_entry(Source("x.md", text), "evidence", ENTRY)
    except EditError:
        # In quotes `null` is a text, and no list.
        assert isinstance(before["evidence"], str)
        assert style is not None
        return
    after = text[: edit.start] + edit.text + text[edit.end :]
    front_after = after.partition("---")[2].rpartition("---" + end)[0]
    listed = before["evidence"] if isinstance(before["evidence"], list) else []
    assert yaml.load(front_after, Loader=yaml.BaseLoader) == {**before, "evidence": [*listed, AS_READ]}
    assert after.endswith(("---\n" + BODY).replace("\n", end))
    kept = text[edit.start : edit.end]
    assert kept.strip() in {"", "[]", "null", "~", '""', "''"} or "#" in kept


@given(
    entries=st.lists(MAPS.map(lambda each: {**each, "retention_until": "2026-05-17"}), min_size=1, max_size=3),
    place=st.integers(0, 2),
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, '"', "|"]),
    after=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_key_put_into_an_entry_changes_nothing_else(
    entries: list[dict[str, str]], place: int, flow: Any, style: Any, after: bool, end: str
) -> None:
    at = place % len(entries)
    tree = {"title": "x", "evidence": entries, **({"timeline": ["a"]} if after else {})}
    dumped = yaml.dump(tree, Dumper=yaml.SafeDumper, default_flow_style=flow, default_style=style, sort_keys=False)
    text = f"---\n{dumped}---\n{BODY}".replace("\n", end)
    before = read(text)
    edit = put_value(Source("x.md", text), ("evidence", at, "removed"), "{at: 2026-05-18, because: It was time.}")
    changed = text[: edit.start] + edit.text + text[edit.end :]
    assert edit.start == edit.end
    before["evidence"][at]["removed"] = {"at": "2026-05-18", "because": "It was time."}
    assert read(changed) == before
