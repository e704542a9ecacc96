"""Whatever a name, an address or a report holds: the message has the headers that were meant, or there is none."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import compat32, default

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.digest.message.sample import HTML, SITE, TEXT, make_digest

from afterword.digest.message.build import build_message
from afterword.digest.message.guard import GuardError, Header, check_address, check_message, check_value
from afterword.digest.message.headers import headers_of
from afterword.digest.message.mail import resolve_mail, web_address
from afterword.model.settings import DigestSettings

NAMES = [
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "List-Archive", "List-Help",
    "List-Unsubscribe", "Auto-Submitted", "X-Auto-Response-Suppress", "Precedence", "Content-Language", "MIME-Version",
    "Content-Type",
]  # fmt: skip
TOKENS = st.sampled_from(
    ["=?utf-8?q?", "=?utf-8?b?", "=?", "?=", "=0A", "=0D=0A", "=0D", "Bcc:", "Bcc: x@example.org", "To: x", ":", "\r", "\n",
     "\r\n", "\r\n ", "\n\t", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ud800",
     "\udfff", "_", " ", "  ", "\t", "x@y", "<x@y>", ",", ";", '"', "\\", "(", ")", "é", "株", "🍞", "a", "--", ".",
     "%0A", "Content-Type: text/html", "QmNjOiB4"]
)  # fmt: skip
HOSTILE = st.one_of(st.lists(TOKENS, max_size=12).map("".join), st.text(max_size=60))
BAD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|=\\?")


def names_of(data: bytes) -> list[str]:
    """Counted as a server sees them: lines up to the first empty one."""
    head = re.split(rb"\r\n|\r|\n", re.split(rb"\r\n\r\n|\n\n|\r\r", data)[0])
    return [line.split(b":")[0].decode() for line in head if not line.startswith((b" ", b"\t"))]


def build(name: str = "Ours", url: str = SITE, settings: DigestSettings | None = None, **more: str) -> bytes:
    digest = make_digest(name, url, **more)
    return build_message(digest, HTML, TEXT, resolve_mail(settings or DigestSettings(), digest.site))


@given(HOSTILE)
@example("\xa0")
@example("\u3000Berichte\u2003")
def test_a_sites_name_stays_a_name_or_stops_the_message(name: str) -> None:
    try:
        data = build(name)
    except GuardError:
        assert BAD.search(name)
        return
    assert not BAD.search(name)
    assert names_of(data) == NAMES
    (address,) = message_from_bytes(data, policy=default)["From"].addresses
    assert address.addr_spec == "digest@learning.example.org"
    # Some versions of the standard library read a blank between two coded words, which others and RFC 2047 do not.
    assert re.sub(" ", "", address.display_name) == re.sub(" ", "", name)


@given(HOSTILE, HOSTILE)
def test_teams_and_systems_reach_no_header(team: str, system: str) -> None:
    assume(not re.search("[\ud800-\udfff]", team + system))
    assert build(team=team, system=system) == build()


@given(st.one_of(HOSTILE, st.tuples(HOSTILE, HOSTILE).map("@".join), HOSTILE.map(lambda each: f"a{each}@example.org")))
def test_an_address_is_one_or_is_refused_wherever_it_is_named(address: str) -> None:
    try:
        check_address("digest.to", address)
        sound = True
    except GuardError:
        sound = False
    for field in ("from", "to", "reply_to", "bounces", "unsubscribe"):
        try:
            data = build(settings=DigestSettings.model_validate({field: address}))
        except (GuardError, ValidationError):
            assert not sound or len(address) > 250
            continue
        assert sound
        assert names_of(data) == NAMES
    if sound:
        assert re.fullmatch(r"[!-~]+@[A-Za-z0-9.-]+", address)


@given(HOSTILE)
def test_a_sites_address_stays_one_or_stops_the_message(place: str) -> None:
    for url in (f"https://learning.example.org/{place}", f"https://{place}.example.org/", place):
        try:
            data = build(url=url)
        except GuardError:
            continue
        assert names_of(data) == NAMES
        archive = message_from_bytes(data, policy=compat32)["List-Archive"]
        assert re.fullmatch(r"<https?://[!-~]+>", archive)
        assert archive.count("<") == archive.count(">") == 1
        assert "," not in archive


@given(HOSTILE, HOSTILE)
def test_a_text_stays_a_text(html: str, text: str) -> None:
    digest = make_digest()
    mail = resolve_mail(DigestSettings(), digest.site)
    try:
        data = build_message(digest, html, text, mail)
    except GuardError:
        assert re.search("[\ud800-\udfff]", html + text)
        return
    assert names_of(data) == NAMES
    assert b"\0" not in data
    assert max(map(len, data.split(b"\r\n"))) <= 78
    found = [part.get_payload(decode=True) for part in message_from_bytes(data, policy=default).iter_parts()]
    assert [each.splitlines() or [b""] for each in found] == [
        each.encode().splitlines() or [b""] for each in (text, html)
    ]


@pytest.mark.parametrize(
    "value",
    ["a\n", "a\r", "\r\na", "a\x85b", "a\u2028b", "a\u2029b", "a\x00", "a\x7f", "a\x9f", "\u202e", "\u2067", "\ud800",
     "=?utf-8?q?=0D=0ABcc:_x@y?=", "a =? b", "\t"],
)  # fmt: skip
def test_what_no_header_may_hold_is_told_by_its_number(value: str) -> None:
    with pytest.raises(GuardError, match=r"`site_name` holds (U\+[0-9A-F]{4}|`=\?`), .*take it out"):
        check_value("site_name", value)


@pytest.mark.parametrize(
    "address",
    ["", "a", "@", "a@", "@b", "a@b@c", "a..b@c", ".a@b", "a.@b", "a b@c", "a@b..c", "a@-b", "a@b-", "ä@b.de", "a@bücher.de",
     "A <a@b>", "<a@b>", "a@b,c@d", "a@b\n", "a@[127.0.0.1]", "x" * 65 + "@b", "a@" + "b." * 130 + "c"],
)  # fmt: skip
def test_what_is_no_bare_address_is_refused(address: str) -> None:
    with pytest.raises(GuardError):
        check_address("digest.to", address)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/x,y<z>/", "https://a.example/x%2Cy%3Cz%3E/"),
        ("https://bücher.example/ü/", "https://xn--bcher-kva.example/%C3%BC/"),
        ("https://[::1]:8000/a/", "https://[::1]:8000/a/"),
        ("https://a.example/?a=%20b#c", "https://a.example/?a=%20b#c"),
    ],
)
def test_an_address_on_the_web_is_written_in_ascii(url: str, written: str) -> None:
    assert web_address("site_url", url) == written


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://a/", "https://", "https://u:p@a/", "https://[::1/", "https://a:99999/"]
)
def test_what_is_no_address_on_the_web_is_refused(url: str) -> None:
    with pytest.raises(GuardError, match="site_url"):
        web_address("site_url", url)


def damaged() -> dict[str, bytes]:
    """Messages as a library that lets something through would write them."""
    good = build()
    return {
        "another header": good.replace(b"\r\nTo:", b"\r\nBcc: x@example.org\r\nTo:"),
        "one header less": good.replace(b"Precedence: list\r\n", b""),
        "a header twice": good.replace(b"\r\nTo:", b"\r\nTo: x@example.org\r\nTo:"),
        "another value": good.replace(b"3 new", b"4 new"),
        "another name": good.replace(b'"Ours"', b'"Theirs"'),
        "the headers end early": good.replace(b"\r\nTo:", b"\r\n\r\nTo:"),
        "a bare LF": good.replace(b"\r\nTo:", b"\nTo:"),
        "a bare CR": good.replace(b"Ours", b"Ou\rrs"),
        "NUL": good.replace(b"Learning digest\r\n\r\n.", b"\0\r\n."),
        "not ASCII": good.replace(b"L=C3=B6we", "Löwe".encode()),
        "a long header": good.replace(b"3 new", b"3 new" + b" x" * 600),
        "a long line": good.replace(b"Learning digest\r\n\r\n.", b"x" * 79 + b"\r\n."),
        "another text": good.replace(b"a line that", b"a word that"),
        "no boundary": good.replace(b'"=_', b'"=-'),
    }


@pytest.mark.parametrize("case", sorted(damaged()))
def test_a_message_that_is_not_what_was_meant_is_refused(case: str) -> None:
    digest = make_digest("Ours")
    headers = headers_of(digest, resolve_mail(DigestSettings(), digest.site))
    assert check_message(build(), headers, (TEXT, HTML)) == build()
    assert damaged()[case] != build()
    with pytest.raises(GuardError, match="nothing is sent"):
        check_message(damaged()[case], headers, (TEXT, HTML))


def test_a_value_that_another_writer_lets_through_is_found_afterwards() -> None:
    # As in some versions of the standard library, where a coded word becomes a header of its own.
    data = build().replace(b"Subject: ", b"Subject: x\r\nBcc: y@example.org\r\nX: ")
    headers = [*headers_of(make_digest("Ours"), resolve_mail(DigestSettings(), make_digest().site))]
    headers[3] = Header("Subject", "=?utf-8?q?x=0D=0ABcc:_y@example.org?=", "=?utf-8?q?x=0D=0ABcc:_y@example.org?=")
    with pytest.raises(GuardError):
        check_message(data, headers, (TEXT, HTML))
