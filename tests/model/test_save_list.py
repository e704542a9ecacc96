"""The shipped list of what to save: something for every type of system, the soonest lost first."""

from __future__ import annotations

from typing import get_args

import pytest

from afterword.model.choices import SystemType
from afterword.read.save_list import shipped_save_list

LIST = shipped_save_list()
ORDER = ("hours", "rollback", "retention")


def test_ids_stand_once_and_texts_are_sentences() -> None:
    assert len({each.id for each in LIST.entries}) == len(LIST.entries)
    for each in LIST.entries:
        assert not each.what.endswith(".")
        assert each.detail.endswith(".")


@pytest.mark.parametrize("type_", [None, *get_args(SystemType)])
def test_each_type_has_a_short_list_in_the_order_of_loss(type_: SystemType | None) -> None:
    entries = LIST.of(type_)
    assert 7 <= len(entries) <= 12
    assert [each.lost for each in entries] == sorted((each.lost for each in entries), key=ORDER.index)
    assert {"switches", "sample", "watchers", "retention"} <= {each.id for each in entries}
    assert {each.lost for each in entries} == set(ORDER)
