"""A folder is held by one at a time, and let go whatever happens."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from afterword.commands.locked import NoLocksError, lock_folder, locked
from afterword.commands.refusal import Refusal


def test_a_second_one_is_told_in_words(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Refusal, match="another run is writing"), locked(tmp_path, wait=0.05):
        pytest.fail("two hold it")


def test_a_second_one_waits(tmp_path: Path) -> None:
    order = []
    held = threading.Event()

    def first() -> None:
        with locked(tmp_path):
            held.set()
            held_on.wait(5)
            order.append("first")

    held_on = threading.Event()
    thread = threading.Thread(target=first)
    thread.start()
    assert held.wait(5)
    threading.Timer(0.1, held_on.set).start()
    with locked(tmp_path, wait=5):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_it_is_let_go_where_the_body_raises(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), locked(tmp_path):
        raise KeyboardInterrupt
    with locked(tmp_path, wait=0):
        assert list(tmp_path.iterdir()) == [], "no file is left behind"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="`gone` cannot be held"), locked(tmp_path / "gone"):
        pytest.fail("it is not there")


def test_a_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(NoLocksError):
        lock_folder(tmp_path)
    with locked(tmp_path):
        (tmp_path / "a").write_text("the body runs all the same")
    assert (tmp_path / "a").exists()
