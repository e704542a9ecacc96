"""A finding, and one module for each form in which findings are written."""
