"""What is claimed about quality and speed, and the commands that measure it."""
