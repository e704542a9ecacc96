"""JSON as bytes: the same for the same data, and safe wherever it is put, in a page's script element too."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# They stand in no place of JSON but strings. Half a pair of surrogates has no UTF-8 form; the rest would end a script
# element or, in older engines, a line of script.
_ESCAPED = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def to_bytes(document: Mapping[str, object], *, compact: bool = False) -> bytes:
    """The document in UTF-8 with sorted keys, one value a line or `compact`, and a closing line end."""
    form: dict[str, Any] = {"separators": (",", ":")} if compact else {"indent": 1}
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, **form)
    return (_ESCAPED.sub(_escape, text) + "\n").encode()


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
