"""`afterword trackers pull`: what the trackers say of every work item that reports name, in `_state/trackers.json`."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from afterword.commands.find_project import Found, find_project
from afterword.commands.options import config_option
from afterword.commands.refusal import Refusal
from afterword.commands.today import moment_now
from afterword.commands.trackers.ask import ask_host
from afterword.commands.trackers.client import LeftError
from afterword.commands.trackers.files import learn_from_files
from afterword.commands.trackers.patience import Patience
from afterword.commands.trackers.sign_in import MakeSender, make_client, over_tls
from afterword.commands.trackers.told import Told, asked_of, end_of, name_host
from afterword.commands.write_file import create_file, replace_file
from afterword.findings.visible import shown_path, visible
from afterword.model.collection import Collection
from afterword.model.tracker_settings import TrackerSettings
from afterword.model.tracker_state import TrackerItem, TrackerState, trim
from afterword.read.collection import read_collection
from afterword.read.tracker_state import NAME, read_tracker_state, write_tracker_state
from afterword.trackers.address import Address, read_address
from afterword.trackers.hosts import Host, find_host, find_place
from afterword.trackers.item import Place
from afterword.trackers.merge import is_worth_writing, merge_state


@click.command()
@click.option(
    "--from", "files", multiple=True, metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read FILE and ask no network: of `gh issue list --json`, `glab issue list --output json`, "
    "a search of Jira, or a CSV.",
)  # fmt: skip
@click.option(
    "--ca", "ca_file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificates in PEM that are trusted too; else those in `TRACKER_CA_FILE`.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit code 1 for addresses too that nobody is asked about.")
@config_option
def pull(files: tuple[Path, ...], ca_file: Path | None, config: Path | None, *, strict: bool) -> None:
    """Ask the trackers how far each work item is.

    Asked are the hosts that the settings name under `trackers`, and github.com and gitlab.com. Tokens come from the
    environment. What is learned goes into `_state/trackers.json`, which is committed like a report; no name, no title.
    What cannot be learned this time stays as it was known. Exit code 1 where something was not learned.
    """
    found = find_project((), config, os.environ)
    patience = Patience()
    make_sender = None if files else over_tls(os.environ, ca_file, patience)
    told = run_pull(found, files, os.environ, patience, make_sender)
    for line in told.lines:
        click.echo(line)
    if told.missing or (strict and told.aside):
        raise click.exceptions.Exit(1)


def run_pull(
    found: Found,
    files: Sequence[Path],
    environ: Mapping[str, str],
    patience: Patience,
    make_sender: MakeSender | None,
) -> Told:
    """Ask, or read files, and write the state where it says anything new.

    Args:
        found: the repository.
        files: what is read; empty for asking.
        environ: where tokens come from.
        patience: how long is waited.
        make_sender: what makes the sender of a host's requests; None for reading files.

    Raises:
        Refusal: where the state file is there and cannot be read, or cannot be written.
    """
    settings = found.project.settings.trackers
    path = found.project.docs / found.project.settings.state / NAME
    before = _before(path, found)
    collection = read_collection(found.project)
    wanted = sorted({trim(url) for url in _addresses(collection)})
    told = Told()
    if make_sender is None:
        learned = learn_from_files(files, wanted, settings, told)
    else:
        learned = _ask_all(wanted, settings, environ, patience, make_sender, told)
    now = moment_now(environ)
    after = merge_state(before, learned, wanted, now)
    told.say(end_of(after, len(wanted), told))
    shown = shown_path(found.display(found.project.shown(path)))
    if not wanted and before is None:
        told.say("No report names a work item, so nothing is written.")
    elif wanted and not learned:
        told.say("Nothing was learned, so nothing is written.")
    elif is_worth_writing(before, after, settings.old_after):
        _write(path, after)
        told.say(f"wrote {shown}")
    else:
        told.say(f"{shown} says the same already and stays as it is.")
    return told


def _addresses(collection: Collection) -> Iterator[str]:
    for report in collection.reports:
        for each in report.front.remediations:
            if each.tracker:
                yield each.tracker


@dataclass
class _Asked:
    """What is asked of one host: addresses by their work item, of which two may spell one."""

    host: Host
    addresses: dict[Place, list[Address]] = field(default_factory=lambda: defaultdict(list))


def _ask_all(
    wanted: Iterable[str],
    settings: TrackerSettings,
    environ: Mapping[str, str],
    patience: Patience,
    make_sender: MakeSender,
    told: Told,
) -> dict[str, TrackerItem]:
    learned: dict[str, TrackerItem] = {}
    for asked in _by_host(wanted, settings, told):
        name, left = asked.host.name, ""
        open_ones, before = dict(asked.addresses), len(learned)
        try:
            client, base = make_client(asked.host, environ, patience, make_sender)
            for place, seen in ask_host(asked.host, client, base, asked.addresses, settings):
                addresses = open_ones.pop(place)
                if isinstance(seen, str):
                    told.miss(f"{addresses[0].url}: {seen}", len(addresses))
                else:
                    learned.update({each.url: seen.as_item(each.url, place.key) for each in addresses})
        except LeftError as error:
            left = str(error)
        count = sum(map(len, open_ones.values()))
        if left and count:
            told.miss(f"{name}: {left}", count)
        told.say(asked_of(name, sum(map(len, asked.addresses.values())), len(learned) - before))
    return learned


def _by_host(wanted: Iterable[str], settings: TrackerSettings, told: Told) -> list[_Asked]:
    found: dict[str, _Asked] = {}
    unknown: dict[str, int] = defaultdict(int)
    for url in wanted:
        address = read_address(url)
        if address is None:
            told.leave(f"{_short(url)}: no plain https address, so nobody is asked")
            continue
        host = find_host(address.host, settings)
        if host is None:
            unknown[address.host] += 1
            continue
        place = find_place(address, host)
        if place is None:
            told.leave(f"{_short(url)}: no work item of {host.kind} has such an address")
            continue
        found.setdefault(host.name, _Asked(host)).addresses[place].append(address)
    for name, count in sorted(unknown.items()):
        told.leave(name_host(name, count), count)
    return [found[name] for name in sorted(found)]


def _short(url: str) -> str:
    shown = visible(url)
    return shown if len(shown) <= 120 else f"{shown[:119]}…"


def _before(path: Path, found: Found) -> TrackerState | None:
    """The last state; what cannot be read is not written over, since it may be a conflict that holds more."""
    state, problems = read_tracker_state(path, found.project.shown(path))
    if state is None and problems:
        first = problems[0]
        hint = f"; {first.hint}" if first.hint else ""
        message = f"`{shown_path(found.display(first.path))}`: {first.message}{hint}"
        raise Refusal(message)
    return state


def _write(path: Path, state: TrackerState) -> None:
    if path.is_symlink():
        message = f"`{path.name}` is a link, and nothing is written through one"
        raise Refusal(message)
    data = write_tracker_state(state).encode()
    if not create_file(path, data):
        replace_file(path, data)
