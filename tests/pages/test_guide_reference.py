"""The reference: every setting, address, file and variable stands on its page with what it is."""

from __future__ import annotations

import re

import pytest
import yaml
from tests.pages.lists_sample import index_of
from tests.pages.report_sample import FACTS, Seen, to_html

from afterword.model.addresses import ADDRESSES
from afterword.model.chapters import REFERENCE
from afterword.model.places import PLACES
from afterword.model.variables import VARIABLES
from afterword.pages.guide import render_guide
from afterword.pages.guide_settings import describe_settings
from afterword.read.gates import read_gates
from afterword.read.group_examples import setting_examples
from afterword.read.settings import read_settings
from afterword.read.site_loader import make_loader

PAGES = {page.path: page for page in render_guide(index_of([]), read_gates({}), FACTS)}
GROUPS = describe_settings()


def shown(name: str) -> list[str]:
    """What stands as a term of a list on the page, as a reader sees it."""
    return re.findall(r"<dt><code>(.+?)</code></dt>", to_html(PAGES[f"guide/{name}.md"].markdown))


def plain(path: str) -> str:
    return path.replace("<", "&lt;").replace(">", "&gt;")


def test_the_reference_leads_to_all_of_its_parts() -> None:
    text = PAGES["guide/reference/index.md"].markdown
    for part in REFERENCE[1:]:
        assert f"[{part.title}](<../{part.name}.md>)\n:   {part.about}" in text


@pytest.mark.parametrize("name", ["reference/index", "settings", "commands", "addresses", "files"])
def test_a_page_has_one_title_and_every_list_is_one(name: str) -> None:
    seen = Seen(to_html(PAGES[f"guide/{name}.md"].markdown))
    assert seen.names().count("h1") == 1
    assert seen.names().count("dt") == seen.names().count("dd") > 0


def test_every_address_file_and_variable_stands_on_its_page_once() -> None:
    assert shown("addresses") == [plain(f"/{each.path}") for each in ADDRESSES]
    variables = [each.name for _, listed in VARIABLES for each in listed]
    assert shown("files") == [*(plain(each.path) for each in PLACES), *variables]


def test_addresses_are_told_in_a_sentence_once() -> None:
    assert [each.about for each in ADDRESSES if not re.fullmatch(r"[A-Z].*\.", each.about)] == []
    assert len({each.path for each in ADDRESSES}) == len(ADDRESSES)
    assert all(each.form == "page" for each in ADDRESSES if each.path.endswith("/"))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.path or "top")
def test_a_group_of_settings_is_told_whole_with_an_example_that_is_taken(group) -> None:
    assert group.about.endswith(".")
    for setting in group.fields:
        assert re.fullmatch(r"[A-Z].*\.", setting.about), setting.name
        assert re.search(r"default|below|each entry needs it", setting.takes), setting.name
    block = yaml.load(group.example, Loader=make_loader({}))
    assert read_settings(block, "mkdocs.yml")
    for key in filter(None, group.path.split(".")):
        block = block[key]
    entries = list(block.values()) if group.path == "trackers.hosts" else block if isinstance(block, list) else [block]
    nested = {other.path.removeprefix(f"{group.path}.").split(".")[0] for other in GROUPS if other is not group}
    wanted = {setting.name for setting in group.fields} - nested
    assert wanted <= {key for entry in entries for key in entry}


def test_every_group_of_settings_has_an_example_and_no_other() -> None:
    assert list(setting_examples()) == [group.path for group in GROUPS]


@pytest.mark.parametrize(
    ("path", "name", "takes"),
    [
        ("", "audience", "one of `restricted`, `company`, `public` · default `company`"),
        ("", "rules", "day, such as `2026-03-11` · no default"),
        ("", "gates", "lists `add` and `remove`, by column and step · empty by default"),
        ("", "levels", "for any name: one of `error`, `warning`, `info`, `off` · empty by default"),
        ("", "targets", "for `sev1`, `sev2`, `sev3`, `sev4`: whole number · empty by default"),
        ("organisation", "secrets", "list of entries, see below · at most 50 entries"),
        ("limits", "front_matter_depth", "whole number · 4 or more · default `20`"),
        ("digest", "from", "e-mail address · no default"),
        ("trackers", "hosts", "entries by name, see below"),
        ("trackers", "declined_labels", "list of texts · default `wontfix`, `won't fix`, `won't do`"),
        ("allow", "until", "day, such as `2026-03-11` · each entry needs it"),
    ],
)
def test_a_setting_says_what_it_takes(path: str, name: str, takes: str) -> None:
    group = next(each for each in GROUPS if each.path == path)
    assert str(next(each for each in group.fields if each.name == name).takes) == takes
