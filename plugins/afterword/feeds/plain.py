"""Text that every form of a feed can carry, whatever was typed."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """`text` without what XML cannot carry and UTF-8 cannot write: control characters and halves of a pair."""
    return _NOT_XML.sub("", text)
