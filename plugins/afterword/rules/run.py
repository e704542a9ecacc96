"""All rules over all reports: every finding in one run, sorted."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from afterword.audit.hiding import hide_pieces, hide_private
from afterword.findings.finding import CheckResult, Finding, Suppressed
from afterword.model.report import Report
from afterword.model.span import START
from afterword.rules.levels import resolve_level
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.scans import private_pieces
from afterword.rules.suppression import Waiver, waivers_of
from afterword.rules.wording.dispatch import others_in
from afterword.rules.wording.quoting import shorten

NO_REASON, UNUSED = "AW901", "AW902"


def check_collection(context: Context, rules: Iterable[Rule], judged: Container[str] | None = None) -> CheckResult:
    """Run `rules` over every report and over the collection.

    Args:
        context: what rules may look at.
        rules: the rules.
        judged: paths of the reports that are judged one by one; None for all. Rules on the collection see all.
    """
    listed = tuple(rules)
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    others = 0
    for report in context.collection.reports:
        if judged is not None and report.path not in judged:
            continue
        told, left = check_report(report, context, listed)
        others += others_in(report, context.settings)
        findings.extend(told)
        suppressed.extend(left)
    for prose in context.collection.prose:
        told, left = check_report(prose, context, listed, is_prose=True)
        others += others_in(prose, context.settings)
        findings.extend(told)
        suppressed.extend(left)
    by_path = {report.path: report for report in context.collection.reports}
    for rule in listed:
        if rule.check_all is not None:
            findings.extend(
                finding
                for hit in rule.check_all(context)
                if (finding := _finding(rule, hit, by_path.get(hit.path or ""), context)) is not None
            )
    return CheckResult(
        tuple(sorted(set(findings), key=lambda each: each.order)),
        tuple(sorted(suppressed, key=lambda each: each.finding.order)),
        len(context.collection.reports),
        _unjudged(others),
    )


def _unjudged(count: int) -> tuple[str, ...]:
    """That passages in another language than English were left alone, where there are any."""
    words = "1 passage is" if count == 1 else f"{count} passages are"
    return (f"{words} not in English, so the wording there is not judged",) if count else ()


def check_report(
    report: Report, context: Context, rules: Iterable[Rule], *, is_prose: bool = False
) -> tuple[list[Finding], list[Suppressed]]:
    """All findings in one report or file of prose, and those that it leaves standing."""
    listed = tuple(rules)
    by_code = {rule.code: rule for rule in listed}
    waivers = waivers_of(report)
    used: set[Waiver] = set()
    findings: list[Finding] = []
    suppressed: list[Suppressed] = []
    for rule in listed:
        if rule.check is None or (is_prose and not rule.judges_prose) or (report.is_unreadable and not rule.reads):
            continue
        told: list[Finding] = []
        for hit in rule.check(report, context):
            finding = _finding(rule, hit, report, context)
            waiver = next((each for each in waivers if each.covers(rule, hit, report)), None)
            if waiver is not None:
                used.add(waiver)
            if finding is None:
                continue  # Off at this step: the suppression is for a later one, and no remnant.
            if waiver is None:
                told.append(finding)
            else:
                suppressed.append(Suppressed(finding, hide_private(waiver.reason, context.settings)))
        findings.extend(rule.gather(told, report) if rule.gather else told)
    findings.extend(_judge_waivers(report, waivers, used, by_code, context))
    return findings, suppressed


def _judge_waivers(
    report: Report, waivers: Iterable[Waiver], used: set[Waiver], rules: dict[str, Rule], context: Context
) -> Iterator[Finding]:
    """A suppression without a reason, of nothing, or of what cannot be suppressed is itself a finding."""
    for waiver in waivers:
        rule = rules.get(waiver.code)
        if waiver.ends_nothing:
            of = f" of `{waiver.code}`" if waiver.code else ""
            judged = rules.get(UNUSED)
            hit = Hit(
                f"`afterword-ignore-end` ends nothing: no range{of} has begun above it",
                span=waiver.span,
                hint="take it out, or begin the range with `afterword-ignore-start CODE: reason`",
                match=waiver.code,
            )
        elif not waiver.reason:
            whose = f"the suppression of `{shorten(waiver.code)}`" if waiver.code else "the suppression"
            hit = Hit(
                f"{whose} gives no reason, so it does not hold",
                span=waiver.span,
                hint="say why the finding is left standing",
                match=waiver.code,
            )
            judged = rules.get(NO_REASON)
        elif waiver in used:
            continue
        else:
            judged = rules.get(UNUSED)
            hit = Hit(_unused(waiver, rule), span=waiver.span, hint=_cure(waiver, rules), match=waiver.code)
        finding = _finding(judged, hit, report, context) if judged else None
        if finding is not None:
            yield finding


def _cure(waiver: Waiver, rules: dict[str, Rule]) -> str:
    """What to do about a suppression that holds for nothing."""
    whole = waiver.code.upper()
    if waiver.never_ends:
        return "write `afterword-ignore-end` where the range ends"
    if not whole:
        return "name the code of the finding that is left standing"
    if not whole.isalnum():
        return "write one suppression for each code, each with its own reason"
    if whole != waiver.code and whole in rules:
        return f"write `{whole}`"
    if waiver.code not in rules and any(code.startswith(whole) for code in rules):
        return "name one rule by its whole code; a family cannot be suppressed"
    return "take the suppression out"


def _unused(waiver: Waiver, rule: Rule | None) -> str:
    if waiver.never_ends:
        return "`afterword-ignore-start` is never ended, so it does not hold"
    if not waiver.code:
        return "the suppression names no rule"
    if not waiver.code.isalnum():
        return f"the suppression names several codes at once, `{shorten(waiver.code)}`, so it does not hold"
    if rule is None:
        return f"the suppression names `{shorten(waiver.code)}`, which is no rule's code"
    if not rule.suppressible:
        return f"`{waiver.code}` cannot be suppressed"
    return f"the suppression of `{waiver.code}` covers no finding"


def _finding(rule: Rule, hit: Hit, report: Report | None, context: Context) -> Finding | None:
    level = resolve_level(rule, report, context.settings, hit.level)
    if level == "off":
        return None
    span = hit.span or (report.at(*hit.field) if report is not None else START)
    path = hit.path or (report.path if report is not None else "")
    # What is quoted from a report may hold a key, and a finding goes into logs that more people read.
    told = (hit.message, hit.hint, hit.match, hit.why)
    pieces = private_pieces(report, context) if report is not None else frozenset()
    message, hint, match, why = _covered(told, pieces, context)
    return Finding(path, span, rule.code, rule.name, level, message, hint, match, why, rule.link, hit.fix)


def _covered(told: tuple[str, str, str, str], pieces: frozenset[str], context: Context) -> tuple[str, str, str, str]:
    whole = "\n".join(told)  # No secret goes on in another line, and nearly all texts hold none.
    if hide_private(whole, context.settings) != whole:
        message, hint, match, why = (hide_private(each, context.settings) for each in told)
        told = (message, hint, match, why)
    if pieces:
        message, hint, match, why = (hide_pieces(each, pieces) for each in told)
        told = (message, hint, match, why)
    return told
