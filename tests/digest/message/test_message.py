"""The message: the same bytes for the same digest, and what each of its headers says."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import compat32, default
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.digest.message.sample import HTML, SITE, TEXT, make_digest

from afterword.digest.message.build import build_message
from afterword.digest.message.guard import GuardError
from afterword.digest.message.headers import message_id
from afterword.digest.message.mail import Mail, resolve_mail
from afterword.digest.view import Digest
from afterword.model.settings import DigestSettings

GOLDEN = Path(__file__).parent / "golden"
FULL = DigestSettings.model_validate(
    {
        "from": "learning@example.org", "to": "everyone@lists.example.org", "reply_to": "reviews@example.org",
        "bounces": "bounces@example.org", "list_id": "digest.learning.example.org",
        "unsubscribe": "leave+digest@example.org", "unsubscribe_page": f"https://lists.example.org/leave/{'x' * 120}",
        "help": "https://learning.example.org/guide/sending-the-digest/", "one_click": True,
    }
)  # fmt: skip


def mail_of(digest: Digest, settings: DigestSettings | None = None, sender: str = "") -> Mail:
    return resolve_mail(settings or DigestSettings(), digest.site, sender)


def read(data: bytes):
    return message_from_bytes(data, policy=default)


@pytest.mark.parametrize(("name", "settings", "site"), [("bare", DigestSettings(), "Example Shop learning reports"),
                                                        ("full", FULL, "Bäckerei „Löwe“, Lernberichte")])  # fmt: skip
def test_the_message_as_it_is_sent(name: str, settings: DigestSettings, site: str, update_golden: bool) -> None:
    digest = make_digest(site)
    data = build_message(digest, HTML, TEXT, mail_of(digest, settings))
    path = GOLDEN / f"{name}.eml"
    if update_golden:
        path.write_bytes(data)
    assert data == path.read_bytes()


def test_no_clock_no_chance_and_no_setting_of_the_machine_is_in_it() -> None:
    program = (
        "import sys; from tests.digest.message.test_message import *; d = make_digest(); "
        "sys.stdout.buffer.write(build_message(d, HTML, TEXT, mail_of(d, FULL)))"
    )
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environ = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": ":".join(sys.path)}
        found.add(subprocess.run([sys.executable, "-c", program], env=environ, check=True, capture_output=True).stdout)
    digest = make_digest()
    assert found == {build_message(digest, HTML, TEXT, mail_of(digest, FULL))}


def test_the_id_is_that_of_site_weeks_and_edition() -> None:
    def id_of(*arguments: str, **more) -> str:
        digest = make_digest(*arguments, **more)
        return message_id(digest, mail_of(digest))

    one = id_of()
    assert one == id_of("Another name", new=7)
    others = [
        id_of(key="company-brief"),
        id_of(weeks=("2026-W46", "2026-W47")),
        id_of("n", f"{SITE}wiki/"),
        id_of(weeks=("2026-W48",)),
    ]
    assert len({one, *others}) == 5
    assert one.startswith("<digest.2026-w47.")
    assert one.endswith("@learning.example.org>")


def test_a_test_message_is_another_one_each_time_and_goes_to_whoever_tests() -> None:
    digest = make_digest()
    mail = mail_of(digest, FULL)
    ids = {
        message_id(digest, each)
        for each in (mail, mail.as_test("me@example.org", "a"), mail.as_test("me@example.org", "b"))
    }
    assert len(ids) == 3
    found = read(build_message(digest, HTML, TEXT, mail.as_test("me@example.org", "a")))
    assert found["To"] == "me@example.org"
    assert found["Message-ID"].startswith("<test.2026-w47.")


def test_the_date_is_the_end_of_its_weeks() -> None:
    digest = make_digest(weeks=("2026-W45", "2026-W46"))
    assert read(build_message(digest, HTML, TEXT, mail_of(digest)))["Date"] == "Mon, 16 Nov 2026 00:00:00 +0100"
    # Liberia was 44 minutes and 30 seconds behind until 1972, which no header can say.
    old = digest.span.model_copy(update={"ends": datetime(1960, 1, 4, tzinfo=ZoneInfo("Africa/Monrovia"))})
    digest = digest.model_copy(update={"span": old})
    found = read(build_message(digest, HTML, TEXT, mail_of(digest)))["Date"]
    assert found.datetime.astimezone(UTC) == old.ends.astimezone(UTC)


def test_recipients_stand_in_no_header_and_the_environment_wins_over_the_settings() -> None:
    digest = make_digest()
    mail = mail_of(digest, FULL, "ops@example.org")
    assert (mail.sender, mail.to, mail.bounces) == (
        "ops@example.org",
        "everyone@lists.example.org",
        "bounces@example.org",
    )
    found = read(build_message(digest, HTML, TEXT, mail))
    assert found["From"].addresses[0].addr_spec == "ops@example.org"
    assert found["Cc"] is found["Bcc"] is None
    with pytest.raises(GuardError, match="SMTP_FROM"):
        mail_of(digest, FULL, "ops@example.org\n")


def test_leaving_the_list_stays_one_line_and_one_click_is_said_only_where_it_is_set() -> None:
    digest = make_digest()
    full, raw = (
        build_message(digest, HTML, TEXT, mail_of(digest, each))
        for each in (FULL, FULL.model_copy(update={"one_click": False}))
    )
    page, address = (
        f"<https://lists.example.org/leave/{'x' * 120}>",
        "<mailto:leave%2Bdigest@example.org?subject=unsubscribe>",
    )
    assert f"\r\nList-Unsubscribe: {page}, {address}\r\n".encode() in full
    assert f"\r\nList-Unsubscribe: {address}, {page}\r\n".encode() in raw
    assert message_from_bytes(full, policy=compat32)["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert b"List-Unsubscribe-Post" not in raw


@pytest.mark.parametrize(
    ("url", "domain"),
    [("https://a.example/wiki/", "a.example"), ("https://bücher.example/", "xn--bcher-kva.example"),
     ("http://[::1]:8000/", "afterword.invalid"), ("http://127.0.0.1:8000/", "127.0.0.1"), ("http://localhost/", "localhost")],
)  # fmt: skip
def test_a_message_can_be_written_for_every_site(url: str, domain: str) -> None:
    digest = make_digest(url=url)
    found = read(build_message(digest, HTML, TEXT, mail_of(digest)))
    assert found["From"].addresses[0].addr_spec == f"digest@{domain}"
    assert found["List-Id"] == f"<digest.{domain}>"


def test_a_subject_with_words_of_its_own_is_refused() -> None:
    digest = make_digest().model_copy(update={"subject": "Neues von gestern – 3 Berichte"})
    with pytest.raises(GuardError, match="subject"):
        build_message(digest, HTML, TEXT, mail_of(digest))
