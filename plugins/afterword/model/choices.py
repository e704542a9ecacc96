"""The closed lists of words that fields take, in one place so that the guide and the code cannot differ."""

from __future__ import annotations

from typing import Literal

Kind = Literal["incident", "near_miss", "exercise"]
Lifecycle = Literal["draft", "in-review", "published", "superseded", "withdrawn", "imported"]
Audience = Literal["restricted", "company", "public"]
Severity = Literal["sev1", "sev2", "sev3", "sev4"]
Origin = Literal["own", "public-sources"]
Reproducible = Literal["always", "sometimes", "no", "unknown"]
SystemType = Literal[
    "chatbot", "rag", "agent", "classifier", "ranking", "recommender", "forecast", "vision", "speech",
    "code-assistant", "pipeline", "other",
]  # fmt: skip
Autonomy = Literal["advises", "acts-with-approval", "acts-with-override", "acts-without-review"]
EvidenceKind = Literal[
    "prompt", "transcript", "data-payload", "dataset-profile", "model-artifact", "config", "environment", "trace",
    "metric-series", "metric-chart", "alert-config", "eval-run", "ticket", "screenshot", "log",
]  # fmt: skip
PersonalData = Literal["none", "removed", "present"]
TimelineKind = Literal[
    "introduced", "reached_production", "first_symptom", "alert_missed", "detected", "declared", "evidence_preserved",
    "escalated", "decision", "mitigated", "resolved", "communicated", "note",
]  # fmt: skip
REPEATABLE: frozenset[TimelineKind] = frozenset({"alert_missed", "escalated", "decision", "communicated", "note"})
Precision = Literal["minute", "hour", "day", "month", "year"]
DetectedBy = Literal[
    "monitoring", "eval", "canary", "on-call", "support-report", "user-report", "internal-user", "partner", "vendor",
    "media", "audit", "research", "regulator",
]  # fmt: skip
MissedBecause = Literal[
    "not-measured", "aggregated-away", "threshold-too-loose", "delayed", "muted", "routed-nowhere", "treated-as-noise",
    "dashboard-only", "metric-improved",
]  # fmt: skip
ReplayRule = Literal["above", "below", "rate", "gap"]
Harm = Literal["occurred", "averted", "unknown"]
Confidence = Literal["known", "potential"]
Intent = Literal["prevent", "detect", "mitigate", "respond", "restore"]
Status = Literal["proposed", "accepted", "in_progress", "done", "verified", "declined"]
CaseKind = Literal[
    "regression", "counterfactual-group", "red-team", "grounding", "refusal", "format", "tool-use", "data"
]
CaseStatus = Literal["proposed", "committed", "quarantined", "retired"]
CheckType = Literal[
    "contains", "not_contains", "regex", "not_regex", "equals", "is_json", "json_schema", "max_words",
    "same_across_variants", "tool_called", "tool_not_called", "rate", "slice_gap", "metric_min", "psi", "rubric",
]  # fmt: skip
DATA_CHECKS: frozenset[CheckType] = frozenset({"rate", "slice_gap", "metric_min", "psi"})
"""Checks that judge a column of data; all others judge what a system said or called."""
OFFLINE_CHECKS: frozenset[CheckType] = frozenset(
    {
        "contains", "not_contains", "regex", "not_regex", "equals", "is_json", "json_schema", "max_words",
        "same_across_variants", "tool_called", "tool_not_called", *DATA_CHECKS,
    }
)  # fmt: skip
CheckMetric = Literal["rate", "accuracy", "precision", "recall", "f1"]
RedactionLevel = Literal["none", "partial", "full"]
ReferenceType = Literal[
    "advisory", "article", "detection", "discussion", "report", "fix", "introduced", "git", "package", "evidence", "web"
]
Side = Literal["technical", "organisational"]
Strength = Literal["stronger", "intermediate", "weaker", "restorative"]

AUDIENCES: tuple[Audience, ...] = ("public", "company", "restricted")
"""From widest to narrowest."""
