"""Whether a feed is sound: the schema beside this file, and what readers' programs make of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
from lxml import etree

_SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "atom.rng")))


def read_feed(content: bytes) -> Any:
    """The feed as `feedparser` reads it, after the schema has found nothing and no id stands in it twice."""
    tree = etree.fromstring(content)
    assert _SCHEMA.validate(tree), _SCHEMA.error_log
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    ids = [entry.id for entry in found.entries]
    assert len(set(ids)) == len(ids)
    moments = [entry.updated_parsed for entry in found.entries]
    assert moments == sorted(moments, reverse=True)
    assert not moments or found.feed.updated_parsed == moments[0]
    return found
