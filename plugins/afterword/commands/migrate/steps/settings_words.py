"""Words of settings that are written otherwise now."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.commands.migrate.words import Question, Word
from afterword.model.vocabulary import Vocabulary
from afterword.read.former_settings import FORMER_WORDS
from afterword.read.node import Node, child_of
from afterword.read.site_config import PLUGIN


def settings_words(root: Node, vocabulary: Vocabulary) -> Iterator[Word | Question]:
    """Each former word in the plugin's block, such as `names: allowed`, which is `names: "off"` since 0.1.0."""
    del vocabulary
    for block in _blocks(root):
        for name, words in FORMER_WORDS.items():
            value = child_of(block, name)
            new = words.get(value.text or "") if value is not None else None
            if value is not None and new:
                yield Word(value, new)


def _blocks(root: Node) -> Iterator[Node]:
    """The plugin's block, whether `plugins` is a list or a map."""
    plugins = child_of(root, "plugins")
    for holder in (plugins, *(plugins.items or ())) if plugins is not None else ():
        block = child_of(holder, PLUGIN)
        if block is not None:
            yield block
