"""The parts of a new repository: where each one lies, and its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from afterword import __version__
from afterword.commands.find_project import FOLDER
from afterword.commands.form import yaml_text
from afterword.commands.issue_form.questions import GATE_LABEL, INTRODUCTION, QUESTIONS, UNLINKED
from afterword.commands.scaffold.answers import Answers
from afterword.commands.scaffold.editor import write_snippets, write_tasks
from afterword.model.vocabulary import Vocabulary
from afterword.read.site_config import NAMES

CONFIG = "mkdocs.yml"
HOME = f"{FOLDER}/index.md"
IGNORED = ".gitignore"
NEEDED = "requirements.txt"
LOCK = "requirements.lock"
OVERRIDES = "overrides"
_TEMPLATES: Mapping[str, str] = {
    CONFIG: "mkdocs.yml",
    f"{OVERRIDES}/main.html": "main.html",
    HOME: "index.md",
    f"{FOLDER}/_systems.yml": "systems.yml",
    f"{FOLDER}/evidence/.gitkeep": "",
    f"{FOLDER}/evidence/.gitattributes": "gitattributes",
    ".github/workflows/check.yml": "check.yml",
    ".github/workflows/publish.yml": "publish.yml",
    ".github/workflows/digest.yml": "digest.yml",
    ".github/workflows/trackers.yml": "trackers.yml",
    ".github/workflows/draft.yml": "draft.yml",
    ".github/ISSUE_TEMPLATE/learning-report.yml": "learning-report.yml",
    ".gitlab/issue_templates/learning-report.md": "learning-report.md",
    ".github/workflows/approvals.yml": "approvals.yml",
    ".github/approvals.sh": "approvals.sh",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".gitlab/approvals.py": "approvals_gitlab.py",
    ".gitlab/keep.sh": "keep-gitlab.sh",
    ".github/CODEOWNERS": "CODEOWNERS",
    ".github/pull_request_template.md": "pull_request_template.md",
    NEEDED: "requirements.txt",
    LOCK: "requirements.lock",
    IGNORED: "gitignore",
    ".editorconfig": "editorconfig",
    "README.md": "README.md",
}
"""Every part by its name, which is its path in a repository with the usual documents folder, and its template."""
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    CONFIG: NAMES,
    HOME: (f"{FOLDER}/README.md",),
    ".github/CODEOWNERS": ("CODEOWNERS", "docs/CODEOWNERS"),
    ".github/pull_request_template.md": (".github/PULL_REQUEST_TEMPLATE.md", "pull_request_template.md"),
}
"""Files that take the place of a part where one of them is there already."""
_COPIED = frozenset(
    {"main.html", "index.md", "requirements.lock", "approvals.sh", "approvals_gitlab.py", "keep-gitlab.sh"}
)
"""Templates whose text is taken as it is: they hold expressions of other languages, or nothing that differs."""


@dataclass(frozen=True)
class Place:
    """Where the repository lies.

    Attributes:
        folder: its path below the root of a bigger git repository, with a slash at its end; empty where it is the root.
        docs: its documents folder.
        overrides: the folder of the theme's blocks.
    """

    folder: str = ""
    docs: str = FOLDER
    overrides: str = OVERRIDES

    def path_of(self, part: str) -> str:
        """Where a part lies below the repository's folder."""
        first, _, rest = part.partition("/")
        moved = {FOLDER: self.docs, OVERRIDES: self.overrides}.get(first, first)
        return f"{moved}/{rest}" if rest else part


def write_parts(answers: Answers, place: Place, vocabulary: Vocabulary) -> dict[str, bytes]:
    """The bytes of every part by its name, the same for the same arguments."""
    values = {
        "name": answers.name,
        "site_name": answers.site_name,
        "audience": answers.audience,
        "default_audience": answers.default_audience,
        "repository_audience": answers.default_audience,
        "zone": answers.zone,
        "site_url": answers.site_url,
        "repo_url": answers.repo_url,
        "edit_uri": answers.edit_uri(f"{place.folder}{FOLDER}"),
        "folder": place.folder,
        "docs": place.docs,
        "requirement": requirement(),
        "questions": QUESTIONS,
        "introduction": INTRODUCTION,
        "gate_label": GATE_LABEL,
        "unlinked": UNLINKED,
    }
    texts = {part: _text(template, values) for part, template in _TEMPLATES.items()}
    texts[".vscode/tasks.json"] = write_tasks(place.folder)
    texts[".vscode/afterword.code-snippets"] = write_snippets(vocabulary)
    return {part: text.encode() for part, text in texts.items()}


def requirement() -> str:
    """What pip is asked for: this version, or the commit of the git repository from which this one was installed."""
    try:
        origin = metadata.distribution("afterword").read_text("direct_url.json") or ""
    except metadata.PackageNotFoundError:
        origin = ""
    url = re.search(r'"url":\s*"(https://[!-~]+?)"', origin)
    commit = re.search(r'"commit_id":\s*"([0-9a-f]{40})"', origin)
    if url and commit and "@" not in url[1]:
        return f"afterword[mkdocs] @ git+{url[1]}@{commit[1]}"
    return f"afterword[mkdocs]=={__version__}"


def _text(template: str, values: Mapping[str, object]) -> str:
    if not template:
        return ""
    if template in _COPIED:
        folder = resources.files("afterword.commands.scaffold").joinpath("templates")
        return folder.joinpath(template).read_text(encoding="utf-8")
    return _environment(yaml=template.endswith(".yml")).get_template(template).render(values)


@cache
def _environment(*, yaml: bool) -> Environment:
    """Jinja with square brackets, since workflows have braces; every value in YAML is quoted as it needs."""
    return Environment(
        loader=PackageLoader("afterword.commands.scaffold", "templates"),
        # Nothing here is HTML; YAML has its own quoting, and the other files take only names that were checked.
        autoescape=False,
        undefined=StrictUndefined,
        block_start_string="[%", block_end_string="%]",
        variable_start_string="[[", variable_end_string="]]",
        comment_start_string="[#", comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_quoted if yaml else None,
    )  # fmt: skip


def _quoted(value: object) -> str:
    return yaml_text(str(value))
