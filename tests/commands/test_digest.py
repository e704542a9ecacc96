"""What `afterword digest` writes and says, without sending; that is tested in tests/commands/delivery."""

from __future__ import annotations

import json
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import Result
from tests.engines.site import NEAR_MISS

from conftest import Repository

Run = Callable[..., Result]
NAMES = ["digest.eml", "digest.html", "digest.json", "digest.txt"]


def near_miss(day: str) -> str:
    """A sound near miss that was published on `day`."""
    text = NEAR_MISS.format(title="Assistant nearly named a price nobody had agreed")
    text = text.replace("published_on: 2026-05-04", f"published_on: {day}")
    return text.replace("{name: chat}", "{name: shop-assistant, owner_team: shop}")


@pytest.fixture
def told(repository: Repository) -> Repository:
    """One report in W19 of 2026 and one in W20; by the tests' clock it is a Monday, the first day of W21."""
    config = repository.root / "mkdocs.yml"
    config.write_text(config.read_text().replace("docs_dir:", "site_url: https://learning.example.org/\ndocs_dir:"))
    repository.write("2026-05-01-first-price", near_miss("2026-05-04"))
    repository.write("2026-05-02-second-price", near_miss("2026-05-11"))
    return repository


def week_of(folder: Path) -> list[str]:
    return json.loads((folder / "digest.json").read_text())["span"]["weeks"]


def test_it_writes_the_last_week_in_four_forms_and_says_so(told: Repository, afterword: Run) -> None:
    result = afterword("digest", "--out", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Learning digest 2026-W20: 1 new",
        "wrote its four forms to out, for the audience company",
    ]
    assert sorted(each.name for each in (told.root / "out").iterdir()) == NAMES
    assert week_of(told.root / "out") == ["2026-W20"]
    message = message_from_bytes((told.root / "out/digest.eml").read_bytes(), policy=policy.default)
    assert message["Subject"] == "Learning digest 2026-W20: 1 new"
    html = message.get_body(("html",)).get_content()
    assert html.replace("\r\n", "\n") == (told.root / "out/digest.html").read_text()
    assert not (told.root / "postmortems/_state").exists()


def test_a_week_is_named_as_it_is_written(told: Repository, afterword: Run) -> None:
    assert afterword("digest", "--week", "2026-W19", "--out", "out").exit_code == 0
    assert week_of(told.root / "out") == ["2026-W19"]
    # A week that is not over can be looked at.
    assert afterword("digest", "--week", "2026-W21", "--out", "out").exit_code == 0


def test_since_last_tells_what_the_ledger_has_not(told: Repository, afterword: Run) -> None:
    assert afterword("digest", "--since-last", "--out", "out").exit_code == 0
    assert week_of(told.root / "out") == ["2026-W20"]
    ledger = told.root / "postmortems/_state/digests.jsonl"
    ledger.parent.mkdir()
    ledger.write_text('{"weeks":["2026-W18"],"edition":"company","state":"sent","reports":[]}\n')
    before = ledger.read_bytes()
    assert afterword("digest", "--since-last", "--out", "out").exit_code == 0
    assert week_of(told.root / "out") == ["2026-W19", "2026-W20"]
    assert ledger.read_bytes() == before
    ledger.write_text(ledger.read_text() + '{"weeks":["2026-W19","2026-W20"],"edition":"company","state":"sent"}\n')
    result = afterword("digest", "--since-last", "--out", "out3")
    assert (result.exit_code, result.stdout) == (0, "Nothing to tell: a digest has told every week that is over.\n")
    assert not (told.root / "out3").exists()


def test_what_came_after_its_week_was_sent_is_late(told: Repository, afterword: Run) -> None:
    ledger = told.root / "postmortems/_state/digests.jsonl"
    ledger.parent.mkdir()
    ledger.write_text('{"weeks":["2026-W19"],"edition":"company","state":"sent","reports":[]}\n')
    assert afterword("digest", "--out", "out").exit_code == 0
    assert "Late from 2026-W19" in (told.root / "out/digest.txt").read_text()


