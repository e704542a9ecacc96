"""AW6xx: rules on eval cases: whether a test can fail on its own incident, and passes on what is wanted."""
