"""What addresses and answers mean, without a network."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afterword.model.tracker_settings import TrackerHost, TrackerSettings
from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.read.tracker_state import read_tracker_state, write_tracker_state
from afterword.trackers import github, gitlab, jira
from afterword.trackers.address import read_address
from afterword.trackers.hosts import find_host, find_place, guess_kind, is_asked
from afterword.trackers.item import AnswerError, moment
from afterword.trackers.listing import ListingError, read_listing
from afterword.trackers.merge import is_worth_writing, merge_state

NONE = TrackerSettings()
NOW = datetime(2026, 5, 18, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://github.com/o/r/issues/1/", "github.com", "/o/r/issues/1"),
        ("https://GitHub.com:443/o/r/issues/1?x=1#y", "github.com", "/o/r/issues/1"),
        ("https://git.example.org:8443/a/-/issues/2", "git.example.org:8443", "/a/-/issues/2"),
    ],
)
def test_addresses(url: str, host: str, path: str) -> None:
    address = read_address(url)
    assert address is not None
    assert (address.host, address.path) == (host, path)


@given(st.text(max_size=200))
def test_any_text_is_an_address_or_none(text: str) -> None:
    address = read_address(text)
    assert address is None or address.url.startswith("https://") or address.url.lower().startswith("https://")
    assert is_asked(text, NONE) in {True, False}
    assert is_asked(f"https://github.com/{text}", NONE) in {True, False}


@settings(max_examples=40)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda each: st.lists(each) | st.dictionaries(
    st.sampled_from(["state", "labels", "fields", "status", "statusCategory", "key", "iid", "url", "milestone", "name"]), each)))  # fmt: skip
def test_no_answer_is_more_than_wrong(raw: object) -> None:
    given_ = raw if isinstance(raw, dict) else {"state": raw, "fields": raw, "labels": raw, "milestone": raw}
    for read in (github.read_issue, gitlab.read_issue, jira.read_issue):
        with suppress(AnswerError):
            read(given_, NONE)


@given(st.binary(max_size=300))
def test_no_file_is_more_than_wrong(data: bytes) -> None:
    for is_csv in (True, False):
        with suppress(ListingError):
            read_listing(data, "x", NONE, is_csv=is_csv)


def test_the_two_known_hosts_have_their_own_variables() -> None:
    host = find_host("github.com", NONE)
    assert host is not None
    assert host.tokens == ("GITHUB_TOKEN", "GH_TOKEN")
    assert not host.named
    assert github.api_of("github.com", "") == ("api.github.com", "")
    assert jira.api_of("x.atlassian.net", "", "") == ("x.atlassian.net", "")
    assert jira.api_of("x.atlassian.net", "", "1-2") == ("api.atlassian.com", "/ex/jira/1-2")
    assert github.api_of("git.example.org", "/x") == ("git.example.org", "/x/api/v3")


def test_a_variable_that_another_host_has_is_not_sent_to_the_known_one() -> None:
    own = TrackerSettings(hosts={"git.example.org": TrackerHost(kind="github", token_from="GITHUB_TOKEN")})
    host = find_host("github.com", own)
    assert host is not None
    assert host.tokens == ("GH_TOKEN",)


def test_the_settings_win_over_what_is_known() -> None:
    own = TrackerSettings(hosts={"GitHub.com": TrackerHost(kind="github", token_from="MY_TOKEN")})
    host = find_host("github.com", own)
    assert host is not None
    assert host.tokens == ("MY_TOKEN",)
    assert host.named


def test_capitals_in_names_are_one_place() -> None:
    assert github.read_path("/Octo/Shop/issues/1") == github.read_path("/octo/shop/issues/1")
    host = find_host("github.com", NONE)
    address = read_address("https://github.com/o/r/discussions/1")
    assert address is not None
    assert host is not None
    assert find_place(address, host) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("x.atlassian.net", "jira"), ("jira.example.org", "jira-data-center"), ("github.example.org", "github"),
     ("git.example.org", "gitlab")],
)  # fmt: skip
def test_guesses(name: str, kind: str) -> None:
    assert guess_kind(name) == kind


def test_moments_of_all_three() -> None:
    assert moment("2026-03-02T11:00:00.000+0100") == moment("2026-03-02T10:00:00Z") == moment("2026-03-02T10:00:00.9Z")
    assert moment("sometime") is moment(7) is moment("0001-01-01T00:00:00+23:59") is None


def _item(number: int, **fields: object) -> TrackerItem:
    return TrackerItem.model_validate({"url": f"https://github.com/o/r/issues/{number}", "state": "open", **fields})


def test_what_no_report_names_any_more_is_dropped_and_the_rest_keeps_its_time() -> None:
    before = TrackerState(NOW - timedelta(days=1), (_item(1), _item(2), _item(3)))
    fresh = _item(1, state="done")
    after = merge_state(before, {fresh.url: fresh}, [_item(2).url, fresh.url, _item(9).url], NOW)
    assert [(each.url[-1], each.state, each.seen_at) for each in after.items] == [
        ("1", "done", None),
        ("2", "open", before.generated_at),
    ]
    later = merge_state(after, {fresh.url: fresh}, [_item(2).url, fresh.url], NOW + timedelta(days=1))
    assert later.items == after.items


def test_a_newer_time_alone_is_written_before_it_looks_old() -> None:
    before = TrackerState(NOW, (_item(1),))
    for days, expected in ((1, False), (3, False), (4, True)):
        after = TrackerState(NOW + timedelta(days=days), (_item(1),))
        assert is_worth_writing(before, after, 7) is expected
    assert is_worth_writing(None, before, 7)


def test_a_state_is_read_as_it_was_written(tmp_path) -> None:
    state = TrackerState(NOW, (_item(2, closed_at=NOW, raw="“done”", due="2026-01-01"), _item(1, seen_at=NOW)))
    path = tmp_path / "trackers.json"
    path.write_text(write_tracker_state(state))
    read, problems = read_tracker_state(path, "x")
    assert problems == ()
    assert read == TrackerState(NOW, (state.items[1], state.items[0]))
    assert read is not None
    assert write_tracker_state(read) == path.read_text()
