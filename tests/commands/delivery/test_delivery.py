"""Delivery to a real mail server: TLS, sign-in, refusals, retries, lost connections, and what the ledger says after."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import Any

import pytest
from tests.commands.delivery.conftest import QUICK, TEAM, MailServer, parcel_of, run_here
from tests.digest.message.sample import HTML, TEXT, make_digest

from afterword.commands.delivery.courier import Patience
from afterword.commands.delivery.deliver import deliver, send_test
from afterword.commands.delivery.environment import read_post, read_smtp
from afterword.commands.delivery.hashes import hash_recipient
from afterword.commands.delivery.ledger_file import LedgerFile
from afterword.commands.delivery.store import Stopped
from afterword.commands.refusal import Refusal
from afterword.digest.ledger import EditionLedger, Line
from afterword.digest.message.build import build_message
from afterword.digest.message.mail import resolve_mail
from afterword.model.settings import DigestSettings

SITE = "https://learning.example.org/"


def states(ledger: LedgerFile) -> list[str]:
    return [line.state for line in ledger.read().lines]


def results(ledger: LedgerFile, key: str = SITE) -> dict[str, str]:
    """What the last line says of each of the three."""
    last = ledger.read().lines[-1].recipients
    return {each.split("@")[0]: last[hash_recipient(each, key)] for each in TEAM if hash_recipient(each, key) in last}


def test_one_message_in_one_transaction_over_tls(server: MailServer, ledger: LedgerFile) -> None:
    outcome = run_here(server, ledger)
    assert (outcome.code, outcome.state) == (0, "sent")
    assert outcome.lines == ("The digest of 2026-W47 (company) was handed over for 3 of 3 recipients.",)
    assert server.taken == [list(TEAM)]
    assert server.messages == [parcel_of().message]
    assert server.events[:3] == ["ehlo learning.example.org clear", "ehlo learning.example.org tls",
                                 "mail digest@learning.example.org as digest"]  # fmt: skip
    pending, sent = ledger.read().lines
    assert (pending.state, dict(pending.recipients)) == ("pending", {})
    assert (sent.state, sent.weeks, sent.edition, sent.commit) == ("sent", ("2026-W47",), "company", "a" * 40)
    assert sent.message_id.encode() in server.messages[0]
    assert results(ledger) == dict.fromkeys(("ada", "bob", "cem"), "sent")
    assert [each.id for each in sent.reports] == ["2026-03-10-a"]


def test_tls_from_the_start(start: Any, ledger: LedgerFile) -> None:
    server = start(tls="tls")
    assert run_here(server, ledger).code == 0
    assert server.events[0] == "ehlo learning.example.org tls"


def test_on_this_machine_no_tls_and_no_sign_in_are_needed(start: Any, ledger: LedgerFile) -> None:
    server = start(tls="none", auth=False)
    server.environ["SMTP_SECURITY"] = ""
    assert run_here(server, ledger).code == 0
    assert server.taken == [list(TEAM)]


def test_the_list_is_the_one_recipient_and_bounces_go_where_they_are_sent(
    server: MailServer, ledger: LedgerFile
) -> None:
    settings = DigestSettings.model_validate({"to": "everyone@lists.example.org", "bounces": "bounces@example.org"})
    assert run_here(server, ledger, environ={"SMTP_RECIPIENTS": ""}, settings=settings).code == 0
    assert server.taken == [["everyone@lists.example.org"]]
    assert "mail bounces@example.org as digest" in server.events


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SMTP_PASSWORD": "another-one"}, "did not accept the sign-in (code 535)"),
        ({"SMTP_CA_FILE": ""}, "the certificate of the mail server `127.0.0.1`"),
        ({"SMTP_PORT": "1"}, "cannot be reached"),
        ({"SMTP_SECURITY": "tls"}, "does not speak TLS here"),
        ({"SMTP_HOST": "mail.invalid"}, "nobody knows"),
    ],
)
def test_a_server_that_cannot_be_used_leaves_no_trace(
    server: MailServer, ledger: LedgerFile, change: dict[str, str], said: str
) -> None:
    with pytest.raises(Refusal) as refused:
        run_here(server, ledger, environ=change)
    message = refused.value.format_message()
    assert said in message
    assert refused.value.exit_code == 2
    assert "pass" not in message.replace("SMTP_PASSWORD", "")
    assert not ledger.path.exists()
    assert server.taken == []


def test_a_certificate_for_another_name_is_refused(start: Any, ledger: LedgerFile) -> None:
    with pytest.raises(Refusal, match="certificate"):
        run_here(start(certificate="theirs"), ledger)
    assert not ledger.path.exists()


def test_a_sign_in_that_is_not_offered_is_told(start: Any, ledger: LedgerFile) -> None:
    with pytest.raises(Refusal, match="offers no sign-in"):
        run_here(
            start(tls="none", auth=False), ledger, environ={"SMTP_USERNAME": "digest", "SMTP_PASSWORD": "s3cret-pass"}
        )
    assert not ledger.path.exists()


def test_a_sign_in_of_another_kind_is_no_server_that_cannot_be_reached(start: Any, ledger: LedgerFile) -> None:
    server = start(tls="none", auth=False)
    server.asks(offers=["AUTH XOAUTH2"])
    with pytest.raises(Refusal, match="offers no sign-in that we know"):
        run_here(server, ledger, environ={"SMTP_USERNAME": "digest", "SMTP_PASSWORD": "s3cret-pass"})
    assert not ledger.path.exists()


def test_a_sign_in_that_is_put_off_is_no_wrong_password(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(answers={"auth": 454})
    with pytest.raises(Refusal, match=r"sign-in \(code 454\); try again later"):
        run_here(server, ledger)
    assert not ledger.path.exists()


def own_address() -> str:
    """An address of this machine that is not its loopback; asking for the way sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return "" if asking.getsockname()[0].startswith(("127.", "0.")) else asking.getsockname()[0]


