"""What is open for a factor: remediations of our own, risks that were accepted, and reports without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from afterword.index.beside import Risk, accepted_risks, own_open, unanswered
from afterword.index.held import Trial
from afterword.index.index import Index
from afterword.index.remediations import open_first
from afterword.pages.entries import Entry
from afterword.pages.remediation_rows import open_entries
from afterword.pages.trial_rows import MOST
from afterword.pages.words import counted, fill, label, report_link, sentence, time_tag


@dataclass(frozen=True)
class OpenParts:
    """Finished lines; each list may be empty."""

    remediations: list[Entry]
    risks: list[Markup]
    unanswered: list[Markup]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open."""
        return not (self.remediations or self.risks or self.unanswered)


def open_parts(factor_id: str, trials: Sequence[Trial], index: Index, path: str) -> OpenParts:
    """What somebody here can still do or has to look at again."""
    return OpenParts(
        open_entries(open_first(own_open(each.use for each in trials))[:MOST], index, path),
        [_risk(each, index, path) for each in accepted_risks(factor_id, index)],
        [report_link(report, path) for report in unanswered(factor_id, index)[:MOST]],
    )


def _risk(each: Risk, index: Index, path: str) -> Markup:
    said = [fill("{}:", report_link(each.report, path))]
    said += [fill("{}", sentence(each.risk.rationale))] if each.risk.rationale else []
    said += [fill("Decided by {}.", label(each.risk.decided_by_role))] if each.risk.decided_by_role else []
    if each.risk.review_on:
        late = (index.today - each.risk.review_on).days
        past = fill(' (<span class="aw-overdue">{} overdue</span>)', counted(late, "day")) if late > 0 else Markup()
        said.append(fill("To be looked at again on {}{}.", time_tag(each.risk.review_on), past))
    return Markup(" ").join(said)
