"""The questions of the rules whose words come from the sentence: one file for each kind of thing asked about."""
