"""What a report is: typed, frozen objects, each field with its meaning in one sentence."""
