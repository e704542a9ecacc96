"""Words of odd YAML are changed, and nothing but them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.edit_tree import EditError
from afterword.commands.migrate.words import Word, change_words
from afterword.model.source import Source
from afterword.read.node import Node
from afterword.read.nodes import read_nodes

OLD, NEW = "x-old", "data-historical-bias"
WRITTEN = (OLD, f"'{OLD}'", f'"{OLD}"', f">-\n      {OLD}", f"|\n      {OLD}", f">\n\n      {OLD}\n")
FLOW = WRITTEN[:3]
COMMENTS = ("", f"  # {OLD} is older", "\t# Ümläute ✓ \u2028", "   ")
OTHERS = (
    f"title: {OLD} in a title that stays",
    f'how: "a \\"quoted\\" {OLD}: text # no comment"',
    f"text: >+\n  folded {OLD}\n\n  more\n\n",
    f"{OLD}: as a key",
    "empty:",
    "flow: { a: [1, 'two', \"th\\x72ee\"], b: {c: ~} }",
    f"# a comment with factor: {OLD}",
    "emoji: 😀 é ﷺ",
    f"list:\n- {OLD}\n-   - nested\n    - {OLD}",
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A map with a list `factors` in one style or another, among other things that hold the same word."""
    around = draw(st.lists(st.sampled_from(OTHERS), unique=True, max_size=4))
    comment = st.sampled_from(COMMENTS)
    if draw(st.booleans()):
        values = draw(st.lists(st.sampled_from(FLOW), min_size=1, max_size=3))
        factors = "factors: [" + ", ".join(f"{{ factor : {each} , n: 1}}" for each in values) + "]" + draw(comment)
    else:
        entries = []
        for each in draw(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=3)):
            comments = "" if each[0] in ">|" else draw(comment)
            entries.append(f"  - factor:  {each}{comments}\n    how: {OLD}")
        factors = "factors:\n" + "\n".join(entries)
    at = draw(st.integers(0, len(around)))
    text = "\n".join([*around[:at], factors, *around[at:]]) + "\n"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def factors_of(root: Node) -> list[Node]:
    listed = next(value for key, value in root.entries or () if key.text == "factors")
    return [next(value for key, value in item.entries or () if key.text == "factor") for item in listed.items or ()]


@given(documents(), st.sampled_from(["", "before the fence\n---\n"]))
def test_exactly_the_words_differ(text: str, lead: str) -> None:
    whole = lead + text
    source = Source("x", whole)
    root = read_nodes(source, len(lead), len(whole), max_depth=20)
    assert root is not None
    nodes = factors_of(root)
    found = [node for node in nodes if (node.text or "").strip() == OLD]
    assert len(found) == len(nodes)
    sound = [node for node in found if node.text == OLD]
    changed = change_words(source, len(lead), len(whole), [Word(node, NEW) for node in sound])
    # Each piece between the words is as it was, byte for byte.
    places = [node.start + whole[node.start : node.end].index(OLD) for node in sound]
    expected, last = "", 0
    for at in places:
        expected += whole[last:at] + NEW
        last = at + len(OLD)
    assert changed == expected + whole[last:]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("names: allowed", "off", 'names: "off"'),
        ("names: 'allowed'", "off", "names: 'off'"),
        ('names: "allo\\x77ed" # c', "off", 'names: "off" # c'),
        ("names: !!str allowed", "off", "names: !!str off"),
        ("{names: allowed}", "roles", "{names: roles}"),
    ],
)
def test_the_quotes_stay_and_a_word_stays_a_word(text: str, word: str, expected: str) -> None:
    source = Source("x", text)
    root = read_nodes(source, 0, len(text), max_depth=20, tags_allowed=True)
    assert root is not None
    node = (root.entries or [])[0][1]
    assert change_words(source, 0, len(text), [Word(node, word)], tags_allowed=True) == expected


@pytest.mark.parametrize("text", ["a: >- # x-old\n  x-old\n", "a: >-\n  x-\n  old\n"])
def test_what_cannot_be_changed_alone_is_not(text: str) -> None:
    source = Source("x", text)
    root = read_nodes(source, 0, len(text), max_depth=20)
    assert root is not None
    with pytest.raises(EditError):
        change_words(source, 0, len(text), [Word((root.entries or [])[0][1], NEW)])


@pytest.mark.parametrize("new", ["a: b", "- x", "# gone", "'", "a\n\nb: c"])
def test_a_word_that_would_change_the_tree_is_refused(new: str) -> None:
    """Ids are words of small letters; should anything else ever get here, nothing is written."""
    source = Source("x", "a: x-old\nb: 1\n")
    root = read_nodes(source, 0, len(source.text), max_depth=20)
    assert root is not None
    with pytest.raises(EditError):
        change_words(source, 0, len(source.text), [Word((root.entries or [])[0][1], new)])


def test_a_bom_and_line_ends_of_a_report_stay(tmp_path) -> None:
    from afterword.commands.migrate.planned import bytes_of

    assert bytes_of(Source("x", "a\r\nb", bom=True), "a\r\nc") == b"\xef\xbb\xbfa\r\nc"
    assert not re.search(b"\r(?!\n)", bytes_of(Source("x", "a\r\nb"), "a\r\nc"))
