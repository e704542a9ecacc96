"""What a digest says, section by section: from reports to the parts of the view model."""
