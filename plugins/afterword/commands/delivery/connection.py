"""A mail server that has been reached, proven to be itself, and signed in to; nothing has been handed over yet."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
from contextlib import suppress
from socket import gaierror

from afterword.commands.delivery.environment import Smtp
from afterword.commands.refusal import Refusal

_NOT_SENT = "nothing is sent"


def connect(smtp: Smtp, known_as: str, timeout: float) -> smtplib.SMTP:
    """A connection on which a first message may be begun; without TLS only to this machine.

    Args:
        smtp: the server.
        known_as: the name that we give for ourselves; the library would ask the network for one.
        timeout: seconds that every answer may take.

    Raises:
        Refusal: where it cannot be reached, is not trusted, offers no TLS, or does not let us in.
    """
    where = f"the mail server `{smtp.host}`, port {smtp.port},"
    try:
        return _signed_in(smtp, known_as, timeout, where)
    except ssl.SSLCertVerificationError as error:
        cure = "correct `SMTP_HOST`, or name the certificate of its authority in `SMTP_CA_FILE`"
        why = (error.verify_message or "it is not trusted").rstrip(".")
        raise Refusal(f"the certificate of {where} was not taken: {why}; {cure}. {_NOT_SENT.capitalize()}") from None
    except ssl.SSLError:
        cure = "`SMTP_SECURITY` is `tls` for a port that speaks TLS from the start, as 465 does, else `starttls`"
        raise Refusal(f"{where} does not speak TLS here, so {_NOT_SENT}; {cure}") from None
    except smtplib.SMTPAuthenticationError as error:
        is_for_now = 400 <= error.smtp_code < 500
        cure = "try again later" if is_for_now else "look at `SMTP_USERNAME` and `SMTP_PASSWORD`"
        raise Refusal(
            f"{where} did not accept the sign-in (code {error.smtp_code}); {cure}. {_NOT_SENT.capitalize()}"
        ) from None
    except smtplib.SMTPNotSupportedError:
        raise _no_sign_in(where) from None
    except smtplib.SMTPResponseException as error:
        raise Refusal(f"{where} turned us away with code {error.smtp_code}, so {_NOT_SENT}; try again later") from None
    except gaierror:
        raise Refusal(
            f"`SMTP_HOST` is `{smtp.host}`, which nobody knows; correct it. {_NOT_SENT.capitalize()}"
        ) from None
    except (smtplib.SMTPException, OSError):
        cure = "look at `SMTP_HOST`, `SMTP_PORT` and `SMTP_SECURITY`, or try again later"
        raise Refusal(f"{where} cannot be reached, so {_NOT_SENT}; {cure}") from None


def end(connection: smtplib.SMTP | None) -> None:
    """Take leave; whatever the server says to that changes nothing."""
    if connection is None:
        return
    with suppress(smtplib.SMTPException, OSError):
        connection.quit()
    connection.close()


def _signed_in(smtp: Smtp, known_as: str, timeout: float, where: str) -> smtplib.SMTP:
    context = _context(smtp)
    known_as = _as_domain(known_as)
    if smtp.security == "tls":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(smtp.host, smtp.port, known_as, timeout=timeout, context=context)
    else:
        connection = smtplib.SMTP(smtp.host, smtp.port, known_as, timeout=timeout)
    try:
        connection.ehlo_or_helo_if_needed()
        if smtp.security == "starttls":
            _start_tls(connection, context, where)
        elif smtp.security == "none":
            _hold_to_this_machine(connection, where)
        if smtp.username:
            _sign_in(connection, smtp, where)
    except BaseException:
        connection.close()
        raise
    return connection


def _sign_in(connection: smtplib.SMTP, smtp: Smtp, where: str) -> None:
    try:
        connection.login(smtp.username, smtp.password)
    except (smtplib.SMTPResponseException, smtplib.SMTPServerDisconnected, smtplib.SMTPNotSupportedError):
        raise
    except smtplib.SMTPException:
        # The library's plainest error: the server offers a sign-in, and no way of it that works with a password.
        raise _no_sign_in(where) from None


def _no_sign_in(where: str) -> Refusal:
    cure = "leave `SMTP_USERNAME` unset, or ask its keepers how programs sign in with a password"
    return Refusal(f"{where} offers no sign-in that we know, so {_NOT_SENT}; {cure}")


def _as_domain(name: str) -> str:
    """The name as a greeting has it, where a bare address stands in brackets."""
    try:
        return f"[{ipaddress.ip_address(name)}]"
    except ValueError:
        return name


def _context(smtp: Smtp) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if smtp.ca_file:
        try:
            context.load_verify_locations(smtp.ca_file)
        except (ssl.SSLError, OSError):
            raise Refusal("`SMTP_CA_FILE` holds no certificate that can be read; name a file in PEM") from None
    return context


def _start_tls(connection: smtplib.SMTP, context: ssl.SSLContext, where: str) -> None:
    if not connection.has_extn("starttls"):
        cure = "set `SMTP_SECURITY` to `tls` and its port where it speaks TLS from the start"
        raise Refusal(f"{where} offers no STARTTLS, and nothing is sent in clear text; {cure}")
    code, _ = connection.starttls(context=context)
    if code != 220:
        raise Refusal(f"{where} did not begin TLS (code {code}), and nothing is sent in clear text")
    connection.ehlo_or_helo_if_needed()


def _hold_to_this_machine(connection: smtplib.SMTP, where: str) -> None:
    """The name said so; this asks the connection itself."""
    peer = connection.sock.getpeername()[0] if connection.sock else ""
    if not peer or not ipaddress.ip_address(peer.partition("%")[0]).is_loopback:
        raise Refusal(f"{where} is not on this machine, and nothing is sent in clear text; set `SMTP_SECURITY`")
