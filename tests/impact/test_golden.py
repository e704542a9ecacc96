"""Each sort of change as its author and its reviewer read it, in all three forms, beside what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.impact.cases import CASES
from tests.impact.conftest import Tell
from tests.impact.sample import History

from afterword.impact.forms.json_form import render_json
from afterword.impact.forms.markdown import render_markdown
from afterword.impact.forms.text import render_text
from afterword.impact.view import Impact

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told_as_expected(name: str, history: History, tell: Tell, update_golden: bool) -> None:
    earlier, change = CASES[name]
    if earlier:
        history.git("checkout", "-q", "main")
        history.commit(earlier)
        history.git("checkout", "-qB", "change")
    history.commit(change)
    for ending, told in forms_of(tell({})).items():
        place = GOLDEN / f"{name}.{ending}"
        if update_golden:
            place.write_text(told)
        assert told == place.read_text(), place.name
        assert "anary" not in told
        assert "vault" not in told.lower()
        assert "idden Name" not in told


def test_every_expected_file_belongs_to_a_case() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(CASES)


def forms_of(impact: Impact) -> dict[str, str]:
    """All forms, the JSON from the model as it was read back."""
    text = "\n".join(line.plain for line in render_text(impact)) + "\n"
    return {"txt": text, "md": render_markdown(impact), "json": render_json(impact)}
