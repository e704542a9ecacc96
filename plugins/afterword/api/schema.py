"""The form of the four documents as one JSON Schema (2020-12)."""

from __future__ import annotations

from typing import Any, get_args

from afterword.evals.standing import Guarding, Reason
from afterword.model.choices import Audience, Confidence, Kind, Lifecycle, Origin, Severity, Side, Status, Strength
from afterword.model.json_schema import DIALECT, make_schema
from afterword.model.remediation import Remediation
from afterword.replay.outcome import State

VERSION = "afterword/1"
_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_MAYBE_COUNT = {"type": ["integer", "null"], "minimum": 0}
_DAY = {"type": "string", "format": "date"}
_MAYBE_DAY = {"type": ["string", "null"], "format": "date"}
_TEXTS = {"type": "array", "items": _TEXT}
_CODES = {"type": "object", "additionalProperties": _TEXTS}
Schema = dict[str, Any]
_OWN: Schema = {"^x-": {}}


def make_api_schema() -> Schema:
    """The whole schema, made anew at each call."""
    form = make_schema()
    groups = {name: _loose(each) for name, each in form.pop("$defs").items()}
    definitions = {
        **groups,
        "front_matter": {key: each for key, each in form.items() if not key.startswith("$")},
        "remediation": _remediation(groups["Remediation"]),
        "report": _report(form["properties"]),
        "reports": _document({"reports": _list("report")}),
        "factors": _document({"factors": {"type": "array", "items": _factor()}}),
        "remediations": _document({"kinds": {"type": "array", "items": _kind()}, "remediations": _list("remediation")}),
        "systems": _document({"systems": {"type": "array", "items": _system()}}),
    }
    documents = ("reports", "factors", "remediations", "systems")
    return {
        "$schema": DIALECT,
        "$id": "urn:afterword:schema:api:1",
        "title": "The JSON of a site of learning reports",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in documents],
        "$defs": dict(sorted(definitions.items())),
    }


def _loose(group: Schema) -> Schema:
    """A group of fields without what its entries need: a narrower audience or an older text leaves some of it out."""
    needs = {"required", "anyOf", "allOf"} if group.get("type") == "object" else set()
    return {key: each for key, each in group.items() if key not in needs}


def _document(parts: Schema) -> Schema:
    head = {"schema": {"const": VERSION}, "site": _TEXT, "audience": _choice(Audience), "as_of": _DAY}
    return _object({**head, **parts})