@pytest.mark.skipif(not own_address(), reason="this machine has its loopback alone")
@pytest.mark.parametrize("auth", [True, False])
def test_nothing_goes_to_another_machine_in_clear_text(start: Any, ledger: LedgerFile, auth: bool) -> None:
    server = start(tls="none", auth=False, host=own_address())
    credentials = {"SMTP_USERNAME": "digest", "SMTP_PASSWORD": "s3cret-pass"} if auth else {}
    with pytest.raises(Refusal, match="offers no STARTTLS, and nothing is sent in clear text"):
        run_here(server, ledger, environ={"SMTP_SECURITY": "", **credentials})
    with pytest.raises(Refusal, match="only a server on the same machine"):
        run_here(server, ledger, environ=credentials)
    assert not ledger.path.exists()
    assert server.events == ["ehlo learning.example.org clear"]


def test_a_name_that_only_leads_here_is_another_machine(start: Any, ledger: LedgerFile) -> None:
    server = start(tls="none", auth=False)
    try:
        here = socket.gethostbyname(socket.gethostname())
    except OSError:
        here = ""
    if here != "127.0.0.1":
        pytest.skip("this machine's name leads elsewhere")
    with pytest.raises(Refusal, match="STARTTLS"):
        run_here(server, ledger, environ={"SMTP_HOST": socket.gethostname(), "SMTP_SECURITY": ""})


# Who gets it and who does not.


