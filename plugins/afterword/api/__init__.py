"""The versioned JSON: what the site tells, for programs."""
