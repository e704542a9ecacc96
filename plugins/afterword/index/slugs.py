"""Names as parts of addresses, where pages and computations look for them."""

from __future__ import annotations

from afterword.model.slugs import slug_of

__all__ = ["slug_of"]
