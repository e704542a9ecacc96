"""Result files of the tools that run eval cases: read, and counted case by case."""
