"""Afterword: learning reports of AI incidents, read, checked, linked and published from Markdown in git."""

__version__ = "0.1.0"
