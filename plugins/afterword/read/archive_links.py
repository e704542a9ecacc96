"""Where the links of imported reports lead, by the paths that the files had in the archive they came from.

Their bodies stay as they are, so `../2018/outage.md`, `outage.html` and `/2018/03/01/outage/` still stand in them. What
such a link meant is told from the paths and old addresses that the import wrote down, once for all reports.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from afterword.model.imported import Imported, read_imported
from afterword.model.report import Report

_FOLDERS = ("content/", "docs/", "src/", "source/", "site/", "public/")
"""Folders that a site generator leaves out of addresses."""
_DATED = re.compile(
    r"(?:(?P<before>.*)/)?_(?:posts|drafts)/(?:.*/)?(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})-(?P<slug>[^/]+)"
)
_INDEX = frozenset({"index", "_index", "readme"})
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\|#")
_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkd|html?)\Z", re.IGNORECASE)
Table = Mapping[str, str | None]


def with_archive_links(reports: Iterable[Report], places: Collection[str]) -> tuple[Report, ...]:
    """The reports, those that were imported with where their links lead.

    Args:
        reports: all reports of the repository.
        places: paths below the documents folder of everything else that a link may mean.
    """
    listed = tuple(reports)
    origins = {report.path: read_imported(report.front.extensions) for report in listed}
    if not any(origins.values()):
        return listed
    known = frozenset(places) | {report.place for report in listed if report.place}
    tables = _tables(listed, origins)
    done = []
    for report in listed:
        origin = origins[report.path]
        if origin is None:
            done.append(report)
            continue
        found = dict(_resolve(report, origin, tables[origin.archive], known))
        done.append(replace(report, archive_links=found) if found else report)
    return tuple(done)


def archive_keys(origin: Imported) -> Iterator[str]:
    """All addresses that mean a file of an archive, most exact first: lower case, without slashes at the ends."""
    path = origin.path
    yield path.lower()
    plain = _PAGE.sub("", path)
    folder, _, name = plain.rpartition("/")
    forms = [plain] + ([folder] if name.lower() in _INDEX and folder else [])
    if dated := _DATED.match(plain):
        before = f"{dated['before']}/" if dated["before"] else ""
        forms.append(f"{before}{dated['y']}/{dated['m']}/{dated['d']}/{dated['slug']}")
        forms.append(f"{before}{dated['y']}/{dated['m']}/{dated['slug']}")
        forms.append(f"{before}{dated['slug']}")
    forms += [form.removeprefix(each) for form in list(forms) for each in _FOLDERS if form.startswith(each)]
    yield from (form.lower() for form in forms)
    yield from (_PAGE.sub("", address.strip("/")).lower() for address in origin.addresses)


def _tables(reports: Iterable[Report], origins: Mapping[str, Imported | None]) -> Mapping[str, Table]:
    """For each archive its addresses; one that means two reports means none."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    exact: dict[str, dict[str, str]] = defaultdict(dict)
    for report in reports:
        if (origin := origins[report.path]) is not None:
            keys = list(archive_keys(origin))
            exact[origin.archive].setdefault(keys[0], report.id)
            for key in keys:
                found[origin.archive][key].add(report.id)
    return {
        name: {key: next(iter(ids)) if len(ids) == 1 else exact[name].get(key) for key, ids in keys.items()}
        for name, keys in found.items()
    }


def _resolve(report: Report, origin: Imported, table: Table, known: frozenset[str]) -> Iterator[tuple[str, str | None]]:
    for link in report.body.links:
        path = unquote(link.href.partition("#")[0].partition("?")[0]).strip().replace("\\", "/")
        if not path or _SCHEME.match(link.href.strip()):
            continue
        target = _find(path, report, origin, table)
        own = posixpath.normpath(posixpath.join(posixpath.dirname(report.place), path))
        # A link that was written since, by the report's own place, is none of the archive's.
        if target is not None or path.startswith("/") or own not in known:
            yield link.href, target


def _find(path: str, report: Report, origin: Imported, table: Table) -> str | None:
    plain = posixpath.splitext(origin.path)[0]
    bases = [""] if path.startswith("/") else [posixpath.dirname(origin.path), plain]
    for base in bases:
        place = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        if place == ".." or place.startswith("../"):
            continue
        if place in origin.files:
            return f"evidence/{report.id}/{origin.files[place]}"
        for form in _forms(place, rooted=path.startswith("/")):
            if (found := table.get(form)) is not None:
                return found
    return None


def _forms(place: str, *, rooted: bool) -> Iterator[str]:
    """The forms under which a place may be listed; of an address from the root its beginning may be the old site's."""
    place = place.lower()
    plain = _PAGE.sub("", place)
    name = plain.rpartition("/")[2]
    yield place
    yield plain
    if name in _INDEX:
        yield plain.rpartition("/")[0]
    parts = plain.split("/")
    for cut in range(1, len(parts) - 1) if rooted else ():
        yield "/".join(parts[cut:])
