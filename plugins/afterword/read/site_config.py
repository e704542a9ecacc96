"""The site's configuration file: `INHERIT` and `!ENV` as MkDocs reads them, other tags opaque."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from afterword.model.settings import Settings
from afterword.read.settings import SettingsError, read_settings

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
PLUGIN = "afterword"


@dataclass(frozen=True)
class SiteConfig:
    """What one configuration file says, parents included."""

    path: Path
    docs: Path
    settings: Settings
    excludes: tuple[str, ...]
    site_url: str
    site_name: str
    edit_url: str


def find_config(start: Path) -> Path | None:
    """The nearest configuration file at or above `start`, not past the root of its git repository."""
    folder = start if start.is_dir() else start.parent
    for each in (folder, *folder.parents):
        for name in NAMES:
            if (each / name).is_file():
                return each / name
        if (each / ".git").exists():
            return None
    return None


def read_site_config(path: Path, environ: Mapping[str, str]) -> SiteConfig:
    """Read one configuration file; `environ` is what `!ENV` looks names up in.

    Raises:
        SettingsError: where the file or the plugin's block in it cannot be read.
    """
    content = _load(path, environ, ())
    docs = path.parent / str(content.get("docs_dir") or "docs")
    repo, edit = str(content.get("repo_url") or ""), str(content.get("edit_uri") or "")
    site_url = str(content.get("site_url") or "")
    return SiteConfig(
        path=path,
        docs=docs,
        settings=read_settings(_block(content), str(path), _locator(path)),
        excludes=tuple(str(content.get("exclude_docs") or "").split("\n")),
        site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
        site_name=str(content.get("site_name") or "Afterword"),
        edit_url=f"{repo.rstrip('/')}/{edit.strip('/')}/" if repo and edit else "",
    )


def _block(content: Mapping[str, Any]) -> Mapping[str, Any]:
    plugins = content.get("plugins") or ()
    entries = plugins.items() if isinstance(plugins, Mapping) else (
        pair for each in plugins for pair in (each.items() if isinstance(each, Mapping) else [(each, None)])
    )  # fmt: skip
    for name, options in entries:
        if name == PLUGIN:
            return options if isinstance(options, Mapping) else {}
    return {}


def _load(path: Path, environ: Mapping[str, str], above: tuple[Path, ...]) -> dict[str, Any]:
    if path in above:
        raise SettingsError(str(path), 1, "`INHERIT` leads back to this file")
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_loader(environ))
    except OSError as error:
        raise SettingsError(str(path), 1, f"the file cannot be read: {(error.strerror or 'error').lower()}") from None
    except UnicodeDecodeError:
        raise SettingsError(str(path), 1, "the file is not UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise SettingsError(str(path), mark.line + 1 if mark else 1, f"this is no valid YAML: {problem}") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(str(path), 1, f"this is no valid YAML: {error}") from None
    content = {} if content is None else content
    if not isinstance(content, dict):
        raise SettingsError(str(path), 1, "the file is not a map of settings")
    parent = content.pop("INHERIT", None)
    if parent is None:
        return content
    return _merge(_load((path.parent / str(parent)).resolve(), environ, (*above, path)), content)


def _merge(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _merge(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged


def _loader(environ: Mapping[str, str]) -> type[yaml.SafeLoader]:
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

    Loader.add_constructor("!ENV", environment)
    # Python names and other tags are the site engine's business; here they stand for nothing.
    for prefix in ("!", "tag:yaml.org,2002:python/"):
        Loader.add_multi_constructor(prefix, lambda _loader, _suffix, _node: None)
    return Loader


def _locator(path: Path) -> Mapping[str, int]:
    """The first line on which each key of the file stands, for messages about a setting."""
    lines: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        key = line.strip().removeprefix("- ").partition(":")[0].strip("\"'")
        lines.setdefault(key, number)
    return lines
