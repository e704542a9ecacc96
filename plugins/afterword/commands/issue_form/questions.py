"""What the issue form asks: the one list of which the form is written, and by which its answers are read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from afterword.model.choices import Audience, Kind

Control = Literal["textarea", "input", "dropdown", "checkboxes"]
EMPTY = "_No response_"
"""What GitHub writes where nothing was answered."""
GATE_LABEL = "draft-report"
"""With this label somebody of the project has a draft made; the form never sets it, and no ticket carries it."""
ASIDE = "Also written in the form"
"""The heading of what answers none of the questions."""
UNLINKED = "Nothing is to lead from the draft back to the issue, as the form asks."
"""What `new` says where that box was ticked."""


@dataclass(frozen=True)
class Question:
    """One question of the form.

    Attributes:
        name: its id in the form.
        label: its heading in the issue; no two are the same.
        about: a sentence below it.
        control: what is answered with.
        options: what a dropdown or a list of boxes offers.
        required: whether the form is not taken without an answer.
        example: what stands in an empty line.
    """

    name: str
    label: str
    about: str
    control: Control = "textarea"
    options: tuple[str, ...] = ()
    required: bool = False
    example: str = ""


STOPPED: Mapping[str, Kind] = {"Yes, it was stopped": "near_miss", "No": "incident", "Not known": "incident"}
READERS: Mapping[str, Audience | None] = {
    "Everyone who reads the reports here": None,
    "Everyone in the organisation": "company",
    "Only a few people": "restricted",
}
"""Who may read it; None leaves it to the settings."""
UNLINK = "Do not link the report with this issue, where my name stands"
QUESTIONS: tuple[Question, ...] = (
    Question(
        "happened", "What happened?",
        "What the system did, and what was expected of it. What people did is told by their roles, without names.",
        required=True,
    ),
    Question("when", "When was it noticed?", "A day such as 2026-03-11, or a month, or a year.", "input",
             example="2026-03-11"),
    Question("system", "Which system was it?", "The name that people here use for it.", "input",
             example="shop-assistant"),
    Question("stopped", "Was it stopped before it reached anybody?", "What was stopped in time teaches just as much.",
             "dropdown", tuple(STOPPED)),
    Question("affected", "Who was affected?", "Groups and rough numbers. Nobody's name."),
    Question("noticed", "How was it noticed?", "By a check, a colleague, a customer, by chance?"),
    Question("surprised", "What surprised you?", "What was not as anybody would have thought, and what went well."),
    Question("done", "What was done so far?", "What was switched off, repaired or told to others; and what is open."),
    Question("readers", "Who may read the report?", "A report for a few people begins elsewhere, see above.",
             "dropdown", tuple(READERS)),
    Question("links", "About your name",
             "A report names nobody. This issue shows your name as long as it stands. With the box no link leads from "
             "one to the other; title and text still match, so whoever sees both can tell. "
             "Deleting this issue parts them.",
             "checkboxes", (UNLINK,)),
)  # fmt: skip
"""The questions, in the order of the form."""
INTRODUCTION = (
    "Thank you for telling it. A report is about conditions, never about people. This issue shows your name to "
    "everyone who can open this repository. If you would rather not be seen, or if only a few people may know, give "
    "the text to somebody who holds the reviews here instead."
)
"""What stands above the questions where a form has no other place for it."""
HINTS = frozenset({f"<!-- {text} -->" for text in (INTRODUCTION, *(each.about for each in QUESTIONS))})
"""The lines of our own that nobody typed."""
