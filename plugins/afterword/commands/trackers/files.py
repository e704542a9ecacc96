"""Files that `trackers pull --from` reads instead of asking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from afterword.commands.refusal import Refusal
from afterword.commands.trackers.told import Told
from afterword.findings.visible import shown_path
from afterword.model.tracker_settings import TrackerSettings
from afterword.model.tracker_state import TrackerItem
from afterword.read.files import read_bytes
from afterword.trackers.address import Address, read_address
from afterword.trackers.hosts import find_host, find_place
from afterword.trackers.item import Place
from afterword.trackers.listing import Listing, ListingError, guess_place, read_listing

_FORMS = "it takes what `gh issue list --json …`, `glab issue list --output json` or a search of Jira wrote, or a CSV"


def learn_from_files(
    files: Sequence[Path], wanted: Iterable[str], settings: TrackerSettings, told: Told
) -> dict[str, TrackerItem]:
    """Items by address; what stands in a later file wins. Addresses that are in none are no loss: files are parts.

    Raises:
        Refusal: where a file cannot be read or has none of the forms; nothing is written then.
    """
    listings = [_read(file, settings, told) for file in files]
    learned: dict[str, TrackerItem] = {}
    for url in wanted:
        address = read_address(url)
        place = _place(address, settings) if address else None
        for listing in listings:
            found = listing.find(address, place) if address and place else listing.by_url.get(url)
            if found is not None:
                learned[url] = found
    return learned


def _read(file: Path, settings: TrackerSettings, told: Told) -> Listing:
    shown = shown_path(file.as_posix())
    data = read_bytes(file)
    if isinstance(data, str):
        message = f"`{shown}` cannot be read: {data}"
        raise Refusal(message)
    try:
        listing = read_listing(data, shown, settings, is_csv=file.suffix.lower() == ".csv")
    except ListingError as error:
        message = f"`{shown}` cannot be taken: {error}; {_FORMS}"
        raise Refusal(message) from None
    for problem in listing.problems:
        told.miss(f"{shown}: {problem}")
    return listing


def _place(address: Address, settings: TrackerSettings) -> Place | None:
    host = find_host(address.host, settings)
    return (find_place(address, host) if host else None) or guess_place(address)
