"""Which reports resemble one another, how much, and in what."""
