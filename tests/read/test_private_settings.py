"""Settings about secrets: what is refused, where, and that a refusal repeats no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.read.settings import SettingsError
from afterword.read.site_config import read_site_config

HEAD = "site_name: x\nplugins:\n  - afterword:\n"
OWN = "      organisation:\n        secrets:\n"


def refusal(tmp_path: Path, block: str) -> tuple[int, str]:
    config = tmp_path / "mkdocs.yml"
    config.write_text(HEAD + block)
    with pytest.raises(SettingsError) as caught:
        read_site_config(config, {})
    return caught.value.line, caught.value.message


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("a(?=b)", "no lookaround"),
        ("(a)\\1", "no back references"),
        ("a(b", "missing )"),
        ("x*", "matches an empty text"),
    ],
)
def test_a_pattern_that_re2_does_not_take_is_told_at_its_line(tmp_path: Path, pattern: str, told: str) -> None:
    good = "          - {pattern: 'BRW-[0-9]{6}', name: customer number, reason: It leads to a customer.}\n"
    bad = f"          - pattern: '{pattern}'\n            name: n\n            reason: r\n"
    line, message = refusal(tmp_path, OWN + good + bad)
    assert line == 7
    assert told in message
    assert "`organisation.secrets.1.pattern`" in message


def test_a_pattern_needs_its_reason_and_name(tmp_path: Path) -> None:
    _, message = refusal(tmp_path, OWN + "          - {pattern: abc}\n")
    assert "name" in message
    assert "reason" in message


def test_a_hostile_pattern_takes_no_time(tmp_path: Path) -> None:
    import time

    from afterword.sensitive.scan import scan

    config = tmp_path / "mkdocs.yml"
    config.write_text(HEAD + OWN + "          - {pattern: '(a+)+b', name: n, reason: r}\n")
    settings = read_site_config(config, {}).settings
    begun = time.process_time()
    assert scan("a" * 200_000, settings) == ()
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{digest: Fake-tide7-Quartz, reason: r, until: 2027-01-01}", "64 hex digits"),
        (f"{{digest: '{'0a' * 32}', until: 2027-01-01}}", "reason"),
        (f"{{digest: '{'0a' * 32}', reason: '', until: 2027-01-01}}", "empty"),
        (f"{{digest: '{'0a' * 32}', reason: r}}", "until"),
        (f"{{digest: '{'0a' * 32}', reason: r, until: soon}}", "takes a day"),
    ],
)
def test_an_allowance_needs_digest_reason_and_day(tmp_path: Path, entry: str, told: str) -> None:
    line, message = refusal(tmp_path, f"      allow:\n        - {entry}\n")
    assert line in {4, 5}
    assert told in message
    assert "tide7" not in message.lower()


def test_a_region_is_one_with_telephone_numbers(tmp_path: Path) -> None:
    line, message = refusal(tmp_path, "      organisation:\n        phone_region: Germany\n")
    assert line == 5
    assert "no region" in message
