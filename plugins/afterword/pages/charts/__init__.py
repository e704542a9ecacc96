"""Charts of many reports, drawn by Matplotlib while the site is built and handed on as plain SVG of ours.

Matplotlib reckons places: scales, ticks, paths. Of what it writes, `plain.py` keeps shapes and their places alone, each
with a class; colours and type come from the site's style sheet, and words are put in afterwards, so that no font on the
building machine has a say in a single byte.
"""
