"""Digests on the site: a page for each week, the list of all, and their feed."""
