"""The HTML form: one page of tables for mail programs, its styles written into the elements.

Autoescape writes every text, and what people typed is cleaned and bounded before that, whether or not a template asks
for it. Nothing in the page is loaded from anywhere.
"""

from __future__ import annotations

import re
from functools import cache

import css_inline
from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from afterword.digest.forms import said, texts
from afterword.digest.forms.links import MailLinks, ways_of
from afterword.digest.forms.most import MOST
from afterword.digest.forms.sections import SECTIONS, Shown
from afterword.pages.words import say_day

_INDENT = re.compile(r"\n\s*")


def write_html(shown: Shown, links: MailLinks) -> str:
    """The page for what is shown of a digest."""
    page = _environment().get_template("digest.html.jinja").render(shown=shown, digest=shown.digest, links=links)
    return _inliner().inline(_INDENT.sub("\n", page)).strip() + "\n"


@cache
def _environment() -> SandboxedEnvironment:
    jinja = SandboxedEnvironment(
        loader=PackageLoader("afterword.digest.forms", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) else texts.cut(value),
    )
    jinja.filters.update(href=_href, title=texts.title, name=texts.name, day=say_day)
    jinja.globals.update(said=said, SECTIONS=SECTIONS, MOST=MOST, ways_of=ways_of)
    return jinja


@cache
def _inliner() -> css_inline.CSSInliner:
    # With its defaults it would read files and addresses that a page names.
    return css_inline.CSSInliner(load_remote_stylesheets=False, minify_css=True)


def _href(address: str) -> Markup:
    """The value of a link's `href`, which no bound for texts may cut; empty for what is not to be linked to."""
    return escape(texts.address_of(address))
