"""The tests of the export as they are read from its files."""

import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def read_lines(name):
    """The objects of a file, one for each line, without the line of the canary."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    return [told for line in lines if line and "metadata" in (told := json.loads(line))]


def read_trials(selfcheck):
    """Each test once: the trials of every variant, or what the reports hold where `selfcheck` asks for it."""
    if selfcheck:
        return [each for each in read_lines("selfcheck.jsonl") if selfcheck in ("all", each["metadata"]["of"])]
    found = []
    for each in read_lines("cases.jsonl"):
        for trial in range(1, each["trials"] + 1):
            metadata = {**each["metadata"], "trial": trial}
            found.append({**each, "id": f"{each['id']}/{trial}", "metadata": metadata})
    # What compares the variants of a trial stands last: by then all of them have been asked.
    return sorted(found, key=lambda each: each["metadata"]["variant"] == "*")
