"""The page of one report: all that it tells is there, for those who may read it, and nothing that was typed acts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_sample import FACTS, Seen, page_of, report, simple, to_html
from tests.evals.runs_sample import run_of

from afterword.model.eval_state import EvalState
from afterword.model.evidence_file import EvidenceFile
from afterword.model.tracker_state import TrackerItem, TrackerState
from afterword.pages.clean import clean_html

HERE = Path(__file__).parent
RICH = "2026-03-11-rich"
FILE = EvidenceFile(f"evidence/{RICH}/profile.csv", "x", 3, "1" * 64, "text", content=b"a,b")
STATE = TrackerState(
    datetime(2026, 11, 20, tzinfo=UTC),
    (TrackerItem(url="https://tracker.example.org/1", state="open"),),
)
OTHERS = (
    simple("See [the case](2026-03-11-rich.md).\n", "related: [2026-03-11-rich]\n", "2026-04-01-related"),
    simple("Text.\n", "", "2025-01-01-older"),
    report("---\ntitle: A draft that nobody sees\nrelated: [2026-03-11-rich]\n---\n", "2026-04-02-draft"),
)


def rich() -> str:
    return (HERE / "rich.md").read_text(encoding="utf-8")


def rich_page(**options):
    found = report(rich(), RICH)
    return page_of(found, *OTHERS, files=(FILE,), tracker_state=STATE, **options)


def check_golden(name: str, text: str, update: bool) -> None:
    path = HERE / "golden" / name
    if update:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def seen(page) -> Seen:
    return Seen(clean_html(to_html(page.markdown)))


def test_a_rich_report(update_golden: bool) -> None:
    check_golden("rich.md", rich_page().markdown, update_golden)


def test_a_bare_report(update_golden: bool) -> None:
    page = page_of(report("---\ntitle: A bare draft of a report\nsystem: {name: chat}\n---\n"), preview=True)
    check_golden("bare.md", page.markdown, update_golden)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert rich_page() == rich_page()


def test_every_word_of_the_front_matter_is_shown() -> None:
    """Each text of the rich report is marked by a word that stands nowhere else in it."""
    words = set(re.findall(r"\bW[0-9]{2,3}\b", rich()))
    hidden = {"W900", "W901", "W902", "W903"}
    assert len(words) > 60
    page = rich_page()
    shown = set(re.findall(r"\bW[0-9]{2,3}\b", f"{seen(page).text} {page.description}"))
    assert words - shown == hidden


def test_narrower_evidence_leaves_kind_digest_and_access() -> None:
    page = rich_page()
    assert "held at restricted access" in seen(page).text
    assert "2" * 64 in page.markdown
    assert "https://evidence.example.org" not in page.markdown


def test_removed_evidence_says_when_and_why_and_leads_nowhere() -> None:
    removed = "removed: {at: 2026-04-02, because: Its *retention* ended.}"
    entries = "".join(
        f"  - {{kind: log, title: The log, uri: '{uri}', sha256: '{'1' * 64}', retention_until: 2026-04-01, {removed}}}\n"
        for uri in (FILE.uri.replace(RICH, "2026-03-11-case"), "https://evidence.example.org/log")
    )
    text = seen(page_of(simple("", f"evidence:\n{entries}"))).text
    assert text.count("kept until 1 Apr 2026, removed on 2 Apr 2026; its digest remains") == 2
    assert text.count("Its *retention* ended") == 2
    assert "kept elsewhere" not in text


def test_a_wider_site_shows_the_same_report_to_nobody_else() -> None:
    with pytest.raises(KeyError):
        rich_page(audience="public")


def test_the_page_carries_what_themes_read() -> None:
    page = rich_page()
    assert page.path == f"reports/{RICH}.md"
    assert page.tags == ("fairness", "chatbot")
    assert page.edit_place == f"reports/2026/{RICH}.md"
    assert page.authored
    assert "\n" not in page.description
    assert page.markdown.count("\n# ") + page.markdown.startswith("# ") == 1


def test_one_first_heading_and_unique_ids() -> None:
    found = Seen(to_html(rich_page().markdown))
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert found.names().count("h1") == 1
    assert len(ids) == len(set(ids))


def test_links_within_the_page_lead_somewhere() -> None:
    found = Seen(to_html(rich_page().markdown))
    ids = {attributes.get("id") for _, attributes in found.elements}
    inner = [href[1:] for href in found.hrefs() if href.startswith("#")]
    assert inner
    assert set(inner) <= ids


def test_tables_are_named_regions() -> None:
    found = Seen(to_html(rich_page().markdown))
    regions = [
        each for name, each in found.elements if name == "div" and (each.get("class") or "").startswith("aw-table")
    ]
    assert len(regions) == found.names().count("table")
    assert all(
        each.get("role") == "region" and each.get("aria-label") and each.get("tabindex") == "0" for each in regions
    )


def test_without_an_edit_address_there_is_no_edit_link() -> None:
    assert "Edit this report" in rich_page().markdown
    assert "Edit this report" not in rich_page(facts=replace(FACTS, edit_url="")).markdown


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("origin: public-sources\n", "Nobody of the organisation concerned was asked"),
        ("lifecycle: superseded\n", "A later report has taken the place of this one"),
        ("lifecycle: imported\naudience: company\n", "Taken over as it was, not reviewed in this form"),
        ("lifecycle: draft\n", "is a draft and is on no published site yet"),
        ("lifecycle: in-review\n", "is in review and is on no published site yet"),
    ],
)
def test_notices(front: str, words: str) -> None:
    step = "" if "lifecycle" in front else "lifecycle: published\n"
    page = page_of(report(f"---\ntitle: A title long enough\n{step}{front}---\nText.\n"), preview=True)
    assert words in seen(page).text


def test_a_superseded_report_names_its_successor() -> None:
    old = report("---\ntitle: A title long enough\nlifecycle: superseded\n---\n", "2025-01-01-older")
    new = simple("", "supersedes: [2025-01-01-older]\n", "2026-01-01-newer")
    assert "(<2026-01-01-newer.md>)" in page_of(old, new).markdown


@pytest.mark.parametrize("hidden", ["true", "false"])
def test_of_a_withdrawn_report_title_and_reason_stay(hidden: str) -> None:
    text = (
        rich()
        .replace("lifecycle: published", "lifecycle: withdrawn")
        .replace(
            "---\n", f"---\nwithdrawn:\n  {{at: 2026-05-01, because: Reasons of privacy, hide_title: {hidden}}}\n", 1
        )
    )
    page = page_of(report(text, RICH), *OTHERS, files=(FILE,))
    shown = seen(page).text
    title = "Withdrawn report" if hidden == "true" else "W10 assistant offered different discounts"
    assert shown == f"{title} Withdrawn on 1 May 2026. Reasons of privacy."
    assert page.title == title
    assert not re.search(r"W(?!10\b)[0-9]{2,3}", repr(page))
    assert (page.tags, page.edit_place) == ((), "")


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ("failing: 37, sampled: 200", "37 of 200 (18.5 %; 95 % interval 13.7–24.5 %)"),
        ("expected: E", "not counted"),
        ("failing: 3", "3 seen"),
        ("failing: 5, sampled: 3", "which cannot both be right"),
        ("failing: 0, sampled: 0", "which cannot both be right"),
    ],
)
def test_how_often(counts: str, words: str) -> None:
    assert words in seen(page_of(simple("", f"behaviour: {{observed: O, {counts}}}\n"))).text


def test_timeline_tells_precision_zone_and_what_is_not_known() -> None:
    timeline = """timeline:
  - {kind: introduced, what: A, unknown_because: nobody noted it}
  - {kind: detected, what: D, at: "2026-03-11T09:30"}
  - {kind: first_symptom, what: C, at: "2026-03-02T11:40:00Z", precision: hour}
  - {kind: resolved, what: E, at: 2026-05}
