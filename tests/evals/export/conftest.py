"""The exported judge is imported as it stands in an export: modules beside one another."""

from __future__ import annotations

import sys
from pathlib import Path

import afterword.evals.export

SHIPPED = Path(afterword.evals.export.__file__).parent / "shipped"
sys.path.append(str(SHIPPED / "python"))
