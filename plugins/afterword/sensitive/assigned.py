"""What is given to a name such as `password` or `api_key`, and keys that have no beginning of their own.

Whose key it is, is told by the name before it: `MISTRAL_API_KEY=…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.sensitive.clouds import AWS, AZURE
from afterword.sensitive.form import places
from afterword.sensitive.match import Kind, Match, is_example, is_masked
from afterword.sensitive.providers import COHERE, MISTRAL

ASSIGNED = Kind("assigned-secret", "a password or key", guessable=True)

_ANCHORS = ("password", "passwd", "pwd", "secret", "token", "apikey", "api_key", "api-key", "accesskey", "access_key",
            "access-key", "パスワード")  # fmt: skip
_GIVEN = re.compile(
    r"(?P<name>pass(?:word|wd)|(?<![a-z])pwd|secret(?:[_-]?(?:access[_-]?)?key)?|"
    r"(?:(?<![a-z])|(?<=access)|(?<=auth)|(?<=api))token|api[_-]?key|access[_-]?key|パスワード)"
    r"['\"]?[ \t]{0,3}(?:[:=]|：|is(?=[ \t]['\"`]))[ \t]{0,3}"
    r"(?P<q>['\"`]?)(?P<s>[^\s'\"`,;<>()]{6,200})",
    re.IGNORECASE,
)
_BRANDS = (("mistral", MISTRAL), ("cohere", COHERE), ("azure", AZURE), ("aws", AWS), ("secretaccess", AWS))
_KEY_LIKE = re.compile(r"[A-Za-z0-9+/=_-]{20,200}\Z")
# The keys of Azure's services for models carry the same letters in the middle and near the end.
_AZURE = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{18}A(?:CO|AA|CA|Z[A-Z])[A-Za-z0-9]{5,8}(?![A-Za-z0-9])"
)
# A piece of code, the name of a variable, a path, or the place in a vault where the secret is.
_CODE = re.compile(
    r"[A-Za-z_]\w*(?:(?:\.|::|->|\[)[\w\]]+)+\Z|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\Z|[~.]{0,2}/[\w.-]+/|"
    r"(?:arn|file|vault|env|ssm|op|secrets?|sops|kms):|ENC\["
)
_TYPE = re.compile(r"(?i)(?:string|str|bytes|bool(?:ean)?|number|object|required|optional|hidden|secret|password)\W?\Z")
_NO_SECRETS = re.compile(
    r"(?:page|next|continuation|sync|cursor|csrf|eos|bos|pad|unk|mask|sep|cls|stop|special|start|end|first|last|per|"
    r"prev|max|min)[_-]?\Z"
)
_LONG = 16


def find_assigned(text: str, folded: str) -> Iterator[Match]:
    """Values that read like a password or a key; a word of a sentence, or a name such as `DB_PASSWORD`, is none."""
    if "JQQJ99" in text:
        yield from (Match(AZURE, *found.span()) for found in _AZURE.finditer(text))
    for at in places(folded, _ANCHORS):
        found = _GIVEN.match(text, at)
        if found is None or is_masked(found["s"]) or not _is_likely(found):
            continue
        # The full stop of a sentence is none of the password's letters, and may be: it stays covered.
        yield Match(_whose(found, folded), *found.span("s"), sure=_is_sure(found, folded))


def _is_likely(found: re.Match[str]) -> bool:
    value = found["s"].rstrip(".:")
    if found["q"]:
        return len(value) >= 6 and not value.isupper()
    kinds = (any(map(str.isdigit, value)), any(map(str.isalpha, value)), any(not each.isalnum() for each in value))
    return len(value) >= 8 and kinds[0] and kinds[1] and not re.fullmatch(r"[\d.,%:/-]+\w{0,4}", value)


def _is_sure(found: re.Match[str], folded: str) -> bool:
    """Whether it is more than a piece of code, an example, or one of the tokens that a model reads and writes."""
    value, name = found["s"], found["name"].casefold()
    if is_example(value) or _CODE.match(value) or _TYPE.match(value):
        return False
    after = found.string[found.end() : found.end() + 1]
    if after == "(" or (found["q"] and after.isspace()):
        return False  # a call, or a sentence in quotation marks
    if name == "token":
        # In the answers of models each piece of a word is a `"token"`.
        has_digit = any(map(str.isdigit, value))
        before = folded[max(0, found.start() - 14) : found.start()]
        return has_digit and len(value) >= _LONG and not _NO_SECRETS.search(before)
    return True


def _whose(found: re.Match[str], folded: str) -> Kind:
    """The kind by the names around: sixty characters before it, on the line above too, and the rest of its line."""
    if not _KEY_LIKE.match(found["s"]):
        return ASSIGNED
    end = folded.find("\n", found.end())
    end = min(end if end >= 0 else len(folded), found.end() + 60)
    before, after = folded[max(0, found.start() - 60) : found.start("s")], folded[found.end() : end]
    around = re.sub(r"[_-]", "", f"{before} {after}")
    return next((kind for name, kind in _BRANDS if name in around), ASSIGNED)
