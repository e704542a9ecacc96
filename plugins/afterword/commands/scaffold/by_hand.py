"""What an existing file lacks and a person has to add, since `init` never changes a file that it did not write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from afterword.commands.scaffold.answers import Answers
from afterword.commands.scaffold.parts import CONFIG, HOME, IGNORED, NEEDED, OVERRIDES, requirement
from afterword.commands.scaffold.plan import Step
from afterword.pages.fragments import marker

EXCLUDES = ("/reports/", "/evidence/", "/_*")
EXTENSIONS = ("admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details",
              "pymdownx.highlight", "pymdownx.superfences")  # fmt: skip
_MARKER = re.compile(re.escape(marker("name")).replace("name", "[a-z-]+"))
_BANNER = "config.extra.afterword"


def lines_for(step: Step, answers: Answers, content: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines that a file of somebody else's lacks; `content` is that of the site's configuration."""
    text = (step.old or b"").decode("utf-8", "replace")
    if step.part == CONFIG:
        return tuple(_settings(content, answers))
    if step.part == HOME:
        return tuple(each for each in _MARKER.findall(step.new.decode()) if each not in text)
    if step.part == IGNORED:
        return _absent(step.new.decode().splitlines(), text)
    if step.part == NEEDED:
        return () if "afterword" in text else (requirement(),)
    if step.part.endswith("main.html"):
        return () if _BANNER in text else tuple(step.new.decode().rstrip("\n").rpartition("\n")[2:])
    return ()


def is_open(content: Mapping[str, Any]) -> bool:
    """Whether the site would publish what lies in its documents folder without the plugin being asked."""
    return bool(_lacking_excludes(content)) or not _has_plugin(content)


def _settings(content: Mapping[str, Any], answers: Answers) -> Iterable[str]:
    """The missing pieces of the configuration as YAML, each of them to be merged with what is there."""
    excludes = _lacking_excludes(content)
    if excludes:
        yield "exclude_docs: |"
        yield from (f"  {each}" for each in excludes)
    if not _has_plugin(content):
        yield "plugins:"
        yield "  - afterword:"
        yield f"      audience: {answers.audience}"
        yield f"      default_audience: {answers.default_audience}"
        yield f"      repository_audience: {answers.default_audience}"
        yield f"      import: {{audience: {answers.audience}}}"
        yield f"      zone: {answers.zone}"
    theme = content.get("theme")
    named = theme if isinstance(theme, Mapping) else {"name": theme}
    if named.get("name") != "material" or not named.get("custom_dir"):
        yield "theme:"
        yield "  name: material"
        yield f"  custom_dir: {named.get('custom_dir') or OVERRIDES}"
    extensions = [each for each in EXTENSIONS if each not in _names(content.get("markdown_extensions"))]
    if extensions:
        yield "markdown_extensions:"
        yield from (f"  - {each}" for each in extensions)
    if content.get("nav"):
        listed = str(content["nav"])
        lists = {"Reports": "reports", "Contributing factors": "factors", "Remediations": "remediations"}
        missing = {title: f"{path}/index.md" for title, path in lists.items() if f"{path}/index.md" not in listed}
        if missing:
            yield "nav:"
            yield from (f"  - {title}: {path}" for title, path in missing.items())


def _lacking_excludes(content: Mapping[str, Any]) -> list[str]:
    lines = [line.strip() for line in str(content.get("exclude_docs") or "").split("\n")]
    return [each for each in EXCLUDES if each not in lines]


def _has_plugin(content: Mapping[str, Any]) -> bool:
    return "afterword" in _names(content.get("plugins"))


def _names(entries: object) -> set[str]:
    """The names in a list of names and of maps from a name to its options, as MkDocs takes them."""
    if isinstance(entries, Mapping):
        return {str(each) for each in entries}
    if not isinstance(entries, list):
        return set()
    return {str(name) for each in entries for name in (each if isinstance(each, Mapping) else [each])}


def _absent(lines: Iterable[str], text: str) -> tuple[str, ...]:
    there = {line.strip().strip("/") for line in text.splitlines()}
    return tuple(line for line in lines if line.strip("/") not in there)
