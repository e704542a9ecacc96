"""How YAML tags in the site's configuration are read: `!ENV` as MkDocs does, all others as nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


def make_loader(environ: Mapping[str, str]) -> type[yaml.SafeLoader]:
    """A safe loader of its own; `environ` is what `!ENV` looks names up in."""

    class Loader(yaml.SafeLoader):
        """A safe loader of its own, so that no other reader's constructors are changed."""

    def environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:  # noqa: ANN401
        if isinstance(node, yaml.ScalarNode):
            names, default = [str(loader.construct_scalar(node))], None
        elif isinstance(node, yaml.SequenceNode):
            values = [loader.construct_object(each) for each in node.value]
            names, default = ([str(each) for each in values[:-1]], values[-1]) if len(values) > 1 else (values, None)
        else:
            return None
        for name in names:
            if name in environ:
                return yaml.safe_load(environ[name])
        return default

    def day(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:  # noqa: ANN401
        try:
            return loader.construct_yaml_timestamp(node)
        except ValueError:
            message = f"`{node.value}` is no date"
            raise yaml.constructor.ConstructorError(None, None, message, node.start_mark) from None

    Loader.add_constructor("!ENV", environment)
    Loader.add_constructor("tag:yaml.org,2002:timestamp", day)
    # Python names and other tags are the site engine's business; here they stand for nothing.
    Loader.add_constructor(None, lambda _loader, _node: None)
    return Loader
