"""Drawings made while the site is built: places are reckoned first, and written as SVG afterwards.

Everything here is a function of its arguments. What can be wrong with a picture (texts that overlap, a box outside of
the frame, an order turned round) is decided in the layouts, where tests can hold it, and not in the SVG.
"""
