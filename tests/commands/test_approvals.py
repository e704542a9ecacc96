"""Reviews on the forge become approvals as roles: the last word of each person, no name anywhere, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from conftest import CONFIG, Repository

Run = Callable[..., Result]
NAME = "2026-03-11-two-answers"
TEXT = "---\ntitle: Assistant gave two answers\nlifecycle: draft\nsystem: {name: chat}\n---\n\n## What happened\n\nIt did.\n"
ROLES = "      approvals:\n        roles:\n          product-owner: [Octo, hubot]\n          privacy-officer: [octo]\n"
GITLAB = {"approved_by": [{"user": {"username": "hubot"}, "approved_at": "2026-05-02T08:00:00Z"}]}


def review(login: str, state: str, day: int, **changes: object) -> dict[str, object]:
    told = {
        "user": {"login": login},
        "state": state,
        "submitted_at": f"2026-05-{day:02}T08:00:00Z",
        "commit_id": "a" * 40,
    }
    return {**told, **changes}


@pytest.fixture
def given(repository: Repository, afterword: Run) -> Callable[..., Result]:
    """Record what a forge tells of the one report."""
    (repository.root / "mkdocs.yml").write_text(CONFIG + ROLES)
    repository.write(NAME, TEXT)

    def record(told: object, *arguments: str) -> Result:
        data = told if isinstance(told, str) else json.dumps(told)
        (repository.root / "reviews.json").write_text(data)
        return afterword("approvals", "record", "reviews.json", *(arguments or (NAME,)))

    return record


def kept(repository: Repository) -> list[tuple[str, str]]:
    content = json.loads((repository.root / "postmortems/_state/approvals.json").read_text())
    return [(each["role"], each["at"]) for each in content["approvals"]]


def test_a_review_counts_for_every_role_of_who_gave_it(given: Callable[..., Result], repository: Repository) -> None:
    result = given([review("Octo", "APPROVED", 2), review("hubot", "APPROVED", 1), review("stranger", "APPROVED", 1)])
    assert result.output == (
        f"{NAME}: approved by privacy-officer, product-owner\nwrote postmortems/_state/approvals.json\n"
    )
    assert kept(repository) == [("privacy-officer", "2026-05-02T08:00:00Z"), ("product-owner", "2026-05-01T08:00:00Z")]
    text = (repository.root / "postmortems/_state/approvals.json").read_text().lower()
    assert not [name for name in ("octo", "hubot", "stranger") if name in text]


@pytest.mark.parametrize(
    ("reviews", "roles"),
    [
        ([review("hubot", "COMMENTED", 1)], []),
        ([review("hubot", "CHANGES_REQUESTED", 1)], []),
        ([review("hubot", "APPROVED", 1), review("hubot", "CHANGES_REQUESTED", 2)], []),
        ([review("hubot", "APPROVED", 1), review("hubot", "DISMISSED", 2)], []),
        ([review("hubot", "APPROVED", 1), review("hubot", "COMMENTED", 2)], ["product-owner"]),
        ([review("hubot", "CHANGES_REQUESTED", 1), review("hubot", "APPROVED", 2)], ["product-owner"]),
        ([review("hubot", "APPROVED", 1, user=None)], []),
        ([review("hubot", "APPROVED", 1, submitted_at="yesterday")], []),
        ([None, 1, [], {}, "x"], []),
        ([], []),
    ],
)
def test_the_last_word_of_each_counts(
    reviews: list[object], roles: list[str], given: Callable[..., Result], repository: Repository
) -> None:
    assert given(reviews).exit_code == 0
    path = repository.root / "postmortems/_state/approvals.json"
    assert ([role for role, _ in kept(repository)] if path.exists() else []) == roles


def test_pages_behind_each_other_and_the_other_forge(given: Callable[..., Result], repository: Repository) -> None:
    pages = json.dumps([review("octo", "APPROVED", 3)]) + "\n" + json.dumps([review("octo", "DISMISSED", 4)])
    given(pages)
    assert not (repository.root / "postmortems/_state/approvals.json").exists()
    given(GITLAB)
    assert kept(repository) == [("product-owner", "2026-05-02T08:00:00Z")]


def on(pull: object, *reviews: dict[str, object]) -> list[dict[str, object]]:
    return [{**each, "pull_request_url": f"https://api.github.com/repos/o/r/pulls/{pull}"} for each in reviews]


def test_what_another_pull_request_brought_stays(given: Callable[..., Result], repository: Repository) -> None:
    given(on(1, review("octo", "APPROVED", 1)))
    given(on(2, review("hubot", "APPROVED", 3)))
    told = given(on(2, review("hubot", "DISMISSED", 4))).output
    assert "approved by privacy-officer, product-owner" in told
    assert [day for _, day in kept(repository)] == ["2026-05-01T08:00:00Z"] * 2
    assert "approved by nobody" in given(on(1, review("octo", "DISMISSED", 4))).output


@pytest.mark.parametrize("pull", ["", "x", "7/..", "-1", "²", "9" * 5_000, None, [], {}])
def test_an_odd_number_of_a_pull_request_is_none(
    pull: object, given: Callable[..., Result], repository: Repository
) -> None:
    assert given(on(pull, review("hubot", "APPROVED", 1))).exit_code == 0
    assert '"pull"' not in (repository.root / "postmortems/_state/approvals.json").read_text()


@pytest.mark.parametrize("arguments", [(), (NAME, "--base", "main"), ("--base", "main", "--commit", "main")])
def test_what_is_approved_is_said_in_one_way(
    arguments: tuple[str, ...], repository: Repository, afterword: Run
) -> None:
    (repository.root / "r.json").write_text("[]")
    assert afterword("approvals", "record", "r.json", *arguments).exit_code == 2


def test_an_approval_that_is_taken_back_is_gone(given: Callable[..., Result], repository: Repository) -> None:
    given([review("octo", "APPROVED", 1)])
    assert "nothing changes" in given([review("octo", "APPROVED", 1)]).output
    assert "approved by nobody" in given([review("octo", "DISMISSED", 2)]).output
    assert kept(repository) == []


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("{", "no valid JSON"),
        ("{}", "neither GitHub's"),
        ("[" * 100_000, "no valid JSON"),
        ("", "neither GitHub's"),
        ("3", "neither GitHub's"),
    ],
)
def test_what_is_no_list_of_reviews(told: str, message: str, given: Callable[..., Result]) -> None:
    result = given(told)
    assert (result.exit_code, message in result.output) == (2, True)


def test_without_roles_in_the_settings_no_review_is_an_approval(repository: Repository, afterword: Run) -> None:
    repository.write(NAME, TEXT)
    (repository.root / "r.json").write_text("[]")
    assert "name nobody under `approvals.roles`" in afterword("approvals", "record", "r.json", NAME).output
    assert afterword("approvals", "record", "r.json").exit_code == 2


def test_what_was_recorded_is_never_written_over(given: Callable[..., Result], repository: Repository) -> None:
    path = repository.root / "postmortems/_state/approvals.json"
    path.parent.mkdir()
    path.write_text("{}")
    assert given([review("octo", "APPROVED", 1)]).exit_code == 2
    assert path.read_text() == "{}"


def test_a_recorded_approval_passes_the_gate(
    given: Callable[..., Result], repository: Repository, afterword: Run
) -> None:
    front = TEXT.replace("draft", "published").replace("title:", "kind: near_miss\ntitle:")
    repository.write(NAME, front.replace("---\n\n##", "review: {ground_rule_read: true}\n---\n\n##"))
    assert "AW133" in afterword("check").output
    given([review("octo", "APPROVED", 1)])
    assert "AW133" not in afterword("check").output
