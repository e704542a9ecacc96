"""Eval cases for the tools that a model's team runs them with: promptfoo, Inspect AI and pytest."""
