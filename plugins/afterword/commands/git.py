"""Asking git, in one repository: no prompt, no wait without end, and no address with a password in what is told."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from afterword.audit.hiding import hide_secrets
from afterword.findings.visible import visible

_LONGEST = 200
_PATIENCE = 120
"""Seconds that one call may take, the network included."""


class GitError(Exception):
    """A call of git that did not succeed; its text is one line that may be printed."""


@dataclass(frozen=True)
class Git:
    """One repository.

    Attributes:
        root: a folder of its work tree, which is never changed.
        identity: who commits, as environment variables; empty for whoever git knows.
    """

    root: Path
    identity: Mapping[str, str]

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git prints.

        Raises:
            GitError: where it ends with an error, takes too long, or is not there.
        """
        # What git says to people is read here in one place, so it is asked in one language.
        environ = {**os.environ, **self.identity, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            ran = subprocess.run(
                ["git", *arguments], cwd=self.root, env=environ, input=given, capture_output=True, timeout=_PATIENCE,
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            message = f"git took longer than {_PATIENCE} seconds"
            raise GitError(message) from None
        except OSError as error:
            message = f"git cannot be started: {(error.strerror or 'unknown error').lower()}"
            raise GitError(message) from None
        if ran.returncode:
            raise GitError(_said(ran.stderr))
        return ran.stdout

    def word(self, *arguments: str, given: bytes = b"") -> str:
        """The same as one word, such as the name of an object."""
        return self.run(*arguments, given=given).decode("utf-8", "replace").strip()


def current_commit(root: Path) -> str:
    """The commit that is checked out at `root`; empty outside of git or before the first commit."""
    try:
        return Git(root, {}).word("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except GitError:
        return ""


def _said(stderr: bytes) -> str:
    """The last line that says what is wrong, without what signs in."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    telling = (
        [line for line in lines if re.match(r"(?:fatal|error|remote: error|!)", line)] or lines or ["no reason given"]
    )
    clean = re.sub(r"(?<=://)[^/\s]*@", "", hide_secrets(telling[0]))
    return visible(clean)[:_LONGEST]
