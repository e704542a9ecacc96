"""Older words of reports, lists and settings, written as this version has them, every other byte as it was."""
