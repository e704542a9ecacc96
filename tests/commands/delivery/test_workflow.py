"""The workflow of the digest, ours and the one that `init` writes: sound, dry by default, and the token in no file."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from tests.conftest import ROOT

from afterword.commands.main import cli
from afterword.read.site_config import read_site_config

OWN = ROOT / ".github/workflows/digest.yml"


@pytest.fixture(params=["own", "written"])
def workflow(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "own":
        return OWN
    folder = tmp_path / "learning"
    ran = CliRunner().invoke(cli, ["init", str(folder), "--site-url", "https://learning.example.org/"])
    assert ran.exit_code == 0, ran.output
    return folder / ".github/workflows/digest.yml"


def read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(), Loader=yaml.BaseLoader)


def script_of(path: Path, job: str) -> str:
    return read(path)["jobs"][job]["steps"][-2 if job == "make" else -1]["run"]


def test_it_is_sound(workflow: Path) -> None:
    tools = Path(sys.executable).parent
    for command in (
        [tools / "zizmor", "--offline", "--persona", "pedantic", "--no-progress", workflow],
        [tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow],
        [tools / "check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout", workflow],
    ):
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_nothing_is_sent_unless_that_is_asked_for(workflow: Path) -> None:
    found = read(workflow)
    assert found["on"]["workflow_dispatch"]["inputs"]["send"]["default"] == "false"
    assert found["permissions"] == {}
    assert found["concurrency"] == {"group": "digest", "cancel-in-progress": "false"}
    assert [each["cron"] for each in found["on"]["schedule"]] == ["17 7 * * 1", "43 9 * * *"]
    make, send = found["jobs"]["make"], found["jobs"]["send"]
    assert make["permissions"] == {"contents": "read"}
    assert "environment" not in make
    assert "secrets." not in str(make)
    assert "--send" not in str(make)
    assert " ".join(send["if"].split()) == (
        "github.ref == 'refs/heads/main' && (inputs.send || "
        "(github.event_name == 'schedule' && vars.AFTERWORD_DIGEST_SEND == 'true'))"
    )
    assert (send["environment"], send["permissions"]) == ("newsletter", {"contents": "write"})
    resend = 'if [ "$RESEND" = true ]; then which+=(--resend-ambiguous); fi'
    assert [*script_of(workflow, "make").rstrip().splitlines()[:-1], resend] == (
        script_of(workflow, "send").rstrip().splitlines()[:-1]
    )
    assert script_of(workflow, "send").rstrip().endswith('"${which[@]}" --out digest-out --send')
    assert found["on"]["workflow_dispatch"]["inputs"]["resend"]["default"] == "false"


def test_the_step_that_sends_gets_every_variable_of_the_guide(workflow: Path) -> None:
    """All but the file of certificates, which no secret can be."""
    guide = (ROOT / "plugins/afterword/pages/guide_texts/sending-the-digest.md").read_text()
    named = set(re.findall(r"`((?:SMTP|DIGEST)_[A-Z_]+)`", guide)) - {"SMTP_CA_FILE"}
    given = read(workflow)["jobs"]["send"]["steps"][-1]["env"]
    assert {name: given.get(name) for name in named} == {name: f"${{{{ secrets.{name} }}}}" for name in named}


@pytest.mark.parametrize("week", ["", "2026-W47", '2026-W47"; touch owned; "$(touch owned)'])
@pytest.mark.parametrize(
    ("job", "resend", "more"),
    [("make", "", []), ("send", "", ["--send"]), ("send", "false", ["--send"]), ("send", "true", ["--resend-ambiguous", "--send"])],
)  # fmt: skip
def test_the_step_asks_for_a_week_and_signs_in_to_git_alone(
    workflow: Path, tmp_path: Path, job: str, week: str, resend: str, more: list[str]
) -> None:
    tool = tmp_path / "bin/afterword"
    tool.parent.mkdir()
    tool.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$@" > asked\ngit config --get-urlmatch http.extraheader https://github.com/a/b > header\n'
        'printf "%s" "$TOKEN" > token\n'
    )
    tool.chmod(0o755)
    environ = {
        "PATH": f"{tool.parent}:/usr/bin:/bin",
        "WEEK": week,
        "RESEND": resend,
        "TOKEN": "tok3n",
        "GITHUB_SERVER_URL": "https://github.com",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script_of(workflow, job)]
    ran = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    weeks = ["--week", week] if week else ["--since-last"]
    assert (tmp_path / "asked").read_text().splitlines() == [
        "digest",
        *weeks,
        *more[:-1],
        "--out",
        "digest-out",
        *more[-1:],
    ]
    signed = base64.b64encode(b"x-access-token:tok3n").decode()
    assert (tmp_path / "header").read_text() == f"AUTHORIZATION: basic {signed}\n"
    assert ran.stdout == f"::add-mask::{signed}\n"
    assert (tmp_path / "token").read_text() == ""
    assert not (tmp_path / "owned").exists()


def test_what_was_sent_is_kept_on_a_branch_by_both(tmp_path: Path) -> None:
    environ = read(OWN)["env"]
    assert read_site_config(ROOT / "mkdocs.yml", environ).settings.digest.ledger == "branch:digest-state"
    assert read_site_config(ROOT / "mkdocs.yml", {}).settings.digest.ledger == "digests.jsonl"
    CliRunner().invoke(cli, ["init", str(tmp_path / "learning")])
    assert read_site_config(tmp_path / "learning/mkdocs.yml", {}).settings.digest.ledger == "branch:digest-state"


def test_a_site_without_an_address_has_no_schedule(tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["init", str(tmp_path / "learning")])
    path = tmp_path / "learning/.github/workflows/digest.yml"
    assert list(read(path)["on"]) == ["workflow_dispatch"]
    assert "--site-url" in path.read_text()
