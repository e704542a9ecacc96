"""The ledger on a branch of its own in the remote repository, for hosts that forget their files after each run.

The remote takes a line only where its branch still is what this run has read: of two runs at the same time one is told
to stop before it has sent anything. Neither the work tree nor the index nor any local branch is touched.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from afterword.commands.delivery.store import Stopped, parse_bytes
from afterword.commands.git import Git, GitError
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import Ledger, Line

FILE = "digests.jsonl"
REMOTE = "origin"
_TRIES = 3
"""How often what has happened is written behind what others wrote."""
_PAUSES = (2.0, 15.0)
"""Seconds before each further push: remotes have bad moments, and what was sent has to be written down."""
_IDENTITY = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "Afterword"), ("EMAIL", "digest@afterword.invalid"))
}


class LedgerBranch:
    """The file `digests.jsonl` on a branch of the remote `origin`; the first line makes the branch.

    Attributes:
        name: the branch.
        shown: how people know it.
        pauses: seconds that are waited before each further try to push.
    """

    def __init__(self, root: Path, name: str, pauses: Sequence[float] = _PAUSES) -> None:
        self.name, self.shown, self.pauses = name, f"branch {name}, {FILE}", tuple(pauses)
        self._git = Git(root, _IDENTITY)
        self.ref = f"refs/heads/{name}"

    def read(self) -> Ledger:
        """What it says now; where there is no such remote, nothing was ever sent from here; see `LedgerStore`."""
        try:
            return parse_bytes(self.bytes_at(self.tip()), self.shown) if self._has_remote() else Ledger()
        except GitError as error:
            raise Refusal(
                f"the ledger on {self.shown} cannot be read, so nobody knows what was sent: {error}"
            ) from None

    @contextmanager
    def hold(self) -> Iterator[HeldBranch]:
        """Note what the branch is now; the remote keeps watch from then on; see `LedgerStore`."""
        try:
            if not self._has_remote():
                cure = f"add one, or set `digest.ledger` to a file such as `{FILE}`"
                raise Refusal(f"the ledger on {self.shown} needs a remote `{REMOTE}`, and there is none; {cure}")
            tip = self.tip()
            held = HeldBranch(self, self._git, tip, self.bytes_at(tip))
        except GitError as error:
            raise Refusal(f"the ledger on {self.shown} cannot be read, so nothing is sent: {error}") from None
        yield held

    def tip(self) -> str:
        """The commit that the remote's branch is at; empty where there is no such branch.

        Raises:
            GitError: where the remote cannot be asked.
        """
        listed = self._git.word("ls-remote", REMOTE, self.ref)
        found = [line.split("\t")[0] for line in listed.splitlines() if line.endswith(f"\t{self.ref}")]
        return found[0] if found else ""

    def bytes_at(self, commit: str) -> bytes:
        """The file at a commit of the remote, which is fetched without leaving a name for it; nothing without a file.

        Raises:
            GitError: where it cannot be fetched.
        """
        if not commit:
            return b""
        self._git.run("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", REMOTE, self.ref)
        if not self._git.word("ls-tree", "--full-tree", commit, "--", FILE):
            return b""
        return self._git.run("cat-file", "blob", f"{commit}:{FILE}")

    def _has_remote(self) -> bool:
        return REMOTE in self._git.word("remote").split()


class HeldBranch:
    """The branch as this run has read it."""

    def __init__(self, branch: LedgerBranch, git: Git, tip: str, data: bytes) -> None:
        self._branch, self._git, self._tip, self._data = branch, git, tip, data
        self.ledger = parse_bytes(data, branch.shown)

    def append(self, line: Line) -> None:
        """Add a commit with the line, if the remote's branch is what was read; see `Held`."""
        end = b"" if not self._data or self._data.endswith(b"\n") else b"\n"
        data = self._data + end + line.written().encode()
        try:
            commit = self._commit(data, line)
            self._push(commit)
        except GitError as error:
            cure = f"this run needs the right to push to that branch of `{REMOTE}`"
            raise Refusal(f"the ledger on {self._branch.shown} cannot be written: {error}; {cure}") from None
        self._tip, self._data = commit, data
        self.ledger = Ledger((*self.ledger.lines, line))

    def conclude(self, line: Line) -> None:
        """Add the line behind those that others wrote meanwhile, on other digests or by hand; see `Held`."""
        for left in reversed(range(_TRIES)):
            before = self.ledger.lines.count(line)
            try:
                self.append(line)
            except Stopped:
                self._read_again()
                if self.ledger.lines.count(line) > before:
                    # It had arrived, and others wrote behind it.
                    return
                if not left:
                    raise
            else:
                return

    def _read_again(self) -> None:
        try:
            tip = self._branch.tip()
            data = self._branch.bytes_at(tip)
        except GitError as error:
            raise Refusal(f"the ledger on {self._branch.shown} cannot be read again: {error}") from None
        self._tip, self._data, self.ledger = tip, data, parse_bytes(data, self._branch.shown)

    def _commit(self, data: bytes, line: Line) -> str:
        """The commit that follows, made of objects alone; other files on the branch stay."""
        blob = self._git.word("hash-object", "-w", "--stdin", given=data)
        entries = self._git.run("ls-tree", "-z", "--full-tree", self._tip).split(b"\0") if self._tip else []
        kept = [each for each in entries if each and not each.endswith(f"\t{FILE}".encode())]
        tree = self._git.word("mktree", "-z", given=b"\0".join([*kept, f"100644 blob {blob}\t{FILE}".encode(), b""]))
        parents = ["-p", self._tip] if self._tip else []
        # Two runs in the same second would else make the very same commit, and both would take it for their own.
        run = secrets.token_hex(8)
        message = f"Digest of {', '.join(line.weeks)} ({line.edition}): {line.state}\n\nRun: {run}\n"
        return self._git.word("commit-tree", tree, *parents, given=message.encode())

    def _push(self, commit: str) -> None:
        """Let the branch go on to `commit` from what was read and from nothing else."""
        ref = self._branch.ref
        for pause in (*self._branch.pauses, None):
            try:
                lease = f"--force-with-lease={ref}:{self._tip}"
                self._git.run("push", "--quiet", "--no-verify", lease, REMOTE, f"{commit}:{ref}")
            except GitError:
                # A push may have arrived although its answer did not.
                tip = self._branch.tip()
                if tip == commit:
                    return
                if tip != self._tip:
                    stopped = f"another run has written to the ledger on {self._branch.shown}, so this one stops"
                    raise Stopped(stopped) from None
                if pause is None:
                    raise
                time.sleep(pause)
            else:
                return
