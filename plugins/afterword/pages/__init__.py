"""The index to Markdown pages, each template beside the code that fills it."""
