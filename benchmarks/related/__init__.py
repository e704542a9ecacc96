"""How good the computed related reports are, and how fast, beside a plain TF-IDF."""
