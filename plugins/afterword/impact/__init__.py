"""What a change does to the whole: two states of one collection, held beside each other."""
