"""RE2's patterns as programs that run anywhere with the same answer; JavaScript and Python have their own engines."""
