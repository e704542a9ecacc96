"""A report told in an issue form, by people who do not use git: what the form asks, and a draft of what it was told."""
