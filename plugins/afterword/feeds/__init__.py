"""Feeds: what readers subscribe to. Some modules write a form, such as `atom.py`; the others say what stands in it."""
