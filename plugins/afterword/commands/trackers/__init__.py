"""Asking trackers over the network, and writing what they say."""
