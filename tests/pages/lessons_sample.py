"""Systems of our own beside those of others, for the tests of lessons, system pages and coverage."""

from __future__ import annotations

from tests.pages.lists_sample import index_of, report

from afterword.index.index import Index
from afterword.model.report import Report
from afterword.model.systems import KnownSystem, Systems

HOW = "It happened in the same way as it had happened at the others before."


def known(name: str, **told: object) -> KnownSystem:
    """One entry of the list of systems."""
    return KnownSystem.model_validate({"name": name, **told})


OURS = known("shop-bot", title="Shop bot", type="chatbot", owner_team="shop", provider="models", autonomy="advises")
QUIET = known("quiet-bot", type="chatbot", owner_team="care", autonomy="advises", factors_guarded=("data-drift",))
BLANK = known("blank", owner_team="care")
THEIRS = known("their-bot", title="Their bot", type="chatbot", provider="models", autonomy="advises")
AGENT = known("their-agent", type="agent", autonomy="advises")
OTHER = known("their-other", type="other", provider="self_hosted", autonomy="acts-without-review")
LIST = (OURS, QUIET, BLANK, THEIRS, AGENT, OTHER)


def told(
    report_id: str,
    system: str,
    factors: tuple[str, ...] = ("data-drift",),
    remediation: str = "",
    *,
    severity: str = "sev3",
    front: str = "",
) -> Report:
    """A published report about `system` that names `factors`."""
    named = "".join(f"\n  - {{factor: {each}, how: {HOW}}}" for each in factors)
    return report(
        report_id,
        f"---\ntitle: What was told of {system}\nlifecycle: published\nseverity: {severity}\nsystem: {{name: {system}}}\n"
        f"contributing_factors:{named}\n{f'remediations: [{remediation}]' if remediation else ''}\n{front}\n"
        "published_on: 2026-01-02\n---\n",
    )


def lessons_index(*found: Report, entries: tuple[KnownSystem, ...] = LIST, **options: object) -> Index:
    """The answers for reports with the list of systems above."""
    return index_of(list(found), systems=Systems(entries, listed=True), **options)
