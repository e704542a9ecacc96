"""The styles of a preview: those of the site's own pages, on a ground that stands in for the theme's."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from afterword.engine.no_script import dark_styles
from afterword.engine.theme_files import static_files

_SHEETS = ("afterword", "reading", "marks", "facts", "lists", "timeline", "drawings", "glossary")
_IMPORT = re.compile(r"@import [^;]*;\n?")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@cache
def styles() -> str:
    """All of them, light, and dark where the reader's system is."""
    ground = resources.files("afterword.engine.preview").joinpath("ground.css").read_text(encoding="utf-8")
    files = static_files()
    own = [files[f"assets/stylesheets/{each}.css"].decode() for each in _SHEETS]
    light = [_COMMENT.sub("", _IMPORT.sub("", each)) for each in (ground, *own)]
    return f"{''.join(light)}@media screen and (prefers-color-scheme: dark) {{\n{dark_styles(light)}}}\n"
