"""AW5xx: evidence, audience, and what must never reach a page."""
