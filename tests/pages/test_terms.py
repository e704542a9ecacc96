"""Terms are found as whole words, the longest first, in any script, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.model.glossary import Explained
from afterword.pages.terms import TermFinder, exempt_ranges

ENTRIES = [
    Explained(id="prompt", term="prompt", also=["prompts"], meaning="What a model is given to answer."),
    Explained(id="injection", term="prompt injection", meaning="Instructions hidden in a text."),
    Explained(id="rag", term="RAG", also=["retrieval-augmented generation"], meaning="Passages are looked up first."),
    Explained(id="ab", term="A/B test", meaning="Two versions run side by side."),
    Explained(id="tuning", term="fine-tuning", meaning="A model is trained further."),
    Explained(id="ci", term="Goodhart's law", meaning="A measure that became a target."),
    Explained(
        id="x-drift", term="モデルドリフト", also=["ドリフト", "劣化"], meaning="本番データが学習時と異なっていくこと。"
    ),
    Explained(id="x-quiet", term="quiet", in_text=False, meaning="Never explained in a report."),
]
FINDER = TermFinder(ENTRIES)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.entry.id) for each in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Prompt held", [("Prompt", "prompt")]),
        ("two prompts.", [("prompts", "prompt")]),
        ("the prompt's end and the prompt’s end", [("prompt", "prompt"), ("prompt", "prompt")]),
        ("a prompt injection", [("prompt injection", "injection")]),
        ("a prompt\ninjection", [("prompt\ninjection", "injection")]),
        ("prompt-injection", [("prompt-injection", "injection")]),
        ("(prompt)", [("prompt", "prompt")]),
        ("prompt: the", [("prompt", "prompt")]),
        ("fine tuning and fine-tuning", [("fine tuning", "tuning"), ("fine-tuning", "tuning")]),
        ("an A/B test", [("A/B test", "ab")]),
        ("an a/b test", [("a/b test", "ab")]),
        ("Goodhart’s law", [("Goodhart’s law", "ci")]),
        ("RAG and rag and Rag", [("RAG", "rag")]),
        ("Retrieval-Augmented Generation", [("Retrieval-Augmented Generation", "rag")]),
        ("prompted promptly impromptu", []),
        ("prompt-based, re-prompt, prompt_id, prompt.txt, a/prompt, prompt/, @prompt, #prompt, $prompt", []),
        ("prompt, injection", [("prompt", "prompt")]),
        ("prompt()", []),
        ("quiet", []),
        ("", []),
    ],
)
def test_whole_words_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("このモデルドリフトは三月に始まった", ["モデルドリフト"]),
        ("精度のドリフトと劣化", ["ドリフト", "劣化"]),
        ("コンセプトドリフトだった", []),
        ("ドリフトー", []),
    ],
)
def test_languages_without_spaces(text: str, expected: list[str]) -> None:
    assert [each for each, _ in found(text)] == expected


def test_a_meaning_in_another_language_is_not_given() -> None:
    assert found("検索にRAGを使ったので、promptは長かった") == []
    assert found("A Japanese colleague calls it 劣化 in this otherwise English sentence") == []


@pytest.mark.parametrize(
    "text",
    ["`prompt`", "“the prompt”", '"the prompt"', "«prompt»", "「prompt」", "https://example.org/prompt",
     "prompt@example.org"],
)  # fmt: skip
def test_code_quotes_and_addresses_are_no_prose(text: str) -> None:
    ranges = exempt_ranges(f"x {text} y")
    assert ranges
    assert all(
        any(first <= each.start and each.end <= last for first, last in ranges) for each in FINDER.find(f"x {text} y")
    )


@given(st.text(alphabet=st.sampled_from("promtinjec AB/.-'’RGドリフト劣化\n_"), max_size=60))
def test_what_is_found_is_a_spelling_and_nothing_overlaps(text: str) -> None:
    done = 0
    spellings = {
        " ".join(spelling.replace("-", " ").replace("’", "'").casefold().split()): each.id
        for each in ENTRIES
        for spelling in each.spellings
    }
    for each in FINDER.find(text):
        assert each.start >= done
        done = each.end
        shown = " ".join(text[each.start : each.end].replace("-", " ").replace("’", "'").casefold().split())
        assert spellings[shown] == each.entry.id


def test_many_terms_cost_no_more_than_few() -> None:
    many = TermFinder(
        [*ENTRIES, *(Explained(id=f"x-{n}", term=f"term{n} of many", meaning="One of many.") for n in range(5000))]
    )
    text = "a prompt that was long " * 200
    assert len(list(many.find(text))) == 200
