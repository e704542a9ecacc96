"""What a preserved series tells when a silent check is replayed on it: when it would have spoken, if at all."""
