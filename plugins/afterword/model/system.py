"""The system an incident happened in, and the state it was in."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from afterword.model.choices import Autonomy, SystemType
from afterword.model.fields import Fields
from afterword.model.scalars import Instant, Text, Value


class System(Fields):
    """Which system behaved unexpectedly, and who owns it."""

    name: Text | None = Field(
        None, description="The system's short name, from `_systems.yml` where the organisation keeps one."
    )
    type: SystemType | None = Field(None, description="What sort of AI system it is.")
    owner_team: Text | None = Field(None, description="The team that owns the system.")
    decision: Text | None = Field(None, description="What the system decides or does for people, in a few words.")
    autonomy: Autonomy | None = Field(None, description="How far the system acts without a person's decision.")
    provider: Text | None = Field(
        None, description="Who provides the model or the service it rests on; `self_hosted` for the own."
    )
    also_affected: tuple[Text, ...] = Field((), description="Other systems that the same conditions reached.")


class NotPreserved(Fields):
    """That the state was not kept, told as a finding worth learning from."""

    needs: ClassVar = ("how",)
    how: Text | None = Field(None, description="How it came about that the state could not be kept.")


class Environment(Fields):
    """Where the system ran."""

    release: Text | None = Field(None, description="The release that was live.")
    commit: Text | None = Field(None, description="The commit that was live.")
    region: Text | None = Field(None, description="The region or site in which it ran.")
    flags: dict[str, Value] = Field(default_factory=dict, description="Feature flags and their values at the time.")


class DataSet(Fields):
    """One data set that the system learned from or read."""

    needs: ClassVar = ("name",)
    name: Text | None = Field(None, description="The data set's name.")
    version: Text | None = Field(None, description="The version in use at the time.")
    role: Text | None = Field(None, description="What it was used for, such as `fine-tuning` or `grounding`.")


class Snapshot(Fields):
    """Model, prompt, data and environment as they were, kept before anything was rolled back."""

    taken_at: Instant | None = Field(None, description="When the state was kept.")
    taken_before: tuple[Text, ...] = Field((), description="What happened only after the state was kept.")
    semconv: Text | None = Field(
        None, description="The set of attribute names used, such as `semantic-conventions-genai`."
    )
    model: dict[str, Value] = Field(
        default_factory=dict, description="The model's attributes, under OpenTelemetry's `gen_ai.*` names."
    )
    prompt: dict[str, Value] = Field(default_factory=dict, description="The prompt's name, version and attributes.")
    data: tuple[DataSet, ...] = Field((), description="The data sets in use, with their versions.")
    retrieval: dict[str, Value] = Field(
        default_factory=dict, description="What was retrieved from, with the index and its version."
    )
    tools: tuple[Value, ...] = Field((), description="The tools that the system could call.")
    environment: Environment | None = Field(None, description="Where the system ran.")
    not_preserved: NotPreserved | None = Field(None, description="Stands in for the rest where the state was not kept.")
