"""The pages that browser tests visit: one of each kind, and those that hold most."""

from __future__ import annotations

REPORT = "reports/2026-03-11-unequal-discounts/"
WITH_CODE = "guide/first-report/"
KINDS = {
    "home": "",
    "list of reports": "reports/",
    "report": REPORT,
    "report from public sources": "reports/2024-02-14-chatbot-and-web-page-disagreed/",
    "near miss": "reports/2025-07-23-hostile-prompt-in-coding-extension/",
    "near misses": "near-misses/",
    "silent checks": "silent-checks/",
    "digests": "digests/",
    "digest": "digests/2026-W23/",
    "brief": "digests/2026-W24/brief/",
    "explore": "explore/",
    "explore, a list": "explore/severity/",
    "factors": "factors/",
    "factor": "factors/eval-no-subgroup-tests/",
    "factor of many reports": "factors/data-proxy-target/",
    "factor without reports": "factors/data-poisoned/",
    "remediations": "remediations/",
    "open remediations": "remediations/open/",
    "remediation kind": "remediations/gold-dataset/",
    "systems": "systems/",
    "system": "systems/shop-assistant/",
    "system without reports": "systems/demand-forecast/",
    "system of others": "systems/xai-grok/",
    "team": "teams/ml-platform/",
    "team of systems without reports": "teams/data-science/",
    "provider": "providers/openai/",
    "provider of our own systems": "providers/example-models/",
    "eval cases": "evals/",
    "insights": "insights/",
    "guide": "guide/",
    "chapter with code": WITH_CODE,
    "commands": "guide/commands/",
    "fields": "guide/fields/",
    "gates": "guide/gates/",
    "rules": "guide/rules/",
    "rule": "guide/rules/AW403/",
    "vocabulary": "guide/vocabulary/",
    "glossary": "glossary/",
    "missing page": "404.html",
}
"""Kinds of pages, each with the address of one below the site's root."""
