"""A data file that cannot be taken as it stands.

The organisation's own vocabularies and glossary, its list of systems, the labels that were accepted for imported
reports (`_labels.csv`) and the machine-written state of trackers and eval cases are looked at. Each entry is judged by
itself, so that one mistake loses nothing else. The finding stands in the data file.

## Why it matters

An entry that cannot be read is a factor, a kind or a system that does not exist for any report: each that names it
looks wrong, and the place to mend is elsewhere.

## Example

```yaml
- id: vendor-late-notice
  title: Late notice
```

## Instead

```yaml
- id: x-vendor-late-notice
  title: Late notice
  definition: A change at the provider reached production before its notice did.
  side: organisational
  group: vendor
```
"""

from collections.abc import Iterator

from afterword.model.span import Span
from afterword.rules.rule import Context, Hit, Rule


def check_all(context: Context) -> Iterator[Hit]:
    """Yield one hit for each problem of a data file."""
    for problem in context.collection.data_problems:
        place = Span(problem.line, problem.column, problem.line, problem.column)
        yield Hit(problem.message, span=place, hint=problem.hint, path=problem.path)


RULE = Rule(code="AW411", name="data-file", doc=__doc__, check_all=check_all, suppressible=False)
