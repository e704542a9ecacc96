import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from click.testing import CliRunner

from afterword.commands.main import cli

SOUND = "---\nschema: 1\ntitle: Assistant gave two answers\nsystem:\n  name: shop\n---\n"
WRONG = SOUND.replace("schema: 1", "schema: 1\nkind: incidnt")
PATIENCE = 30


class Watch:
    """A running `check --watch`, read one whole report at a time."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "afterword.commands.main", "check", "--watch", "--select", "AW1", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=dict(os.environ),
            # A test run in the background is started with interrupts ignored, which a child would inherit.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def report(self) -> list[str]:
        """The lines of the next report, from `checking…` to the counts."""
        lines = [self.lines.get(timeout=PATIENCE)]
        assert lines == ["checking…"]
        while not lines[-1].endswith((" warnings", " warning", "waiting for a change")):
            lines.append(self.lines.get(timeout=PATIENCE))
        return lines

    def report_with(self, words: str) -> list[str]:
        """The next report that holds `words`: one save can be seen as two changes."""
        for _ in range(10):
            lines = self.report()
            if any(words in line for line in lines):
                return lines
        raise AssertionError(words)


@contextmanager
def watching(*arguments: str) -> Iterator[Watch]:
    watch = Watch(*arguments)
    try:
        yield watch
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(PATIENCE) == 0
    finally:
        watch.process.kill()
        watch.process.wait()
        watch.reader.join(PATIENCE)
        assert watch.process.stdout is not None
        watch.process.stdout.close()


def test_a_change_is_checked_at_once(repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", SOUND)
    with watching() as watch:
        assert watch.report() == ["checking…", "1 report, 0 errors, 0 warnings"]
        path.write_text(WRONG)
        assert watch.report_with("AW113")[-1] == "1 report, 1 error, 0 warnings"
        path.unlink()
        assert watch.report_with("0 reports")[-1] == "0 reports, 0 errors, 0 warnings"


def test_broken_files_and_settings_are_told_and_survived(repository: Any) -> None:
    path = repository.write("2026-05-18-two-answers", SOUND)
    config = repository.root / "mkdocs.yml"
    good = config.read_text()
    with watching() as watch:
        watch.report()
        path.write_bytes(b"---\ntitle: [\n---\n\xff")
        assert watch.report_with("1 error")
        path.write_text(SOUND)
        assert watch.report_with("0 errors")
        config.write_text(good.replace("zone: Europe/Berlin", "zone: Nowhere"))
        assert "IANA" in "".join(watch.report_with("waiting for a change"))
        config.write_text(good)
        assert watch.report_with("1 report, 0 errors")


def test_a_documents_folder_may_come_later(repository: Any) -> None:
    (repository.root / "postmortems").rmdir()
    with watching() as watch:
        assert "note: the documents folder `postmortems` is not there" in watch.report()
        (repository.root / "postmortems").mkdir()
        watch.report_with("0 reports")
        repository.write("2026-05-18-two-answers", WRONG)
        assert watch.report_with("AW113")


def test_a_named_file_outside_of_the_documents_is_watched(repository: Any) -> None:
    lone = repository.root / "2026-05-18-lone.md"
    lone.write_text(SOUND)
    with watching(lone.name) as watch:
        assert watch.report()[-1] == "1 report, 0 errors, 0 warnings"
        lone.write_text(WRONG)
        assert watch.report_with("AW113")


@pytest.mark.parametrize("option", [["--fix"], ["--format", "json"], ["--format", "github"]])
def test_what_does_not_go_with_it_is_refused(repository: Any, option: list[str]) -> None:
    result = CliRunner().invoke(cli, ["check", "--watch", *option])
    assert result.exit_code == 2
    assert "--watch" in result.stderr
