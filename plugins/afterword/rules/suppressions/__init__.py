"""AW9xx: suppressions."""
