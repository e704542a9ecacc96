"""What people typed, made safe for Markdown and HTML at once, and the Jinja environment that does so by itself."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_PAGES = "afterword.pages"
# A backslash where Python-Markdown takes one, so that the text stays readable in the exported Markdown; an entity
# elsewhere. The zero-width text between them never changes what a reader sees.
_BACKSLASHED = "\\`*_{}[]#!"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "^": "&#94;", "=": "&#61;",
             "$": "&#36;", "@": "&#64;", ":": "&#58;", '"': "&quot;", "'": "&#39;"}  # fmt: skip
_TABLE = str.maketrans({**{each: f"\\{each}" for each in _BACKSLASHED}, **_ENTITIES})
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+?])(?=\s|-|\+|\?|$)")
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def one_line(value: object) -> str:
    """Plain text on one line without control characters and marks that are not seen; nothing is escaped yet."""
    return " ".join(_UNSEEN.sub("", str(value)).split())


def escape_text(value: object) -> Markup:
    """Plain text on one line that Markdown shows as it is, wherever in a line or table cell it stands."""
    escaped = one_line(value).translate(_TABLE)
    return Markup(_LIST_MARK.sub(_escape_mark, escaped))


def _escape_mark(match: re.Match[str]) -> str:
    if match[3] == "?":
        return "&#63;"
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


def escape_paragraphs(value: str) -> Markup:
    """Plain text with its paragraphs kept: blank lines between them, everything else as in `escape_text`."""
    paragraphs = re.split(r"\n\s*\n", value.replace("\r\n", "\n").replace("\r", "\n"))
    return Markup("\n\n").join(escape_text(paragraph) for paragraph in paragraphs if paragraph.strip())


def link_to(text: str, address: str) -> Markup:
    """A Markdown link with escaped text; `address` is one of our own paths or an https address."""
    safe = address.replace("\\", "%5C").replace(" ", "%20").replace("<", "%3C").replace(">", "%3E").replace('"', "%22")
    safe = safe.replace("(", "%28").replace(")", "%29").replace("`", "%60").replace("\n", "").replace("\r", "")
    safe = safe.replace("|", "%7C").replace("[", "%5B").replace("]", "%5D").replace("*", "%2A")
    return Markup(f"[{escape_text(text)}](<{safe}>)")


@cache
def environment(package: str = _PAGES) -> Environment:
    """Jinja with strict names; `finalize` escapes every expression that is not `Markup` for Markdown and HTML.

    Templates lie in the folder `templates` of `package`; those of the pages can be taken in by all.
    """
    folders = [PackageLoader(each, "templates") for each in dict.fromkeys((package, _PAGES))]
    jinja = Environment(
        loader=ChoiceLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    jinja.filters.update(paragraphs=escape_paragraphs, link=link_to)
    return jinja


def _finalize(value: object) -> object:
    if value is None:
        return ""
    return value if isinstance(value, Markup) else escape_text(value)


def render(template: str, **values: object) -> str:
    """Fill one template of `pages/templates`, with runs of blank lines made one."""
    return render_from(_PAGES, template, **values)


def render_from(package: str, template: str, **values: object) -> str:
    """The same for a template of another package, which may take in parts of the pages' templates."""
    text = environment(package).get_template(template).render(**values)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
