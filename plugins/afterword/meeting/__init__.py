"""The review meeting of one report: what to read out, what to ask, whom to invite, and what it leaves behind."""
