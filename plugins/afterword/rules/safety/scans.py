"""What reports and evidence files hold of secrets and personal data, each looked through once in a run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.audit.hiding import pieces_of
from afterword.model.evidence_file import EvidenceFile
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.model.source import Source
from afterword.rules.rule import Context
from afterword.sensitive.match import Match
from afterword.sensitive.people import PERSON
from afterword.sensitive.scan import scan

MOST = 20
"""Secrets that are told of one file; with more in it, it is opened at the first."""


def in_report(report: Report, context: Context) -> tuple[Match, ...]:
    """Everything in the report's file; of an imported one nothing, since its audit tells what is in it."""
    if report.lifecycle == "imported":
        return ()
    if report.path not in context.scans:
        context.scans[report.path] = scan(report.source.text, context.settings)
    return context.scans[report.path]


def in_file(file: EvidenceFile, context: Context) -> tuple[Match, ...]:
    """Everything in an evidence file that is text."""
    if file.published_as != "text":
        return ()
    if file.sha256 not in context.scans:
        context.scans[file.sha256] = scan(text_of(file), context.settings)
    return context.scans[file.sha256]


def source_of(file: EvidenceFile) -> Source:
    """The file's text, for the places in it."""
    return Source(file.path, text_of(file))


def text_of(file: EvidenceFile) -> str:
    """The file's text, without a BOM."""
    return file.content.decode("utf-8-sig")


def allowed_digests(settings: Settings, today: date) -> frozenset[str]:
    """The digests that the settings allow today."""
    return frozenset(each.digest for each in settings.allow if each.until >= today)


def standing(found: tuple[Match, ...], text: str, sort: str, context: Context) -> Iterator[Match]:
    """The finds of one sort that nothing allows."""
    allowed = allowed_digests(context.settings, context.today)
    for each in found:
        if each.kind.sort == sort and not (allowed and each.digest(text) in allowed):
            yield each


def secrets_told(found: tuple[Match, ...], text: str, context: Context) -> Iterator[tuple[Match, str]]:
    """The secrets of one file that are told, each masked; the last one tells how many are not."""
    secrets = list(standing(found, text, "secret", context))
    left = len(secrets) - MOST
    for place, each in enumerate(secrets[:MOST], 1):
        more = f", and {left:,} more after it," if left > 0 and place == MOST else ""
        yield each, f"{tell(each, text)}{more}"


def private_pieces(report: Report, context: Context) -> frozenset[str]:
    """Pieces of what may stand in no message about the report. Names may: a finding about one has to say which."""
    found, text = in_report(report, context), report.source.text
    private = (text[each.start : each.end] for each in found if each.kind is not PERSON)
    return pieces_of(each.rpartition("PRIVATE KEY")[2] if each.startswith("-----") else each for each in private)


def tell(found: Match, text: str) -> str:
    """What it is, masked: "an OpenAI key (`sk-p…`, 164 characters)"."""
    return f"{found.kind.what} ({found.masked(text)})"


def allow_hint(found: Match, text: str) -> str:
    """How the settings let it stand. What could be guessed by trying has no digest printed, which would confirm it."""
    if found.kind.guessable:
        return "if it may stand, add the SHA-256 of exactly these characters to the setting `allow`"
    return f"if it is a made-up one, add `digest: {found.digest(text)}` to the setting `allow`"
