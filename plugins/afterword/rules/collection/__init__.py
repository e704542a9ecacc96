"""What holds for all reports together."""
