"""Reviews of a pull request as a forge tells them: whose last word on it was an approval, when, and of which commit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from afterword.model.approvals import Forge

BYTES = 16 * 2**20
_DECIDING = frozenset({"APPROVED", "CHANGES_REQUESTED", "DISMISSED"})
"""States of a review on GitHub that take the place of an earlier one; a comment takes none back."""


class ReviewsError(ValueError):
    """The file holds no reviews; the message says why, as a sentence without its full stop."""


@dataclass(frozen=True)
class Reviewed:
    """One person's standing approval: the name on the forge, the time with its offset, the commit."""

    login: str
    at: datetime
    forge: Forge
    commit: str | None


def read_reviews(data: bytes) -> tuple[Reviewed, ...]:
    """Approvals that stand, by name.

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
        return tuple(_github(review for page in pages for review in page))
    if len(pages) == 1 and isinstance(pages[0], dict) and isinstance(pages[0].get("approved_by"), list):
        return tuple(_gitlab(pages[0]))
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


def _github(reviews: Iterator[Any]) -> Iterator[Reviewed]:
    last: dict[str, Mapping[str, Any]] = {}
    for review in reviews:
        if isinstance(review, dict) and review.get("state") in _DECIDING and (login := _login(review.get("user"))):
            last[login] = review
    for login in sorted(last):
        review = last[login]
        at = _time(review.get("submitted_at"))
        if review["state"] == "APPROVED" and at is not None:
            commit = review.get("commit_id")
            yield Reviewed(login, at, "github", commit[:40] if isinstance(commit, str) else None)


def _gitlab(told: Mapping[str, Any]) -> Iterator[Reviewed]:
    fallback = _time(told.get("updated_at"))
    for each in told["approved_by"]:
        login = _login(each.get("user")) if isinstance(each, dict) else ""
        at = _time(each.get("approved_at")) if isinstance(each, dict) else None
        when = at or fallback
        if login and when is not None:
            yield Reviewed(login, when, "gitlab", None)


def _login(user: Any) -> str:  # noqa: ANN401 - any JSON
    found = user.get("login") or user.get("username") if isinstance(user, dict) else None
    return found.casefold() if isinstance(found, str) else ""


def _time(told: Any) -> datetime | None:  # noqa: ANN401
    try:
        found = datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
