"""`afterword impact`: what a change does to the whole."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from afterword.commands.base_tree import BaseTree, tree_place
from afterword.commands.changes import merge_base
from afterword.commands.find_project import Found, canonical, find_project, repository_root
from afterword.commands.git import Git, GitError
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.terminal import print_lines
from afterword.commands.today import today_in
from afterword.findings.visible import visible
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.settings import Settings
from afterword.read.collection import read_collection
from afterword.read.settings import SettingsError
from afterword.read.site_config import read_site_config

FORMATS = ("text", "markdown", "json")


@click.command()
@click.option("--base", required=True, metavar="REF", help="The branch, tag or commit that the change is held against.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
    help="How it is told; `markdown` is for the page of a job: `>> \"$GITHUB_STEP_SUMMARY\"`.",
)  # fmt: skip
@config_option
def impact(base: str, format_: str, config: Path | None) -> None:
    """Tell what a change does to the whole collection.

    The files as they lie here are held against the commit at which this branch left REF: new and changed reports, what
    recurs, what stands open for it, coverage, and the next digest. It is no check, and ends with 0 whatever it tells.
    """
    # Imported here, since the libraries that compare texts take a while to load.
    from afterword.engine.layout import make_facts
    from afterword.impact.forms.json_form import render_json
    from afterword.impact.forms.markdown import render_markdown
    from afterword.impact.forms.text import render_text
    from afterword.impact.make import State, make_impact
    from afterword.impact.view import Base

    found = find_project((), config, os.environ)
    project = found.project
    git = Git(repository_root(project.docs), {})
    commit = merge_base(base, git)
    with tempfile.TemporaryDirectory(prefix="afterword-impact-") as folder:
        before, settings, notes = _read_base(git, commit, Path(folder), project)
    made = make_impact(
        State(before, settings or project.settings, is_settled=settings is not None),
        State(read_collection(project), project.settings),
        Base(reference=visible(base), commit=commit),
        make_facts(project, ()),
        today_in(project.settings.zone_info, os.environ),
        (*_notes(found), *notes),
    )
    if format_ == "text":
        print_lines(render_text(made))
    else:
        click.echo(render_json(made) if format_ == "json" else render_markdown(made), nl=False)


def _read_base(
    git: Git, commit: str, folder: Path, project: Project
) -> tuple[Collection, Settings | None, tuple[str, ...]]:
    """The collection of the base, its settings where they can be read, and what is to be said of that."""
    root = canonical(folder)
    try:
        top = canonical(Path(git.word("rev-parse", "--show-toplevel")))
        docs = tree_place(project.docs, top)
        if docs is None:
            message = "the documents folder lies outside of the git repository, which knows nothing of its past"
            raise Refusal(message)
        tree = BaseTree(git, commit, root)
        place = tree_place(project.config.parent if project.config else project.docs.parent, top)
        config = tree.write_config(place or "", project.config.name if project.config else "")
        at_base, notes = _settings_of(config, root, project, docs)
        tree.write_docs(tree_place(at_base.docs, root) or "")
    except GitError as error:
        message = f"git cannot read the base: {error}"
        raise Refusal(message) from None
    own = at_base.settings if at_base.config is not None or (config is None and project.config is None) else None
    return read_collection(at_base), own, notes


def _settings_of(config: Path | None, root: Path, project: Project, docs: str) -> tuple[Project, tuple[str, ...]]:
    """The project of the base; where it has no settings that can be read, those of now stand in."""
    instead = replace(project, root=root, docs=root / docs, config=None, home=None)
    if config is None:
        notes = ("the base has no settings, so those of now hold for both sides",) if project.config else ()
        return instead, notes
    try:
        site = read_site_config(config, os.environ)
    except SettingsError:
        return instead, ("the settings of the base cannot be read, so those of now hold for both sides",)
    place = canonical(site.docs)
    if not place.is_relative_to(root):
        return instead, ("the documents folder of the base lay outside of the repository; that of now is read",)
    return replace(instead, docs=place, config=config, settings=site.settings), ()


def _notes(found: Found) -> tuple[str, ...]:
    return found.notes
