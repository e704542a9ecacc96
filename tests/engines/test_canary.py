"""A report or a file narrower than the site's audience is in no byte of any output.

Every secret below carries one word. The site is built with `repository_audience: restricted`, so that the restricted
report may lie in the repository at all. Then every byte of it is searched, names of files and packed files included.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from afterword.model.addresses import ADDRESSES
from afterword.model.places import PLACES
from tests.engines.addresses import file_of, unmatched, unwritten
from tests.engines.site import NEAR_MISS, all_bytes, run, write_site

WORD = "zqcanary"
STEM = b"zqcanar"
"""As a search index may keep it, without its ending."""
SETTINGS = """\
audience: {audience}
default_audience: company
repository_audience: restricted
count_public_sources: true
"""

LONG = " ".join(["what happened told in plain words for a reader outside"] * 4)
RESTRICTED = f"""\
---
title: {WORD} title of a restricted report
kind: incident
lifecycle: published
published_on: 2026-05-11
audience: {{audience}}
severity: sev3
plain_summary: {WORD} {LONG}
behaviour: {{{{expected: {WORD} expected, observed: {WORD} observed}}}}
tags: [{WORD}-tag]
system: {{{{name: {WORD}-system, owner_team: {WORD}-team, provider: {WORD}-provider}}}}
evidence:
  - {{{{kind: log, title: {WORD} log, uri: evidence/2026-05-10-{WORD}/log.txt, sha256: {{digest}}, access: company}}}}
timeline:
  - {{{{at: 2026-05-10, kind: alert_missed, what: {WORD}, signal: {WORD}-signal, missed_because: muted}}}}
  - {{{{at: 2026-05-10, kind: detected, what: {WORD} what, detected_by: audit}}}}
impact:
  harm: occurred
  groups: {WORD} groups
  reporting: [{{{{regime: {WORD}_law, applicable: true, rationale: {WORD}, decided_by_role: {WORD}-role, due: 2026-05-13}}}}]
contributing_factors:
  - factor: data-poisoned
    how: {WORD} how this condition fed into what happened in this report
  - factor: x-{WORD}
    how: {WORD} how an own condition fed into what happened in this report
    accepted_risk: {{{{rationale: {WORD} rationale, decided_by_role: {WORD}-role, review_on: 2026-06-01}}}}
remediations:
  - {{{{title: {WORD} remediation, kind: workload-change, owner_team: {WORD}-team, due: 2026-06-01, addresses: [CF-1, CF-2]}}}}
ideas: [{WORD} idea of a price list, {WORD} idea]
no_eval_because: {WORD} reason
review: {{{{approved_by_roles: [{WORD}-role]}}}}
related: [2026-05-01-price-nobody-agreed]
supersedes: [2026-05-01-price-nobody-agreed]
aliases: [2026-05-09-{WORD}-alias]
x-own: {WORD} own field
---

## What happened

{WORD} body, with a link to [another report](2026-05-01-price-nobody-agreed.md).

## How it came about

{WORD}

## What we learned

{WORD}
"""

DRAFT = f"---\ntitle: A draft that carries the {WORD} word\nsystem: {{name: {WORD}-draft}}\n---\n\n{WORD}\n"
HELD_BACK = f"---\ntitle: Imported text with the {WORD} word\nlifecycle: imported\n---\n\n{WORD}\n"
FLAGGED = f"""\
---
title: An imported {WORD} text that its audit holds back
lifecycle: imported
audience: public
tags: [{WORD}-flagged]
system: {{{{name: {WORD}-flagged-system, provider: {WORD}-flagged-provider}}}}
evidence:
  - {{{{kind: log, title: {WORD} log, uri: evidence/2026-05-17-{WORD}-flagged/log.txt, sha256: {{digest}}}}}}
contributing_factors: [{{{{factor: data-poisoned}}}}]
x-imported: {{{{archive: old, path: 2019/{WORD}.md, metadata: {{{{author: {WORD}}}}}}}}}
---

