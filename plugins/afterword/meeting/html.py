"""An agenda as one HTML file without scripts, which prints on paper: the Markdown, rendered with no raw HTML."""

from __future__ import annotations

from html import escape

from markdown_it import MarkdownIt

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; break-after: avoid; }
blockquote { margin: 1rem 0; padding: .25rem 1rem; border-left: .25rem solid; font-size: 1.1rem; }
li { margin: .35rem 0; break-inside: avoid; } em { opacity: .85; }
pre { padding: .75rem; border: 1px solid; overflow-x: auto; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; } }
@page { margin: 18mm; }"""


def write_html(markdown: str, title: str) -> str:
    """The whole file, which ends in a line feed."""
    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
