"""One build of a site with clocks around its parts, told as a line of JSON: what `benchmarks.build` runs.

The parts are seconds of the processor: reading and checking, the index and pages of ours, Markdown, the theme's
template, the search index (with the program that makes it), and what is left.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import mkdocs.commands.build as engine_build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page as EnginePage

import afterword.build as our_build
import afterword.engine.mkdocs as plugin
from afterword.pages.page import Page

PARTS: dict[str, float] = defaultdict(float)
KINDS: dict[str, list[float]] = defaultdict(lambda: [0, 0.0, 0.0, 0.0])
RENDERED, MARKDOWN, TEMPLATE = 1, 2, 3


def kind_of(path: str) -> str:
    """What kind of page stands at a path: a list, or one of many below a folder."""
    folder, _, name = path.rpartition("/")
    return f"one of {folder}" if folder and name not in {"index.md", "open.md"} else f"list {path}"


def seconds() -> float:
    """Time that this process and its children took of the processor so far."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def clocked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function with a clock around it."""

    def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
        begun = seconds()
        try:
            return function(*given, **named)
        finally:
            PARTS[name] += seconds() - begun

    return run


def clocked_pages(function: Callable[..., Iterator[Page]]) -> Callable[..., Iterator[Page]]:
    """The function that makes our pages, with a clock around each."""

    def run(*given: Any) -> Iterator[Page]:  # noqa: ANN401 - whatever it takes
        made = function(*given)
        while True:
            begun = time.process_time()
            page = next(made, None)
            if page is None:
                return
            kind = KINDS[kind_of(page.path)]
            kind[0] += 1
            kind[RENDERED] += time.process_time() - begun
            yield page

    return run


def clocked_page(part: str, place: int, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function that does one step for one page of the engine, its first argument, with a clock around it."""

    def run(page: EnginePage, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes and gives
        begun = time.process_time()
        try:
            return function(page, *given, **named)
        finally:
            took = time.process_time() - begun
            KINDS[kind_of(page.file.src_uri)][place] += took
            PARTS[part] += took

    return run


def main(config_path: str) -> None:
    """Build the site of a configuration and tell what it took."""
    logging.basicConfig(level=logging.WARNING)
    plugin.check_project = clocked("read and check", plugin.check_project)
    plugin.render_site = clocked("index and pages of ours", plugin.render_site)
    plugin.build_search = clocked("search index", plugin.build_search)
    our_build.render_pages = clocked_pages(our_build.render_pages)
    EnginePage.render = clocked_page("Markdown", MARKDOWN, EnginePage.render)
    engine_build._build_page = clocked_page("template", TEMPLATE, engine_build._build_page)
    begun = seconds()
    config = load_config(config_path, strict=True)
    config.plugins.run_event("startup", command="build", dirty=False)
    engine_build.build(config)
    whole = seconds() - begun
    PARTS["everything else"] = whole - sum(PARTS.values())
    memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told = {
        "seconds": whole,
        "pages": sum(int(kind[0]) for kind in KINDS.values()),
        "megabytes": memory // 1024,
        "parts": dict(PARTS),
        "kinds": {name: [int(kind[0]), *kind[1:]] for name, kind in KINDS.items()},
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
