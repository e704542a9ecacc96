"""Feeds: what readers subscribe to. `atom.py` writes the form, the other modules say what stands in it."""
