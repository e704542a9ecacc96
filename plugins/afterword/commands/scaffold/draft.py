"""The first report of a new repository: a near miss that passes as a draft, as `afterword new` would write it."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from afterword.commands.form import UNNAMED, Beginning, write_form
from afterword.commands.scaffold.ground import Ground
from afterword.model.report_id import make_id
from afterword.read.files import walk_files
from afterword.read.gates import read_gates

TITLE = "Our first near miss"


def first_draft(ground: Ground, today: date) -> tuple[str, bytes] | None:
    """Its path below the repository's folder and its bytes; nothing where a report lies there already."""
    if next(walk_files(ground.docs / "reports"), None) is not None:
        return None
    headings = read_gates(ground.settings.gates).required_headings("near-miss", "near_miss", "in-review")
    text = write_form(Beginning(TITLE, "near_miss", UNNAMED), headings)
    day = today.isoformat()
    path = PurePosixPath(ground.place.docs, "reports", day[:4], f"{make_id(day, TITLE, ())}.md")
    return path.as_posix(), text.encode()
