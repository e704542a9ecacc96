"""Which files a change touches, by git: everything between a commit and the files as they lie here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from afterword.commands.find_project import repository_root
from afterword.commands.git import Git, GitError
from afterword.commands.refusal import Refusal
from afterword.findings.visible import visible


def changed_files(reference: str, start: Path) -> frozenset[Path]:
    """Absolute paths of files that differ from where this branch left `reference`, deleted and new ones included.

    Args:
        reference: a branch, a tag or a commit.
        start: a folder of the work tree.

    Raises:
        Refusal: where it cannot be told.
    """
    root = repository_root(start)
    git = Git(root, {})
    base = merge_base(reference, git)
    try:
        differing = git.run("diff", "--name-only", "--no-renames", "-z", base, "--")
        untracked = git.run("ls-files", "--others", "--exclude-standard", "-z")
        top = Path(git.word("rev-parse", "--show-toplevel"))
    except GitError as error:
        message = f"git cannot tell what changed: {error}"
        raise Refusal(message) from None
    names = [name for name in differing.split(b"\0") if name]
    others = [name for name in untracked.split(b"\0") if name]
    return frozenset([top / _text(name) for name in names] + [root / _text(name) for name in others])


def refuse_empty(reference: str) -> None:
    """Refuse what names nothing: an empty variable of a job is not to pass for a choice.

    Raises:
        click.UsageError: where `reference` is empty.
    """
    if not reference.strip():
        message = "no branch, tag or commit is named: what was given is empty"
        raise click.UsageError(message)


def files_of_commit(commit: str, start: Path) -> frozenset[Path]:
    """Absolute paths of files that one commit changed; of a merge, what came in by it.

    Raises:
        Refusal: where it cannot be told; a commit whose parents were not fetched would seem to bring every file.
    """
    refuse_empty(commit)
    git = Git(repository_root(start), {})
    try:
        found = git.word("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    except GitError:
        raise Refusal(_unknown(commit, git)) from None
    try:
        if git.word("rev-parse", "--is-shallow-repository") == "true":
            message = "git knows a part of the history alone; fetch the whole (`fetch-depth: 0` in actions/checkout)"
            raise Refusal(message)
        brought = git.run("log", "-1", "--format=", "--name-only", "--no-renames", "--first-parent", "-m", "-z", found)
        top = Path(git.word("rev-parse", "--show-toplevel"))
    except GitError as error:
        message = f"git cannot tell what `{visible(commit)}` changed: {error}"
        raise Refusal(message) from None
    return frozenset(top / _text(name) for name in brought.split(b"\0") if name)


def merge_base(reference: str, git: Git) -> str:
    """The commit at which this branch left `reference`.

    Raises:
        Refusal: where it cannot be told.
    """
    refuse_empty(reference)
    try:
        # Options cannot be smuggled in by the name of a branch.
        commit = git.word("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    except GitError:
        raise Refusal(_unknown(reference, git)) from None
    try:
        return git.word("merge-base", commit, "HEAD")
    except GitError:
        message = (
            f"`{visible(reference)}` and this branch have no commit in common here; fetch the whole history "
            "(`fetch-depth: 0` in actions/checkout)"
        )
        raise Refusal(message) from None


def changed_in_forge(environment: Mapping[str, str], start: Path) -> frozenset[Path]:
    """The files of the pull request that this job is about; empty where it is about none, or git has too little."""
    branch = environment.get("GITHUB_BASE_REF") or environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
    if not branch:
        return frozenset()
    try:
        return changed_files(f"origin/{branch}", start)
    except Refusal:
        return frozenset()


def _unknown(reference: str, git: Git) -> str:
    told = f"git knows no commit `{visible(reference)}` here"
    try:
        shallow = git.word("rev-parse", "--is-shallow-repository") == "true"
    except GitError:
        return f"{told}: this is no git repository"
    return f"{told}; fetch the whole history (`fetch-depth: 0` in actions/checkout)" if shallow else told


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
