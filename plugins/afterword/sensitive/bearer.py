"""Tokens that let in whoever bears them: JSON web tokens, and what stands after `Bearer` or `Basic`."""

from __future__ import annotations

from afterword.sensitive.form import form
from afterword.sensitive.match import Kind

JWT = Kind("jwt", "a JSON web token")
BEARER = Kind("bearer-token", "a bearer token")
BASIC = Kind("basic-credentials", "basic credentials", guessable=True)

_BASIC = r"authorization['\"]?:[ \t]{0,3}['\"]?basic[ \t]{1,3}(?P<s>[A-Za-z0-9+/]{8,}={0,2})"
FORMS = (
    form(JWT, "eyJ", r"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,2000}", prefix=3),
    form(BEARER, "bearer", r"bearer[ \t]{1,8}(?P<s>[A-Za-z0-9._~+/-]{16,}=*)", group="s", folded=True, likely=r"\D*\d"),
    form(BASIC, "authorization", _BASIC, group="s", folded=True),
)
"""A token after `Bearer` holds a digit; one without is a word of a manual, in doubt."""
