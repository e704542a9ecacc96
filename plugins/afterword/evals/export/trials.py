"""Every single test of an export: one for each variant and trial, and those of the self-check beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from afterword.evals.export.canary import GUID
from afterword.evals.export.messages import Message
from afterword.evals.export.suite import Answered, SuiteCase, SuiteVariant
from afterword.evals.manifest import TOGETHER
from afterword.evals.verdict import Verdict

ACROSS = "same_across_variants"
"""The check that is judged over all variants of one trial."""
Of = Literal["recorded", "reference"]


@dataclass(frozen=True)
class Trial:
    """One test.

    Attributes:
        id: its name, such as `2026-03-11-unequal-discounts/EC-1/area-a/1`.
        metadata: what joins its result to a case, flat.
        case: the case that it belongs to.
        messages: what is put in, where it is no case of data.
        checks: what is judged; of the trial of all variants together those that compare them.
        answers: in the self-check what is judged: one output, or those of all variants.
    """

    id: str
    metadata: dict[str, Any]
    case: SuiteCase
    messages: list[Message]
    checks: tuple[dict[str, Any], ...]
    answers: tuple[Answered, ...] = ()

    @property
    def is_together(self) -> bool:
        """Whether it compares the variants of one trial."""
        return bool(self.metadata["variant"] == TOGETHER)


def live_trials(case: SuiteCase) -> Iterator[Trial]:
    """The tests of a case that a system is run on, by trial and variant."""
    across = _across(case)
    for trial in range(1, case.listed.trials + 1):
        for variant in case.variants:
            yield _trial(case, variant.name, variant.messages, variant.checks, {"trial": trial})
        if across:
            yield _trial(case, TOGETHER, [], across, {"trial": trial})


def selfcheck_trials(case: SuiteCase) -> Iterator[Trial]:
    """What was recorded and the reference as tests, with what each has to come out as. Rubrics are left out."""
    if not case.checked.variants:
        # No check can be tried without a model or a person.
        return
    ofs: tuple[Of, Of] = ("recorded", "reference")
    for of in ofs:
        runs = max((len(_outputs(variant, of)) for variant in case.variants), default=0)
        for run in range(runs):
            yield from _replayed(case, of, run)


def _replayed(case: SuiteCase, of: Of, run: int) -> Iterator[Trial]:
    beside: list[Answered] = []
    across: list[Verdict] = []
    for variant, checked in zip(case.variants, case.checked.variants, strict=True):
        outputs = _outputs(variant, of)
        judged = ([checked.reference] if checked.reference else []) if of == "reference" else list(checked.recorded)
        if run >= len(outputs) or run >= len(judged):
            continue
        beside.append(outputs[run])
        pairs = tuple(zip(variant.checks, judged[run].verdicts, strict=True))
        across = [each for check, each in pairs if check["type"] == ACROSS]
        alone = [(check, each) for check, each in pairs if check["type"] not in {ACROSS, "rubric"}]
        if alone:
            meta = _meta(of, run, all(each.has_passed for _, each in alone))
            checks = tuple(check for check, _ in alone)
            yield _trial(case, variant.name, variant.messages, checks, meta, (outputs[run],))
    if len(beside) > 1 and across:
        meta = _meta(of, run, all(each.has_passed for each in across))
        yield _trial(case, TOGETHER, [], _across(case), meta, tuple(beside))


def _outputs(variant: SuiteVariant, of: Of) -> Sequence[Answered]:
    if of == "recorded":
        return variant.recorded
    return () if variant.reference is None else (variant.reference,)


def _meta(of: Of, run: int, passes: bool) -> dict[str, Any]:
    return {"trial": run + 1, "of": of, "run": run + 1, "expect": "pass" if passes else "fail"}


def _across(case: SuiteCase) -> tuple[dict[str, Any], ...]:
    return tuple(check for check in case.variants[0].checks if check["type"] == ACROSS)


def _trial(
    case: SuiteCase,
    variant: str,
    messages: list[Message],
    checks: tuple[dict[str, Any], ...],
    more: dict[str, Any],
    answers: tuple[Answered, ...] = (),
) -> Trial:
    listed = case.listed
    metadata: dict[str, Any] = {
        "report": listed.report,
        "case": listed.case,
        "variant": variant,
        "trial": more["trial"],
        "digest": listed.digest,
        "system": case.system,
        "blocking": listed.blocking,
        "factors": list(listed.factors),
        **{key: value for key, value in more.items() if key != "trial"},
        "canary": GUID,
    }
    replayed = [f"{more['of']}-{more['run']}"] if "of" in more else [str(more["trial"])]
    name = "/".join([listed.report, listed.case, *([variant] if variant else []), *replayed])
    return Trial(name, metadata, case, messages, checks, answers)
