"""Rules on replays of silent checks and of alerts."""