{WORD}: the operator forgot to drain the node. See [the other](other.md).
"""
LEADING = f"""\
---
title: An imported text that leads to the one that is held back
lifecycle: imported
audience: public
x-imported: {{archive: old, path: 2019/other.md}}
---

See [the held one]({WORD}.md#{WORD}) and ![a picture]({WORD}.png).
"""
WITHDRAWN = NEAR_MISS.format(title=f"A withdrawn report with the {WORD} word").replace(
    "lifecycle: published", "lifecycle: withdrawn\nwithdrawn: {because: It told too much, hide_title: true}"
).replace("An answer in the trial named a price.", f"{WORD} withdrawn body.")  # fmt: skip


SERIES = f"date,{WORD}-value,{WORD}-group\n2026-05-01,1,{WORD}\n2026-05-03,9,{WORD}\n".encode()
"""A series for few readers, on which a check would have spoken at the end of 3 May."""


def _with_narrower_parts(text: str, digest: str) -> str:
    """The company report with evidence, recorded outputs, a test and a replay that came from restricted evidence."""
    return text.replace(
        "review: {approved_by_roles: [product-owner]}\n",
        f"""\
review: {{approved_by_roles: [product-owner]}}
evidence:
  - {{id: EV-1, kind: transcript, title: {WORD} restricted title, access: restricted,
     uri: "https://evidence.example.com/{WORD}", sha256: {digest}}}
  - {{id: EV-2, kind: log, title: A log for the company, uri: evidence/2026-05-02-open/log.txt, sha256: {digest}}}
  - {{id: EV-3, kind: metric-series, title: {WORD} series, uri: evidence/2026-05-02-open/{WORD}.csv, access: restricted,
     sha256: {hashlib.sha256(SERIES).hexdigest()}}}
  - {{id: EV-4, kind: log, title: {WORD} removed, access: restricted, uri: evidence/2026-05-02-open/{WORD}.txt,
     sha256: {digest}, retention_until: 2026-05-03, removed: {{at: 2026-05-04, because: The {WORD} was over.}}}}
  - {{id: EV-5, kind: log, title: {WORD} held, access: restricted, uri: "https://evidence.example.com/{WORD}-held",
     sha256: {digest}, retention_until: 2026-05-03, legal_hold: Asked for by {WORD}}}
timeline:
  - {{at: 2026-05-02, kind: reached_production, what: The release served all chats}}
  - at: 2026-05-04
    kind: alert_missed
    what: No signal compared offers
    signal: offers
    missed_because: not-measured
    replay: {{evidence: EV-3, column: {WORD}-value, by: {WORD}-group, rule: above, value: 5.7351}}
  - {{at: 2026-05-20, kind: detected, what: Somebody read two chats, detected_by: audit}}
eval_cases:
  - title: The price is in the list
    kind: regression
    from_evidence: [EV-1]
    input: {{prompt: {WORD} prompt}}
    variants:
      - name: one
        vars: {{key: {WORD}}}
        recorded_outputs: [{WORD} recorded, {{text: {WORD}, tool_calls: [{{name: {WORD}, arguments: {{a: {WORD}}}}}]}}]
    checks:
      - {{type: contains, value: {WORD} found}}
      - {{type: tool_called, value: {WORD}, arguments: {{a: {WORD}}}}}
    reference_output: {WORD} found
  - title: The prices are in the list
    kind: data
    input: {{data: {{evidence: EV-1, recorded: [{WORD}-then], reference: {WORD}-now}}}}
    checks:
      - {{type: rate, label: {WORD}, at_least: 1}}
      - {{type: slice_gap, label: {WORD}, by: {WORD}-group, value: 0.1}}
      - {{type: psi, baseline: {WORD}-before, value: 0.1}}
    no_selfcheck_because: The rows lie where few may read them.
""",
    )


OUTPUTS = [file_of(address.path) for address in ADDRESSES]
"""Every output of a build, each searched for the word. A new output has to be described there, by its address."""
EXPORTED = [place.path.removeprefix("<export>/") for place in PLACES if place.path.startswith("<export>/")]


@pytest.fixture(scope="module", params=["company", "public"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, str]:
    """The site's audience, its folder, and what the build printed."""
    audience = request.param
    open_log, secret_log = b"a line for the company\n", f"{WORD} in a file\n".encode()
    digest, secret = hashlib.sha256(open_log).hexdigest(), hashlib.sha256(secret_log).hexdigest()
    company = NEAR_MISS.format(title="A report for the company with restricted evidence")
    company = company.replace("kind: release-gate, owner_team", "kind: release-gate, due: 2026-12-01, owner_team")
    sound = (
        company if audience == "company" else company.replace("kind: near_miss", "audience: public\nkind: near_miss", 1)
    )
    reports = {
        f"2026-05-10-{WORD}.md": RESTRICTED.format(audience="restricted", digest=secret),
        f"2026-05-12-{WORD}-unknown.md": DRAFT.replace("title:", "audience: restricted\ntitle:", 1),
        f"2026-05-13-{WORD}-draft.md": DRAFT,
        f"2026-05-14-{WORD}-held.md": HELD_BACK,
        "2026-05-15-withdrawn.md": WITHDRAWN,
        f"2026-05-17-{WORD}-flagged.md": FLAGGED.format(digest=secret),
        "2026-05-18-leading.md": LEADING,
        "2026-05-02-open.md": _with_narrower_parts(sound, digest),
    }
    if audience == "public":
        reports[f"2026-05-16-{WORD}-company.md"] = company.replace("A report", f"{WORD} A report")
    folder = write_site(tmp_path_factory.mktemp(audience), SETTINGS.format(audience=audience), reports)
    docs = folder / "postmortems"
    files = {f"2026-05-{each}/log.txt": secret_log for each in (f"10-{WORD}", f"17-{WORD}-flagged")}
    for name, content in {**files, "2026-05-02-open/log.txt": open_log}.items():
        (docs / "evidence" / name).parent.mkdir(parents=True)
        (docs / "evidence" / name).write_bytes(content)
    (docs / f"evidence/2026-05-02-open/{WORD}.csv").write_bytes(SERIES)
    (docs / "_systems.yml").write_text(
        "- {name: chat, owner_team: shop, type: chatbot, provider: models, autonomy: advises}\n"
        f"- {{name: quiet, owner_team: shop, type: chatbot, provider: models, factors_guarded: [x-{WORD}]}}\n"
        f"- {{name: {WORD} system, title: {WORD}, owner_team: {WORD}-owner, type: chatbot, provider: models,"
        " autonomy: advises, factors_guarded: [data-poisoned]}\n"
    )
    (docs / "_vocabulary").mkdir()
    (docs / "_vocabulary/contributing-factors.yml").write_text(
        f"- {{id: x-{WORD}, title: An own {WORD}, side: technical, group: data, definition: A condition of {WORD}.}}\n"
        "- {id: x-own-open, title: An own open factor, side: technical, group: data, definition: Nobody used it yet.}\n"
        f"- {{id: x-{WORD}-label, title: A {WORD} label, side: technical, group: data, definition: It is {WORD} alone.}}\n"
        f"- {{id: x-{WORD}-old, title: An old {WORD}, side: technical, group: data, definition: It was {WORD} once.,"
        " replaced_by: data-poisoned}\n"
    )
    # Labels of an imported report that is held back, and of one that everybody may read.
    (docs / "_labels.csv").write_text(
        f"report,factor,accepted_on\n2026-05-14-{WORD}-held,x-{WORD}-label,2026-06-02\n"
        f"2026-05-14-{WORD}-held,data-poisoned,2026-06-02\n2026-05-18-leading,model-opaque,2026-06-02\n"
    )
    meaning = "meaning: What is meant by it here, in the words of the house."
    (docs / "_vocabulary/glossary.yml").write_text(
        f"- {{id: x-{WORD}, term: {WORD}, audience: restricted, {meaning}}}\n"
        f"- {{id: x-company, term: price list, see: [x-{WORD}], {meaning}}}\n"
    )
    (docs / "_state").mkdir()
    (docs / "_state/trackers.json").write_text(
        '{"schema": "tracker-state/1", "generated_at": "2026-06-01T00:00:00+00:00", "items": '
        f'[{{"url": "https://github.com/{WORD}/issues/1", "title": "{WORD}", "state": "open"}}]}}'
    )
    run_of = {"case": "EC-1", "digest": "0" * 16, "at": "2026-05-20T08:00:00Z", "tool": "pytest", "verdict": "failed"}
    runs = [
        {**run_of, "report": report, "passed": 0, "runs": 1, "release": f"{WORD} 1.0", "source": "0" * 16}
        for report in (f"2026-05-10-{WORD}", f"2026-05-14-{WORD}-held", f"2026-05-99-{WORD}")
    ]
    state = {"format": "afterword-evals", "version": 1, "runs": runs}
    (docs / "_state/evals.json").write_text(json.dumps(state))
    approval = {"role": f"{WORD}-owner", "at": "2026-05-20T08:00:00Z", "forge": "github", "commit": WORD}
    told = [{**approval, "report": report} for report in (f"2026-05-10-{WORD}", f"2026-05-14-{WORD}-held")]
    told.append({**approval, "report": "2026-05-02-open", "role": "product-owner"})
    approvals = {"format": "afterword-approvals", "version": 1, "approvals": told}
    (docs / "_state/approvals.json").write_text(json.dumps(approvals))
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("plugins:\n", "plugins:\n  - search\n"))  # as well as our own
    ran = run("mkdocs", "build", "--strict", cwd=folder)
    return audience, folder / "site", ran.stdout + ran.stderr


