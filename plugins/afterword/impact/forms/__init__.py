"""The forms of an impact: text for a terminal, Markdown for the page of a job, JSON for programs."""
