"""The text of a new report: the short form of its kind, every key with a word on what it is for."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from afterword.model.choices import Audience, Kind

TOLD_UNDER = "What happened"
"""The heading below which stands what somebody told already."""
UNNAMED = "to-be-named"
"""Stands for the system's name until somebody writes it: a draft needs one."""

_ABOUT = {
    "plain_summary": "30 to 90 words for a reader outside engineering",
    "expected": "what the system was expected to do",
    "observed": "what it was seen to do instead",
    "harm": "occurred, averted or unknown",
    "caught_by": "the independent factor that stopped it",
    "potential": "what could have come of it",
}
_TIMELINE = """\
timeline:  # when it was noticed, and by whom or what; uncomment and fill in
  # - at:  # a day, or a time with its offset
  #   kind: detected
  #   what:  # what was seen, with the system as the subject
  #   detected_by:  # such as monitoring, support-report or user-report"""
_FACTORS = """\
contributing_factors:  # the conditions that fed in; uncomment and fill in
  # - id: CF-1
  #   factor:  # the condition's id in the vocabulary
  #   how:  # how it fed in, in at least 40 characters"""
_REMEDIATIONS = """\
remediations:  # what is done about the factors; uncomment and fill in
  # - id: RM-1
  #   title:  # what changes
  #   kind:  # its id in the vocabulary
  #   owner_team:  # the team that owns the work"""
_TRACKED = """
  #   tracker:  # the https address of the work item"""
_REVIEW = """\
review:
  approved_by_roles:  # a list of the roles that approved, such as [product-owner]"""


@dataclass(frozen=True)
class Kept:
    """What was kept before, as lines of YAML below their keys, indented by two; none of them may be empty of meaning.

    Attributes:
        system: lines below `system`, beside its name.
        snapshot: the state of the system.
        evidence: the files.
        timeline: what is known of the course.
    """

    system: tuple[str, ...] = ()
    snapshot: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()

    def fields(self) -> list[str]:
        """The keys that hold something, in the order of the form."""
        parts = {"snapshot": self.snapshot, "evidence": self.evidence, "timeline": self.timeline}
        return ["\n".join((f"{key}:", *lines)) for key, lines in parts.items() if lines]


@dataclass(frozen=True)
class Beginning:
    """What is known of a report when it begins.

    Attributes:
        title: what happened, in one line.
        kind: what it was.
        system: the system's short name.
        kept: what was gathered before.
        audience: who may read it; None where that is left to the settings.
        told: what somebody told already, as Markdown.
    """

    title: str
    kind: Kind
    system: str
    kept: Kept | None = None
    audience: Audience | None = None
    told: str = ""


def write_form(beginning: Beginning, headings: tuple[str, ...]) -> str:
    """The whole file, with LF line ends."""
    lines = [
        "---",
        "schema: 1",
        f"title: {yaml_text(beginning.title)}",
        f"kind: {beginning.kind}",
        "lifecycle: draft",
        *([f"audience: {beginning.audience}"] if beginning.audience else []),
        *_fields(beginning),
        "---",
    ]
    if beginning.told and TOLD_UNDER not in headings:
        headings = (TOLD_UNDER, *headings)
    told = f"\n\n{beginning.told}" if beginning.told else ""
    sections = [f"\n## {heading}{told if heading == TOLD_UNDER else ''}" for heading in headings]
    return "\n".join(lines + sections) + "\n"


def _fields(beginning: Beginning) -> list[str]:
    """The keys of one kind, in the order of the form."""
    note = "  # write the system's short name here" if beginning.system == UNNAMED else ""
    kept = beginning.kept
    system = "\n".join((f"system:\n  name: {yaml_text(beginning.system)}{note}", *(kept.system if kept else ())))
    before = kept.fields() if kept else []
    summary = _key("plain_summary")
    if beginning.kind == "exercise":
        return [summary, system, *before]
    if beginning.kind == "near_miss":
        return [
            summary, f"behaviour:\n  {_key('observed')}", system, *before,
            f"near_miss:\n  {_key('caught_by')}\n  {_key('potential')}", _FACTORS, _REMEDIATIONS, _REVIEW,
        ]  # fmt: skip
    return [
        "severity:  # sev1 to sev4", summary, f"behaviour:\n  {_key('expected')}\n  {_key('observed')}", system,
        *(before if kept and kept.timeline else (_TIMELINE,)), f"impact:\n  {_key('harm')}", _FACTORS,
        _REMEDIATIONS + _TRACKED, "no_eval_because:  # why there is no eval case; or write `eval_cases` instead",
        _REVIEW,
    ]  # fmt: skip


def _key(name: str) -> str:
    return f"{name}:  # {_ABOUT[name]}"


def yaml_text(text: str) -> str:
    """`text` as a YAML value on one line, in quotes exactly where YAML needs them."""
    dumped: str = yaml.safe_dump(text, allow_unicode=True, width=float("inf"), explicit_end=False)
    return dumped.removesuffix("...\n").rstrip("\n")
