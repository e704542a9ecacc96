"""The text form: the same sections and links as the HTML, for mail programs and readers that want plain text.

Every address stands whole on a line of its own below its title; everything else is in lines of 72 columns.
"""

from __future__ import annotations

import re
from functools import cache

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from afterword.digest.forms import said, texts
from afterword.digest.forms.links import MailLinks, ways_of
from afterword.digest.forms.most import MOST
from afterword.digest.forms.sections import SECTIONS, Shown
from afterword.digest.forms.wrap import WIDTH, columns, wrap
from afterword.pages.words import say_day

_BLANK = re.compile(r"\n{3,}")


def write_text(shown: Shown, links: MailLinks) -> str:
    """The text for what is shown of a digest."""
    text = _environment().get_template("digest.txt.jinja").render(shown=shown, digest=shown.digest, links=links)
    return _BLANK.sub("\n\n", text).strip() + "\n"


@cache
def _environment() -> SandboxedEnvironment:
    # Plain text has no markup to escape. What people typed passes `block`, `head` or `way`, which keep it in its place.
    jinja = SandboxedEnvironment(
        loader=PackageLoader("afterword.digest.forms", "templates"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters.update(title=texts.title, name=texts.name, day=say_day, block=_block, head=_head)
    jinja.globals.update(said=said, SECTIONS=SECTIONS, MOST=MOST, ways_of=ways_of, way=_way, rule="-" * WIDTH)
    return jinja


def _block(text: str, first: str = "", rest: str | None = None) -> str:
    """A text in lines; `rest` begins all but the first, blanks as wide as `first` unless it is given."""
    return wrap(texts.cut(text, texts.TEXT + texts.TITLE), first, " " * len(first) if rest is None else rest)


def _head(text: str, mark: str) -> str:
    """A heading with a line below it."""
    lines = wrap(texts.cut(text))
    return f"{lines}\n{mark * max(columns(line) for line in lines.splitlines())}"


def _way(title: str, address: str, first: str = "", lead: str = "") -> str:
    """A title after `lead`, and its address on the line below; the title alone where there is none."""
    indent = " " * len(first)
    lines = wrap(lead + texts.title(title), first, indent)
    where = texts.address_of(address)
    return f"{lines}\n{indent}{where}" if where else lines
