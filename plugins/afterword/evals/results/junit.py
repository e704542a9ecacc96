"""The JUnit XML that `pytest --junitxml FILE` writes, with what the exported tests record as properties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as ET
from xml.parsers import expat

from afterword.evals.results.trial import Outcome, ResultError, Results, time_of, trial_of


def is_junit(data: bytes) -> bool:
    """Whether the bytes begin like such a file."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:4_000]
    return head.startswith((b"<?xml", b"<testsuite")) and b"<testsuite" in head


def read_junit(data: bytes) -> Results:
    """The trials; a test that was skipped is none, since nothing was tried.

    Raises:
        ResultError: where it is no XML, or XML with a document type, which no tool writes here.
    """
    root = _parse(data)
    found = [trial_of(_properties(each), outcome) for each, outcome in _tests(root)]
    trials = tuple(each for each in found if each is not None)
    return Results("pytest", _time(root), trials, len(found) - len(trials))


def _parse(data: bytes) -> ET.Element:
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except ResultError:
        raise
    except (expat.ExpatError, ValueError, AssertionError) as error:
        line = getattr(error, "lineno", None)
        message = f"line {line} is no valid XML" if line else "it is no valid XML"
        raise ResultError(message) from error


def _refuse(*_: object) -> None:
    message = "it declares a document type, and entities of it could stand for anything"
    raise ResultError(message)


def _tests(root: ET.Element) -> Iterator[tuple[ET.Element, Outcome]]:
    for test in root.iter("testcase"):
        children = {child.tag for child in test}
        if "failure" in children:
            # A function that raises fails like one that answers wrongly; the exported tests tell which it was.
            yield test, "error" if _properties(test).get("outcome") == "error" else "failed"
        elif "error" in children:
            yield test, "error"
        elif "skipped" not in children:
            yield test, "passed"


def _properties(test: ET.Element) -> dict[str, str]:
    listed = test.iterfind("./properties/property")
    return {each.get("name", ""): each.get("value", "") for each in listed}


def _time(root: ET.Element) -> datetime | None:
    times = (time_of(suite.get("timestamp")) for suite in root.iter("testsuite"))
    return next((time for time in times if time is not None), None)
