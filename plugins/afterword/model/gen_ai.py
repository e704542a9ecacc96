"""The `gen_ai.*` names of OpenTelemetry: which there are, what they hold, and what an unknown one may have meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PREFIX = "gen_ai."
Part = Literal["model", "prompt", "retrieval", "tools", "call", "content", "metric", "event"]
NEWER = "semantic-conventions-genai"
"""The set of names that OpenTelemetry keeps in a repository of their own."""
OLDER = "semantic-conventions 1.41.0"
"""The last set of names before that."""
_WHATEVER = ".*"
_NUMBERED = re.compile(r"gen_ai\.(prompt|completion)\.[0-9]")
_WRITTEN = frozenset({"content", "contents", "message", "messages", "text", "arguments", "result", "documents", "body"})


class GenAiName(BaseModel):
    """One name."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str = Field(pattern=r"^gen_ai\.[a-z0-9_.]+(\.\*)?$", description="The name; `.*` for any last part.")
    part: Part = Field(description="In which part of a snapshot it stands, or why it stands in none.")
    meaning: str = Field(min_length=5, max_length=120, description="What it holds.")
    since: Literal["genai"] | None = Field(None, description="Set where only the newer repository has it.")
    now: str | None = Field(None, description="The name that took its place.")
    renamed_in: Literal["genai"] | None = Field(None, description="Set where only the newer repository renamed it.")
    gone: str = Field("", description="Why no name took its place.")


@dataclass(frozen=True)
class GenAiNames:
    """All names that are known."""

    entries: tuple[GenAiName, ...]

    @cached_property
    def by_name(self) -> Mapping[str, GenAiName]:
        """Entries by name, without those that stand for any last part."""
        return {each.name: each for each in self.entries if not each.name.endswith(_WHATEVER)}

    @cached_property
    def _open(self) -> tuple[tuple[str, GenAiName], ...]:
        return tuple((each.name[:-1], each) for each in self.entries if each.name.endswith(_WHATEVER))

    def find(self, name: str) -> GenAiName | None:
        """The entry of a name, also of one whose last part is free."""
        known = self.by_name.get(name)
        return known or next(
            (each for start, each in self._open if name.startswith(start) and len(name) > len(start)), None
        )

    def is_content(self, name: str) -> bool:
        """Whether it holds what people or models wrote, as far as the name tells; some libraries have own names.

        Such values stay in the preserved file, which only a few may read.
        """
        known = self.find(name)
        if known is not None:
            return known.part == "content"
        return bool(_NUMBERED.match(name)) or name.rpartition(".")[2] in _WRITTEN

    def nearest(self, name: str) -> str | None:
        """The known attribute that is spelled most like an unknown one, where one is near; deprecated ones are none."""
        current = [each.name for each in self.by_name.values() if _is_current(each)]
        close = difflib.get_close_matches(name[:100], current, n=1, cutoff=0.75)
        return close[0] if close else None

    def renamed(self, name: str, semconv: str = "") -> str | None:
        """The name that took this one's place, by the set of names that a report says it uses; None where none did."""
        known = self.find(name)
        if known is None or known.now is None or (known.renamed_in is not None and NEWER not in semconv):
            return None
        return known.now

    def flaw(self, name: str, semconv: str = "") -> tuple[str, str] | None:
        """What is to be said of a `gen_ai.*` name and the cure, both without the name; None where it is sound.

        Args:
            name: the name as it was typed.
            semconv: the set of names that a report says it uses: a name that only the newer repository replaced is
                sound elsewhere.
        """
        known = self.find(name)
        if known is None:
            near = self.nearest(name)
            cure = (
                f"did you mean `{near}`?"
                if near
                else "let a name of the organisation's own begin otherwise than with `gen_ai.`"
            )
            return "is no attribute that OpenTelemetry knows", cure
        if known.part in {"metric", "event"}:
            article = "an event" if known.part == "event" else "a metric"
            return f"is the name of {article}, not of an attribute", "keep it in the file that was preserved"
        if now := self.renamed(name, semconv):
            return f"is deprecated; it is called `{now}` now", f"write `{now}`"
        if known.gone:
            return "is deprecated, and nothing took its place", known.gone
        return None


def _is_current(entry: GenAiName) -> bool:
    return entry.now is None and not entry.gone and entry.part not in {"metric", "event"}
