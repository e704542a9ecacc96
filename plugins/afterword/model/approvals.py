"""Who approved a report by a review on the forge, as roles, `_state/approvals.json`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

Forge = Literal["github", "gitlab"]
Short = Annotated[str, Field(max_length=300)]


class Approval(BaseModel):
    """That one role approved one report. Who has the role stands in the settings, and no name stands here."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    report: Short = Field(description="The report's id.")
    role: Short = Field(description="The role, such as `product-owner`.")
    at: AwareDatetime = Field(description="When the review was given.")
    forge: Forge = Field(description="The forge on which it was given.")
    commit: Short | None = Field(None, description="The commit that was reviewed.")
    pull: int | None = Field(
        None, description="The number of the pull request it was given on, where the forge says it."
    )


@dataclass(frozen=True)
class Approvals:
    """All approvals that were recorded, sorted by report, role and time."""

    entries: tuple[Approval, ...] = ()

    def roles_of(self, report: str) -> tuple[str, ...]:
        """The roles that approved the report, sorted."""
        return tuple(sorted({each.role for each in self.entries if each.report == report}))

    def narrowed(self, reports: Iterable[str]) -> Approvals:
        """Those of these reports alone."""
        known = frozenset(reports)
        return Approvals(tuple(each for each in self.entries if each.report in known))


def approval_order(approval: Approval) -> tuple[str, str, str, int]:
    """The order in which approvals are kept."""
    return approval.report, approval.role, approval.at.isoformat(), approval.pull or 0
