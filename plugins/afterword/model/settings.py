"""The settings: one block in the site's configuration, read by the plugin and by every command alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from afterword.model.choices import Audience, Severity
from afterword.model.own_secret import OwnSecret
from afterword.model.tracker_settings import TrackerSettings

Level = Literal["error", "warning", "info"]


class Block(BaseModel):
    """A closed group of settings."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ImportSettings(Block):
    """How imported reports are taken."""

    audience: Audience | None = Field(
        None, description="The audience of imported reports that name none; unset, they are held back."
    )


class AddedPhrase(Block):
    """A phrase of the organisation's own that a wording rule finds."""

    phrase: str = Field(min_length=2, max_length=80, description="The words, without regard to capitals.")
    rule: str = Field("AW321", pattern=r"^AW3\d\d$", description="The wording rule that finds them.")
    reason: str = Field(min_length=1, description="Why it is found.")


class RemovedPhrase(Block):
    """A phrase that the wording rules leave alone."""

    phrase: str = Field(min_length=2, max_length=80, description="The words, without regard to capitals.")
    rule: str | None = Field(None, pattern=r"^AW3\d\d$", description="The one rule that leaves them alone; else all.")
    reason: str = Field(min_length=1, description="Why it is left alone.")


class Phrases(Block):
    """The organisation's own phrases: more of them, and fewer."""

    add: tuple[AddedPhrase, ...] = Field((), description="Phrases that are found too.")
    remove: tuple[RemovedPhrase, ...] = Field((), description="Phrases that are left alone.")


class Organisation(Block):
    """The organisation's own names."""

    names: tuple[str, ...] = Field((), description="What the organisation is called.")
    teams: tuple[str, ...] = Field(
        (), description="Its teams, as reports name them; once some are listed, another one is told."
    )
    people: tuple[str, ...] = Field((), description="Names and handles that no report may carry.")
    roles: tuple[str, ...] = Field((), description="Its roles, beside the usual ones.")
    phrases: Phrases = Field(Phrases(), description="Its own phrases for the wording rules.")
    secrets: tuple[OwnSecret, ...] = Field(
        (), max_length=50, description="Its own forms of secrets, as patterns of RE2."
    )
    phone_region: str | None = Field(
        None, description="The region whose telephone numbers are known without their country, such as `DE`; else none."
    )

    @field_validator("phone_region")
    @classmethod
    def _known_region(cls, region: str | None) -> str | None:
        if region is None:
            return None
        from phonenumbers import SUPPORTED_REGIONS

        if region not in SUPPORTED_REGIONS:
            message = f"`{region}` is no region with telephone numbers; write two capitals such as `DE`"
            raise ValueError(message)
        return region


class Allowed(Block):
    """One text that looks like a secret or like personal data, and may stand for a while."""

    digest: str = Field(description="The SHA-256 of exactly the text, as the finding prints it or `sha256sum` does.")
    reason: str = Field(min_length=1, description="Why it may stand.")
    until: date = Field(description="The last day on which it may.")

    @field_validator("digest")
    @classmethod
    def _is_digest(cls, digest: str) -> str:
        if len(digest) != 64 or not set(digest.lower()) <= set("0123456789abcdef"):
            # It is not repeated: what was put here by mistake may be the secret itself.
            message = "takes the 64 hex digits of a SHA-256, and never the text itself"
            raise ValueError(message)
        return digest.lower()


class VocabularyFiles(Block):
    """Files with the organisation's own `x-…` entries, below the documents folder."""

    contributing_factors: str = Field("_vocabulary/contributing-factors.yml", description="Contributing factors.")
    remediation_kinds: str = Field("_vocabulary/remediation-kinds.yml", description="Kinds of remediation.")
    glossary: str = Field("_vocabulary/glossary.yml", description="Terms of the glossary.")


class Limits(Block):
    """How much one file may hold."""

    front_matter_bytes: int = Field(65_536, ge=256, description="Bytes of front matter.")
    front_matter_depth: int = Field(20, ge=4, description="How deep lists and maps may be nested.")
    file_bytes: int = Field(1_048_576, ge=1024, description="Bytes of one report.")
    body_bytes: int = Field(524_288, ge=1024, description="Bytes of a report's body.")
    line_characters: int = Field(10_000, ge=200, description="Characters of one line of a body.")
    run_characters: int = Field(50, ge=10, description="Repetitions of one character of Markdown in a row.")
    evidence_bytes: int = Field(5_242_880, ge=0, description="Bytes of one evidence file.")
    evidence_report_bytes: int = Field(52_428_800, ge=0, description="Bytes of all evidence files of one report.")


_ADDRESS = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$"
_WEB = r"^https://[!-~]+$"
Mailbox = Annotated[str, Field(pattern=_ADDRESS)]
"""A bare e-mail address in ASCII; no name and no angle brackets, so that nothing typed can become a header."""


