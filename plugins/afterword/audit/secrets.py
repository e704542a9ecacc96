"""Keys, tokens and passwords in a text, known by their form. What is found is never repeated, only named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class _Form:
    """One form of secret: `hints` are lower-case pieces of which one stands in every text that holds it."""

    what: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    group: str | int = 0


def _form(what: str, hints: str, pattern: str, group: str | int = 0, flags: int = 0) -> _Form:
    return _Form(what, tuple(hints.split()), re.compile(pattern, flags), group)


_EDGE = r"(?<![A-Za-z0-9_-])"
_FORMS = (
    _form("a private key", "-----begin", r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"),
    _form("an Anthropic key", "sk-ant-", _EDGE + r"sk-ant-[A-Za-z0-9_-]{10,}"),
    _form("an OpenAI key", "sk-", _EDGE + r"sk-(?!ant-)(?:proj-|svcacct-|admin-|None-)?[A-Za-z0-9_-]{16,}"),
    _form("a Hugging Face token", "hf_", _EDGE + r"hf_[A-Za-z0-9]{16,}"),
    _form("a Google key", "aiza", _EDGE + r"AIza[A-Za-z0-9_-]{30,}"),
    _form("a Google token", "ya29.", _EDGE + r"ya29\.[A-Za-z0-9_-]{20,}"),
    _form("a Groq key", "gsk_", _EDGE + r"gsk_[A-Za-z0-9]{20,}"),
    _form("an xAI key", "xai-", _EDGE + r"xai-[A-Za-z0-9]{20,}"),
    _form("a Perplexity key", "pplx-", _EDGE + r"pplx-[A-Za-z0-9]{20,}"),
    _form("a Replicate token", "r8_", _EDGE + r"r8_[A-Za-z0-9]{20,}"),
    _form("an AWS access key", "akia asia", _EDGE + r"(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])"),
    _form("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_", _EDGE + r"(?:gh[pousr]_|github_pat_)\w{20,}"),
    _form("a GitLab token", "glpat-", _EDGE + r"glpat-[A-Za-z0-9_-]{16,}"),
    _form("a Slack token", "xox", _EDGE + r"xox[abeoprs]-[A-Za-z0-9-]{10,}"),
    _form("a webhook address", "hooks.slack.com", r"hooks\.slack\.com/services/[A-Za-z0-9/]{20,}"),
    _form("a Stripe key", "sk_live rk_live sk_test", _EDGE + r"[sr]k_(?:live|test)_[A-Za-z0-9]{10,}"),
    _form("a SendGrid key", "sg.", _EDGE + r"SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"),
    _form("an npm token", "npm_", _EDGE + r"npm_[A-Za-z0-9]{30,}"),
    _form("a PyPI token", "pypi-", _EDGE + r"pypi-[A-Za-z0-9_-]{30,}"),
    _form("a Databricks token", "dapi", _EDGE + r"dapi[0-9a-f]{32}"),
    _form("a DigitalOcean token", "dop_v1_", _EDGE + r"dop_v1_[0-9a-f]{32,}"),
    _form(
        "an Azure key", "accountkey sharedaccesskey",
        r"(?i)(?:Account|SharedAccess)Key=(?P<s>[A-Za-z0-9+/]{20,}={0,2})", "s",
    ),
    _form("an Azure key", "sig=", r"[?&]sig=(?P<s>[A-Za-z0-9%+/=_-]{20,})", "s"),
    _form("a JSON web token", "eyj", _EDGE + r"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}"),
    _form("a bearer token", "bearer", r"(?i)\bbearer[ \t]+(?P<s>[A-Za-z0-9._~+/-]{16,}=*)", "s"),
    _form("basic credentials", "basic ", r"(?i)\bauthorization:[ \t]*basic[ \t]+(?P<s>[A-Za-z0-9+/]{8,}=*)", "s"),
    _form(
        "an address with a password", "://",
        r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\s/:@'\"<>]{0,80}:(?P<s>[^\s/@'\"<>]{3,120})@[\w.\[-]", "s",
    ),
    _form(
        "a password or key", "password passwd pwd secret token apikey api_key api-key access_key パスワード",
        r"(?i)(?:pass(?:word|wd)|(?<![a-z])pwd|secret(?:[_-]?(?:access[_-]?)?key)?|(?:access|auth|api)[_-]?token|"
        r"(?<![a-z])token|api[_-]?key|access[_-]?key|パスワード)['\"]?[ \t]{0,3}(?:[:=]|：|is(?=[ \t]['\"`]))[ \t]{0,3}"
        r"(?P<q>['\"`]?)(?P<s>[^\s'\"`,;<>()]{6,200})", "s",
    ),
)  # fmt: skip
_HINTS = tuple(sorted({hint for form in _FORMS for hint in form.hints}))
_MASKED = re.compile(r"(?i)\*{3}|x{4}|\.\.\.|…|•|redacted|removed|hidden|^[$%{<\[(]|^your[-_]|^null$|^none$|^https?:")


@dataclass(frozen=True, slots=True)
class Secret:
    """One find: what it is, and where in the text it stands."""

    what: str
    start: int
    end: int


def find_secrets(text: str) -> Iterator[Secret]:
    """Secrets in `text`, in no order, of overlapping ones the first form."""
    folded = text.casefold()
    if not any(map(folded.__contains__, _HINTS)):
        return
    taken: list[tuple[int, int]] = []  # in order, and none overlaps another
    for form in _FORMS:
        if not any(hint in folded for hint in form.hints):
            continue
        for match in form.pattern.finditer(text):
            start, end = match.span(form.group)
            place = bisect_left(taken, (end, end))
            if _is_masked(match[form.group]) or (place and start < taken[place - 1][1]):
                continue
            if form is _FORMS[-1] and not _is_likely(match):
                continue
            taken.insert(place, (start, end))
            yield Secret(form.what, start, end)


def _is_masked(text: str) -> bool:
    return bool(_MASKED.search(text))


def _is_likely(match: re.Match[str]) -> bool:
    """Whether what follows `password:` is one: a word of the sentence, or a name such as `DB_PASSWORD`, is none."""
    value = match["s"].rstrip(".:")
    if match["q"]:
        return len(value) >= 6 and not value.isupper()
    kinds = (any(map(str.isdigit, value)), any(map(str.isalpha, value)), any(not each.isalnum() for each in value))
    return len(value) >= 8 and kinds[0] and kinds[1] and not re.fullmatch(r"[\d.,%:/-]+\w{0,4}", value)
