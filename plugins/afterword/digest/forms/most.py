"""How many parts one item shows, the same in HTML, in text and on the page."""

from __future__ import annotations

from collections.abc import Mapping

MOST: Mapping[str, int] = {"facts": 4, "causes": 4, "changes": 5, "impact": 4, "updates": 4, "reports": 3}
"""What an item holds beyond that is counted, and stands in the report."""