@pytest.mark.engine
def test_the_word_is_in_no_byte(built: tuple[str, Path, str]) -> None:
    found = [name for name, content in all_bytes(built[1]).items() if STEM in content.lower()]
    assert found == []


@pytest.mark.engine
def test_no_count_includes_what_is_not_shown(built: tuple[str, Path, str]) -> None:
    """The factor and the kind that only the restricted report uses stand at nought."""
    published = all_bytes(built[1])
    for name in ("factors/data-poisoned/index.html", "remediations/workload-change/index.html"):
        assert b"2026-05-10" not in published[name]
    factors = json.loads((built[1] / "api/v1/factors.json").read_text())["factors"]
    found = next(each for each in factors if each["id"] == "data-poisoned")
    assert (found["count"], found["uses"], found["remediations"]) == (0, [], [])


@pytest.mark.engine
def test_no_lesson_is_told_from_what_is_not_shown(built: tuple[str, Path, str]) -> None:
    """Systems that share everything with the restricted one learn nothing of it, though the list names all of them."""
    published = all_bytes(built[1])
    chat = published["systems/chat/index.html"]
    assert b"Lessons not yet taken" in chat
    assert b"data-poisoned" not in chat
    # The list was written for the company: on a site for everybody it adds no system that no report names.
    assert ("systems/quiet/index.html" in published) is (built[0] == "company")
    systems = json.loads((built[1] / "api/v1/systems.json").read_text())["systems"]
    assert [each["name"] for each in systems] == (["chat", "quiet"] if built[0] == "company" else ["chat"])


