"""The files that people and commands write: where each lies, what it holds, and who writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One file, or all files of one kind.

    Attributes:
        path: below the repository, the documents folder, or where the group says. `<…>` is one part that differs, and
            `<…/…>` any number of them.
        about: what it holds, in one sentence.
        by: the command that writes it, such as `trackers pull`; empty for people.
    """

    path: str
    about: str
    by: str = ""


REPOSITORY = (
    Place("mkdocs.yml", "The site's configuration, with all settings; or `properdocs.yml`.", "init"),
    Place("overrides/main.html", "The organisation's own blocks, and a banner for builds without the plugin.", "init"),
    Place("requirements.txt", "The version of Afterword, pinned, for the workflows as for everybody.", "init"),
    Place("requirements.lock", "All that it rests on, each file by its digest.", "init"),
    Place(".github/<file/…>", "Workflows and templates for GitHub, and who reviews what.", "init"),
    Place(".gitlab-ci.yml", "The same jobs for GitLab.", "init"),
    Place(".gitlab/<file/…>", "The questions to people without git, for issues on GitLab.", "init"),
    Place(".vscode/<file>", "A task that checks while writing, and snippets from the vocabulary.", "init"),
    Place(".editorconfig", "Line ends and indents, for editors.", "init"),
    Place(".gitignore", "What git leaves out, the built site among it.", "init"),
    Place("README.md", "What this repository is, for whoever opens it.", "init"),
    Place("site/<file/…>", "The built site, which is never committed.", "mkdocs build"),
)  # fmt: skip
"""Below the repository's folder."""

DOCUMENTS = (
    Place("index.md", "The home page; comments in it mark where computed parts go.", "init"),
    Place("guide/<file/…>", "The organisation's own chapters; one at the path of ours takes its place."),
    Place("assets/<file/…>", "Pictures and other files that pages by hand show."),
    Place("reports/<year>/<id>.md", "A report; `import` takes older ones over.", "new"),
    Place("evidence/<id>/<file/…>", "A file that a report names as evidence.", "evidence add"),
    Place("evidence/.gitattributes", "Keeps git from changing the bytes of evidence.", "init"),
    Place("evidence/.gitkeep", "Keeps the folder while it is empty.", "init"),
    Place("_systems.yml", "The systems: name, type, owner, provider, and what they are guarded against.", "init"),
    Place("_labels.csv", "Factors of imported reports that a person accepted.", "labels apply"),
    Place("_vocabulary/contributing-factors.yml", "The organisation's own factors; their ids begin with `x-`."),
    Place("_vocabulary/remediation-kinds.yml", "Its own kinds of remediation."),
    Place("_vocabulary/glossary.yml", "Its own terms."),
    Place("_state/trackers.json", "How far each work item is; no names, no titles.", "trackers pull"),
    Place("_state/evals.json", "What came of running eval cases.", "evals record"),
    Place("_state/approvals.json", "Approvals by reviews on the forge, as roles.", "approvals record"),
    Place("_state/import-audit.json", "Which imported reports a person has read and cleared.", "import"),
    Place("_state/digests.jsonl", "The ledger: which digest went out, a line for each step.", "digest"),
    Place("_state/init.json", "What `init` was told and wrote, so that it knows what was edited since.", "init"),
)  # fmt: skip
"""Below the documents folder, `postmortems`. The settings can move `_systems.yml`, `_vocabulary`, `_state`."""

OUTSIDE = (
    Place("<captures>/<time>/manifest.json", "What was saved, with digests.", "declare"),
    Place("<captures>/<time>/CHECKLIST.md", "What else to save for this type of system.", "declare"),
    Place("<captures>/<time>/files/<file>", "A file that was saved.", "declare"),
    Place("digest.eml", "The digest as a message, in the folder of `--out`.", "digest"),
    Place("digest.html", "The digest as HTML, in the same folder.", "digest"),
    Place("digest.txt", "The digest as plain text, in the same folder.", "digest"),
    Place("digest.json", "The digest as data, in the same folder.", "digest"),
    Place("<name>.yml", "The mapping of an older archive: what its fields are called here.", "import"),
    Place("<name>.csv", "Suggested factors, to be judged in a spreadsheet.", "suggest-factors"),
    Place("<export>/docs/<file/…>", "The pages of an export, in the folder that was named.", "export"),
    Place("<export>/overrides/<file/…>", "Its blocks of the theme.", "export"),
    Place("<export>/mkdocs.yml", "Its settings, for any of three engines.", "export"),
    Place("<export>/index.json", "What it holds: every page and file.", "export"),
    Place("<export>/README.md", "How it is built, and for whom it was made.", "export"),
    Place("<export>/afterword-export.sha256", "The digest of every file, which tells a change by hand.", "export"),
    Place("<tests>/afterword-cases.json", "The list of exported eval cases, which the gate reads.", "evals export"),
    Place("<tests>/<file/…>", "The tests for the chosen tool; `README.md` says how they are run.", "evals export"),
    Place("<name>.json", "The verdicts of a gate, for `evals record`.", "evals gate"),
    Place("afterword-results/<file/…>", "What the tool said of a run, where the gate looks for it."),
    Place("afterword-baseline.json", "What the cases said when the system was last accepted.", "evals gate"),
)  # fmt: skip
"""Elsewhere: private captures, and what is written where a command is told to."""

PLACES: tuple[Place, ...] = (*REPOSITORY, *DOCUMENTS, *OUTSIDE)