def test_refusals_are_told_by_place_hash_and_code_and_the_rest_get_it(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(refuse={TEAM[1]: 550})
    outcome = run_here(server, ledger)
    assert (outcome.code, outcome.state) == (1, "sent")
    assert outcome.lines[1:] == (f"Recipient 2 ({hash_recipient(TEAM[1], SITE)}): turned down with code 550.",)
    assert "@" not in "".join(outcome.lines)
    assert results(ledger) == {"ada": "sent", "bob": "refused 550", "cem": "sent"}
    assert server.taken == [[TEAM[0], TEAM[2]]]
    again = run_here(server, ledger)
    assert (again.code, again.lines) == (
        0,
        ("The digest of 2026-W47 (company) was sent already; nothing is to be done.",),
    )
    assert server.taken == [[TEAM[0], TEAM[2]]]


def test_whoever_is_deferred_is_tried_again_alone(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(defer={TEAM[1]: 451})
    assert run_here(server, ledger).code == 0
    assert server.taken == [[TEAM[0], TEAM[2]], [TEAM[1]]]


def test_tries_come_to_an_end(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(refuse={TEAM[0]: 451})
    outcome = run_here(server, ledger)
    assert (outcome.code, outcome.state) == (1, "sent")
    assert "put off with code 451" in outcome.lines[1]
    assert server.events.count(f"rcpt {TEAM[0]}") == 3
    assert server.taken == [list(TEAM[1:])]


def test_a_server_that_takes_few_at_a_time_is_asked_until_all_have_it(server: MailServer, ledger: LedgerFile) -> None:
    many = [f"r{number:03}@example.org" for number in range(230)]
    server.asks(limit=30)
    assert run_here(server, ledger, environ={"SMTP_RECIPIENTS": "\n".join(many)}).code == 0
    assert sorted(each for some in server.taken for each in some) == many
    assert max(map(len, server.taken)) == 30


def test_where_nobody_takes_it_a_later_run_tries_again(server: MailServer, ledger: LedgerFile) -> None:
    for answers in ({"mail": 550}, {"mail": 450}, {"data": 554}, {"data": 451}, {"end": 552}, {"end": 450}):
        server.asks(answers=answers)
        outcome = run_here(server, ledger)
        assert (outcome.code, outcome.state) == (1, "refused"), answers
        assert outcome.lines[-1] == "Nobody has it; a later run tries again."
    assert server.taken == []
    server.asks()
    assert run_here(server, ledger).code == 0
    assert server.taken == [list(TEAM)]


def test_a_connection_that_is_lost_before_the_last_dot_is_made_again(server: MailServer, ledger: LedgerFile) -> None:
    # More than a connection takes at once, so that the end of the text is known not to have gone out.
    long = b"x" * 70 + b"\r\n"
    for drop in ("mail", "begin", "text"):
        server.asks(drop=drop)
        outcome = run_here(server, ledger, message=long * 300_000)
        assert (outcome.code, outcome.state) == (1, "refused")
        assert len(outcome.lines) == 5
        assert "not reached" in outcome.lines[1]
    assert server.events.count("dropped at begin") == server.events.count("dropped at text") == 3
    server.asks()
    assert run_here(server, ledger).code == 0
    assert server.taken == [list(TEAM)]


def test_a_connection_that_is_lost_after_the_last_dot_leaves_it_open(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(drop="taken", refuse={TEAM[2]: 550})
    outcome = run_here(server, ledger)
    assert (outcome.code, outcome.state) == (1, "ambiguous")
    assert "perhaps delivered" in outcome.lines[1]
    assert "`--resend-ambiguous`" in outcome.lines[-1]
    assert server.taken == [list(TEAM[:2])]
    server.asks()
    for _ in range(5):
        again = run_here(server, ledger)
        assert again.code == 1
        assert "not sent again unasked" in again.lines[0]
        assert ledger.read().lines[-1].message_id in again.lines[1]
    assert server.taken == [list(TEAM[:2])]
    assert states(ledger) == ["pending", "ambiguous"]
    assert run_here(server, ledger, resend=True).state == "sent"
    assert server.taken == [list(TEAM[:2]), list(TEAM)]
    assert server.messages[0] == server.messages[1]


@pytest.mark.parametrize("code", [354, 150])
def test_an_answer_that_is_neither_yes_nor_no_leaves_it_open(server: MailServer, ledger: LedgerFile, code: int) -> None:
    server.asks(answers={"end": code})
    assert run_here(server, ledger).state == "ambiguous"
    assert server.events.count("ehlo learning.example.org tls") == 1


@pytest.mark.parametrize(("hang", "state"), [("rcpt", "refused"), ("end", "ambiguous")])
def test_a_server_that_hangs_is_left(server: MailServer, ledger: LedgerFile, hang: str, state: str) -> None:
    server.asks(hang=hang)
    patience = Patience(dialogue=1.5 if hang == "rcpt" else 10, end=1, pauses=())
    outcome = deliver(parcel_of(), read_post(server.environ, DigestSettings()), ledger, patience=patience)
    assert (outcome.code, outcome.state) == (1, state)
    assert len(server.taken) == (hang == "end")


def test_what_is_sent_again_goes_to_those_not_known_to_have_it(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(defer={TEAM[0]: 451})
    assert run_here(server, ledger).state == "sent"
    # As if the connection had been lost in the second of the two transactions.
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    word = hash_recipient(TEAM[0], SITE).encode()
    ledger.path.write_bytes(
        lines[0] + lines[1].replace(b'"sent"', b'"ambiguous"', 1).replace(word + b'":"sent', word + b'":"ambiguous')
    )
    assert states(ledger) == ["pending", "ambiguous"]
    assert run_here(server, ledger, resend=True).code == 0
    assert server.taken[2:] == [[TEAM[0]]]
    assert results(ledger) == dict.fromkeys(("ada", "bob", "cem"), "sent")


def test_what_is_sent_again_from_another_commit_says_so(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(drop="taken")
    run_here(server, ledger)
    server.asks()
    ledger.path.write_text(ledger.path.read_text().replace("a" * 40, "b" * 40))
    outcome = run_here(server, ledger, resend=True)
    assert outcome.state == "sent"
    assert f"from {'a' * 12}, the earlier one from {'b' * 12}" in outcome.lines[0]


def test_what_was_left_open_stays_open_where_a_further_try_reaches_nobody(
    server: MailServer, ledger: LedgerFile
) -> None:
    server.asks(drop="taken")
    run_here(server, ledger)
    server.asks(answers={"mail": 450})
    assert run_here(server, ledger, resend=True).state == "ambiguous"
    server.asks()
    assert run_here(server, ledger).code == 1
    assert len(server.taken) == 1


def test_a_sender_that_was_made_up_sends_nothing(server: MailServer, ledger: LedgerFile) -> None:
    with pytest.raises(Refusal, match=r"set `digest\.from`"):
        run_here(server, ledger, url="http://[::1]:8000/")
    assert (server.events, ledger.path.exists()) == ([], False)
    assert run_here(server, ledger, url="http://127.0.0.1:8000/").code == 0
    assert server.events[0] == "ehlo [127.0.0.1] clear"


def test_whoever_was_left_open_and_is_put_off_stays_open(server: MailServer, ledger: LedgerFile) -> None:
    server.asks(drop="taken")
    run_here(server, ledger)
    server.asks(refuse={TEAM[0]: 450, TEAM[1]: 550})
    assert run_here(server, ledger, resend=True).state == "ambiguous"
    assert results(ledger) == {"ada": "deferred 450", "bob": "refused 550", "cem": "sent"}
    server.asks()
    assert run_here(server, ledger, resend=True).state == "sent"
    assert server.taken[2:] == [list(TEAM[:2])]
    assert run_here(server, ledger, resend=True).lines[0].endswith("was sent already; nothing is to be done.")


def test_what_was_left_open_and_has_nothing_to_tell_by_now_waits_for_somebody(
    server: MailServer, ledger: LedgerFile
) -> None:
    server.asks(drop="taken")
    run_here(server, ledger)
    server.asks()
    assert run_here(server, ledger, resend=True, new=0).code == 1
    assert states(ledger) == ["pending", "ambiguous"]
    assert len(server.taken) == 1


# The ledger.


def test_an_empty_digest_is_written_down_and_not_sent(server: MailServer, ledger: LedgerFile) -> None:
    outcome = run_here(server, ledger, new=0)
    assert (outcome.code, outcome.state) == (0, "skipped-empty")
    again = run_here(server, ledger)
    assert (again.code, again.state) == (0, None)
    assert "passed over" in again.lines[0]
    assert server.events == []
    assert states(ledger) == ["skipped-empty"]


def test_two_editions_of_a_week_are_two_digests(server: MailServer, ledger: LedgerFile) -> None:
    assert run_here(server, ledger).code == run_here(server, ledger, key="company-brief").code == 0
    assert len(server.taken) == 2


def test_a_digest_that_shares_a_week_with_one_that_was_sent_stops(server: MailServer, ledger: LedgerFile) -> None:
    assert run_here(server, ledger, weeks=("2026-W46", "2026-W47")).code == 0
    outcome = run_here(server, ledger)
    assert (outcome.code, outcome.state) == (1, None)
    assert "2026-W46 to 2026-W47 is sent" in outcome.lines[0]
    assert "`--since-last`" in outcome.lines[1]
    assert run_here(server, ledger, weeks=("2026-W48",)).code == 0
    assert len(server.taken) == 2


@pytest.mark.parametrize("content", [b"{}\n", b"\xff\xfe", b'{"version":1', b"<<<<<<< HEAD\n", b'{"version":2}\n'])
def test_a_ledger_that_cannot_be_read_stops_everything_and_keeps_its_bytes(
    server: MailServer, ledger: LedgerFile, content: bytes
) -> None:
    run_here(server, ledger)
    whole = ledger.path.read_bytes() + content
    ledger.path.write_bytes(whole)
    for resend in (False, True):
        with pytest.raises(Refusal, match="nobody knows what was sent"):
            run_here(server, ledger, resend=resend, weeks=("2026-W48",))
    with pytest.raises(Refusal):
        ledger.read()
    assert ledger.path.read_bytes() == whole
    assert len(server.taken) == 1


def test_a_ledger_that_is_a_folder_is_told(server: MailServer, ledger: LedgerFile) -> None:
    ledger.path.mkdir(parents=True)
    with pytest.raises(Refusal, match="cannot be read: is a directory"):
        run_here(server, ledger)


def test_a_last_line_without_its_end_gets_one(server: MailServer, ledger: LedgerFile) -> None:
    run_here(server, ledger)
    ledger.path.write_bytes(ledger.path.read_bytes().rstrip(b"\n"))
    assert run_here(server, ledger, weeks=("2026-W48",)).code == 0
    assert states(ledger) == ["pending", "sent"] * 2


def test_a_digest_that_was_made_beside_an_older_ledger_is_not_sent(server: MailServer, ledger: LedgerFile) -> None:
    """Another run has sent an earlier week since, and with it what was late for that one and for this one."""
    post = read_post(server.environ, DigestSettings())
    parcel = replace(parcel_of(), known=ledger.read().of("company"))
    assert run_here(server, ledger, weeks=("2026-W46",)).code == 0
    outcome = deliver(parcel, post, ledger, patience=QUICK)
    assert (outcome.code, outcome.state) == (1, None)
    assert "older ledger" in outcome.lines[0]
    assert len(server.taken) == 1
    # A digest of another edition changes nothing.
    assert run_here(server, ledger, key="company/brief").code == 0
    parcel = replace(parcel, known=EditionLedger(ledger.read().of("company").lines))
    assert deliver(parcel, post, ledger, patience=QUICK).code == 0
    # Of two runs for the same week the second still says that it was sent.
    assert "sent already" in deliver(parcel, post, ledger, patience=QUICK).lines[0]


def test_a_second_run_is_kept_away(server: MailServer, ledger: LedgerFile) -> None:
    with ledger.hold():
        outcome = run_here(server, ledger)
        assert (outcome.code, outcome.state) == (1, None)
        assert "another run holds" in outcome.lines[0].lower()
        with pytest.raises(Stopped), ledger.hold():
            pass
    assert server.events == []
    assert run_here(server, ledger).code == 0


def test_a_full_disk_keeps_the_ledger_as_it_was(ledger: LedgerFile, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(weeks=("2026-W47",), edition="company", state="sent")
    with ledger.hold() as held:
        held.append(line)
        before = ledger.path.read_bytes()
        real = __import__("os").write
        monkeypatch.setattr("os.write", lambda descriptor, data: real(descriptor, data[:10]))
        with pytest.raises(Refusal, match="no space left"):
            held.append(line)
    assert ledger.path.read_bytes() == before


def test_a_ledger_that_takes_no_more_lines_stops_before_anything_is_sent(
    server: MailServer, ledger: LedgerFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = __import__("os").write
    monkeypatch.setattr("os.write", lambda descriptor, data: real(descriptor, data[:10]))
    with pytest.raises(Refusal, match="no space left"):
        run_here(server, ledger)
    assert not [event for event in server.events if event.startswith("mail")]


def test_a_ledger_that_is_lost_after_sending_says_so(
    server: MailServer, ledger: LedgerFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = __import__("os").write, []

    def second_fails(descriptor: int, data: bytes) -> int:
        calls.append(data)
        return real(descriptor, data[: 10 if len(calls) == 2 else None])

    monkeypatch.setattr("os.write", second_fails)
    outcome = run_here(server, ledger)
    assert (outcome.code, outcome.state) == (1, "pending")
    assert "still says `pending`" in outcome.lines[1]
    assert "with `sent` in the place of `pending`" in outcome.lines[2]
    assert states(ledger) == ["pending"]
    assert run_here(server, ledger).code == 1
    assert len(server.taken) == 1


# A test message.


def test_a_test_message_leaves_the_ledger_byte_for_byte(server: MailServer, ledger: LedgerFile) -> None:
    run_here(server, ledger)
    before, seen = ledger.path.read_bytes(), ledger.path.stat()
    digest = make_digest()
    mail = resolve_mail(DigestSettings(), digest.site).as_test("me@example.org", "one")
    environ = {key: value for key, value in server.environ.items() if key != "SMTP_RECIPIENTS"}
    message = build_message(digest, HTML, TEXT, mail)
    outcome = send_test(message, "me@example.org", mail, read_smtp(environ), patience=QUICK)
    assert outcome.code == 0
    assert outcome.lines == ("The test message was handed over to me@example.org. The ledger was left alone.",)
    assert server.taken[1] == ["me@example.org"]
    assert server.messages[1] == message
    server.asks(refuse={"me@example.org": 550})
    assert send_test(message, "me@example.org", mail, read_smtp(environ), patience=QUICK).code == 1
    assert ledger.path.read_bytes() == before
    assert ledger.path.stat().st_mtime_ns == seen.st_mtime_ns


def test_reading_the_ledger_makes_nothing(ledger: LedgerFile) -> None:
    assert ledger.read().lines == ()
    assert not ledger.path.parent.exists()


def test_the_key_of_the_hashes_may_be_a_secret(server: MailServer, ledger: LedgerFile) -> None:
    key = "a-long-random-word"
    assert run_here(server, ledger, environ={"DIGEST_HASH_KEY": key}).code == 0
    assert len(results(ledger, key)) == 3
    assert results(ledger) == {}
    assert hash_recipient("ADA@Example.org", key) == hash_recipient("ada@example.org", key)