@pytest.mark.engine
def test_what_fits_is_published(built: tuple[str, Path, str]) -> None:
    """The search above is not empty-handed: the open report and its open file are there."""
    published = all_bytes(built[1])
    assert "factors/x-own-open/index.html" in published
    assert b"2026-05-18-leading" in published["factors/model-opaque/index.html"]
    assert (b'id="x-company"' in published["glossary/index.html"]) is (built[0] == "company")
    assert b"See the held one and a picture." in published["reports/2026-05-18-leading/index.html"]
    assert b"restricted evidence" in published["reports/2026-05-02-open/index.html"]
    for name in ("feed.xml", "feed.json"):
        assert b"restricted evidence" in published[name]
    assert b"BEGIN:VEVENT" in published["remediations.ics"]
    if built[0] == "company":
        assert b"a line for the company" in published["evidence/2026-05-02-open/log.txt"]
        assert "reports/2026-05-01-price-nobody-agreed/index.html" in published
        assert "reports/2026-05-15-withdrawn/index.html" in published


@pytest.mark.engine
def test_nothing_is_told_of_a_replay_on_what_is_not_shown(built: tuple[str, Path, str]) -> None:
    """Neither when it would have spoken nor its limit; that it is replayed elsewhere may be told."""
    published = all_bytes(built[1])
    assert [name for name, content in published.items() if b"5.7351" in content] == []
    for name in ("reports/2026-05-02-open/index.html", "silent-checks/index.html"):
        assert b"cannot be replayed here, since its series is not shown to readers of this site" in published[name]
        assert b"sooner" not in published[name]
        assert b"Would have spoken" not in published[name]
    reports = json.loads((built[1] / "api/v1/reports.json").read_text())["reports"]
    told = next(each["replays"] for each in reports if each["id"] == "2026-05-02-open")
    assert [(each["state"], each["at"], each["false_alarms"]) for each in told] == [("untold", None, 0)]


