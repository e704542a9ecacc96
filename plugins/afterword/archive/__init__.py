"""An archive of older reports: what is in it, what can be told of each file, and what it becomes here."""