class DigestSettings(Block):
    """The weekly digest: who sends it to which list, and where its ledger lies. Credentials are never settings."""

    from_: Mailbox | None = Field(
        None, alias="from", description="The sender's address; `SMTP_FROM` in the environment wins."
    )
    to: Mailbox | None = Field(None, description="The list's address, to which the digest is sent.")
    reply_to: Mailbox | None = Field(None, description="Where answers go; else to the sender.")
    bounces: Mailbox | None = Field(None, description="Where undeliverable messages go back to; else to the sender.")
    list_id: str | None = Field(
        None, pattern=r"^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", max_length=200,
        description="The list's lasting id, such as `digest.example.org`; else made of the site's host.",
    )  # fmt: skip
    unsubscribe: Mailbox | None = Field(
        None, description="Where a message asks to leave the list; else the sender's address."
    )
    unsubscribe_page: str | None = Field(None, pattern=_WEB, max_length=900, description="A page to leave the list.")
    one_click: bool = Field(
        False, description="Whether that page takes a POST that unsubscribes at once, and mail is signed with DKIM."
    )
    help: str | None = Field(None, pattern=_WEB, max_length=900, description="A page on the list; else the archive.")
    contribute: str | None = Field(
        None, pattern=_WEB, max_length=900, description="Where contributing starts; else the guide's first report."
    )
    brief: bool = Field(
        False, description="Whether each digest has a brief beside it, for readers outside engineering."
    )
    ledger: str = Field(
        "digests.jsonl", pattern=r"^(?:branch:[A-Za-z0-9][A-Za-z0-9._/-]*|[^:\x00-\x1f]+)$", max_length=300,
        description="What was sent: a file below the state folder, or `branch:NAME` for a branch of its own.",
    )  # fmt: skip

    @model_validator(mode="after")
    def _one_click_has_a_page(self) -> DigestSettings:
        if self.one_click and not self.unsubscribe_page:
            message = "`one_click` needs `unsubscribe_page`, the address that takes the POST"
            raise ValueError(message)
        return self


class ApprovalSettings(Block):
    """Whose reviews on the forge are approvals of a report."""

    roles: Mapping[str, tuple[str, ...]] = Field(
        default_factory=dict, description="By role the names on the forge of those who have it."
    )


class Settings(Block):
    """Every setting, with its default."""

    audience: Audience = Field("company", description="Whom the site is built for; nothing narrower is shown.")
    default_audience: Audience = Field("company", description="The audience of a report that names none.")
    repository_audience: Audience = Field(
        "company", description="Who can clone the repository; anything narrower in it is an error."
    )
    import_: ImportSettings = Field(ImportSettings(), alias="import", description="How imported reports are taken.")
    zone: str = Field("UTC", description="The IANA time zone of dates without an offset.")
    preview: bool = Field(False, description="Whether drafts and reports in review are shown too.")
    organisation: Organisation = Field(Organisation(), description="The organisation's own names.")
    names: Literal["roles", "error", "off"] = Field(
        "roles", description="Whether people appear as roles alone: `roles` warns of names, `error` stops at them."
    )
    allow: tuple[Allowed, ...] = Field(
        (), description="Texts that read like secrets or personal data and may stand: digest, reason, last day."
    )
    vocabulary: VocabularyFiles = Field(VocabularyFiles(), description="Files with the organisation's own entries.")
    systems: str = Field("_systems.yml", description="The list of systems, below the documents folder.")
    disciplines: tuple[str, ...] = Field(
        ("ai-engineer", "data-scientist", "product-owner"),
        description="Roles that a review of a severe incident needs in the room.",
    )
    gates: Mapping[str, Mapping[str, Any]] = Field(
        default_factory=dict, description="Changes to the gate table, by column and step of a report's life."
    )
    levels: Mapping[str, Literal["error", "warning", "info", "off"]] = Field(
        default_factory=dict,
        description="Levels by rule code or its beginning, such as `AW4`; the longest that fits wins.",
    )
    rules: date | None = Field(
        None, description="Rules newer than this day only warn; else those newer than the report."
    )
    fail_on: Level = Field("error", description="The level at which `check` exits with 1.")
    limits: Limits = Field(Limits(), description="How much one file may hold.")
    targets: Mapping[Severity, int] = Field(
        default_factory=dict, description="Days in which a remediation is to be closed, by severity."
    )
    count_public_sources: bool = Field(False, description="Whether reports from public sources count in figures.")
    approvals: ApprovalSettings = Field(ApprovalSettings(), description="Whose reviews on the forge approve.")
    digest: DigestSettings = Field(DigestSettings(), description="The weekly digest.")
    trackers: TrackerSettings = Field(TrackerSettings(), description="Trackers: which are asked, and what is old.")
    state: str = Field("_state", description="The folder of machine-written state, below the documents folder.")
    cache: bool = Field(True, description="Reserved: nothing is kept between runs yet, whatever is set.")

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            message = f"`{zone}` is no IANA time zone; write one such as `Europe/Berlin`"
            raise ValueError(message) from None
        return zone

    @property
    def zone_info(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.zone)