def test_a_ledger_that_cannot_be_read_is_told_and_the_digest_is_shown_by_dates(
    told: Repository, afterword: Run
) -> None:
    ledger = told.root / "postmortems/_state/digests.jsonl"
    ledger.parent.mkdir()
    ledger.write_text("not ours\n")
    result = afterword("digest", "--out", "out")
    assert result.exit_code == 0
    assert "note: made from dates alone" in result.stderr
    assert "postmortems/_state/digests.jsonl:1: this line of the ledger cannot be read" in result.stderr
    assert ledger.read_text() == "not ours\n"
    sent = afterword("digest", "--out", "out", "--send")
    assert sent.exit_code == 2
    assert "this line of the ledger cannot be read" in sent.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "`--out DIR` says where the files go; with `--open` they are shown without it"),
        (("--out", "o", "--week", "2026-W54"), "`2026-W54` is no week: 2026 has the weeks 1 to 53"),
        (("--out", "o", "--week", "2026-W20", "--since-last"), "`--week` names one week, `--since-last` all that are untold"),
        (("--out", "o", "--team", "a", "--system", "b"), "an edition is about a `--team` or a `--system`"),
        (("--out", "o", "--team", ""), "`--team` is empty; leave it out for all teams"),
        (("--out", "o", "--system", " "), "`--system` is empty; leave it out for all systems"),
        (("--out", "o", "--to", "a@example.org"), "`--to ADDRESS` is for a test message, which `--send` sends"),
        (("--out", "o", "--resend-ambiguous"), "`--resend-ambiguous` needs `--send`"),
        (("--out", "o", "--week", "2026-W21", "--send"), "`2026-W21` is over after 2026-05-24 and can be sent from then on"),
        (("--out", "o", "--team", "shp"), "no report names the team `shp`; the nearest one is `shop`"),
        (("--out", "o", "--system", "forecast"), "no report names the system `forecast`; the page `systems/` of the site lists them"),
        (("--out", "postmortems/o"), "--out lies in the documents folder `postmortems`, which would be published"),
        (("--out", "mkdocs.yml"), "`mkdocs.yml` is a file, and the digest needs a folder; choose another place"),
        (("--out", "o", "--send"), "`SMTP_HOST` is not set"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_its_cure(
    told: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.delenv("SMTP_HOST", raising=False)
    result = afterword("digest", *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not (told.root / "postmortems/_state").exists()


def test_without_an_address_of_the_site_there_is_no_digest(repository: Repository, afterword: Run) -> None:
    result = afterword("digest", "--out", "out")
    assert result.exit_code == 2
    assert "the settings name no `site_url`" in result.stderr


def test_errors_in_a_report_are_told_and_nothing_is_written(told: Repository, afterword: Run) -> None:
    told.write("2026-05-18-two-answers", near_miss("2026-05-12").replace("title:", "titel:"))
    result = afterword("digest", "--out", "out")
    assert result.exit_code == 1
    assert "2026-05-18-two-answers.md:2:1 AW110 error" in result.stdout
    assert "no digest was made" in result.stdout
    assert not (told.root / "out").exists()


def test_a_published_report_without_a_day_is_named(told: Repository, afterword: Run) -> None:
    text = near_miss("2026-05-12").replace("published_on: 2026-05-12\n", "")
    told.write("2026-05-03-third-price", text)
    result = afterword("digest", "--out", "out")
    assert result.exit_code == 0
    assert result.stderr == (
        "note: 1 published report has no `published_on` and can be in no digest: "
        "postmortems/reports/2026/2026-05-03-third-price.md\n"
    )


def test_other_files_in_the_folder_stay(told: Repository, afterword: Run) -> None:
    (told.root / "out").mkdir()
    (told.root / "out/notes.txt").write_text("mine")
    (told.root / "out/digest.txt").write_text("older")
    assert afterword("digest", "--out", "out").exit_code == 0
    assert (told.root / "out/notes.txt").read_text() == "mine"
    assert (told.root / "out/digest.txt").read_text() != "older"
    (told.root / "out/digest.html").unlink()
    (told.root / "out/digest.html").symlink_to(told.root / "mkdocs.yml")
    result = afterword("digest", "--out", "out")
    assert result.exit_code == 2
    assert "`out/digest.html` is a link or a folder" in result.stderr
    assert "site_name" in (told.root / "mkdocs.yml").read_text()


def test_open_shows_the_html(told: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("click.launch", lambda address: shown.append(address) or 0)
    result = afterword("digest", "--open")
    assert result.exit_code == 0
    (address,) = shown
    assert address.startswith("file:///")
    assert address.endswith("/digest.html")
    assert Path(address.removeprefix("file://")).read_text().startswith("<!")


def test_without_a_browser_open_says_where_the_html_is(
    told: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.launch", lambda _: 1)
    result = afterword("digest", "--out", "out", "--open")
    assert result.exit_code == 0
    assert "out/digest.html` opens in any" in result.stderr


def test_the_brief_and_smaller_editions_are_other_digests(told: Repository, afterword: Run) -> None:
    keys = {}
    for options in (
        (),
        ("--brief",),
        ("--team", "Shop"),
        ("--system", "shop-assistant"),
        ("--team", "shop", "--brief"),
    ):
        assert afterword("digest", "--out", "out", *options).exit_code == 0
        edition = json.loads((told.root / "out/digest.json").read_text())["edition"]
        message = message_from_bytes((told.root / "out/digest.eml").read_bytes(), policy=policy.default)
        keys[edition["key"]] = message["Message-ID"]
    assert list(keys) == [
        "company",
        "company/brief",
        "company/team:shop",
        "company/system:shop-assistant",
        "company/team:shop/brief",
    ]
    assert len(set(keys.values())) == len(keys)
