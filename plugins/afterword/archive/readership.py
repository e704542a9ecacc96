"""What an older file says of who may read it. Where nobody has said what that means here, the file is not taken."""

from __future__ import annotations

from afterword.archive.draft import Draft, Setting
from afterword.archive.mapping import FileEntry
from afterword.archive.texts import clean, texts_of
from afterword.model.audience import is_shown_to
from afterword.model.choices import AUDIENCES

_READERS = frozenset({"audience", "visibility", "access", "classification", "confidentiality", "sensitivity", "tlp"})
"""Old fields whose value says who may read."""
_CLOSED = frozenset({"confidential", "private", "internal", "restricted", "draft", "embargoed", "unlisted"})
"""Old fields that keep readers out unless they say no."""
_OPEN = frozenset({"published", "publish"})
"""Old fields that keep readers out where they say no."""
_NO = frozenset({"false", "no", "off", "0", "n"})


def why_narrower(draft: Draft, entry: FileEntry, setting: Setting) -> str:
    """Why it is not settled that the file may be read as widely as the import would have it; empty where it is.

    Settled is what the mapping says: `audience` for the file itself, an audience for the old field's value, or the
    value under `values`, be it as `""`.
    """
    if entry.audience is not None:
        return ""
    for key, value in draft.mapped.unread:
        return f"`{key}: {value}` is no audience here; the mapping says under `values` which one it is"
    for key, tree in draft.old.front.metadata.items():
        if key in setting.mapping.fields or key in setting.mapping.values:
            continue
        for text in texts_of(tree):
            plain = clean(text)
            if _keeps_out(key.strip().lower().replace("-", "_"), plain.lower(), setting):
                return f"`{key}: {plain}` may mean fewer readers; the mapping says who may read it (`audience`)"
    return ""


def _keeps_out(key: str, value: str, setting: Setting) -> bool:
    if key in _OPEN:
        return value in _NO
    if key in _CLOSED:
        return value not in _NO
    if key not in _READERS:
        return False
    known = next((each for each in AUDIENCES if each == value), None)
    meant = setting.settings.import_.audience
    return known is None or meant is None or not is_shown_to(known, meant)
