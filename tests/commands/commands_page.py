"""The guide's page of commands, made from the commands themselves.

Pages lie below the commands and cannot ask them, so the text is kept in the package, and `make golden` writes it anew.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click
from tests.commands.program_data import PROGRAM_DATA

import afterword.pages
from afterword.commands.main import EXIT_CODES, SECTIONS, cli

PATH = Path(afterword.pages.__file__).parent / "guide_texts" / "commands.md"
_WIDTH = 120
_INTRO = """\
Every command as `afterword COMMAND --help` tells it. It begins with what is needed first when something goes wrong, and
ends with what is needed once. Words in capitals stand for what is typed, and brackets for what may be left out.

`-h` and `--help` print the help of any command, and `afterword --version` the version. Everything a command needs of a
repository it takes from [the settings](settings.md), and secrets from [the environment](files.md#the-environment)."""
_DATA = """\
What is printed goes to standard output alone, so that it can be piped. Keys may be added in later versions, so a
program leaves alone what it does not know. The data of a site have [addresses](addresses.md#files-for-programs) of their own."""


def make_page() -> str:
    """The whole text, which ends in a line feed."""
    blocks = ["# Commands", "<!-- Made from the commands by `make golden`: change the help of a command, not this. -->"]
    blocks += [
        *_paragraphs(_INTRO),
        "## Exit codes",
        *_entries((f"`{code}`", words) for code, words in EXIT_CODES.items()),
    ]
    for title, commands in SECTIONS:
        blocks.append(f"## {title}")
        for command in commands:
            blocks += _describe(command, cli, "afterword")
    blocks += ["## Data for programs", *_paragraphs(_DATA)]
    for title, about, keys in PROGRAM_DATA:
        blocks += [f"### {title}", *_paragraphs(about)]
        blocks += [_wrapped(f"{whose} keys: {_listed(named)}.") for whose, named in keys.items()]
    return "\n\n".join(blocks) + "\n"


def every_command() -> Iterator[tuple[str, click.Command]]:
    """All commands by the words that call them, groups before what is in them."""
    for _, commands in SECTIONS:
        for command in commands:
            yield f"afterword {command.name}", command
            if isinstance(command, click.Group):
                for name, inner in sorted(command.commands.items()):
                    yield f"afterword {command.name} {name}", inner


def options_of(command: click.Command) -> list[click.Option]:
    """Its options but `--help`, in the order of its help."""
    return [each for each in command.params if isinstance(each, click.Option) and not each.hidden]


def _describe(command: click.Command, above: click.Group, path: str) -> Iterator[str]:
    words = f"{path} {command.name}"
    yield f"### {words}"
    yield from _paragraphs(command.help or "")
    if isinstance(command, click.Group):
        for _, inner in sorted(command.commands.items()):
            yield from _describe(inner, command, words)
        return
    context = click.Context(command, parent=click.Context(above))
    yield f"```text\n{' '.join([words, *command.collect_usage_pieces(context)])}\n```"
    yield from _entries((_name(each), _about(each)) for each in options_of(command))


def _name(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return f"`{names}`"
    return f"`{names} {option.metavar or _typed(option)}`"


def _typed(option: click.Option) -> str:
    """What stands for the value where the command gives it no name."""
    if isinstance(option.type, click.Path):
        return "FILE"
    return "N" if isinstance(option.type, click.IntRange) else "WORD"


def _about(option: click.Option) -> str:
    words = [option.help or ""]
    if isinstance(option.type, click.Choice):
        words.append(f"One of {_listed(option.type.choices)}.")
    if isinstance(option.type, click.IntRange):
        low, high = option.type.min, option.type.max
        words.append(f"{low} or more." if high is None else f"From {low} to {high}.")
    if option.multiple:
        words.append("It may be given several times.")
    if option.required:
        words.append("It is needed.")
    elif option.show_default:
        words.append(f"Default: `{option.default}`.")
    return " ".join(words)


def _entries(pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Pairs of a name and what it is, as a definition list."""
    for name, about in pairs:
        told = textwrap.wrap(about, _WIDTH, initial_indent=":   ", subsequent_indent="    ", **_WHOLE)
        yield "\n".join([name, *told])


_WHOLE = {"break_long_words": False, "break_on_hyphens": False}


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text)):
        yield _wrapped(paragraph)


def _wrapped(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH, **_WHOLE)


def _listed(words: object) -> str:
    return ", ".join(f"`{word}`" for word in words)
