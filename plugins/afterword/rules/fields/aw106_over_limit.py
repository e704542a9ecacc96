"""A file, its front matter or its body over the limit.

Limits hold for the size of the file, of the front matter and of the body, for the depth of lists and maps, for the
length of one line, and for one character of Markdown repeated many times. They are settings (`limits`).

## Why it matters

Text that is made to exhaust a reader, such as 200,000 brackets in a row, would stop the build for everybody else. Long
data belongs into an evidence file, where it has a digest and an audience.

## Example

A transcript of 2 MB pasted into the body.

## Instead

Keep the transcript as an evidence file, and quote the few lines that matter.
"""

from afterword.rules.rule import Rule, problems_of

RULE = Rule(
    code="AW106",
    name="over-limit",
    doc=__doc__,
    check=problems_of("over-limit"),
    reads=("over-limit",),
    suppressible=False,
    judges_prose=True,
)
