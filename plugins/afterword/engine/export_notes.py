"""What an exported tree says of itself: a page for people and a small document for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from afterword import __version__
from afterword.model.choices import Audience
from afterword.pages.page import Page

SCHEMA = "afterword-export/1"
_README = """\
# {name}: an exported site

This folder holds a finished site as plain Markdown, JSON and settings. It was made by `afterword export` {version} for
the audience `{audience}`, with the ages and states of {day}. Nothing in it is for a narrower audience, and it needs no
plugin of Afterword: each of these commands, run in this folder, writes the site to `site/`.

```console
$ mkdocs build --strict
$ properdocs build --strict -f mkdocs.yml
$ zensical build --strict -f mkdocs.yml
```

MkDocs and ProperDocs need the package `mkdocs-material` beside them; Zensical brings its own theme.

| path | what it is |
| --- | --- |
| `docs/` | every page as Markdown, with title, description and tags in its front matter; styles; evidence files |
| `docs/reports/` | one page for each report, named by its id |
| `docs/api/v1/` | the same facts as JSON, with their schema |
| `overrides/` | the few templates of our own |
| `mkdocs.yml` | the settings |
| `index.json` | what is in here, for programs |
| `afterword-export.sha256` | the digest of every file; `sha256sum -c --quiet afterword-export.sha256` compares them |

The next export to this folder replaces these files and leaves everything else beside them as it is. It stops where one
of them was changed by hand, so that nothing is lost. To go on by hand from here, delete `afterword-export.sha256`.
"""


def write_readme(name: str, audience: Audience, today: date) -> bytes:
    """The page for people; `name` is the site's name."""
    words = " ".join(name.split())
    return _README.format(name=words, version=__version__, audience=audience, day=today.isoformat()).encode()


def write_index(name: str, audience: Audience, today: date, pages: Iterable[Page], files: Iterable[str]) -> bytes:
    """What the tree holds, and for whom it was made, for programs.

    Args:
        name: the site's name.
        audience: for whom the tree was made.
        today: the day on which.
        pages: the pages that were made.
        files: the paths of the tree.
    """
    document = {
        "schema": SCHEMA,
        "site": name,
        "audience": audience,
        "as_of": today.isoformat(),
        "made_with": f"afterword {__version__}",
        "settings": "mkdocs.yml",
        "api": sorted(path for path in files if path.startswith("docs/api/") and path.endswith(".json")),
        "pages": [{"path": f"docs/{page.path}", "title": page.title, "tags": list(page.tags)} for page in pages],
    }
    return (json.dumps(document, indent=2, ensure_ascii=True) + "\n").encode()
