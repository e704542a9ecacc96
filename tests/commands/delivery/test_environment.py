"""What the environment says of sending: told by name where it is missing or odd, and never by value."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.commands.delivery.environment import Smtp, is_loopback, read_post, read_sender, read_smtp
from afterword.commands.delivery.open_ledger import open_ledger
from afterword.commands.refusal import Refusal
from afterword.model.project import Project
from afterword.model.settings import DigestSettings, Settings

GOOD = {
    "SMTP_HOST": "smtp.example.org",
    "SMTP_USERNAME": "digest",
    "SMTP_PASSWORD": "s3cret",
    "SMTP_RECIPIENTS": "a@example.org",
}


def message_of(environ: dict[str, str], settings: DigestSettings | None = None) -> str:
    with pytest.raises(Refusal) as refused:
        read_post(environ, settings or DigestSettings())
    assert refused.value.exit_code == 2
    return refused.value.format_message()


def test_the_usual_is_starttls_at_587() -> None:
    assert read_smtp(GOOD) == Smtp("smtp.example.org", 587, "starttls", "digest", "s3cret")


@pytest.mark.parametrize(
    ("more", "port", "security"),
    [
        ({"SMTP_PORT": "465"}, 465, "tls"),
        ({"SMTP_SECURITY": "tls"}, 465, "tls"),
        ({"SMTP_PORT": " 2525\n"}, 2525, "starttls"),
        ({"SMTP_PORT": "465", "SMTP_SECURITY": "STARTTLS"}, 465, "starttls"),
        ({"SMTP_HOST": "localhost"}, 25, "none"),
        ({"SMTP_HOST": "127.0.0.7", "SMTP_PORT": "1025"}, 1025, "none"),
        ({"SMTP_HOST": "[::1]"}, 25, "none"),
        ({"SMTP_HOST": "localhost", "SMTP_SECURITY": "starttls"}, 587, "starttls"),
        ({"SMTP_HOST": "localhost.example.org"}, 587, "starttls"),
        ({"SMTP_HOST": "2130706433"}, 587, "starttls"),
    ],
)
def test_what_is_not_said_follows_from_what_is(more: dict[str, str], port: int, security: str) -> None:
    found = read_smtp({**GOOD, **more})
    assert (found.port, found.security) == (port, security)


def test_all_that_is_missing_is_told_at_once() -> None:
    lines = message_of({}).splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("`SMTP_HOST` is not set; name")
    assert "`digest.to`" in lines[2]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SMTP_HOST", "https://smtp.example.org"), ("SMTP_HOST", "a b"), ("SMTP_HOST", "smtp\r\nx"),
        ("SMTP_HOST", "smtp..example.org"), ("SMTP_HOST", "x" * 64 + ".example.org"), ("SMTP_PORT", "0"),
        ("SMTP_PORT", "65536"), ("SMTP_PORT", "587 "[:3] + "x"), ("SMTP_PORT", "５８７"), ("SMTP_SECURITY", "ssl"),
        ("SMTP_SECURITY", "none"), ("SMTP_PASSWORD", ""), ("SMTP_USERNAME", ""), ("SMTP_PASSWORD", "geheim-ß"),
        ("SMTP_PASSWORD", "a\rb"), ("SMTP_USERNAME", "a\nb"), ("SMTP_CA_FILE", "/nowhere.pem"),
        ("SMTP_RECIPIENTS", "a@example.org, Bob <b@example.org>"), ("SMTP_RECIPIENTS", "a@b\x85c"), ("DIGEST_HASH_KEY", "short"),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_by_name(name: str, value: str) -> None:
    message = message_of({**GOOD, name: value})
    assert f"`{'SMTP_PASSWORD' if name == 'SMTP_USERNAME' and not value else name}" in message
    assert len(message.splitlines()) == 2
    assert not value or len(value) < 6 or value not in message


@given(st.text(min_size=8))
def test_no_password_is_ever_told(password: str) -> None:
    try:
        found = repr(read_post({**GOOD, "SMTP_PASSWORD": password, "SMTP_PORT": "x"}, DigestSettings()))
    except Refusal as refusal:
        found = refusal.format_message()
    assert password not in found or password in message_of({**GOOD, "SMTP_PORT": "x"})
    assert "geheim" not in repr(read_smtp({**GOOD, "SMTP_PASSWORD": "geheim"}))


def test_recipients_come_once_each_from_the_environment_or_from_the_settings() -> None:
    settings = DigestSettings.model_validate({"to": "list@example.org"})
    typed = "b@example.org,\n a@example.org\r\nB@Example.org,,\n"
    assert read_post({**GOOD, "SMTP_RECIPIENTS": typed}, settings).recipients == ("b@example.org", "a@example.org")
    assert read_post({**GOOD, "SMTP_RECIPIENTS": " \n"}, settings).recipients == ("list@example.org",)


def test_the_sender_is_looked_at() -> None:
    assert read_sender({}) == read_sender({"SMTP_FROM": " "}) == ""
    assert read_sender({"SMTP_FROM": "digest@example.org\n"}) == "digest@example.org"
    for wrong in ("Digest <digest@example.org>", "a@b\nBcc: c@d", "=?utf-8?q?x?=@example.org"):
        with pytest.raises(Refusal, match="SMTP_FROM"):
            read_sender({"SMTP_FROM": wrong})


@pytest.mark.parametrize(
    ("host", "here"),
    [("localhost", True), ("LOCALHOST.", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("192.0.2.1", False),
     ("localhost.localdomain", False), ("0.0.0.0", False), ("127.1", False), ("mail", False), ("", False)],
)  # fmt: skip
def test_this_machine_is_known_without_asking(host: str, here: bool) -> None:
    assert is_loopback(host) == here


@pytest.mark.parametrize("named", ["../digests.jsonl", "/etc/passwd", ".", "a/../../b", "link/x.jsonl"])
def test_a_ledger_stays_in_the_state_folder(tmp_path: Path, named: str) -> None:
    (tmp_path / "docs/_state").mkdir(parents=True)
    (tmp_path / "docs/_state/link").symlink_to(tmp_path)
    settings = Settings(digest=DigestSettings(ledger=named))
    with pytest.raises(Refusal, match="leads out of the state folder"):
        open_ledger(Project(tmp_path, tmp_path / "docs", settings=settings), {}, send=False)


@pytest.mark.parametrize("ci", ["true", "1", "True"])
def test_on_a_machine_of_ci_a_ledger_that_is_not_there_is_not_an_empty_one(tmp_path: Path, ci: str) -> None:
    """A runner that cleans its work tree before each run would else send the last week again each day."""
    project = Project(tmp_path, tmp_path / "docs", settings=Settings(digest=DigestSettings()))
    path = tmp_path / "docs/_state/digests.jsonl"
    with pytest.raises(Refusal, match=r"`docs/_state/digests\.jsonl` is not there.*make it once as an empty file"):
        open_ledger(project, {"CI": ci}, send=True)
    assert not path.parent.exists()
    assert open_ledger(project, {"CI": ci}, send=False).read().lines == ()
    for elsewhere in ("", "false"):
        assert open_ledger(project, {"CI": elsewhere}, send=True).read().lines == ()
    path.parent.mkdir(parents=True)
    path.touch()
    assert open_ledger(project, {"CI": ci}, send=True).read().lines == ()


def test_where_the_ledger_lies(tmp_path: Path) -> None:
    def shown(named: str, *, send: bool = False) -> str:
        project = Project(tmp_path, tmp_path / "docs", settings=Settings(digest=DigestSettings(ledger=named)))
        return open_ledger(project, {"RUNNER_ENVIRONMENT": "github-hosted"}, send=send).shown

    assert shown("sent/digests.jsonl") == "docs/_state/sent/digests.jsonl"
    assert shown("branch:state/digests", send=True) == "branch state/digests, digests.jsonl"
    with pytest.raises(Refusal, match="gone with this runner"):
        shown("digests.jsonl", send=True)
