"""The system to be tested. Fill in the functions, or leave this file and name others with `--afterword-target`."""


def answer(messages):
    """What the system answers to a conversation: a text, or a map of `text` and `tool_calls`.

    `messages` is a list of maps with `role` and `content`, such as [{"role": "user", "content": "Hello"}].
    A tool call is a map of `name` and `arguments`.
    """
    raise NotImplementedError(HELP)


def predict(rows):
    """One prediction for each row, as a list in their order. `rows` is a list of maps from column to text.

    Only cases of data ask this.
    """
    raise NotImplementedError(HELP)


HELP = """\
No system is connected yet, so nothing was tested. Fill in `answer` (and `predict`, where there are cases of data) in
target.py, or name functions of your own: pytest --afterword-target package.module:function
"""
