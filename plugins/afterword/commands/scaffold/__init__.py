"""What `afterword init` writes: the parts of a new repository, and what became of them since."""
