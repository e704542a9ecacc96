"""Pages of systems, teams and providers: what concerns them and why, without ranking or naming anybody."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.lessons_sample import LIST, known, lessons_index, told
from tests.pages.lists_sample import FACTS, index_of, narrower, reports
from tests.pages.report_sample import Seen, to_html

from afterword.model.report import Report
from afterword.pages.evals import render_evals
from afterword.pages.group_page import SHOWN
from afterword.pages.groups import render_groups
from afterword.pages.page import Page
from afterword.pages.silent_checks import render_silent_checks

GOLDEN = Path(__file__).parent / "golden"
FIX = "{title: Moved with the areas, kind: monitor-alert, addresses: [CF-1], status: verified, verified_on: 2026-02-01}"


def sample() -> list[Report]:
    return [
        told("2026-01-01-theirs", "their-bot", ("data-drift", "comm-silo", "provider-change"), FIX, severity="sev2"),
        told("2026-03-01-agent", "their-agent", ("own-unclear",)),
        told("2026-04-01-ours", "shop-bot", ("model-opaque",)),
    ]


def pages_of(*found: Report, **options) -> dict[str, Page]:
    return {page.path: page for page in render_groups(lessons_index(*found, **options))}


def part(page: Page, heading: str) -> str:
    """The text below a heading of the second level."""
    return re.split(rf"\n## {heading}[^\n]*\n", page.markdown, maxsplit=1)[1].split("\n## ", 1)[0]


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(*sample())


@pytest.mark.parametrize("name", ["systems/shop-bot.md", "systems/blank.md", "teams/care.md", "providers/models.md"])
def test_golden(name: str, pages, update_golden: bool) -> None:
    file = GOLDEN / f"lessons-{name.replace('/', '-')}"
    if update_golden:
        file.write_text(pages[name].markdown, encoding="utf-8")
    assert pages[name].markdown == file.read_text(encoding="utf-8")


def test_a_lesson_says_whom_it_concerns_why_and_what_held(pages) -> None:
    text = part(pages["systems/shop-bot.md"], "Lessons not yet taken")
    assert (
        "Reports of 2 similar systems name 4 conditions of which nothing says that they are guarded on Shop bot."
        in text
    )
    assert (
        "**This concerns Shop bot:** same type (chatbot), same provider (Models), same autonomy (advises)."
        in text.replace("&#58;", ":")
    )
    assert re.search(r"\*Held there:\* \[Moved with the areas\].*not named again on its system in 295 days", text)
    assert text.index("2026-01-01-theirs") < text.index("2026-03-01-agent")


def test_a_system_without_reports_has_a_page_for_what_others_learned(pages) -> None:
    text = pages["systems/quiet-bot.md"].markdown
    assert "## Lessons not yet taken" in text
    assert "No report of this site names it." in text
    assert re.search(r"\{ \.aw-chip .*\} as the list of systems says\.", text)


def test_what_nobody_has_said_is_told_with_the_lines_to_add(pages) -> None:
    text = pages["systems/blank.md"].markdown
    assert "Nothing is known by which another system could be found to be similar." in text
    code = re.search(r"(?s)```yaml\n(.*?)```", text)
    assert code is not None
    keys = re.findall(r"(?m)^(?:- |  )([a-z_]+):", code[1])
    assert keys == ["name", "type", "provider", "autonomy", "factors_guarded"]


def test_systems_of_others_are_not_ours_to_guard(pages) -> None:
    text = pages["systems/their-bot.md"].markdown
    assert "Lessons" not in text
    assert "No team here owns this system" in text


def test_a_team_sees_what_concerns_its_systems_without_a_number_of_its_own(pages) -> None:
    text = part(pages["teams/care.md"], "Lessons for its systems")
    assert text.index("[blank]") < text.index("[quiet-bot]")
    assert "Nothing that is known concerns it." in text
    assert "aw-facts" not in pages["teams/care.md"].markdown


def test_a_provider_shows_our_systems_first_and_what_changed_upstream(pages) -> None:
    text = pages["providers/models.md"].markdown
    assert (
        text.index("## Our systems that rest on it")
        < text.index("## Changes upstream")
        < text.index("## Systems of others")
    )
    changed = part(pages["providers/models.md"], "Changes upstream")
    assert "Upstream model or API changed" in changed
    assert "Inputs or their meaning moved" not in changed


def test_our_own_systems_stand_before_those_of_others(pages) -> None:
    text = pages["systems/index.md"].markdown
    assert re.findall(r"(?m)^(?:## |-   \[)([^\]\n]*)", text) == [
        "Our own", "blank", "quiet-bot", "Shop bot", "Of others", "Their bot", "their-agent", "their-other",
    ]  # fmt: skip


def test_long_lists_are_cut_and_every_report_still_stands_on_the_page() -> None:
    many = [told(f"2026-01-{day:02}-a", "shop-bot", (f"x-{day}",)) for day in range(1, SHOWN + 6)]
    system = pages_of(*many)["systems/shop-bot.md"].markdown
    assert all(f"2026-01-{day:02}-a.md" in system for day in range(1, SHOWN + 6))
    assert "<summary>5 earlier reports</summary>" in system
    provider = pages_of(*many)["providers/models.md"].markdown
    assert "And 5 more, on the pages of the systems above." in provider


def test_what_is_left_leads_to_explore(pages) -> None:
    factors = ("data-drift", "comm-silo", "own-unclear", "model-opaque", "hil-absent")
    found = [told(f"2026-01-0{place}-a", "their-bot", (factor,)) for place, factor in enumerate(factors, 1)]
    text = pages_of(*found)["systems/shop-bot.md"].markdown
    assert "[the reports in Explore](<../explore/index.md?factor=data-drift&system=their-bot>)" in text
    assert "Explore" not in pages["systems/shop-bot.md"].markdown


def test_same_input_same_bytes_and_no_trace_of_what_is_narrower(pages) -> None:
    assert pages == pages_of(*reversed(sample()))
    assert pages == pages_of(*sample(), *narrower())


HOSTILE = st.lists(
    st.sampled_from(
        [
            "<img src=x onerror=a>",
            "**a**",
            "[a](https://evil.example.org)",
            "| a |",
            "`a`",
            "```",
            "{ onclick=a }",
            "<!--",
            "\n# a",
            "a",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(HOSTILE)
def test_nothing_typed_becomes_markup(typed: str) -> None:
    entries = tuple(each for each in LIST if each.name != "blank")
    mine = known(typed, title=typed, owner_team=typed, provider=typed, type="chatbot")
    index = lessons_index(
        told("2026-01-01-theirs", "their-bot", ("data-drift",), f"{{title: {json.dumps(typed)}, kind: monitor-alert, status: verified}}",
             front=f"no_eval_because: {json.dumps(typed)}"),
        entries=(*entries, mine),
    )  # fmt: skip
    for page in (*render_groups(index), render_evals(index, FACTS), render_silent_checks(index)):
        seen = Seen(to_html(page.markdown))
        assert not {"script", "img"} & set(seen.names()), page.path
        assert seen.names().count("h1") == 1, page.path
        assert not [way for way in seen.hrefs() if way.startswith("http") and "evil" in way], page.path
        assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on")], page.path


def test_without_reports_every_page_stands() -> None:
    index = index_of([])
    for page in (*render_groups(index), render_evals(index, FACTS)):
        assert "None" not in page.markdown.replace("None, with a reason", ""), page.path
    assert "afterword new" in render_evals(index, FACTS).markdown


def test_the_lists_of_the_small_collection_are_unbroken() -> None:
    found = {page.path for page in render_groups(index_of(reports()))}
    assert {"systems/shop-assistant.md", "teams/ml-platform.md", "providers/town-models.md"} <= found


def test_two_spellings_of_one_name_share_a_page_that_names_both() -> None:
    def owned(report_id: str, team: str, name: str = "shop-bot") -> Report:
        found = told(report_id, name)
        assert found.front.system is not None
        return found.with_fields(system=found.front.system.model_copy(update={"owner_team": team}))

    both = pages_of(owned("2026-04-01-one", "@alpha"), owned("2026-04-02-two", "alpha"), entries=())
    assert [path for path in both if path.startswith("teams/") and "alpha" in path] == ["teams/alpha.md"]
    assert both["teams/alpha.md"].markdown.startswith("# &#64;alpha, also written alpha\n")
    assert "[&#64;alpha, also written alpha](<alpha.md>)" in both["teams/index.md"].markdown
    alone = pages_of(owned("2026-04-01-one", "alpha"), entries=())
    assert alone["teams/alpha.md"].markdown.startswith("# alpha\n")
    systems = pages_of(owned("2026-04-01-one", "alpha", "Shop Bot"), owned("2026-04-02-two", "alpha"), entries=())
    assert "Name in reports\n:   Shop Bot, shop-bot\n" in systems["systems/shop-bot.md"].markdown
