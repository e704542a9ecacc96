"""A report that is for fewer people than can clone the repository.

The setting `repository_audience` (default `company`) says who can clone. A report of narrower audience is read by all
of them, whatever the site shows. Imported reports for which no audience is set are told by AW512.

## Why it matters

The site shows the report to nobody too many, and a clone shows it to everybody. What was pushed once stays in the
history.

## Example

```yaml
# in a repository that the company can clone
audience: restricted
```

## Instead

Keep restricted reports in a repository of their own, whose settings say `repository_audience: restricted`. Here a
report can stay that was redacted for the wider audience:

```yaml
audience: company
redaction: {level: partial, removed: [customer identifiers]}
```
"""

from collections.abc import Iterator

from afterword.model.audience import is_shown_to
from afterword.model.report import Report
from afterword.model.span import START
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.safety.audiences import is_misread


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where everyone with a clone reads more than the audience allows."""
    of_repository = context.settings.repository_audience
    if report.audience is None or is_shown_to(report.audience, of_repository) or is_misread(report, ("audience",)):
        return
    source = "the report" if report.front.audience else "the report, by the settings' default,"
    yield Hit(
        f"{source} is for `{report.audience}`, and the repository is open to `{of_repository}`",
        field=("audience",) if report.front.audience else (),
        span=None if report.front.audience else START,
        hint="move the report to a repository that no wider audience can clone, and take it out of this one's history",
        match=report.audience,
    )


RULE = Rule(code="AW501", name="narrower-than-repository", doc=__doc__, check=check, suppressible=False)
