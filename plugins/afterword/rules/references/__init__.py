"""AW2xx: ids, links and references."""
