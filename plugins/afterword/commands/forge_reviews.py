"""Reviews of a pull request as a forge tells them: whose last word on it was an approval, when, and of which commit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from afterword.model.approvals import Forge

BYTES = 16 * 2**20
_LONGEST = 10
"""Digits of the number of a pull request."""
_DECIDING = frozenset({"APPROVED", "CHANGES_REQUESTED", "DISMISSED"})
"""States of a review on GitHub that take the place of an earlier one; a comment takes none back."""


class ReviewsError(ValueError):
    """The file holds no reviews; the message says why, as a sentence without its full stop."""


@dataclass(frozen=True)
class Reviewed:
    """One person's standing approval: the name on the forge, the time with its offset, the commit, the pull request."""

    login: str
    at: datetime
    forge: Forge
    commit: str | None
    pull: int | None


@dataclass(frozen=True)
class Reviews:
    """What a file tells: the approvals that stand, and the pull requests that it tells all reviews of.

    Attributes:
        approvals: one for each person and pull request.
        pulls: their numbers; None for one that the forge gives no number for.
    """

    approvals: tuple[Reviewed, ...]
    pulls: frozenset[int | None]


def read_reviews(data: bytes) -> Reviews:
    """Approvals that stand.

    Takes the list of GitHub's `pulls/N/reviews` (also as several pages behind each other, as `gh api --paginate` prints
    them), and what GitLab tells of `merge_requests/N/approvals`.

    Raises:
        ReviewsError: where it is neither.
    """
    if len(data) > BYTES:
        message = f"it is larger than {BYTES // 2**20} MiB"
        raise ReviewsError(message)
    pages = list(_pages(data))
    if pages and all(isinstance(page, list) for page in pages):
        return _github([review for page in pages for review in page if isinstance(review, dict)])
    if len(pages) == 1 and isinstance(pages[0], dict) and isinstance(pages[0].get("approved_by"), list):
        return Reviews(tuple(_gitlab(pages[0])), frozenset({_number(pages[0].get("iid"))}))
    message = "it is neither GitHub's list of reviews nor GitLab's approvals"
    raise ReviewsError(message)


def _pages(data: bytes) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    try:
        text = data.decode("utf-8-sig").strip()
        place = 0
        while place < len(text):
            page, place = decoder.raw_decode(text, place)
            yield page
            while place < len(text) and text[place].isspace():
                place += 1
    except (ValueError, RecursionError) as error:
        message = "it is no valid JSON"
        raise ReviewsError(message) from error


def _github(reviews: Sequence[Mapping[str, Any]]) -> Reviews:
    last: dict[tuple[str, int | None], Mapping[str, Any]] = {}
    for review in reviews:
        if review.get("state") in _DECIDING and (login := _login(review.get("user"))):
            last[login, _pull(review)] = review
    standing = []
    for (login, pull), review in last.items():
        at = _time(review.get("submitted_at"))
        if review["state"] == "APPROVED" and at is not None:
            commit = review.get("commit_id")
            standing.append(Reviewed(login, at, "github", commit[:40] if isinstance(commit, str) else None, pull))
    return Reviews(tuple(standing), frozenset(_pull(review) for review in reviews))


def _pull(review: Mapping[str, Any]) -> int | None:
    address = review.get("pull_request_url")
    number = address.rpartition("/pulls/")[2] if isinstance(address, str) else ""
    return int(number) if number.isascii() and number.isdecimal() and len(number) < _LONGEST else None


def _number(told: Any) -> int | None:  # noqa: ANN401 - any JSON
    return told if isinstance(told, int) and not isinstance(told, bool) and 0 < told < 10**_LONGEST else None


def _gitlab(told: Mapping[str, Any]) -> Iterator[Reviewed]:
    fallback = _time(told.get("updated_at"))
    for each in told["approved_by"]:
        login = _login(each.get("user")) if isinstance(each, dict) else ""
        at = _time(each.get("approved_at")) if isinstance(each, dict) else None
        when = at or fallback
        if login and when is not None:
            yield Reviewed(login, when, "gitlab", None, _number(told.get("iid")))


def _login(user: Any) -> str:  # noqa: ANN401 - any JSON
    found = user.get("login") or user.get("username") if isinstance(user, dict) else None
    return found.casefold() if isinstance(found, str) else ""


def _time(told: Any) -> datetime | None:  # noqa: ANN401
    try:
        found = datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
