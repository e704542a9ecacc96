"""Codes of outside lists and the organisation's own fields, for the folded end of a report's page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from markupsafe import Markup
from pydantic import BaseModel

from afterword.index.index import Index
from afterword.model.fields import Fields
from afterword.model.imported import KEY as IMPORTED
from afterword.model.report import Report
from afterword.pages.codes import list_name
from afterword.pages.report_evidence import say_value
from afterword.pages.report_origin import origin_lines
from afterword.pages.words import fill, join

_TOLD = frozenset({IMPORTED})
"""Own fields that are shown in words."""
Line = tuple[Markup, Markup]
"""A name and what stands beside it, both ready."""


def code_lines(report: Report, index: Index) -> list[Line]:
    """The report's own codes first, then those that its factors map to, each list's codes sorted."""
    own = [(fill("{}", list_name(key)), say_value(value)) for key, value in report.front.external.items()]
    derived: dict[str, set[str]] = {}
    for entry in report.front.contributing_factors:
        factor = index.view.vocabulary.factor_by_id.get(entry.factor or "")
        for name, codes in (factor.maps_to if factor else {}).items():
            derived.setdefault(name, set()).update(codes)
    mapped = [(fill("{} (from the factors)", list_name(name)), join(sorted(derived[name]))) for name in sorted(derived)]
    return [*own, *mapped]


def other_lines(report: Report) -> list[Line]:
    """Tags, earlier ids, the digest's words, the form's version, and fields whose names begin with `x-`."""
    front = report.front
    told: list[Line] = []
    if front.tags:
        told.append((Markup("Tags"), join(front.tags)))
    if front.aliases:
        told.append((Markup("Earlier ids"), join(fill("<code>{}</code>", each) for each in front.aliases)))
    if front.digest and front.digest.headline:
        told.append((Markup("Headline in the digest"), fill("{}", front.digest.headline)))
    if front.digest and front.digest.pick:
        told.append((Markup("Digest"), Markup("the editor's choice of its week")))
    if front.schema_ is not None:
        told.append((Markup("Version of the form"), fill("{}", front.schema_)))
    own = [(fill("<code>{}</code>", name), say_value(value)) for name, value in _extensions(front, "")]
    return [*told, *origin_lines(report), *own]


def _extensions(model: BaseModel, path: str) -> Iterator[tuple[str, object]]:
    """Every `x-` field below `model`, named by its way: `evidence[1].x-source`."""
    if isinstance(model, Fields):
        yield from ((f"{path}{key}", value) for key, value in model.extensions.items() if f"{path}{key}" not in _TOLD)
    names = [name for name in type(model).model_fields if name not in {"extensions", "suppress"}]
    yield from chain.from_iterable(_below(getattr(model, name), f"{path}{name}") for name in names)


def _below(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, BaseModel):
        yield from _extensions(value, f"{path}.")
    elif isinstance(value, tuple):
        for place, each in enumerate(value, 1):
            if isinstance(each, BaseModel):
                yield from _extensions(each, f"{path}[{place}].")
