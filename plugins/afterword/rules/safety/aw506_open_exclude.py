"""A configuration that does not shut reports, evidence and working files out of the site.

`exclude_docs` has the lines `/reports/`, `/evidence/` and `/_*`, and none that begins with `!` and opens one of them
again. The plugin lets in what the audience may see.

## Why it matters

On the day on which an engine runs without the plugin, these three lines are what keeps drafts, restricted evidence and
machine-written state off the site.

## Example

```yaml
exclude_docs: |
  /evidence/
```

## Instead

```yaml
exclude_docs: |
  /reports/
  /evidence/
  /_*
```
"""

from collections.abc import Iterator

from afterword.model.span import START
from afterword.rules.rule import Context, Hit, Rule

_NEEDED = ("/reports/", "/evidence/", "/_*")
_SHUT = ("reports", "evidence", "_")


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for the lines that are missing, and one for each that opens what is shut."""
    project = context.project
    if project.excludes is None or project.config is None:
        return
    path = project.shown(project.config)
    lines = [line.strip() for line in project.excludes]
    missing = [f"`{line}`" for line in _NEEDED if line not in lines]
    if missing:
        listed = ", ".join(missing)
        yield Hit(f"`exclude_docs` lacks {listed}", span=START, path=path, hint=f"add {listed}, one on each line")
    for line in lines:
        if line.startswith("!") and line[1:].lstrip("/").startswith((*_SHUT, "*")):
            message = f"`exclude_docs` opens again what it shuts: `{line}`"
            yield Hit(message, span=START, path=path, hint="take the line out", match=line)


RULE = Rule(code="AW506", name="open-exclude", doc=__doc__, check_all=check_all, suppressible=False)
