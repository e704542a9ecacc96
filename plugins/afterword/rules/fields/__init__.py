"""AW1xx: shape, fields and gates."""
