"""A report's eval cases: what is put in, what must hold, what was answered, what should be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from markupsafe import Markup

from afterword.evals.standing import CaseStanding
from afterword.index.guarding import case_standing
from afterword.index.index import Index
from afterword.model.case_input import DataSet, EvalInput
from afterword.model.case_output import Answer, ToolCall
from afterword.model.eval_case import Check, EvalCase
from afterword.model.report import Report
from afterword.pages.escape import escape_text
from afterword.pages.guard_words import case_words, run_words
from afterword.pages.marks import code
from afterword.pages.report_anchors import anchors, evidence_links
from afterword.pages.words import counted, fill, join, label, sentence
from afterword.read.data_rows import text_of

_CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]")
_SHORT = 80
_MADE = "Made for this example"


@dataclass(frozen=True)
class CaseBlock:
    """One eval case: the title of its fold, and its Markdown, indented to stand in the fold."""

    title: Markup
    content: Markup


def code_block(text: str, language: str = "text") -> Markup:
    """`text` in a fence that nothing in it can close, as it was typed but for line ends and control characters."""
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    longest = max((len(run) for run in re.findall("`+", clean)), default=0)
    fence = "`" * max(3, longest + 1)
    return Markup(f"{fence}{language}\n{clean}\n{fence}")


def case_blocks(report: Report, index: Index, zone: tzinfo) -> list[CaseBlock]:
    """The cases in the report's own order."""
    cases = report.front.eval_cases
    return [
        _block(each, name, report, case_standing(each, report, index.view), zone)
        for each, name in zip(cases, anchors(cases), strict=True)
    ]


def _block(case: EvalCase, anchor: str, report: Report, standing: CaseStanding, zone: tzinfo) -> CaseBlock:
    state = [escape_text(label(case.status)), *([Markup("blocks release")] if case.blocking else [])]
    # Of a case that nobody has committed its own status says all.
    state += [case_words(standing, zone)] if case.status == "committed" and not report.is_public_sources else []
    name = fill(f"**{{}}**{{{{ #{anchor} }}}}" if anchor else "**{}**", case.id or "")
    title = fill("{} {}: {}", name, case.title or "no title", join(state))
    ran = run_words(standing, zone)
    content = Markup("\n\n").join([*([ran] if ran else []), *_parts(case, report)])
    # Four spaces before every line, blank ones included, so that the fold holds all of it.
    indented = Markup("\n").join(Markup("    ") + line for line in content.split("\n"))
    return CaseBlock(title, indented)


def _parts(case: EvalCase, report: Report) -> Iterator[Markup]:
    if report.is_public_sources:
        yield Markup(f"**{_MADE}.** No text here was recorded by the system that the report is about.")
    yield _words(case, report)
    if case.input is None and case.from_evidence:
        yield Markup("What was put in, put out and looked for comes from narrower evidence and is not shown here.")
    if case.input is not None:
        yield Markup("**Input**")
        yield _input(case.input, report)
    for variant in case.variants:
        values = json.dumps(variant.vars, ensure_ascii=False, default=str)
        short = _fits_in_a_line(values)
        inline = fill(" with <code>{}</code>", values) if variant.vars and short else Markup()
        yield fill("**Variant** <code>{}</code>{}", variant.name or "not named", inline)
        if not short:
            yield _json(variant.vars)
        for output in variant.recorded_outputs:
            yield from (Markup("*Recorded output*"), *_output(output))
    if case.checks:
        yield Markup("**Checks**")
        for check in case.checks:
            yield from _check(check)
    for output in case.recorded_outputs:
        yield from (Markup("**Recorded output**"), *_output(output))
    if case.reference_output:
        yield from (Markup("**Reference output**, which passes all checks"), *_output(case.reference_output))
    if case.no_selfcheck_because:
        yield fill("*Not tried on what was recorded:* {}", sentence(case.no_selfcheck_because))


def _words(case: EvalCase, report: Report) -> Markup:
    said = [escape_text(label(case.kind))] if case.kind else []
    if case.trials is not None:
        said.append(escape_text(counted(case.trials, "trial")))
    if case.pass_at_least is not None:
        said.append(escape_text(f"{case.pass_at_least} must pass"))
    if case.suite:
        said.append(fill("suite <code>{}</code>", case.suite))
    if case.from_evidence:
        said.append(fill("from {}", join(evidence_links(case.from_evidence, report))))
    return join(said, " · ")


def _output(output: Answer | str) -> Iterator[Markup]:
    """What was said, and below it the tools that were called."""
    if isinstance(output, str):
        yield code_block(output)
        return
    if output.text:
        yield code_block(output.text)
    yield from _calls(output.tool_calls)


def _calls(calls: Iterable[ToolCall]) -> Iterator[Markup]:
    for call in calls:
        yield fill("calls <code>{}</code>", call.name or "a tool without a name")
        if call.arguments:
            yield _json(call.arguments)


def _data_set(data: DataSet, report: Report) -> Markup:
    """Which rows are judged, and what their columns hold."""
    rows = join(evidence_links((data.evidence,), report)) if data.evidence else Markup("evidence that is not named")
    said = [fill("Rows of {}", rows)]
    recorded = join([code(name) for name in data.recorded])
    said.append(fill("recorded output in {}", recorded) if data.recorded else Markup("no recorded output"))
    named = (("reference", data.reference), ("what was right", data.truth))
    said += [fill("{} in {}", words, code(name)) for words, name in named if name]
    return join(said, " · ")


def _input(given: EvalInput, report: Report) -> Markup:
    shown = []
    for message in given.messages:
        who = label(message.role or "message") + (f" {message.name}" if message.name else "")
        shown.append(fill("*{}*", who))
        if message.content or not message.tool_calls:
            shown.append(code_block(message.content or ""))
        shown += _calls(message.tool_calls)
    if given.prompt:
        shown.append(code_block(given.prompt))
    if given.data_set is not None:
        shown.append(_data_set(given.data_set, report))
    elif given.data is not None:
        shown.append(_json(given.data))
    return Markup("\n\n").join(shown)


def _check(check: Check) -> Iterator[Markup]:
    how = fill("*{}*", label(check.type or "not named"))
    case = ", capital letters make no difference" if check.ignore_case else _more(check)
    text = check.value if isinstance(check.value, str) else json.dumps(check.value, ensure_ascii=False, default=str)
    if check.value is None:
        yield fill("{}{}", how, case)
    elif _fits_in_a_line(text):
        yield fill("{} <code>{}</code>{}", how, text, case)
    else:
        yield from (fill("{}{}", how, case), code_block(text) if isinstance(check.value, str) else _json(check.value))


def _more(check: Check) -> Markup:
    """What a check of tools or of data names beside its value."""
    told: list[tuple[str, object]] = [
        ("metric", check.metric),
        ("of", check.label),
        ("between the groups of", check.by),
        ("against", check.baseline),
        ("at least", check.at_least),
        ("at most", check.at_most),
        ("with", check.arguments or None),
    ]
    parts = [fill(" {} <code>{}</code>", words, text_of(value)) for words, value in told if value is not None]
    return Markup().join(parts)


def _fits_in_a_line(text: str) -> bool:
    """Whether the text is short, and has no blanks that a line of prose would lose."""
    return len(text) <= _SHORT and text == " ".join(text.split())


def _json(value: object) -> Markup:
    return code_block(json.dumps(value, ensure_ascii=False, indent=2, default=str), "json")
