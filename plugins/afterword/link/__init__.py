"""Reports to a graph: which report leads to which, and from where it is led to."""
