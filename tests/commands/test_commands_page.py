"""The guide's page of commands is what the commands say today, and each of them says enough."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

import click
import pytest
from tests.commands.commands_page import PATH, every_command, make_page, options_of

from afterword.commands import main
from afterword.commands.main import EXIT_CODES, SECTIONS, cli

COMMANDS = dict(every_command())
CALLED = {words: command for words, command in COMMANDS.items() if not isinstance(command, click.Group)}
STOPPING = re.compile(r"Exit\((?:1|outcome\.code)\)|\.exit\(MISSED\)|\b(?:stop_at_errors|told\.stop_at)\(")


def test_the_page_is_what_the_commands_say(update_golden: bool) -> None:
    if update_golden:
        PATH.write_text(make_page(), encoding="utf-8")
    assert PATH.read_text(encoding="utf-8") == make_page(), "`make golden` writes it anew"


def test_every_command_stands_in_one_section_and_in_the_readme(root: Path) -> None:
    listed = [command.name for _, commands in SECTIONS for command in commands]
    assert isinstance(cli, click.Group)
    assert listed == list(cli.commands)
    assert len(set(listed)) == len(listed)
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert [words for words in CALLED if f"`{words}" not in readme] == []


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_says_what_it_does_in_one_line_of_a_terminal(words: str) -> None:
    command = COMMANDS[words]
    above = COMMANDS.get(words.rpartition(" ")[0], cli)
    assert isinstance(above, click.Group)
    room = 78 - 6 - max(map(len, above.commands))
    assert re.fullmatch(r"[A-Z].+\.", command.get_short_help_str(1000))
    assert not command.get_short_help_str(room).endswith("..."), "its first sentence is too long"


@pytest.mark.parametrize("words", CALLED)
def test_every_argument_and_option_is_described(words: str) -> None:
    command = CALLED[words]
    context = click.Context(command)
    told = command.help or ""
    for argument in (each for each in command.params if isinstance(each, click.Argument)):
        for name in re.findall(r"[A-Z]+", argument.make_metavar(context)):
            assert re.search(rf"\b{name}\b", told), f"{name} is not explained"
    for option in options_of(command):
        assert re.fullmatch(r"[A-Z`].+\.", option.help or ""), option.opts
        has_default = option.default not in (None, False, "", ()) and not option.required
        assert not has_default or option.show_default or not isinstance(option.default, str | int), option.opts


@pytest.mark.parametrize("words", CALLED)
def test_options_that_are_named_exist_and_stand_in_backticks(words: str) -> None:
    command = CALLED[words]
    texts = [command.help or "", *(each.help or "" for each in options_of(command))]
    known = {name for _, each in COMMANDS.items() for option in options_of(each) for name in option.opts}
    for text in texts:
        assert re.findall(r"--[a-z-]+", re.sub(r"`[^`]+`", "", text)) == []
        own = [code for code in re.findall(r"`(--[^`]+)`", text) if not code.startswith("--junitxml")]
        assert {code.split()[0] for code in own} <= known


@pytest.mark.parametrize("words", CALLED)
def test_a_command_that_can_end_with_1_says_when(words: str) -> None:
    told = inspect.cleandoc(CALLED[words].help or "")
    assert ("Exit code 1 where" in told) == bool(STOPPING.search(_source(CALLED[words])))


def _source(command: click.Command) -> str:
    """The command's own module, and those of the commands' folder that it takes something from."""
    own = inspect.getmodule(command.callback)
    assert own is not None
    text = inspect.getsource(own)
    names = re.findall(r"(?m)^from (afterword\.commands\.\S+) import", text)
    return text + "".join(inspect.getsource(sys.modules[name]) for name in names)


def test_exit_codes_stand_in_the_help(afterword) -> None:
    shown = afterword("--help").stdout
    assert list(EXIT_CODES) == [0, 1, 2, main.FAULT, main.INTERRUPTED]
    for code, words in EXIT_CODES.items():
        assert re.search(rf"(?m)^  {code} +{re.escape(words.split()[0])}", shown)
    for title, _ in SECTIONS:
        assert f"\n{title}:\n" in shown
