"""A repository of an older time is brought to the words of this one, as the person who upgrades does it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.commands.conftest import CONFIG, Repository

from afterword.model.project import Project
from afterword.read.collection import read_collection

Run = Callable[..., Result]
TERM = "  title: {id} of old\n  side: technical\n  group: data\n  definition: What it meant at that time.\n"
KIND = "  title: {id} of old\n  strength: weaker\n  analogue: none\n  definition: What it meant at that time.\n"
REPORT = """\
---
title: Assistant quoted a price nobody had agreed
lifecycle: published  # x-old fed in
published_on: 2026-03-20
system: {name: shop}
snapshot:
  semconv: "1.30"
  model: {"gen_ai.system": vertex_ai, gen_ai.openai.request.seed: 7}
contributing_factors:
  - factor: 'x-old'   # x-old
    how: x-old stood here, and nobody had looked at it for longer than a year.
remediations:
  - {title: Say it again, kind: x-word}
---

The text names x-old and ![x](../../evidence/x-old.png).
"""


def term(id_: str, rest: str, form: str = TERM) -> str:
    return f"- id: {id_}\n" + form.format(id=id_) + rest


@pytest.fixture
def old(repository: Repository) -> Repository:
    own = repository.root / "postmortems/_vocabulary"
    own.mkdir()
    (own / "contributing-factors.yml").write_text(
        term("x-old", "  replaced_by: x-middle\n")
        + term("x-middle", "  replaced_by: [data-historical-bias]\n")
        + term("x-both", "  replaced_by: [data-historical-bias, x-new]\n")
        + term("x-gone", "  retired_because: nobody could say what it meant\n")
        + term("x-new", "")
    )
    (own / "remediation-kinds.yml").write_text(term("x-word", "  replaced_by: user-recourse\n", KIND))
    repository.write("2026-03-11-price", REPORT)
    return repository


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_everything_that_is_certain_is_written(old: Repository, afterword: Run) -> None:
    (old.root / "mkdocs.yml").write_text(CONFIG + "      names: allowed # for now\n")
    (old.root / "postmortems/_systems.yml").write_text(
        "- {name: shop, factors_guarded: [ x-old , data-proxy-target]}\n"
    )
    (old.root / "postmortems/_labels.csv").write_bytes(
        b'report;factor;accepted_on\r\n2026-03-11-price;"x-old";2026-04-01'
    )
    ran = afterword("migrate")
    assert ran.exit_code == 0, ran.output
    assert ran.output.splitlines() == [
        "mkdocs.yml:10 allowed → off",
        "postmortems/_systems.yml:1 x-old → data-historical-bias",
        "postmortems/_labels.csv:2 x-old → data-historical-bias",
        "postmortems/reports/2026/2026-03-11-price.md:8 gen_ai.system → gen_ai.provider.name",
        "postmortems/reports/2026/2026-03-11-price.md:8 vertex_ai → gcp.vertex_ai",
        "postmortems/reports/2026/2026-03-11-price.md:8 gen_ai.openai.request.seed → gen_ai.request.seed",
        "postmortems/reports/2026/2026-03-11-price.md:10 x-old → data-historical-bias",
        "postmortems/reports/2026/2026-03-11-price.md:13 x-word → user-recourse",
        "8 words in 4 files changed",
        'What else a release asks for: the guide\'s chapter "What each release asks for", at /guide/upgrading/',
    ]
    assert (old.reports / "2026/2026-03-11-price.md").read_text() == (
        REPORT.replace("'x-old'", "'data-historical-bias'")
        .replace("x-word", "user-recourse")
        .replace('"gen_ai.system": vertex_ai, gen_ai.openai', '"gen_ai.provider.name": gcp.vertex_ai, gen_ai')
    )
    assert (old.root / "mkdocs.yml").read_text() == CONFIG + '      names: "off" # for now\n'
    systems = (old.root / "postmortems/_systems.yml").read_text()
    assert systems == "- {name: shop, factors_guarded: [ data-historical-bias , data-proxy-target]}\n"
    labels = (old.root / "postmortems/_labels.csv").read_bytes()
    assert labels == b'report;factor;accepted_on\r\n2026-03-11-price;"data-historical-bias";2026-04-01'


def test_a_second_run_changes_nothing(old: Repository, afterword: Run) -> None:
    assert afterword("migrate").exit_code == 0
    before = bytes_below(old.root)
    ran = afterword("migrate")
    assert (ran.exit_code, ran.output.splitlines()[0]) == (0, "nothing to change")
    assert bytes_below(old.root) == before


def test_a_dry_run_says_the_same_and_writes_nothing(old: Repository, afterword: Run) -> None:
    before = bytes_below(old.root)
    told = afterword("migrate", "--dry-run").output.splitlines()
    assert bytes_below(old.root) == before
    done = afterword("migrate").output.splitlines()
    assert told[:-2] == done[:-2]
    assert told[-2] == "5 words in 1 file would be changed; nothing was written"


def test_only_the_named_report_is_looked_at(old: Repository, afterword: Run) -> None:
    other = old.write("2026-04-01-other", REPORT)
    ran = afterword("migrate", "2026-03-11-price")
    assert (ran.exit_code, "5 words in 1 file changed" in ran.output) == (0, True)
    assert other.read_text() == REPORT


def test_what_has_more_than_one_answer_is_asked(old: Repository, afterword: Run) -> None:
    more = "contributing_factors:\n  - factor: x-both\n  - factor: x-gone\n  - factor: data-historical-bias\n"
    names = "gen_ai.provider.name: a, gen_ai.openai.request.response_format: json_object, "
    text = REPORT.replace("contributing_factors:\n", more).replace("gen_ai.openai.request.seed: 7", names)
    old.write(
        "2026-03-11-price", text.replace("The text", "[Read](../../factors/x-both.md), [or](../../factors/x-old/)")
    )
    ran = afterword("migrate")
    assert ran.exit_code == 1
    assert ran.output.splitlines()[1:-2] == [
        "This needs a person:",
        *(
            f"postmortems/reports/2026/2026-03-11-price.md:{told}"
            for told in (
                "8 `gen_ai.system` is called `gen_ai.provider.name` now, which stands beside it: keep one of them",
                "8 `gen_ai.openai.request.response_format` is called `gen_ai.output.type` now, and takes other values:"
                " write both by hand",
                "10 `x-both` is retired; several took its place: choose among `data-historical-bias`, `x-new`",
                "11 `x-gone` is retired: nobody could say what it meant: choose another id of the vocabulary",
                "13 `x-old` is retired; `data-historical-bias` took its place, which stands beside it:"
                " make one entry of both",
                "19 a link leads to `x-both`, which is retired; several took its place:"
                " choose among `data-historical-bias`, `x-new`",
                "19 a link leads to `x-old`, which is retired; `data-historical-bias` took its place:"
                " let it lead to `data-historical-bias`",
            )
        ),
    ]


def test_a_report_of_a_newer_form_is_left(old: Repository, afterword: Run) -> None:
    newer = old.write("2026-03-12-newer", REPORT.replace("---\n", "---\nschema: 2\n", 1))
    before = newer.read_bytes()
    ran = afterword("migrate")
    assert ran.exit_code == 1
    assert (
        "2026-03-12-newer.md:2 the report is written in form 2, and this version knows 1; it is left as it is"
        in ran.output
    )
    assert newer.read_bytes() == before
    assert "says form 2, which a newer Afterword reads; this one knows 1" in afterword("check").output


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_written(old: Repository, afterword: Run) -> None:
    broken = old.write("2026-03-10-broken", "---\ntitle: 'x\ncontributing_factors: [{factor: x-old}]\n---\n")
    ran = afterword("migrate")
    assert ran.exit_code == 1
    assert "2026-03-10-broken.md" in ran.output
    assert "the report is left as it is" in ran.output
    assert "5 words in 1 file changed" in ran.output
    assert "x-old" in broken.read_text()


def test_a_link_is_not_written_through(old: Repository, afterword: Run) -> None:
    real = old.root / "systems.yml"
    real.write_text("- {name: shop, factors_guarded: [x-old]}\n")
    (old.root / "postmortems/_systems.yml").symlink_to(real)
    ran = afterword("migrate")
    assert ran.exit_code == 1
    assert "x-old" in real.read_text()
    assert (old.root / "postmortems/_systems.yml").is_symlink()


def test_a_file_that_changed_meanwhile_is_left(
    old: Repository, afterword: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.commands.migrate import command

    monkeypatch.setattr(command, "read_bytes", lambda path: b"written by somebody else")
    ran = afterword("migrate")
    assert ran.exit_code == 1
    assert "has changed since it was read; run the command again" in ran.output
    assert "nothing to change" in ran.output or "nothing was changed" in ran.output
    assert (old.reports / "2026/2026-03-11-price.md").read_text() == REPORT


def test_settings_that_cannot_be_edited_are_told(old: Repository, afterword: Run) -> None:
    text = CONFIG + "      names: allowed\nextra: &more {a: 1}\nanother: *more\n"
    (old.root / "mkdocs.yml").write_text(text)
    ran = afterword("migrate", "--dry-run")
    assert ran.exit_code == 1
    assert 'mkdocs.yml:10 `names: allowed` is written `names: "off"` now: change this file by hand' in ran.output


def test_former_settings_mean_what_they_meant_and_are_told(old: Repository, afterword: Run) -> None:
    (old.root / "mkdocs.yml").write_text(CONFIG + "      names: allowed\n")
    assert (
        'mkdocs.yml:10: `names: allowed` is written `names: "off"` now, as `migrate` does' in afterword("check").output
    )
    afterword("migrate")
    assert "is written" not in afterword("check").output


def test_an_upgrade_breaks_no_check_before_the_migration(old: Repository, afterword: Run) -> None:
    told = afterword("check", "--select", "AW401,AW402").output
    assert "AW401 warning the factor `x-old` is retired; `data-historical-bias` took its place" in told
    assert "AW402 warning the kind of remediation `x-word` is retired; `user-recourse` took its place" in told
    assert "0 errors" in told or "2 warnings" in told


def test_check_fix_mends_the_same(old: Repository, afterword: Run) -> None:
    afterword("check", "--fix", "--select", "AW401,AW402")
    text = (old.reports / "2026/2026-03-11-price.md").read_text()
    assert re.findall(r"(?:factor|kind): (\S+?)[\s}]", text) == ["data-historical-bias", "user-recourse"]


def test_the_evidence_is_not_touched(old: Repository, afterword: Run) -> None:
    kept = old.root / "postmortems/evidence/2026-03-11-price/log.txt"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"factor: x-old\r\ngen_ai.system: x\n")
    digest = hashlib.sha256(kept.read_bytes()).hexdigest()
    afterword("migrate")
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == digest


def test_a_migration_is_no_correction(old: Repository, afterword: Run) -> None:
    """What every output is made from is the same before and after, so no feed, digest or figure tells of it."""

    def shown() -> list[object]:
        found = read_collection(Project(old.root, old.root / "postmortems"))
        (report,) = found.for_audience("company").reports
        return [report.front.model_copy(update={"snapshot": None}), report.body.text]

    before = shown()
    assert afterword("migrate").exit_code == 0
    assert shown() == before


def test_a_vocabulary_that_cannot_be_read_is_named(old: Repository, afterword: Run) -> None:
    folder = old.root / "postmortems/_vocabulary"
    folder.mkdir(exist_ok=True)
    (folder / "factors.yml").write_text("- {id: x-a, title: A}\n")
    result = afterword("migrate")
    assert result.exit_code == 1
    told = "postmortems/_vocabulary/factors.yml:1 cannot be followed, since it cannot be read: nobody reads a vocabulary of this name"
    assert told in result.stderr
    assert "AW411" in afterword("check").output
