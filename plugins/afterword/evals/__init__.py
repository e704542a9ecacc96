"""Eval cases as tests that are tested: what a check judges, and whether a case can fail on its own incident."""
