"""The files of our own theme, as they lie in the package: styles and scripts, and templates."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

_STATIC = "assets/"
_ANYWHERE = ("404.html", "partials/source.html")
"""The others mend parts of Material that Zensical has in a form of its own, such as its search."""


def static_files() -> dict[str, bytes]:
    """Styles, scripts and pictures by their path below the site's root."""
    return {path: content for path, content in _files().items() if path.startswith(_STATIC)}


def templates() -> dict[str, bytes]:
    """The templates that any engine can run, by their path below the theme's folder."""
    return {path: content for path, content in _files().items() if path in _ANYWHERE}


def _files() -> dict[str, bytes]:
    return dict(sorted(_walk(resources.files("afterword").joinpath("theme"), "").items()))


def _walk(folder: Traversable, above: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for each in folder.iterdir():
        if each.is_dir():
            found.update(_walk(each, f"{above}{each.name}/"))
        else:
            found[f"{above}{each.name}"] = each.read_bytes()
    return found