def _report(form: Schema) -> Schema:
    """The front matter, field by field, and what is computed from it."""
    head = {
        "id": _TEXT,
        "url": _TEXT,
        "title": _MAYBE_TEXT,
        "kind": _choice(Kind),
        "lifecycle": _choice(Lifecycle),
        "audience": _choice(Audience),
        "origin": _choice(Origin),
        "severity": {"enum": [*get_args(Severity), None]},
        "date": {**_MAYBE_TEXT, "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
        "revision": {"type": "integer", "minimum": 1},
        "counted": {"type": "boolean", "description": "Whether figures count the report."},
        "measures": _measures(),
        "replays": {
            "type": "array",
            "items": _replay(),
            "description": "What replays of silent checks and of alerts give on series that the audience may read.",
        },
        "evidence_urls": {"type": "object", "additionalProperties": _TEXT},
        "remediations": _list("remediation"),
        "guards": {"type": "array", "items": _guard(), "description": "Where each eval case stands by recorded runs."},
        "related": {"type": "array", "items": _related(), "description": "The related reports, best first."},
        "declared_related": {**_TEXTS, "description": "Ids that authors declared as related, from either end."},
        "backlinks": {"type": "array", "items": _object({"id": _TEXT, "kind": _TEXT})},
        "superseded_by": _TEXTS,
    }
    typed = {key: {"$ref": f"#/$defs/front_matter/properties/{key}"} for key in form if key not in head}
    labels = {"type": "object", "additionalProperties": _DAY, "description": "Factors that were accepted in bulk."}
    properties = {**typed, **head, "labels_accepted_on": labels}
    return {**_object(head), "properties": properties, "patternProperties": _OWN}


def _guard() -> Schema:
    since = {**_MAYBE_TEXT, "description": "The first of the runs in a row that passed, or failed; null for neither."}
    return _object(
        {
            "case": _MAYBE_TEXT,
            "guarding": _choice(Guarding),
            "since": since,
            "reason": {"enum": [*get_args(Reason), None], "description": "Why it guards nothing."},
            "last_run": _MAYBE_TEXT,
        }
    )


def _related() -> Schema:
    score = {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "How likely it teaches the same; 0 where nothing in common was found.",
    }
    because = {**_TEXT, "description": "What both have in common, in words."}
    return _object({"id": _TEXT, "score": score, "because": because})


def _measures() -> Schema:
    seconds = {"type": "integer", "description": "Seconds; below zero where the end came before the beginning."}
    stretch = _object({"low_seconds": seconds, "high_seconds": seconds, "formula": _TEXT})
    return _object(
        {
            "stretches": {"type": "object", "additionalProperties": stretch},
            "silent_checks": {"type": "object", "additionalProperties": _COUNT},
            "rolled_back_before_snapshot": {"type": "boolean"},
        }
    )


def _replay() -> Schema:
    seconds = {"type": "integer", "description": "Seconds; below zero where the incident was noticed first."}
    range_ = {"anyOf": [_object({"low": seconds, "high": seconds}), {"type": "null"}]}
    return _object(
        {
            "of": {"enum": ["timeline", "remediations"]},
            "place": {**_COUNT, "description": "The place of its event or remediation in that list, from zero."},
            "state": _choice(State),
            "words": _TEXT,
            "at": {**_MAYBE_TEXT, "format": "date-time"},
            "sooner_seconds": range_,
            "group": {**_TEXT, "description": "The value of `by` for which it would have spoken."},
            "false_alarms": _COUNT,
            "readings_before": {**_MAYBE_COUNT, "description": "Readings from before the incident began."},
            "series_until": {**_MAYBE_TEXT, "format": "date-time"},
        }
    )


def _remediation(form: Schema) -> Schema:
    """A remediation as typed, with its status joined with the tracker's."""
    head = {
        "addresses": _TEXTS,
        "strength": {"enum": [*get_args(Strength), None]},
        "status": _choice(Status),
        "drift": _TEXT,
        "opened": _MAYBE_DAY,
        "closed": _MAYBE_DAY,
        "age_days": _MAYBE_COUNT,
        "overdue_days": _MAYBE_COUNT,
    }
    own = {"report": {**_TEXT, "description": "The id of its report, in the list of all remediations."}}
    typed = {key: {"$ref": f"#/$defs/{Remediation.__name__}/properties/{key}"} for key in form["properties"]}
    return {**_object(head), "properties": {**typed, **own, **head}, "patternProperties": _OWN}


def _factor() -> Schema:
    use = _object({"report": _TEXT, "id": _MAYBE_TEXT, "confidence": _choice(Confidence), "how": _MAYBE_TEXT})
    use["properties"]["label_accepted_on"] = {**_DAY, "description": "That it is a label, accepted in bulk."}
    return _object(
        {
            **_term(),
            "side": _choice(Side),
            "group": _TEXT,
            "uses": {"type": "array", "items": use},
            "remediations": {"type": "array", "items": _object({"report": _TEXT, "id": _MAYBE_TEXT})},
        }
    )


def _kind() -> Schema:
    return _object({**_term(), "strength": _choice(Strength), "analogue": _TEXT})


def _term() -> Schema:
    return {"id": _TEXT, "url": _TEXT, "title": _TEXT, "definition": _TEXT, "maps_to": _CODES, "count": _COUNT}


def _system() -> Schema:
    told = {key: _MAYBE_TEXT for key in ("type", "owner_team", "provider", "autonomy")}
    named = {"name": _TEXT, "slug": _TEXT, "url": _TEXT, "title": _TEXT}
    return _object({**named, **told, "factors_guarded": _TEXTS, "reports": _TEXTS})


def _object(properties: Schema) -> Schema:
    """An object with all of the given keys, and with no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _list(definition: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{definition}"}}


def _choice(words: Any) -> Schema:  # noqa: ANN401 - a Literal
    return {"enum": list(get_args(words))}
