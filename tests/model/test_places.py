"""The reference of files and variables names everything that the code reads and writes, and nothing else."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.engines.addresses import unmatched

from afterword.commands.export_folder import LIST
from afterword.commands.scaffold.answers import Answers
from afterword.commands.scaffold.parts import Place as RepositoryPlace
from afterword.commands.scaffold.parts import write_parts
from afterword.model.places import DOCUMENTS, PLACES, REPOSITORY
from afterword.model.settings import Settings
from afterword.model.variables import VARIABLES
from afterword.read.vocabulary import shipped_vocabulary

PACKAGE = Path("plugins/afterword")
SENTENCE = re.compile(r"[A-Z`].*\.")
NAMED = {each.name for _, listed in VARIABLES for each in listed}
IN_DOCS = [f"postmortems/{each.path}" for each in DOCUMENTS]
DATA_FILE = re.compile(r"_?[a-z][a-z-]*\.(?:json|jsonl|csv|eml|sha256)")
NO_FILES_OF_OURS = {
    # A package's own record, what a tool's log holds, parts of exported tests, files of a site, and an example.
    "direct_url.json", "header.json", "cases.jsonl", "selfcheck.jsonl", "feed.json", "pagefind-entry.json",
}  # fmt: skip
HANDED_ON = {"GIT_TERMINAL_PROMPT", "LC_ALL"}
"""Set for git, and not read."""


def _constants(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_everything_is_told_in_a_sentence_once() -> None:
    about = [each.about for each in PLACES] + [each.about for _, listed in VARIABLES for each in listed]
    assert [each for each in about if not SENTENCE.fullmatch(each)] == []
    assert len({each.path for each in PLACES if not each.path.startswith("<name>")}) == len(PLACES) - 3
    assert len(NAMED) == sum(len(listed) for _, listed in VARIABLES)


def test_every_file_that_init_writes_is_described() -> None:
    answers = Answers.model_validate({"name": "Example Shop"})
    parts = write_parts(answers, RepositoryPlace(), shipped_vocabulary())
    assert len(parts) > 15
    assert unmatched(parts, [*(each.path for each in REPOSITORY), *IN_DOCS]) == []
    described = [each.path for each in REPOSITORY if each.by == "init"]
    described += [path for each, path in zip(DOCUMENTS, IN_DOCS, strict=True) if each.by == "init"]
    assert [path for path in described if "<" not in path and path not in parts] == ["postmortems/_state/init.json"]


def test_every_file_of_the_example_is_described(root: Path) -> None:
    ran = subprocess.run(["git", "ls-files", "postmortems"], cwd=root, capture_output=True, text=True, check=True)
    assert unmatched(ran.stdout.splitlines(), IN_DOCS) == []


def test_every_data_file_that_the_code_names_is_described(root: Path) -> None:
    told = " ".join(each.path for each in PLACES)
    shipped = {path.name for path in (root / PACKAGE / "model/data").iterdir()} | NO_FILES_OF_OURS
    found = {
        name
        for folder in ("read", "commands", "engine", "digest", "evals", "model")
        for path in (root / PACKAGE / folder).rglob("*.py")
        if "shipped" not in path.parts and path.name != "addresses.py"
        for name in _constants(path)
        if DATA_FILE.fullmatch(name) and name not in shipped
    }
    assert {"evals.json", "approvals.json", "digest.eml", "manifest.json", LIST} <= found
    assert sorted(name for name in found if name not in told) == []


def test_the_places_that_settings_move_stand_where_they_are_by_default() -> None:
    settings = Settings()
    paths = {each.path for each in DOCUMENTS}
    assert {settings.systems, f"{settings.state}/{settings.digest.ledger}"} <= paths
    assert set(settings.vocabulary.model_dump().values()) <= paths


def test_every_variable_that_is_read_is_described_and_no_other(root: Path) -> None:
    read = {
        name
        for folder in ("commands", "engine", "trackers")
        for path in [*(root / PACKAGE / folder).rglob("*.py"), root / PACKAGE / "clock.py"]
        if path.parent.name != "templates"
        for name in _read_from_the_environment(path)
    }
    texts = [path.read_text(encoding="utf-8") for path in (root / PACKAGE / "commands/scaffold/templates").iterdir()]
    texts += [path.read_text(encoding="utf-8") for path in (root / PACKAGE / "evals/export/shipped").rglob("*.py")]
    set_for_us = {name for text in texts for name in re.findall(r"\b(?:AFTERWORD|TRACKER)_[A-Z_]+\b", text)}
    assert read | set_for_us == NAMED


def _read_from_the_environment(path: Path) -> Iterator[str]:
    """Texts that look like names of variables, in files that know of an environment."""
    if "environ" in path.read_text(encoding="utf-8"):
        named = re.compile(r"(?!O_)[A-Z]+(?:_[A-Z]+)+|CI|HOME|TERM")
        yield from (each for each in _constants(path) if named.fullmatch(each) and each not in HANDED_ON)
