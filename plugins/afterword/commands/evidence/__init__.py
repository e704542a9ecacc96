"""Evidence of a report: files looked at, copied and entered, and taken out again when their time is over."""
