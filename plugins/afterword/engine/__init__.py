"""Adapters to site engines."""
