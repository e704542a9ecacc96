"""Every text of this project that people read, by the file that holds it: what the linter has to pass itself.

Left out are word lists (`audit/data`, `link/similar/*.txt`, the lexicon), regular expressions, what developers tell one
another about the code, and the reports below `tests/cases`, which are there to be found.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

PACKAGE = Path("plugins/afterword")
TEMPLATES = PACKAGE / "commands/scaffold/templates"
LISTS = ("rules/wording/lexicon/",)
QUOTED = ("analogue", "maps_to")
"""Keys whose texts are the words of outside lists."""
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^>]*>|<!--.*?-->", re.DOTALL)
_PATTERN = re.compile(r"\(\?|\\[bswd]|\[\^|\|.*\|.*\|")
_WORD = re.compile(r"[A-Za-z]{2,}")


def own_prose(root: Path) -> Iterator[tuple[str, str, str]]:
    """Kind, path and text, each text a page of Markdown."""
    for kind, texts in (
        ("page", _pages(root)),
        ("comment", _comments(root)),
        ("data", _data(root)),
        ("template", _templates(root)),
        ("code", _code(root)),
    ):
        for path, text in texts:
            yield kind, path.relative_to(root).as_posix(), text


def _pages(root: Path) -> Iterator[tuple[Path, str]]:
    """Markdown files at the root, beside the reports, in the guide, in exports, and what `init` writes."""
    folders = (root.glob("*.md"), (root / ".github").rglob("*.md"), (root / "postmortems").rglob("*.md"))
    exported = (root / PACKAGE / "evals/export/shipped").rglob("*.md")
    own = ((root / PACKAGE / "pages/guide_texts").glob("*.md"), (root / TEMPLATES).glob("*.md"), exported)
    for path in sorted(each for found in (*folders, *own) for each in found):
        if not path.is_relative_to(root / "postmortems/reports"):
            yield path, path.read_text(encoding="utf-8")


def _comments(root: Path) -> Iterator[tuple[Path, str]]:
    """The comments in settings and workflows: the repository's, and those that `init` writes."""
    found = [root / "mkdocs.yml", root / "Makefile", *(root / ".github").rglob("*.yml"), *(root / TEMPLATES).iterdir()]
    for path in sorted(each for each in found if each.suffix != ".md" and each.is_file()):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield path, "\n".join(line.partition("# ")[2] for line in lines)


def _data(root: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted((root / PACKAGE / "model/data").glob("*.yml")):
        yield path, _paragraphs(_texts(yaml.safe_load(path.read_text(encoding="utf-8"))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from () if key in QUOTED else _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _templates(root: Path) -> Iterator[tuple[Path, str]]:
    """What the templates of pages and the theme say around their expressions."""
    pages, theme = root / PACKAGE / "pages/templates", root / PACKAGE / "theme"
    for path in sorted([*pages.glob("*.jinja"), *theme.rglob("*.html"), *(root / "overrides").glob("*.html")]):
        text = path.read_text(encoding="utf-8")
        # An expression stands for a name or a figure; what surrounds it is read as it is.
        yield path, _TAG.sub(" ", _EXPRESSION.sub(lambda each: "`x`" if each[0].startswith("{{") else "", text))


def _code(root: Path) -> Iterator[tuple[Path, str]]:
    """Manuals of rules, help texts, messages and descriptions."""
    for path in sorted((root / PACKAGE).rglob("*.py")):
        name = path.relative_to(root / PACKAGE).as_posix()
        if not name.startswith(LISTS):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = _strings(tree, manual=path.name.startswith("aw"), help_texts=name.startswith("commands/"))
            # A list of words has no mark of punctuation; a message has one, or a name between backticks.
            told = (text for text in texts if not name.startswith("rules/wording/") or re.search(r"[.,;:?`]", text))
            yield path, _paragraphs(told)


def _strings(tree: ast.Module, *, manual: bool, help_texts: bool) -> Iterator[str]:
    read = {id(tree.body[0])} if manual and tree.body else set()
    if help_texts:
        read |= {id(node.body[0]) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and id(node) not in read:
            # A text that stands by itself is a docstring, for those who read the code.
            inside.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside.update(id(part) for part in ast.walk(node))
            yield "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def _paragraphs(texts: Iterator[str]) -> str:
    return "\n\n".join(text for text in texts if len(_WORD.findall(text)) > 3 and not _PATTERN.search(text))
