"""A site is not built with a secret in it, its log says where the secret stands, and repeats nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.sensitive_quality import read_lines

from tests.engines.site import NEAR_MISS, run, write_site

KINDS = ("openai-key", "database-address", "own-pattern", "email")
SETTINGS = """\
audience: public
default_audience: public
organisation:
  secrets:
    - {pattern: 'BRW-[0-9]{6}-[A-Z]{4}', name: customer number, reason: It leads to a customer.}
"""


@pytest.mark.engine
def test_a_build_stops_at_a_secret_and_its_log_repeats_none(tmp_path: Path) -> None:
    lines = [next(line for line in read_lines("before") if line.kind == kind) for kind in KINDS]
    text = NEAR_MISS.format(title="A near miss with a secret") + "\n```text\n{}\n```\n".format(
        "\n".join(line.text for line in lines)
    )
    folder = write_site(tmp_path, SETTINGS, {"2026-05-05-secret.md": text})
    evidence = folder / "postmortems/evidence/2026-05-05-secret/log.txt"
    evidence.parent.mkdir(parents=True)
    evidence.write_text("\n".join(line.text for line in lines))
    ran = run("mkdocs", "build", cwd=folder, check=False, SOURCE_DATE_EPOCH="1796083200")
    output = ran.stdout + ran.stderr
    assert ran.returncode == 1
    assert "Traceback" not in output
    assert "AW520 error an OpenAI key (`sk-…`" in output
    assert "postmortems/evidence/2026-05-05-secret/log.txt:1:16 AW521 error" in output
    assert "AW522" in output
    secrets = [line.secret for line in lines if line.kind != "database-address"]
    assert not any(secret[at : at + 8] in output for secret in secrets for at in range(len(secret) - 7))
    assert "Fake7quartz" not in output
    assert not (folder / "site").exists()


@pytest.mark.engine
def test_a_pattern_that_re2_does_not_take_is_one_sentence(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SETTINGS.replace("BRW-[0-9]{6}", "(?<=A)BRW"))
    ran = run("mkdocs", "build", cwd=folder, check=False)
    output = ran.stdout + ran.stderr
    assert ran.returncode == 1
    assert "Traceback" not in output
    assert "RE2 knows no lookaround" in output
