"""`python -m afterword`: the same as the command `afterword`."""

from afterword.commands.main import run

if __name__ == "__main__":
    run()
