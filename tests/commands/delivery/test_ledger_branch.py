"""The ledger on a branch of the remote: compare-and-set, nothing touched here, and nothing told that signs in."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.delivery.conftest import git

from afterword.commands.delivery.ledger_branch import LedgerBranch
from afterword.commands.delivery.store import Stopped
from afterword.commands.git import _said, current_commit
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import Line, State

NAME = "digest-state"


def line(state: State = "sent", week: str = "2026-W47") -> Line:
    return Line(weeks=(week,), edition="company", state=state)


def here(clone: Path, *refs: str) -> tuple[str, ...]:
    """All that a person would see change: refs, the index, the work tree, and what a fetch leaves."""
    files = [
        *sorted(path.name for path in clone.iterdir()),
        *sorted(path.name for path in (clone / ".git").glob("*HEAD*")),
    ]
    return (
        git(clone, "for-each-ref", *refs),
        git(clone, "status", "--porcelain"),
        git(clone, "ls-files", "-s"),
        *files,
    )


def remote(clone: Path) -> Path:
    return clone.parent / "remote.git"


def test_the_first_line_makes_the_branch_and_nothing_here_changes(repository: Path) -> None:
    (repository / "staged.md").write_text("staged\n")
    git(repository, "add", "staged.md")
    (repository / "docs/index.md").write_text("changed\n")
    # What a push notes of the remote, `refs/remotes`, is git's own.
    before = here(repository, "refs/heads", "refs/tags")
    ledger = LedgerBranch(repository, NAME)
    assert ledger.read().lines == ()
    with ledger.hold() as held:
        held.append(line("pending"))
        assert [each.state for each in held.ledger.lines] == ["pending"]
        held.append(line())
    assert [each.state for each in LedgerBranch(repository, NAME).read().lines] == ["pending", "sent"]
    assert here(repository, "refs/heads", "refs/tags") == before
    assert git(remote(repository), "ls-tree", "--name-only", "-r", NAME) == "digests.jsonl"
    assert git(remote(repository), "show", f"{NAME}:digests.jsonl").splitlines() == [
        line(state).written().strip() for state in ("pending", "sent")
    ]
    assert git(remote(repository), "log", "--format=%s|%an", NAME).splitlines() == [
        "Digest of 2026-W47 (company): sent|Afterword", "Digest of 2026-W47 (company): pending|Afterword",
    ]  # fmt: skip


def test_other_files_on_the_branch_stay_and_a_last_line_gets_its_end(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    (repository / "notes.md").write_text("ours\n")
    (repository / "digests.jsonl").write_text(line("refused").written().rstrip("\n"))
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "By hand")
    git(repository, "push", "-q", "origin", f"other:{NAME}")
    git(repository, "checkout", "-q", "main")
    with LedgerBranch(repository, NAME).hold() as held:
        held.append(line())
    assert git(remote(repository), "ls-tree", "--name-only", NAME).splitlines() == ["digests.jsonl", "docs", "notes.md"]
    assert [each.state for each in LedgerBranch(repository, NAME).read().lines] == ["refused", "sent"]


def test_whoever_comes_second_stops(repository: Path) -> None:
    one, two = LedgerBranch(repository, NAME), LedgerBranch(repository, NAME)
    for week in ("2026-W47", "2026-W48"):
        with one.hold() as first, two.hold() as second:
            first.append(line("pending", week))
            with pytest.raises(Stopped, match="another run has written"):
                second.append(line("pending", week))
            first.append(line("sent", week))
    assert [each.state for each in one.read().lines] == ["pending", "sent"] * 2


def test_what_has_happened_is_written_behind_what_others_wrote(repository: Path) -> None:
    """Two editions at the same time: neither may leave the other at `pending`."""
    one, two = LedgerBranch(repository, NAME), LedgerBranch(repository, NAME)
    with one.hold() as first:
        first.append(line("pending"))
        with two.hold() as second:
            brief = line("pending").model_copy(update={"edition": "company/brief"})
            second.append(brief)
            first.conclude(line())
            second.conclude(brief.model_copy(update={"state": "refused"}))
    assert [(each.edition, each.state) for each in one.read().lines] == [
        ("company", "pending"), ("company/brief", "pending"), ("company", "sent"), ("company/brief", "refused"),
    ]  # fmt: skip


def test_what_has_happened_outlives_a_branch_that_was_taken_away(repository: Path) -> None:
    ledger = LedgerBranch(repository, NAME, ())
    with ledger.hold() as held:
        held.append(line("pending"))
        git(remote(repository), "update-ref", "-d", f"refs/heads/{NAME}")
        held.conclude(line())
    assert [each.state for each in ledger.read().lines] == ["sent"]
    with ledger.hold() as held:
        held.append(line("pending", "2026-W48"))
        hook = remote(repository) / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)
        with pytest.raises(Refusal, match="cannot be written"):
            held.conclude(line("sent", "2026-W48"))


def test_reading_leaves_nothing_to_see(repository: Path) -> None:
    with LedgerBranch(repository, NAME).hold() as held:
        held.append(line())
    git(repository.parent, "clone", "-q", "--depth=1", f"file://{remote(repository)}", "shallow", "--branch", "main")
    clone = repository.parent / "shallow"
    (clone / ".git/shallow").read_bytes()
    before, shallow = here(clone), (clone / ".git/shallow").read_bytes()
    assert len(LedgerBranch(clone / "docs", NAME).read().lines) == 1
    assert here(clone) == before
    assert (clone / ".git/shallow").read_bytes() == shallow
    # From a folder below the root, too.
    with LedgerBranch(clone / "docs", NAME).hold() as held:
        held.append(line("pending", "2026-W48"))
    assert len(LedgerBranch(repository, NAME).read().lines) == 2
    assert git(remote(repository), "ls-tree", "--name-only", NAME) == "digests.jsonl"


def test_a_branch_that_cannot_be_read_stops_everything(repository: Path) -> None:
    ledger = LedgerBranch(repository, NAME)
    blob = git(repository, "hash-object", "-w", "docs/index.md")
    with ledger.hold() as held:
        held.append(line())
    git(repository, "fetch", "-q", "origin", NAME)
    git(repository, "update-index", "--add", "--cacheinfo", f"100644,{blob},digests.jsonl")
    tree = git(repository, "write-tree")
    git(
        repository,
        "push",
        "-q",
        "origin",
        f"{git(repository, 'commit-tree', tree, '-p', 'FETCH_HEAD', '-m', 'x')}:refs/heads/{NAME}",
    )
    tip = git(remote(repository), "rev-parse", NAME)
    with pytest.raises(Refusal, match="nobody knows what was sent"):
        ledger.read()
    with pytest.raises(Refusal, match="nobody knows what was sent"), ledger.hold():
        pass
    assert git(remote(repository), "rev-parse", NAME) == tip


def test_a_remote_that_takes_nothing_is_told(repository: Path) -> None:
    hook = remote(repository) / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho not for you >&2\nexit 1\n")
    hook.chmod(0o755)
    with (
        LedgerBranch(repository, NAME, ()).hold() as held,
        pytest.raises(Refusal, match=r"cannot be written.*right to push") as refused,
    ):
        held.append(line())
    assert refused.value.exit_code == 2
    assert held.ledger.lines == ()


def test_a_remote_that_has_a_bad_moment_is_asked_again(repository: Path) -> None:
    hook = remote(repository) / "hooks/pre-receive"
    hook.write_text('#!/bin/sh\ntest -e "../asked" || { touch "../asked"; exit 1; }\n')
    hook.chmod(0o755)
    with LedgerBranch(repository, NAME, (0.1,)).hold() as held:
        held.append(line())
    assert (repository.parent / "asked").exists()
    assert [each.state for each in LedgerBranch(repository, NAME).read().lines] == ["sent"]


def test_a_remote_that_is_gone_is_told_without_what_signs_in(repository: Path) -> None:
    git(repository, "remote", "set-url", "origin", "https://user:tok3n@127.0.0.1:1/a.git")
    assert "tok" not in _said(b"fatal: unable to access 'https://user:tok3n@tok4n@127.0.0.1:1/a.git/': no")
    ledger = LedgerBranch(repository, NAME)
    for attempt in (ledger.read, ledger.hold().__enter__):
        with pytest.raises(Refusal, match="cannot be read") as refused:
            attempt()
        assert "tok3n" not in refused.value.message
        assert "\n" not in refused.value.message


def test_without_a_remote_nothing_was_sent_and_nothing_is(repository: Path) -> None:
    git(repository, "remote", "remove", "origin")
    ledger = LedgerBranch(repository, NAME)
    assert ledger.read().lines == ()
    with pytest.raises(Refusal, match="needs a remote"), ledger.hold():
        pass


def test_outside_of_git_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not a git repository"):
        LedgerBranch(tmp_path, NAME).read()


def test_the_commit_that_is_checked_out(repository: Path, tmp_path: Path) -> None:
    assert current_commit(repository / "docs") == git(repository, "rev-parse", "HEAD")
    assert current_commit(tmp_path) == ""
    git(tmp_path, "init", "-q", "new")
    assert current_commit(tmp_path / "new") == ""


def test_nobody_has_to_be_known_to_git_and_no_hook_of_theirs_runs(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    hook = repository / ".git/hooks/pre-push"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with LedgerBranch(repository, NAME).hold() as held:
        held.append(line())
    assert len(held.ledger.lines) == 1
