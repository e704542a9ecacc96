"""The exported tree's own `mkdocs.yml`: small, without our plugin, and the same for each engine."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

import yaml

from afterword.engine.layout import STYLES
from afterword.model.project import Project

HEADER = """\
# Settings of an exported site. No plugin of Afterword is needed: `mkdocs build --strict`,
# `properdocs build --strict -f mkdocs.yml` and `zensical build --strict -f mkdocs.yml` build it.
"""
_NEEDED: dict[str, Any] = {
    "admonition": {}, "attr_list": {}, "def_list": {}, "md_in_html": {}, "tables": {}, "pymdownx.details": {},
    "pymdownx.superfences": {},
}  # fmt: skip
"""Extensions of Python-Markdown that our pages are written for."""
_READING = frozenset({"pymdownx.snippets", "pymdownx.b64"})
"""Extensions that take in files of the machine on which an engine runs, which is no longer that of the sources."""
_THEME = ("language", "direction", "font", "features", "palette", "icon", "logo", "favicon")
_EDITING = {"content.action.edit", "content.action.view"}
"""Features that lead to a page's source, which is no longer where the settings say."""
_OWN = {"afterword", "search"}


def make_settings(
    project: Project, content: Mapping[str, Any], nav: list[Any], tree: Set[str], *, closed: bool
) -> tuple[bytes, tuple[str, ...]]:
    """The file, and a sentence for each of the site's settings that is not in it.

    Args:
        project: the site's name and address.
        content: the site's configuration, with tags that only its engine understands as None.
        nav: the navigation.
        tree: paths of the files below `docs/`.
        closed: whether it is made for a wider audience than the site's own, so that nothing is taken along that says
            more of the site than its name and looks.
    """
    notes: list[str] = []
    settings: dict[str, Any] = {"site_name": project.site_name}
    if project.site_url:
        settings["site_url"] = project.site_url
    if not closed:
        settings |= _plain(
            {key: content.get(key) for key in ("site_description", "repo_url", "repo_name", "copyright")}
        )
    if "repo_url" in settings:
        # Engines would guess the place of a page's source otherwise.
        settings["edit_uri"] = ""
    if isinstance(content.get("use_directory_urls"), bool):
        settings["use_directory_urls"] = content["use_directory_urls"]
    settings["docs_dir"] = "docs"
    settings["theme"] = _theme(content.get("theme"), tree)
    settings["extra_css"] = [STYLES, *(each for each in _listed(content, "extra_css", tree) if each != STYLES)]
    if scripts := _listed(content, "extra_javascript", tree):
        settings["extra_javascript"] = scripts
    extra = _plain(content.get("extra")) if not closed else {}
    settings["extra"] = {"generator": False, **(extra if isinstance(extra, dict) else {})}
    settings["markdown_extensions"] = _extensions(content.get("markdown_extensions"), notes)
    settings["plugins"] = [_search(content.get("plugins"))]
    settings["nav"] = nav
    settings["validation"] = _validation(content.get("validation"))
    notes.extend(_told(content))
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True, default_flow_style=False, width=120)
    return (HEADER + text).encode(), tuple(notes)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a tree of settings
    """The value without what only the site's engine understands."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner) for inner in value if inner is not None]
    return value


def _is_plain(value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, dict | list):
        return all(_is_plain(each) for each in (value.values() if isinstance(value, dict) else value))
    return value is not None


def _theme(given: Any, tree: Set[str]) -> dict[str, Any]:  # noqa: ANN401
    own = _plain(given) if isinstance(given, dict) else {}
    theme: dict[str, Any] = {"name": "material", "custom_dir": "overrides"}
    # Zensical has two looks; this is the one that our styles are made for. Other engines do not read it.
    theme["variant"] = "classic"
    theme["font"] = False
    for key in _THEME:
        lost = key in {"logo", "favicon"} and own.get(key) not in tree
        if key in own and not lost:
            theme[key] = own[key]
    if isinstance(theme.get("features"), list):
        theme["features"] = [each for each in theme["features"] if each not in _EDITING]
    return theme


def _listed(content: Mapping[str, Any], key: str, tree: Set[str]) -> list[Any]:
    """The site's own styles or scripts that are in the tree."""
    entries = content.get(key)
    return [
        each
        for each in (entries if isinstance(entries, list) else [])
        if (each.get("path") if isinstance(each, dict) else each) in tree and _is_plain(each)
    ]


def _entries(given: Any) -> list[tuple[str, Any]]:  # noqa: ANN401
    """A list of names, or of maps of one name to its options, as pairs."""
    if isinstance(given, dict):
        return [(str(name), options or {}) for name, options in given.items()]
    pairs: list[tuple[str, Any]] = []
    for each in given if isinstance(given, list) else []:
        if isinstance(each, dict):
            pairs.extend((str(name), options or {}) for name, options in each.items())
        elif isinstance(each, str):
            pairs.append((each, {}))
    return pairs


def _extensions(given: Any, notes: list[str]) -> list[Any]:  # noqa: ANN401
    """The site's own, and those that our pages need; one with options that only its engine understands is left out."""
    found: dict[str, Any] = {}
    for name, options in _entries(given):
        if name in _READING:
            notes.append(f"the Markdown extension `{name}` is not taken along, since it reads files where it runs")
        elif _is_plain(options):
            found[name] = options
        elif name in _NEEDED:
            notes.append(f"the Markdown extension `{name}` is taken along without its options, which are code")
            found[name] = {}
        else:
            notes.append(f"the Markdown extension `{name}` is not taken along, since its options are code")
    found = {**found, **{name: options for name, options in _NEEDED.items() if name not in found}}
    return [{name: options} if options else name for name, options in found.items()]


def _search(plugins: Any) -> Any:  # noqa: ANN401
    options = dict(_entries(plugins)).get("search")
    return {"search": options} if options and _is_plain(options) else "search"


def _validation(given: Any) -> dict[str, Any]:  # noqa: ANN401
    """As strict as the site's own, but for pages outside of the navigation, of which there are many on purpose."""
    own = _plain(given) if isinstance(given, dict) else {}
    nav = own.get("nav")
    return {**own, "nav": {**(nav if isinstance(nav, dict) else {}), "omitted_files": "ignore"}}


def _told(content: Mapping[str, Any]) -> list[str]:
    """What a site may have beyond these settings."""
    notes = []
    plugins = sorted({name for name, _ in _entries(content.get("plugins"))} - _OWN)
    if plugins:
        notes.append(f"plugins are not taken along: {', '.join(f'`{each}`' for each in plugins)}")
    theme = content.get("theme")
    if isinstance(theme, dict) and theme.get("custom_dir"):
        notes.append(f"templates of the site's own in `{theme['custom_dir']}` are not taken along")
    if content.get("hooks"):
        notes.append("`hooks` are not taken along")
    return notes
