"""The site's search index, made by Pagefind from the finished pages.

Pagefind (https://pagefind.app) keeps the index in small pieces, of which a reader's browser loads the few that a query
needs. Filters are not used: with them its output differs from run to run, and our own facet data answers for them.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Set
from pathlib import Path

from afterword.engine.search_text import Kind, article_of

FOLDER = "pagefind"
REPORTS = f"{FOLDER}/reports.json"
PIECES = f"{FOLDER}/pieces.json"
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind", "fragment", "index")
"""What a browser asks for, beside the index's own metadata; the ready-made interfaces stay behind."""
_UNREAD = frozenset({"404", "explore"})
_REPORT = re.compile(r"reports/[^/]+")
_GROUP = re.compile(r"(?:factors|remediations|systems|teams|providers|guide/rules)/(?!open$)[^/]+")
# Each of their rows is a sentence of another page.
_LIST = re.compile(
    r"reports|near-misses|silent-checks|factors|remediations(?:/open)?|systems|teams|providers|evals|insights"
    r"|digests(?:/[^/]+){0,2}|guide/(?:reference|rules|vocabulary)"
)
_ENDING = re.compile(r"(?:(?:^|(?<=/))index)?\.html$")
_BEGIN = b"pagefind_dcd"
_SCRIPT = "pagefind.js"
_WITHIN = ("var pagefind=", "async enterPlaygroundMode(")
_LET_OUT = "\nexport const enterPlaygroundMode=()=>pagefind.enterPlaygroundMode();\n"
_HELP = "`pip install --upgrade 'afterword[mkdocs]'` brings one that fits"


class SearchError(Exception):
    """The index could not be made; the message says why and what helps."""


def build_search(site: Path, report_ids: tuple[str, ...], left_out: Set[str] = frozenset()) -> None:
    """Write the index of the pages below `site` to its folder `pagefind/`, whole or not at all.

    Beside it stands `pagefind/pieces.json`, the first word of each piece of the index, by which scripts know what to
    load.

    Args:
        site: the folder of a finished site.
        report_ids: ids in the order of the facet data; the file `pagefind/reports.json` holds for each of them what
            Pagefind calls its page, so that a result is known without loading it, and nothing where it has no page.
        left_out: paths below `site` of pages that are not to be found.

    Raises:
        SearchError: Pagefind is not installed, or it failed.
    """
    target = site / FOLDER
    # Of an earlier build, whose pages may be gone for good reason.
    shutil.rmtree(target, ignore_errors=True)
    program = _program()
    with tempfile.TemporaryDirectory() as folder:
        articles, made = Path(folder, "articles"), Path(folder, "made")
        _write_articles(site, articles, left_out)
        _run(program, articles, made)
        for path in made.iterdir():
            if path.name not in _KEPT and path.suffix != ".pf_meta":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        _let_out(made / _SCRIPT)
        names = _names(made)
        hashes = [names.get(f"reports/{report_id}", "") for report_id in report_ids]
        (made / Path(PIECES).name).write_text(json.dumps(_first_words(made), separators=(",", ":")), encoding="utf-8")
        (made / Path(REPORTS).name).write_text(json.dumps(hashes, separators=(",", ":")), encoding="utf-8")
        shutil.move(made, target)


def kind_of(place: str) -> Kind:
    """What kind of page stands at a place, such as `reports/2026-03-11-x`, without its ending."""
    if _REPORT.fullmatch(place):
        return "report"
    if _GROUP.fullmatch(place):
        return "group"
    return "list" if _LIST.fullmatch(place) else "page"


def _place(path: str) -> str:
    """The place of a page, wherever its file stands: `x/index.html` and `x.html` are the page `x`."""
    return _ENDING.sub("", path).strip("/")


def _program() -> Path:
    try:
        from pagefind.service import get_executable
    except ImportError:
        program = None
    else:
        program = get_executable()
    if program is None:
        message = f"the search index needs Pagefind, which is not installed: {_HELP}"
        raise SearchError(message)
    return program


def _write_articles(site: Path, folder: Path, left_out: Set[str]) -> None:
    folder.mkdir()
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        place = _place(name)
        article = None
        if place.split("/")[0] not in _UNREAD and name not in left_out:
            html, kind = path.read_text(encoding="utf-8", errors="replace"), kind_of(place)
            article = article_of(html, kind, place.rpartition("/")[2] if kind == "report" else "")
        if article is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(article, encoding="utf-8")


def _run(program: Path, articles: Path, made: Path) -> None:
    # One index for pages of every language, so that a phrase is found wherever it stands; and words as they are
    # written, since the beginning of each is to be found. The script that asks (`held.js`) knows what shares a stem.
    options = ("--root-selector", "main", "--force-language", "unknown", "--quiet")
    places = ("--site", str(articles), "--output-path", str(made))
    try:
        ran = subprocess.run([program, *places, *options], capture_output=True, check=False, cwd=articles)
    except OSError as error:
        message = f"Pagefind could not be run: {error}"
        raise SearchError(message) from error
    told = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip()[-500:]
    if ran.returncode != 0:
        message = f"Pagefind could not index the site: {told or f'it ended with {ran.returncode}'}"
        raise SearchError(message)
    missing = [name for name in _KEPT if not (made / name).exists()]
    if missing:
        message = f"Pagefind made no `{missing[0]}`: {told or f'its version does not fit; {_HELP}'}"
        raise SearchError(message)


def _let_out(script: Path) -> None:
    """Let pages ask Pagefind which words it found; it can say so, but keeps that to a page for trying out its ranking.

    Without it a page that holds the words cannot be told from one that holds their first letter alone.
    """
    text = script.read_text(encoding="utf-8")
    if any(part not in text for part in _WITHIN) or re.search(r"export\s*\{[^}]*\benterPlaygroundMode\b", text):
        message = f"Pagefind's `{_SCRIPT}` cannot say which words it found: its version does not fit; {_HELP}"
        raise SearchError(message)
    script.write_text(text + _LET_OUT, encoding="utf-8")


def _first_words(made: Path) -> list[str]:
    """The first word of each piece of the index, sorted: words that begin alike may lie in pieces side by side.

    A piece is an array of one array of words, each of which is an array that begins with the word itself, in CBOR.
    """
    words = []
    for path in sorted((made / "index").iterdir()):
        try:
            words.append(_first_word(gzip.decompress(path.read_bytes()).removeprefix(_BEGIN)))
        except (ValueError, OSError, EOFError, LookupError) as error:
            message = f"Pagefind's `{path.name}` cannot be read: its version does not fit; {_HELP}"
            raise SearchError(message) from error
    return sorted(words)


def _first_word(piece: bytes) -> str:
    at = 0
    for kind in (4, 4, 4, 3):  # three arrays and the text
        if piece[at] >> 5 != kind:
            raise ValueError(piece[at])
        size, short = piece[at] & 31, {24: 1, 25: 2, 26: 4}
        length = size if size < 24 else int.from_bytes(piece[at + 1 : at + 1 + short[size]])
        at += 1 + short.get(size, 0)
    return piece[at : at + length].decode("utf-8")


def _names(made: Path) -> dict[str, str]:
    """What Pagefind's results call the page at each place. Only its fragments tell, each of which holds one page."""
    names = {}
    for path in sorted((made / "fragment").iterdir()):
        try:
            page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_BEGIN))
            names[_place(page["url"])] = path.stem
        except (ValueError, OSError, EOFError, KeyError, TypeError) as error:
            message = f"Pagefind's `{path.name}` cannot be read: its version does not fit; {_HELP}"
            raise SearchError(message) from error
    return names
