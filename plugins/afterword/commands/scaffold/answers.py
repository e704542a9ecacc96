"""What `init` is told about the organisation and its site; it is remembered, so that it is told once."""

from __future__ import annotations

import difflib
import zoneinfo
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, field_validator

from afterword.findings.visible import visible
from afterword.model.choices import Audience
from afterword.model.scalars import clip

_LONGEST_NAME = 100
# Some scripts and pictures need these two between their letters.
_JOINERS = "\u200c\u200d"


class Answers(BaseModel):
    """The answers, each with its default; a wrong one raises a `ValueError` that names the cure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    audience: Audience = "company"
    zone: str = "UTC"
    site_url: str = ""
    repo_url: str = ""

    @field_validator("name")
    @classmethod
    def _printable_name(cls, name: str) -> str:
        words = " ".join(name.split())
        if not all(character.isprintable() or character in _JOINERS for character in words):
            message = "write a name of printable characters"
            raise ValueError(message)
        if "<" in words or ">" in words:
            message = "leave `<` and `>` out of the name, as the theme would take them for HTML"
            raise ValueError(message)
        if len(words) > _LONGEST_NAME:
            message = f"write a name of at most {_LONGEST_NAME} characters"
            raise ValueError(message)
        return words

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        known = zoneinfo.available_timezones()
        if zone in known:
            return zone
        close = _closest(zone, known)
        cure = f"did you mean `{close}`?" if close else "write one such as `Europe/Berlin`"
        message = f"`{clip(visible(zone))}` is no IANA time zone; {cure}"
        raise ValueError(message)

    @field_validator("site_url", "repo_url")
    @classmethod
    def _whole_address(cls, url: str) -> str:
        url = url.strip()
        if not url:
            return url
        if not _is_address(url):
            message = f"`{clip(visible(url))}` is no address; write one such as `https://learning.example.com/`"
            raise ValueError(message)
        if "@" in urlsplit(url).netloc:
            message = "leave the user name and the password out of the address"
            raise ValueError(message)
        return url

    @field_validator("site_url")
    @classmethod
    def _folder_address(cls, url: str) -> str:
        return url if not url or url.endswith("/") else f"{url}/"

    @field_validator("repo_url")
    @classmethod
    def _bare_address(cls, url: str) -> str:
        return url.rstrip("/").removesuffix(".git")

    @property
    def site_name(self) -> str:
        """What the site is called."""
        return f"{self.name} learning reports" if self.name else "Learning reports"

    @property
    def default_audience(self) -> Audience:
        """The audience of a report that names none; that it is for everyone, a report always says itself."""
        return "company" if self.audience == "public" else self.audience

    def edit_uri(self, docs: str) -> str:
        """The way from the repository's address to the page that edits a file below `docs`, where the host is known."""
        host = urlsplit(self.repo_url).hostname or ""
        way = "edit/main" if "github" in host else "-/edit/main" if "gitlab" in host else ""
        return f"{way}/{docs}/" if way else ""


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and not set(url) & set(" \"'<>\\^`{|}")
    return plain and parts.scheme in {"http", "https"} and bool(host) and not parts.query and not parts.fragment


def _closest(typed: str, known: set[str]) -> str | None:
    """The zone that was probably meant, whatever its case and even where only the city was typed."""
    names: dict[str, str] = {}
    for zone in sorted(known, reverse=True):
        names[zone.rpartition("/")[2].casefold()] = zone
    names.update({zone.casefold(): zone for zone in known})
    close = difflib.get_close_matches(typed.strip().replace(" ", "_").casefold(), sorted(names), n=1, cutoff=0.7)
    return names[close[0]] if close else None
