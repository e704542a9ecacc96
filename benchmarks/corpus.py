"""A large collection of sound reports, the same bytes for the same number, to measure and test at size.

    python -m benchmarks.corpus 1000 FOLDER

The sentences are those of the example reports, shuffled by heading, so that words are as common and as rare as in real
prose; each report also carries a code word of its own and of its system. Reports pass `afterword check`, whatever their
number.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import yaml

from afterword.rules.fields.aw117_summary_length import FEWEST, MOST, count_words

ROOT = Path(__file__).parents[1]
FIRST_DAY, DAYS = date(2019, 1, 7), 2_850
TEAMS = ("assistants", "ranking", "data-platform", "ml-platform", "pricing", "trust", "search", "customer-care")
TYPES = ("chatbot", "rag", "agent", "classifier", "ranking", "recommender", "forecast", "vision", "speech", "pipeline")
PROVIDERS = ("self_hosted", "example-models", "second-models", "third-models", "open-weights")
AUTONOMY = ("advises", "acts-with-approval", "acts-with-override", "acts-without-review")
DETECTED_BY = ("monitoring", "eval", "canary", "on-call", "support-report", "user-report", "internal-user", "audit")
MISSED = (
    "not-measured", "aggregated-away", "threshold-too-loose", "delayed", "muted", "routed-nowhere", "treated-as-noise",
    "dashboard-only", "metric-improved",
)  # fmt: skip
SIGNALS = ("answer-rate", "refund-total", "queue-length", "click-share", "error-budget", "daily-sum", "latency-p95")
PHRASES = ("割引判定の基準", "模型在重新训练后给出了不同的答案", "検索結果の順位", "数据漂移没有触发告警")
SYLLABLES = ("ka", "lo", "mir", "ten", "su", "va", "dor", "ne", "phi", "gal", "ro", "bex", "ti", "quo", "lun", "zar")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def write_corpus(folder: Path, number: int, *, seed: int = 1) -> None:
    """Write `number` published reports, `_systems.yml` and a home page below `folder`, which is a documents folder.

    Args:
        folder: made where it is missing; files in it stay.
        number: how many reports, a fifth of them near misses.
        seed: another seed gives other reports.
    """
    choose = random.Random(seed)
    vocabulary = [each["id"] for each in _list("contributing-factors.yml")]
    kinds = [each["id"] for each in _list("remediation-kinds.yml")]
    systems = [_system(choose, place) for place in range(max(12, number // 40))]
    sentences = _sentences()
    folder.mkdir(parents=True, exist_ok=True)
    _dump(folder / "_systems.yml", systems)
    for place in range(number):
        day = FIRST_DAY + timedelta(days=place * DAYS // number)
        front, body = _report(choose, place, day, systems, vocabulary, kinds, sentences)
        path = folder / f"reports/{day.year}/{day}-{_word(choose)}-{place}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(front, sort_keys=False, allow_unicode=True, width=120)
        path.write_text(f"---\n{text}---\n\n{body}", encoding="utf-8")


def _report(
    choose: random.Random,
    place: int,
    day: date,
    systems: Sequence[dict[str, object]],
    vocabulary: Sequence[str],
    kinds: Sequence[str],
    sentences: dict[str, list[str]],
) -> tuple[dict[str, object], str]:
    system = choose.choice(systems)
    near = place % 5 == 0
    word = _word(choose)
    factors = [
        {"id": f"CF-{at}", "factor": factor, "confidence": choose.choice(("known", "potential")), "how": how}
        for at, (factor, how) in enumerate(
            zip(_weighted(choose, vocabulary, choose.randint(1, 5)), _hows(choose, sentences), strict=False), 1
        )
    ]
    front: dict[str, object] = {
        "title": f"Answers of the {word} feature changed without a signal",
        "kind": "near_miss" if near else "incident",
        "lifecycle": "published",
        "severity": choose.choice(("sev3", "sev3", "sev4")),
        "plain_summary": _summary(choose, sentences["What happened"], f"It concerned the {word} feature."),
        "behaviour": {
            "expected": "The same question gets the same answer.",
            "observed": choose.choice(sentences["What happened"]),
        },
        "system": {"name": system["name"]},
        "timeline": [*_timeline(choose, day)],
        "impact": {"harm": "averted" if near else "occurred"},
        "contributing_factors": factors,
        "remediations": [
            _remediation(choose, at, day, factors, kinds, sentences) for at in range(1, choose.randint(2, 5))
        ],
        "no_eval_because": "The behaviour shows in aggregate only and has no single input.",
        "review": {"approved_by_roles": ["product-owner"]},
        "published_on": str(day + timedelta(days=choose.randint(5, 40))),
    }
    if near:
        front["near_miss"] = {"caught_by": "A trial run by the pricing team", "potential": "Thousands of wrong answers"}
    headings = ("What happened", "What stopped it", "What we change") if near else (
        "What happened", "How it came about", "What we learned",
    )  # fmt: skip
    parts = [f"## {name}\n\n{_paragraph(choose, sentences[name], choose.randint(8, 24))}\n" for name in headings]
    if place % 10 == 3:
        parts.append(f"## Notes\n\nThe ticket said “{choose.choice(PHRASES)}” and nothing else.\n")
    return front, "\n".join(parts)


def _remediation(
    choose: random.Random,
    at: int,
    day: date,
    factors: Sequence[dict[str, str]],
    kinds: Sequence[str],
    sentences: dict[str, list[str]],
) -> dict[str, object]:
    # The first one is technical, addresses every factor and is under way, as a published report needs it.
    status = "accepted" if at == 1 else choose.choice(("proposed", "accepted", "in_progress", "done", "verified"))
    found: dict[str, object] = {
        "id": f"RM-{at}",
        "title": f"A case for the {_word(choose)} answer holds the release",
        "kind": "release-gate" if at == 1 else choose.choice(kinds),
        "intent": choose.choice(("prevent", "detect", "mitigate")),
        "addresses": [each["id"] for each in factors] if at == 1 else [choose.choice(factors)["id"]],
        "owner_team": choose.choice(TEAMS),
        "status": status,
        "tracker": f"https://tracker.example.com/{day}-{at}",
        "due": str(day + timedelta(days=choose.randint(20, 150))),
        "success_check": "A seeded fault fails the release check.",
    }
    if status in {"done", "verified"}:
        found["done_on"] = str(day + timedelta(days=choose.randint(10, 90)))
    if status == "verified":
        found["verified_on"] = str(day + timedelta(days=choose.randint(91, 120)))
    return found


def _timeline(choose: random.Random, day: date) -> Iterator[dict[str, object]]:
    start = day - timedelta(days=choose.randint(2, 60))
    yield {"at": f"{start}T08:00:00Z", "kind": "reached_production", "what": "Release served all answers"}
    if choose.random() < 0.5:
        yield {
            "at": f"{day - timedelta(days=1)}T06:00:00Z",
            "kind": "alert_missed",
            "signal": choose.choice(SIGNALS),
            "missed_because": choose.choice(MISSED),
            "what": "The signal stayed in its range",
            "would_have_seen": "The same signal by group",
        }
    yield {
        "at": f"{day}T09:30:00Z",
        "kind": "detected",
        "detected_by": choose.choice(DETECTED_BY),
        "what": "The change came to light",
    }
    yield {"at": f"{day}T12:00:00Z", "kind": "mitigated", "what": "The feature was switched off"}


def _system(choose: random.Random, place: int) -> dict[str, object]:
    return {
        "name": f"{_word(choose)}-{place}",
        "type": choose.choice(TYPES),
        "owner_team": choose.choice(TEAMS),
        "provider": choose.choice(PROVIDERS),
        "autonomy": choose.choice(AUTONOMY),
    }


def _sentences() -> dict[str, list[str]]:
    """Sentences of the example reports by heading, without links and codes."""
    found: dict[str, list[str]] = {}
    for path in sorted(ROOT.glob("postmortems/reports/*/*.md")):
        parts = _HEADING.split(path.read_text(encoding="utf-8").split("\n---\n", 1)[1])
        for heading, text in zip(parts[1::2], parts[2::2], strict=True):
            plain = re.sub(r"[\[\]`*_<>#|]|\([^)]*\)", "", " ".join(text.split()))
            found.setdefault(heading, []).extend(each for each in _SENTENCE.split(plain) if 20 < len(each) < 300)
    found.setdefault("What we change", []).extend(found["What we learned"])
    return {heading: sorted(set(each)) for heading, each in found.items()}


def _hows(choose: random.Random, sentences: dict[str, list[str]]) -> list[str]:
    return choose.sample([each for each in sentences["How it came about"] if len(each) > 60], 5)


def _weighted(choose: random.Random, ids: Sequence[str], number: int) -> list[str]:
    """Some ids, the first of the vocabulary more often than the last, as conditions recur unevenly."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[ids[int(len(ids) * choose.random() ** 2)]] = None
    return list(found)


def _paragraph(choose: random.Random, from_: Sequence[str], number: int) -> str:
    return " ".join(choose.sample(list(from_), min(number, len(from_))))


def _summary(choose: random.Random, from_: Sequence[str], last: str) -> str:
    """Sentences that together are as long as a plain summary may be."""
    chosen = [last]
    for each in choose.sample(list(from_), len(from_)):
        if count_words(" ".join([*chosen, each])) <= MOST:
            chosen.insert(-1, each)
        if count_words(" ".join(chosen)) >= (FEWEST + MOST) // 2:
            break
    return " ".join(chosen)


def _word(choose: random.Random) -> str:
    return "".join(choose.choice(SYLLABLES) for _ in range(4))


def _list(name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load(
        (ROOT / "plugins/afterword/model/data" / name).read_text(encoding="utf-8")
    )
    return found


def _dump(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[2]), int(sys.argv[1]))
