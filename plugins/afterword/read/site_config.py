"""The site's configuration file: `INHERIT` and `!ENV` as MkDocs reads them, other tags opaque."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from afterword.model.settings import Settings
from afterword.read.former_settings import former_words
from afterword.read.settings import SettingsError, read_settings
from afterword.read.site_loader import make_loader

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
PLUGIN = "afterword"
_PHRASE = re.compile(r"\b(?:phrase|pattern|digest):\s*(?:\"([^\"]*)\"|'([^']*)'|([^,}#]+))")


@dataclass(frozen=True)
class SiteConfig:
    """What one configuration file says, parents included; `content` is all of it, with opaque tags as None.

    `home` is the file in which the plugin's block stands, and `lines` where each of its keys, phrases, patterns and
    digests does.
    """

    path: Path
    docs: Path
    settings: Settings
    excludes: tuple[str, ...]
    site_url: str
    site_name: str
    edit_url: str
    content: Mapping[str, Any] = field(default_factory=dict)
    home: Path = field(default_factory=Path)
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def former(self) -> tuple[tuple[str, str, str], ...]:
        """The settings that hold a former word: the setting, that word, and what is written now."""
        return tuple(former_words(_block(self.content, self.home)))


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
    files: list[Path] = []
    content = _load(path, environ, files)
    docs = path.parent / _docs_dir(content, path)
    # A block that is inherited stands in another file, and its mistakes are told there.
    home = next((each for each in files if PLUGIN in _locator(each)), path)
    repo, edit = str(content.get("repo_url") or ""), str(content.get("edit_uri") or "")
    site_url = str(content.get("site_url") or "")
    return SiteConfig(
        path=path,
        docs=docs,
        settings=read_settings(_block(content, home), str(home), {**_phrases(home), **_locator(home)}),
        excludes=tuple(str(content.get("exclude_docs") or "").split("\n")),
        site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
        site_name=str(content.get("site_name") or "Afterword"),
        edit_url=f"{repo.rstrip('/')}/{edit.strip('/')}/" if repo and edit else "",
        content=content,
        home=home,
        lines={**_phrases(home), **_locator(home)},
    )


def _docs_dir(content: Mapping[str, Any], path: Path) -> str:
    docs = content.get("docs_dir") or "docs"
    if not isinstance(docs, str) or "\0" in docs:
        raise SettingsError(str(path), _locator(path).get("docs_dir", 1), "`docs_dir` takes the path of a folder")
    return docs


def _block(content: Mapping[str, Any], home: Path) -> Mapping[str, Any]:
    plugins = content.get("plugins") or []
    if not isinstance(plugins, Mapping | list):
        raise SettingsError(str(home), _locator(home).get("plugins", 1), "`plugins` takes a list")
    entries = plugins.items() if isinstance(plugins, Mapping) else (
        pair for each in plugins for pair in (each.items() if isinstance(each, Mapping) else [(each, None)])
    )  # fmt: skip
    for name, options in entries:
        if name == PLUGIN and options is not None and not isinstance(options, Mapping):
            message = f"`{PLUGIN}` takes a map of settings; write `key: value` lines below it, indented"
            raise SettingsError(str(home), _locator(home).get(PLUGIN, 1), message)
        if name == PLUGIN:
            return options or {}
    return {}


def _load(path: Path, environ: Mapping[str, str], files: list[Path]) -> dict[str, Any]:
    """The file's content on top of that of the files it inherits from, which are added to `files` in that order."""
    content = _load_one(path, environ)
    files.append(path)
    parent = content.pop("INHERIT", None)
    if parent is None:
        return content
    line = _locator(path).get("INHERIT", 1)
    if not isinstance(parent, str) or not (above := (path.parent / parent).resolve()).is_file():
        raise SettingsError(str(path), line, f"`INHERIT` names no file: `{parent}`")
    if above in (each.resolve() for each in files):
        raise SettingsError(str(path), line, "`INHERIT` leads back to this file or one below it")
    return _merge(_load(above, environ, files), content)


def _load_one(path: Path, environ: Mapping[str, str]) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=make_loader(environ))
    except OSError as error:
        raise SettingsError(str(path), 1, f"the file cannot be read: {(error.strerror or 'error').lower()}") from None
    except UnicodeDecodeError:
        raise SettingsError(str(path), 1, "the file is not UTF-8") from None
    except yaml.reader.ReaderError as error:
        message = f"a character that YAML does not allow stands here (U+{int(error.character):04X})"
        raise SettingsError(str(path), _line_of(path, int(error.position)), message) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise SettingsError(str(path), mark.line + 1 if mark else 1, f"this is no valid YAML: {problem}") from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(str(path), 1, f"this is no valid YAML: {error}") from None
    content = {} if content is None else content
    if not isinstance(content, dict):
        raise SettingsError(str(path), 1, "the file is not a map of settings")
    return content


def _line_of(path: Path, position: int) -> int:
    return path.read_text(encoding="utf-8-sig").count("\n", 0, position) + 1


def _merge(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _merge(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged


def _phrases(path: Path) -> Mapping[str, int]:
    """The first line on which each of the organisation's own phrases and patterns, and each digest, is given."""
    lines: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        for found in _PHRASE.finditer(line):
            lines.setdefault((found[1] or found[2] or found[3]).strip(), number)
    return lines


def _locator(path: Path) -> Mapping[str, int]:
    """The first line on which each key of the file stands, for messages about a setting."""
    lines: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        key = line.strip().removeprefix("- ").partition(":")[0].strip("\"'")
        lines.setdefault(key, number)
    return lines
