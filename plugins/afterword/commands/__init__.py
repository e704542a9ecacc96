"""The command line: one file per command. Only here and in `engine/` is the clock asked."""
