"""Rules on wording: they look at who acts in a sentence, not at words alone."""
