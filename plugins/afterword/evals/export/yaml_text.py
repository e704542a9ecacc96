"""YAML that every reader takes alike: each text is in quotes, so that none of them sees a number or a `yes` in it."""

from __future__ import annotations

from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes maps and lists as blocks, with two spaces."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401
        """Write equal parts out again: people read them where they stand."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their key, as most YAML is written by hand."""
        super().increase_indent(flow, False)


class _Key(str):
    """A key that we chose ourselves, which needs no quotes."""

    __slots__ = ()


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = text.isprintable() and all(each <= "\uffff" for each in text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if plain else '"')


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Key, lambda dumper, key: dumper.represent_scalar("tag:yaml.org,2002:str", str(key)))


def to_yaml(value: Any) -> str:  # noqa: ANN401 - any JSON with our own keys
    """The value as YAML 1.2; keys are our own and stand bare."""
    return yaml.dump(_keyed(value), Dumper=_Dumper, allow_unicode=True, width=2**31, sort_keys=False)


def _keyed(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {_Key(key): _keyed(each) for key, each in value.items()}
    return [_keyed(each) for each in value] if isinstance(value, list | tuple) else value
