"""Numbers as they are typed: what JSON could not spell is told, and everything else is taken."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from afterword.model.scalars import Scalar, read_number, read_value


@pytest.mark.parametrize("text", ["1.0e+400", "-1e309", "9" * 34 + "e300"])
def test_what_is_beyond_a_float_is_told(text: str) -> None:
    for read in (read_number, read_value):
        with pytest.raises(PydanticCustomError, match="larger than a program can hold"):
            read(Scalar(text, "float"))


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**17), 10**17))
def test_every_other_number_comes_back_from_json(number: float) -> None:
    read = read_value(Scalar(repr(number), "int" if isinstance(number, int) else "float"))
    assert json.loads(json.dumps(read, allow_nan=False)) == number
    assert math.copysign(1, read) == math.copysign(1, number)
