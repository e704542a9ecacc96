"""How many megabytes of prose the wording rules judge in a second on one core.

    python benchmarks/wording.py [FILE.md …]

Without files, the bodies of the example reports are taken eight times over. Reading Markdown is not counted.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from afterword.link.graph import link_reports
from afterword.model.collection import Collection
from afterword.model.project import Project
from afterword.model.report import Report
from afterword.model.settings import Settings
from afterword.read.gates import read_gates
from afterword.read.prose import read_prose
from afterword.read.vocabulary import shipped_vocabulary
from afterword.rules import RULES
from afterword.rules.rule import Context
from afterword.rules.run import check_report

ROOT = Path(__file__).parents[1]
WIDE = Settings.model_validate({"limits": {"file_bytes": 100_000_000, "body_bytes": 100_000_000}})


def seconds_for(prose: Report) -> float:
    """Seconds of one core that the whole family takes, the best of three runs."""
    context = Context(
        Project(ROOT, ROOT), Collection((), shipped_vocabulary()), link_reports(()), read_gates({}), date(2026, 1, 1)
    )
    family = [rule for rule in RULES if rule.code.startswith("AW3")]
    best = float("inf")
    for _ in range(3):
        fresh = read_prose(prose.source.text.encode(), path="prose.md", settings=WIDE)
        begun = time.process_time()
        check_report(fresh, context, family, is_prose=True)
        best = min(best, time.process_time() - begun)
    return best


def main() -> None:
    """Print size, time and speed, for the text once and twice."""
    named = [Path(each).read_text(encoding="utf-8") for each in sys.argv[1:]]
    bodies = [each.read_text(encoding="utf-8").split("---", 2)[2] for each in ROOT.glob("postmortems/reports/*/*.md")]
    text = "\n\n".join(named or sorted(bodies) * 8)
    for times in (1, 2):
        prose = read_prose("\n\n".join([text] * times).encode(), path="prose.md", settings=WIDE)
        took, size = seconds_for(prose), len(prose.source.text.encode()) / 1e6
        sys.stdout.write(f"{size:.2f} MB in {took:.2f} s: {size / took:.2f} MB/s\n")


if __name__ == "__main__":
    main()
