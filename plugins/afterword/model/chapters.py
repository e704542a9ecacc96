"""The guide's table of contents: the chapters that come with the package, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One chapter, which stands at `guide/<name>.md` unless the organisation has written a page of its own there.

    Attributes:
        name: the stem of its file in `pages/guide_texts/`.
        title: its title, which is also its first heading.
        about: one sentence on the question that it answers.
    """

    name: str
    title: str
    about: str

    @property
    def path(self) -> str:
        """Where its Markdown lies below the site's root."""
        return f"guide/{self.name}.md"


CONTENTS: tuple[tuple[str, tuple[Chapter, ...]], ...] = (
    (
        "Reading",
        (
            Chapter(
                "reading-a-report",
                "Reading a report",
                "One report from top to bottom in five minutes, with no engineering knowledge.",
            ),
            Chapter(
                "weekly-digest",
                "The weekly digest",
                "What it tells and in which order, what belongs into which week, and how its report is chosen.",
            ),
        ),
    ),
    (
        "Writing",
        (
            Chapter(
                "at-3-am",
                "At 3 a.m.",
                "One command before the rollback, what else to save by type of system, and the draft the next morning.",
            ),
            Chapter("first-report", "The first report", "From an event to a pull request, step by step."),
            Chapter(
                "evidence-first",
                "Evidence before rollback",
                "What to save before the state that failed is gone, and who may read it.",
            ),
            Chapter(
                "keeping-evidence",
                "Keeping evidence",
                "How files become evidence with one command, what stays elsewhere, and how they go in the end.",
            ),
            Chapter(
                "writing-each-part",
                "Writing each part well",
                "What makes each part of a report useful to somebody who was not there.",
            ),
            Chapter(
                "before-and-after",
                "Sentences before and after",
                "Accusing and vague sentences in pairs with what to write instead.",
            ),
            Chapter(
                "wording",
                "Wording that shows conditions",
                "Why the subject decides and not the word, what each wording rule asks, and who disagrees.",
            ),
            Chapter(
                "wording-findings",
                "Answering a wording finding",
                "What to do with a finding, how to let one stand, how to set the rules, and what they cannot see.",
            ),
            Chapter("near-misses", "Near misses", "What counts as one, and how to write it down in ten minutes."),
            Chapter(
                "without-git",
                "People without git",
                "How they tell what happened in a form, what becomes of it, and how they read and comment on a report.",
            ),
            Chapter(
                "remediations",
                "Remediations that hold",
                "Which changes still work in a year, and how anybody can tell.",
            ),
            Chapter(
                "eval-cases",
                "Eval cases",
                "How an input that failed becomes a permanent test, for chat, tools and data, and is tested itself.",
            ),
            Chapter(
                "exporting-eval-cases",
                "Exporting eval cases",
                "How the model's team runs the cases in promptfoo, Inspect AI or pytest, and what stays here.",
            ),
            Chapter(
                "eval-results",
                "Results and the gate",
                "How recorded runs make a case a guard, and how a gate stops a release that brings an incident back.",
            ),
            Chapter(
                "replays",
                "It would have spoken",
                "How a silent check is replayed on a kept series, when it would have spoken, and what that shows.",
            ),
        ),
    ),
    (
        "The review",
        (
            Chapter(
                "holding-the-review",
                "Holding the review",
                "The meeting: who is there, what is read out, asked, said and decided.",
            ),
            Chapter(
                "what-a-change-does",
                "What a change does to the whole",
                "For those who review a pull request: what recurs by it, what is open for it, where else it stands.",
            ),
            Chapter(
                "psychological-safety",
                "Psychological safety",
                "What makes people speak, who decides what, and when another process is right.",
            ),
        ),
    ),
    (
        "Running the site",
        (
            Chapter(
                "setting-up",
                "Setting up",
                "A repository of one's own: what to settle first, how it is published, how it stays up to date.",
            ),
            Chapter(
                "checks-where-you-write",
                "Checks where you write",
                "Findings in the editor, before a commit and in a pull request; the JSON Schema; formats for programs.",
            ),
            Chapter(
                "sending-the-digest",
                "Sending the digest",
                "How the weekly message goes out once, what to do when it was cut off, and where bounces go.",
            ),
            Chapter(
                "trackers",
                "Trackers",
                "How the state of work items comes in, with which rights, and what to do where it differs.",
            ),
            Chapter(
                "older-archive",
                "An older archive",
                "How a folder of older reports is taken over as it is, and what waits until somebody has read it.",
            ),
            Chapter(
                "audiences", "Who sees what", "Audiences, lifecycles and settings, and how nothing narrower gets out."
            ),
            Chapter(
                "secrets-and-personal-data",
                "Secrets and personal data",
                "What is looked for in reports and evidence, what to do with a find, how often the search is right.",
            ),
            Chapter(
                "years",
                "Over the years",
                "How a repository moves to a newer version: what is written, what can be held fast, and what stays.",
            ),
            Chapter(
                "upgrading",
                "What each release asks for",
                "For each release what there is to do, which rules are new, and what a migration writes.",
            ),
            Chapter(
                "when-mkdocs-ends",
                "When MkDocs ends",
                "What is known of the end of the site's engine, and the tested ways out.",
            ),
        ),
    ),
)
"""The parts of the guide with their chapters. A file in `pages/guide_texts/` that is not listed here is no chapter."""

CHAPTERS: tuple[Chapter, ...] = tuple(chapter for _, chapters in CONTENTS for chapter in chapters)

REFERENCE: tuple[Chapter, ...] = (
    Chapter("reference/index", "Reference", "Where every command, setting, field, rule, address and file is listed."),
    Chapter("commands", "Commands", "Every command with its arguments, options and exit codes."),
    Chapter("settings", "Settings", "Every setting: what it decides, what it takes, its default, and an example."),
    Chapter("fields", "Fields", "Every field of a report: its type, when it is needed, and an example."),
    Chapter("gates", "Gates", "What a report must carry to reach each step of its life."),
    Chapter("rules/index", "Rules", "Every finding that a check of the reports can make, with an example and a cure."),
    Chapter("vocabulary", "Vocabulary", "All contributing factors and kinds of remediation, with definitions."),
    Chapter(
        "addresses", "Addresses", "What stands where on a site: pages, feeds, the calendar, and data for programs."
    ),
    Chapter(
        "files", "Files and environment", "Every file that people and commands write, and every variable that is read."
    ),
)
"""The pages of the guide that are made from the code itself. The first is an index, and opens the part."""

TO_LOOK_UP = "To look up"
"""The part of the guide in which `REFERENCE` stands."""

GUIDE_PAGES: frozenset[str] = frozenset({"guide/index.md", *(each.path for each in (*CHAPTERS, *REFERENCE))})
"""Paths of all pages of the guide but those of single rules."""
