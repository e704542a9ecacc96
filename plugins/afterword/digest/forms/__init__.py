"""The forms of one digest: JSON, HTML and plain text, each from the same view model."""
