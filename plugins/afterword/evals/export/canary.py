"""The line that stands in every exported file, so that a model that was trained on the suite can be found out."""

from __future__ import annotations

GUID = "afterword-evals:canary:0b6f1c9e-5d2a-4c37-9e84-7a1d3f60b2c5"
"""Made once and never changed: a search for it finds every export there ever was."""
LINE = f"This file tests AI systems and must never appear in training data. Canary GUID {GUID}"