@pytest.mark.engine
def test_the_list_of_outputs_is_complete(built: tuple[str, Path, str]) -> None:
    published = list(all_bytes(built[1]))
    assert unmatched(published, OUTPUTS) == []
    if built[0] == "company":
        assert unwritten(published, OUTPUTS) == ["digests/<week>/brief/index.html", "remediations/open/rows.json"]


@pytest.mark.engine
def test_the_word_is_in_no_byte_of_an_export(built: tuple[str, Path, str]) -> None:
    """Neither for the site's own audience nor, made from the company's repository, for everybody."""
    folder = built[1].parent
    for audience in {built[0], "public"}:
        ran = run("afterword", "export", f"export-{audience}", "--audience", audience, cwd=folder)
        tree = all_bytes(folder / f"export-{audience}")
        assert [name for name, content in tree.items() if WORD.encode() in content.lower()] == []
        assert WORD not in ran.stdout
        assert "docs/api/v1/reports.json" in tree
        assert unmatched(tree, EXPORTED) == []
        # The address of a site for fewer is none of a tree for more, and without one there are no feeds.
        own = [f"docs/{name}" in tree for name in ("feed.xml", "feed.json", "remediations.ics")]
        assert own == [audience == built[0]] * 3
        assert ("docs/reports/2026-05-02-open.md" in tree) is (audience == built[0])


@pytest.mark.engine
@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--brief",),
        *(pytest.param(each, marks=pytest.mark.heavy) for each in (("--team", "shop"), ("--system", "chat"))),
    ],
)
def test_the_word_is_in_no_byte_of_a_digest(
    built: tuple[str, Path, str], tmp_path: Path, options: tuple[str, ...]
) -> None:
    """For the week of what the company may read, and for that of the restricted report."""
    folder = built[1].parent
    for week in ("2026-W19", "2026-W20"):
        ran = run("afterword", "digest", "--week", week, *options, "--out", str(tmp_path / week), cwd=folder)
        files = all_bytes(tmp_path / week)
        assert sorted(files) == ["digest.eml", "digest.html", "digest.json", "digest.txt"]
        assert [name for name, content in files.items() if WORD.encode() in content.lower()] == []
        assert WORD not in ran.stdout + ran.stderr
    assert b"A report for the company" in all_bytes(tmp_path / "2026-W19")["digest.json"]


@pytest.mark.engine
def test_a_narrower_team_is_unknown_to_a_digest(built: tuple[str, Path, str], tmp_path: Path) -> None:
    ran = run(
        "afterword", "digest", "--team", "zqcanary-tea", "--out", str(tmp_path / "x"), cwd=built[1].parent, check=False
    )
    assert ran.returncode == 2
    assert f"{WORD}-team" not in ran.stdout + ran.stderr
    assert not (tmp_path / "x").exists()
