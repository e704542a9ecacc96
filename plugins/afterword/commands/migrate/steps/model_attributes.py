"""Names of OpenTelemetry in a snapshot that have another name now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from afterword.commands.migrate.words import Question, Word
from afterword.model.gen_ai import PREFIX
from afterword.model.vocabulary import Vocabulary
from afterword.read.gen_ai import shipped_names
from afterword.read.node import Node, child_of

_PARTS = ("model", "prompt", "retrieval")
_OTHER_VALUES = frozenset({"gen_ai.openai.request.response_format"})
"""Names whose values mean something else under the new one."""
_NEW_VALUES: Mapping[str, Mapping[str, str]] = {
    "gen_ai.system": {
        "az.ai.inference": "azure.ai.inference",
        "az.ai.openai": "azure.ai.openai",
        "gemini": "gcp.gemini",
        "vertex_ai": "gcp.vertex_ai",
        "xai": "x_ai",
    }
}
"""Values that were renamed together with their name."""


def model_attributes(root: Node, vocabulary: Vocabulary) -> Iterator[Word | Question]:
    """The new name of each replaced `gen_ai.*` attribute of `snapshot`, where its value stays what it was."""
    del vocabulary
    snapshot = child_of(root, "snapshot")
    if snapshot is None:
        return
    typed = child_of(snapshot, "semconv")
    for part in _PARTS:
        attributes = child_of(snapshot, part)
        if attributes is not None:
            yield from _renamed(attributes, (typed.text or "") if typed else "")


def _renamed(attributes: Node, semconv: str) -> Iterator[Word | Question]:
    taken = {key.text for key, _ in attributes.entries or ()}
    for key, value in attributes.entries or ():
        name = key.text or ""
        now = shipped_names().renamed(name, semconv) if name.startswith(PREFIX) else None
        if now is None:
            continue
        if now in taken:
            yield Question(key, f"`{name}` is called `{now}` now, which stands beside it: keep one of them")
        elif name in _OTHER_VALUES:
            yield Question(key, f"`{name}` is called `{now}` now, and takes other values: write both by hand")
        else:
            taken.add(now)
            yield Word(key, now)
            new_value = _NEW_VALUES.get(name, {}).get(value.text or "")
            if new_value:
                yield Word(value, new_value)
