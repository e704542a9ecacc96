"""What `evidence add` was asked for, and whether it can be: who may read the files, and whether they are copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo

import click

from afterword.commands.refusal import Refusal
from afterword.findings.visible import visible
from afterword.model.audience import is_shown_to
from afterword.model.choices import Audience, EvidenceKind, PersonalData
from afterword.model.dates import DateError, parse_day, parse_moment
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.rules.safety.audiences import audience_of, is_misread


@dataclass(frozen=True)
class Wanted:
    """What the user typed, as it was typed."""

    kind: EvidenceKind | None = None
    access: Audience | None = None
    title: str | None = None
    captured_at: str | None = None
    personal_data: PersonalData | None = None
    retention_until: str | None = None
    uri: str | None = None

    def check(self, files: int, zone: tzinfo) -> None:
        """Refuse what no entry can say.

        Raises:
            click.UsageError: with the option that cannot be taken.
        """
        for name, value in (("--title", self.title), ("--uri", self.uri)):
            if value is not None and files > 1:
                raise click.UsageError(f"`{name}` goes with one FILE; name the others in further commands")
            if value is not None and (not value.strip() or not value.isprintable()):
                raise click.UsageError(f"`{name}` takes printable characters")
        if self.uri is not None and (not self.uri.startswith("https://") or set(self.uri) & set(" \"'<>\\^`{|}")):
            raise click.UsageError(f"`--uri` takes a whole https address, and `{visible(self.uri)}` is none")
        try:
            if self.captured_at is not None:
                parse_moment(self.captured_at.strip(), zone)
        except DateError as error:
            raise click.UsageError(f"`--captured-at`: {error}") from None

    def day(self, today: date) -> date | None:
        """The last day of retention.

        Raises:
            click.UsageError: where it is no day, or is over.
        """
        if self.retention_until is None:
            return None
        try:
            until = parse_day(self.retention_until.strip())
        except DateError as error:
            raise click.UsageError(f"`--retention-until`: {error}") from None
        if until < today:
            raise click.UsageError(f"`--retention-until` is over already: {until} lies before {today}")
        return until

    def reader(self, report: Report) -> Audience:
        """Who may read the files.

        Raises:
            Refusal: where that would be more people than may read the report.
        """
        of_report = "restricted" if is_misread(report, ("audience",)) else audience_of(report)
        access = self.access or of_report
        if not is_shown_to(of_report, access):
            message = f"`{report.id}` is for `{of_report}`, and evidence is never for more people than its report"
            raise Refusal(message)
        return access

    def why_elsewhere(self, access: Audience, settings: Settings) -> str:
        """Why the files stay where they are and are only pointed to, in words; empty where they are copied."""
        of_repository = settings.repository_audience
        if self.uri is not None:
            return "it is kept at its address"
        if not is_shown_to(access, of_repository):
            return f"it is for `{access}`, and the repository is open to `{of_repository}`"
        return "it holds personal data, which nobody can take out of a history again" if self.holds_people else ""

    @property
    def holds_people(self) -> bool:
        """Whether the files are said to hold personal data."""
        return self.personal_data == "present"