"""
    shown = seen(page_of(simple("", timeline))).text
    assert "When is not known: nobody noted it." in shown
    assert "2 Mar 2026, 12:00–13:00 First symptom" in shown
    assert "11 Mar 2026, 09:30 Detected" in shown
    assert "May 2026 Resolved" in shown
    assert "Those written without an offset are taken to be in Europe/Berlin too." in shown
    assert shown.index("First symptom.") < shown.index("Detected.") < shown.index("Resolved.")


def test_entries_that_cannot_be_told_apart_stay_as_typed() -> None:
    timeline = (
        'timeline:\n  - {kind: introduced, what: A, at: 2026-03-05}\n  - {kind: detected, what: B, at: "2026-03"}\n'
    )
    shown = seen(page_of(simple("", timeline))).text
    assert shown.index("Introduced.") < shown.index("Detected.")


def test_a_rollback_before_the_snapshot_is_told() -> None:
    timeline = (
        'timeline:\n  - {kind: mitigated, what: A, at: "2026-03-05T10:00Z"}\n'
        '  - {kind: evidence_preserved, what: B, at: "2026-03-05T11:00Z"}\n'
    )
    told = seen(page_of(simple("", timeline))).text
    assert "The state was kept only after mitigation; what that teaches stands with the snapshot." in told
    assert "What could not be kept, and what that teaches" in told
    assert "Ending it came first, which is right," in told
    assert "Next time: what to save before a rollback. afterword declare keeps it within a minute." in told
    assert "kept only after mitigation" not in seen(rich_page()).text
    mitigated = timeline[: timeline.index("  - {kind: evidence")]
    late = 'snapshot: {taken_at: "2026-03-05T12:00Z"}\n' + mitigated
    assert "Ending it came first, which is right," in seen(page_of(simple("", late))).text
    assert "What could not be kept" not in seen(page_of(simple("", late.replace("T12:", "T09:")))).text


def test_what_was_lost_is_told_with_what_is_done_and_what_to_save() -> None:
    lost = (
        "snapshot: {not_preserved: {how: The release tooling replaced the index in place}}\n"
        "remediations:\n  - {title: Keep the replaced index for a week, kind: telemetry-evidence}\n"
        "  - {title: Keep all traces, kind: telemetry-evidence, status: declined}\n"
    )
    page = page_of(simple("", "system: {name: shop-assistant, type: rag}\n" + lost))
    told = seen(page).text
    assert "What was lost, and how that came about: The release tooling replaced the index in place." in told
    assert "What is done about it: RM-1, Keep the replaced index for a week." in told
    assert "Keep all traces." not in told.split("What could not be kept")[1].split("Next time")[0]
    assert "guide/at-3-am.md#save-rag" in page.markdown
    assert "kept only after mitigation" not in told


def test_cases_of_public_sources_are_labelled() -> None:
    case = (
        "origin: public-sources\neval_cases:\n"
        "  - {title: T, kind: refusal, input: {prompt: P}, checks: [{type: contains, value: x}]}\n"
    )
    assert "Made for this example." in seen(page_of(simple("", case))).text


@given(
    st.lists(
        st.sampled_from(("```", "````", "`", "~~~", "\n", "<b>", "</code>", "    ", "a", '"', "\t", "&lt;")),
        max_size=12,
    ).map("".join)
)
def test_recorded_text_cannot_leave_its_block(text: str) -> None:
    case = {
        "title": "T",
        "kind": "refusal",
        "input": {"prompt": f"x{text}y"},
        "checks": [{"type": "contains", "value": "z"}],
    }
    plain = {**case, "input": {"prompt": "xy"}}
    odd, sound = (
        Seen(to_html(page_of(simple("", f"eval_cases: [{json.dumps(each)}]\n")).markdown)) for each in (case, plain)
    )
    assert odd.elements == sound.elements


TEXTS = st.lists(
    st.sampled_from(
        (
            "<b>",
            "*a*",
            "[a](b)",
            "|",
            "`",
            "# ",
            "\n\n",
            "\n",
            "{ .a }",
            "{{ a }}",
            "- ",
            "1. ",
            "![a](b)",
            "&lt;",
            "]",
            ")",
            "\\",
            "a",
        )
    ),
    max_size=8,
).map(lambda each: f"x{''.join(each)}y")


@settings(max_examples=40)
@example("x<b>" + "[a](b)!" * 7 + "y")
@given(TEXTS)
def test_whatever_is_typed_the_page_keeps_its_shape(text: str) -> None:
    """The rich report with a hostile text for each marked word has the same elements as with a plain one."""

    def shaped(word: str) -> list:
        front, body = rich().split("\n---\n", 1)
        # Short values of checks and variants stand in a line, others in a block, and a signal that looks like an id
        # stands as code, so that these stay as they are.
        typed = re.sub(r'"(?!W83|W85|W92|W47)(W[0-9]{2,3})"', lambda _: json.dumps(word), front)
        found = Seen(to_html(page_of(report(f"{typed}\n---\n{body}", RICH), *OTHERS, files=(FILE,)).markdown))
        # A longer text takes more paragraphs, and more lines in a drawing.
        return [name for name in found.names() if name not in ("p", "text")]

    assert shaped(text) == shaped("xy")


def test_a_remediation_is_guarded_by_cases_that_pass_and_not_by_luck() -> None:
    cases = (
        "behaviour: {reproducible: sometimes}\n"
        "contributing_factors: [{factor: data-drift, how: It drifted.}]\n"
        "remediations: [{title: A test, kind: eval-case, evals: [EC-1, EC-2, EC-3, EC-4, EC-5]}]\n"
        "eval_cases:\n"
        "  - {title: a, kind: regression, status: committed, trials: 20}\n"
        "  - {title: b, kind: regression, status: committed}\n"
        "  - {title: c, kind: regression, trials: 20}\n"
        "  - {title: d, kind: regression, status: committed, trials: 20}\n"
        "  - {title: e, kind: regression, status: committed, trials: 20}\n"
    )
    told = simple("", cases)
    first, second, third, fourth, _ = told.front.eval_cases
    runs = [run_of(told, first), run_of(told, second), run_of(told, third), run_of(told, fourth, "failed")]
    text = page_of(told, eval_state=EvalState(tuple(runs))).markdown
    assert "Guarded by [EC-1](<#ec-1>)." in text
    assert "Tried once by [EC-2](<#ec-2>), which can pass by luck" in text
    assert "Names [EC-3](<#ec-3>), not committed." in text
    assert "Tested by [EC-4](<#ec-4>), which fails now." in text
    assert "Tested by [EC-5](<#ec-5>), of which no passing run is recorded." in text
    assert 'Failing since <time datetime="2026-06-01">1 June 2026</time>.' in text
    assert "Of 5 eval cases 1 passes, 1 fails, 3 guard nothing yet." in text


def test_tool_calls_and_data_stand_on_the_page() -> None:
    cases = (
        "evidence: [{kind: data-payload, title: Rows, uri: 'https://example.com/rows.csv'}]\n"
        "eval_cases:\n"
        "  - title: a\n"
        "    kind: tool-use\n"
        "    recorded_outputs: [{text: I refunded it., tool_calls: [{name: refund, arguments: {order: '4711'}}]}]\n"
        "    reference_output: {tool_calls: [{name: ask}]}\n"
        "    checks: [{type: tool_not_called, value: refund, arguments: {order: '4711'}}]\n"
        "  - title: b\n"
        "    kind: data\n"
        "    input: {data: {evidence: EV-1, recorded: [was], reference: is, truth: right}}\n"
        "    checks: [{type: slice_gap, metric: recall, label: 'yes', by: area, value: 0.1}]\n"
    )
    text = page_of(simple("", cases)).markdown
    assert "I refunded it.\n    ```\n    \n    calls <code>refund</code>" in text
    assert '"order": "4711"' in text
    assert "with <code>" in text
    assert "Rows of [EV-1](<#ev-1>) · recorded output in <code>was</code>" in text
    assert "what was right in <code>right</code>" in text
    assert "metric <code>recall</code> of <code>yes</code> between the groups of <code>area</code>" in text


def test_a_conversation_shows_what_the_assistant_called() -> None:
    cases = (
        "eval_cases:\n"
        "  - title: a\n"
        "    kind: tool-use\n"
        "    input:\n"
        "      messages:\n"
        "        - {role: assistant, tool_calls: [{name: 'look <b>up', arguments: {order: '4711'}}]}\n"
        "        - {role: tool, name: look_up, content: delayed}\n"
    )
    text = page_of(simple("", cases)).markdown
    assert 'calls <code>look &lt;b&gt;up</code>\n    \n    ```json\n    {\n      "order": "4711"' in text
    assert text.index("calls <code>") < text.index("delayed")
