"""The addresses, files and environment variables, as the guide lists them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from afterword.model.addresses import FILES, INNER, PAGES, Address
from afterword.model.places import DOCUMENTS, OUTSIDE, REPOSITORY, Place
from afterword.model.variables import VARIABLES
from afterword.pages.marks import code, dotted, with_code


@dataclass(frozen=True)
class Line:
    """One entry: its name, what it is, and a side remark."""

    name: str
    about: Markup
    aside: Markup | None = None


def describe_addresses() -> dict[str, list[Line]]:
    """What the page of addresses shows, by who reads it."""
    return {"pages": _addresses(PAGES), "files": _addresses(FILES), "inner": _addresses(INNER)}


def describe_files() -> dict[str, object]:
    """What the page of files shows: files by where they lie, variables by what they are for."""
    return {
        "repository": _places(REPOSITORY),
        "documents": _places(DOCUMENTS),
        "outside": _places(OUTSIDE),
        "variables": [
            (with_code(title), [Line(each.name, with_code(each.about)) for each in listed])
            for title, listed in VARIABLES
        ],
    }


def _addresses(listed: Iterable[Address]) -> list[Line]:
    return [Line(f"/{each.path}", with_code(each.about), _aside(each)) for each in listed]


def _aside(address: Address) -> Markup:
    form = Markup("") if address.form in {"page", "file"} else Markup(address.form)
    return dotted((form, with_code(f"only {address.when}") if address.when else Markup("")))


def _places(listed: Iterable[Place]) -> list[Line]:
    return [Line(each.path, with_code(each.about), _writer(each.by)) for each in listed]


def _writer(command: str) -> Markup:
    if not command:
        return Markup("written by people")
    return Markup("written by ") + code(command if command.startswith("mkdocs") else f"afterword {command}")
