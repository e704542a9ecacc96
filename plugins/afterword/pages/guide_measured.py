"""What was measured of the wording rules, in words: on the page of each rule, and as tables in the guide."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from afterword.model.measured import Document, Flags, LabelCount, Measured, Part, RuleCount, share
from afterword.pages.escape import link_to, render
from afterword.pages.words import capital, page_link, say_day
from afterword.rules.rule import Rule

CHAPTER = "guide/wording-findings.md"
"""The chapter that holds the tables."""
PLACE = "<!-- what was measured -->\n"
"""The line of the chapter in whose place they stand."""
ANCHOR = "what-was-measured"
WORKS = "guide/wording.md"
"""The chapter that lists the works on which the rules rest."""
WHOLE_REPORTS = "AW332"
"""Looks at a report as a whole, which no single sentence can measure."""
_PARTS = {
    "kept": ("kept aside", "stayed unread while the rules were written"),
    "read": ("read", "were read meanwhile"),
}


@dataclass(frozen=True)
class Row:
    """One row of a table: what it is about, and one cell for each set of sentences."""

    about: Markup | str
    cells: tuple[str, ...]
    more: str = ""


def measured_of(rule: Rule, measured: Measured) -> dict[str, object] | None:
    """What the page of one rule tells of its measurement; nothing for a rule of another family."""
    if not rule.code.startswith("AW3") or not measured.parts:
        return None
    here = f"guide/rules/{rule.code}.md"
    return {
        "parts": [_of_part(part, rule.code) for part in measured.parts],
        "whole": rule.code == WHOLE_REPORTS,
        "unlabelled": rule.code != WHOLE_REPORTS and all(part.label_of(rule.code) is None for part in measured.parts),
        "unseen": not any(_is_seen(_count(part, rule.code)) for part in measured.parts),
        "days": " and ".join(sorted({say_day(part.day) for part in measured.parts})),
        "more": page_link("All figures, and what they cannot say", CHAPTER, here, ANCHOR),
        "works": page_link("Wording that shows conditions", WORKS, here, "sources"),
    }


def measured_tables(measured: Measured) -> str:
    """The tables of the guide's chapter, as Markdown."""
    return render(
        "guide_measured.md.jinja",
        parts=[(*_PARTS[part.part], part, say_day(part.day)) for part in measured.parts],
        names=[_PARTS[part.part][0] for part in measured.parts],
        levels=_levels(measured.parts),
        rules=_rules(measured.parts),
        labels=_labels(measured.parts),
        documents=[_document(each) for each in measured.documents],
        altogether=_altogether(measured.documents),
    )


def tell_flags(flags: Flags, sentences: int) -> str:
    """Such as "9 of 249 sentences flagged, 8 of them rightly (89 %)"."""
    if not flags.flagged:
        return f"none of {sentences} sentences flagged"
    if flags.flagged == 1:
        return f"1 of {sentences} sentences flagged, {'rightly' if flags.rightly else 'wrongly'}"
    right = "all" if flags.rightly == flags.flagged else flags.rightly or "none"
    told = f"{flags.flagged} of {sentences} sentences flagged, {right} of them rightly"
    return told + _in_brackets(flags.rightly, flags.flagged)


def _in_brackets(part: int, whole: int) -> str:
    told = share(part, whole)
    return f" ({told})" if told else ""


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole}{_in_brackets(part, whole)}" if whole else "none"


def _of_part(part: Part, code: str) -> dict[str, object]:
    rule = _count(part, code)
    label = part.label_of(code)
    name, clause = _PARTS[part.part]
    return {
        "name": f"{capital(name)}: sentences that {clause}",
        "shown": capital(tell_flags(rule.shown, part.sentences)),
        "quiet": tell_flags(rule.quiet, part.sentences) if rule.quiet.flagged else "",
        "label": _tell_label(label) if label else "",
    }


def _is_seen(rule: RuleCount) -> bool:
    return bool(rule.shown.flagged or rule.quiet.flagged)


def _tell_label(label: LabelCount) -> str:
    if not label.sentences:
        return f"None carries its label, {_spoken(label.label)}."
    by = " and ".join([", ".join(label.rules[:-1]), label.rules[-1]] if label.rules[1:] else label.rules)
    together = " together" if label.rules[1:] else ""
    carry = "carries" if label.sentences == 1 else "carry"
    found = f"{label.found}{_in_brackets(label.found, label.sentences)}"
    return f"{label.sentences} {carry} its label, {_spoken(label.label)}; {by}{together} found {found}."


def _spoken(label: str) -> str:
    return f"“{label.replace('-', ' ')}”"


def _count(part: Part, code: str) -> RuleCount:
    nothing = Flags(flagged=0, rightly=0)
    return part.rule(code) or RuleCount(code=code, shown=nothing, quiet=nothing)


def _levels(parts: tuple[Part, ...]) -> list[Row]:
    told = (("Flagged, rightly", "shown"), ("Flagged at level error, rightly", "errors"))
    rows = [
        Row(words, tuple(_of(flags.rightly, flags.flagged) for flags in (getattr(part, name) for part in parts)))
        for words, name in told
    ]
    found = tuple(_of(part.shown.rightly, part.blameful) for part in parts)
    stopped = tuple(_of(part.errors.rightly, part.blameful) for part in parts)
    return [*rows, Row("Found, of all labelled as blame", found), Row("Found at level error", stopped)]


def _rules(parts: tuple[Part, ...]) -> list[Row]:
    codes = sorted({rule.code for part in parts for rule in part.rules})
    return [
        Row(
            page_link(code, f"guide/rules/{code}.md", CHAPTER),
            tuple(_cell(_count(part, code)) for part in parts),
        )
        for code in codes
    ]


def _cell(rule: RuleCount) -> str:
    shown = _of(rule.shown.rightly, rule.shown.flagged)
    quiet = f"as info {_of(rule.quiet.rightly, rule.quiet.flagged)}" if rule.quiet.flagged else ""
    return quiet if quiet and not rule.shown.flagged else "; ".join(each for each in (shown, quiet) if each)


def _labels(parts: tuple[Part, ...]) -> list[Row]:
    named = {label.label: label for part in parts for label in part.labels}
    return [
        Row(
            _spoken(name),
            tuple(
                _of(label.found, label.sentences)
                for label in (next(each for each in part.labels if each.label == name) for part in parts)
            ),
            ", ".join(shape.rules),
        )
        for name, shape in named.items()
    ]


def _document(document: Document) -> tuple[Markup, int, str, str]:
    flagged = f"{document.flagged}"
    return link_to(document.title, document.address), document.sentences, flagged, f"{document.justified}"


def _altogether(documents: tuple[Document, ...]) -> dict[str, str] | None:
    if not documents:
        return None
    sentences = sum(each.sentences for each in documents)
    flagged = sum(each.flagged for each in documents)
    justified = sum(each.justified for each in documents)
    return {
        "documents": str(len(documents)),
        "sentences": f"{sentences:,}",
        "flagged": str(flagged),
        "rate": f"{100 * flagged / sentences:.1f} %",
        "justified": _of(justified, flagged),
    }
