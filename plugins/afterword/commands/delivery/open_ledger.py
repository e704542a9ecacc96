"""Which ledger the settings name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from afterword.commands.delivery.ledger_branch import LedgerBranch
from afterword.commands.delivery.ledger_file import LedgerFile
from afterword.commands.delivery.store import LedgerStore
from afterword.commands.refusal import Refusal
from afterword.model.project import Project

_BRANCH = "branch:"


def open_ledger(project: Project, environ: Mapping[str, str], *, send: bool) -> LedgerStore:
    """The ledger of a repository; nothing is read or made yet.

    Args:
        project: the repository with its settings.
        environ: what tells of a host that forgets its files.
        send: whether it is to be written to.

    Raises:
        Refusal: where it lies outside of the state folder, or on a machine that is thrown away after the run, or is not
            there on a machine of CI, where a run before may have made it.
    """
    named = project.settings.digest.ledger
    if named.startswith(_BRANCH):
        return LedgerBranch(project.root, named.removeprefix(_BRANCH))
    # A run that finds no ledger takes nothing for sent: each day's run on such a machine would send again.
    if send and environ.get("RUNNER_ENVIRONMENT") == "github-hosted":
        message = f"the ledger `{named}` would be gone with this runner; set `digest.ledger` to `branch:digest-state`"
        raise Refusal(message)
    path = _inside(project.docs / project.settings.state, named)
    # Runners of one's own clean their work trees as well, unless they are told not to.
    if send and _is_ci(environ) and not path.exists():
        message = (
            f"the ledger `{project.shown(path)}` is not there, and on a machine of CI that may mean that it was thrown "
            "away, so nothing is sent; let the machine keep it and make it once as an empty file, or set "
            "`digest.ledger` to `branch:digest-state`"
        )
        raise Refusal(message)
    return LedgerFile(path, project.shown(path))


def _is_ci(environ: Mapping[str, str]) -> bool:
    return environ.get("CI", "").strip().lower() not in {"", "0", "false", "no"}


def _inside(folder: Path, named: str) -> Path:
    path = folder / named
    if not path.resolve().is_relative_to(folder.resolve()) or path.resolve() == folder.resolve():
        message = (
            f"`digest.ledger` is `{named}`, which leads out of the state folder; write a name such as `digests.jsonl`"
        )
        raise Refusal(message)
    return path
