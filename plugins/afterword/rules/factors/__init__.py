"""AW4xx: contributing factors and remediations."""
