"""Trackers without a network: addresses, what each tracker's answers mean, files, and the next state."""
