"""A factor with its *how*, a reference, or what stopped a near miss, where the report's step needs it.

From in review on, at least one contributing factor stands with its `how`. A report from public sources also has at
least one reference, and as a near miss it says what stopped it (`near_miss.caught_by`).

## Why it matters

A report without a factor is in none of the lists by which the next team finds it. A report from public sources
without a reference cannot be checked by anyone.

## Example

```yaml
lifecycle: in-review
origin: public-sources
contributing_factors:
  - factor: agent-env-separation
```

## Instead

```yaml
lifecycle: in-review
origin: public-sources
contributing_factors:
  - factor: agent-env-separation
    how: Development and live use shared one database, so a command in the course of the work acted on live data.
references:
  - {type: web, title: The operator's account, url: "https://status.example.com/"}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context, Hit, Rule


def _factor(report: Report) -> Iterator[Hit]:
    factors = report.front.contributing_factors
    if any(each.factor and each.how for each in factors):
        return
    if has_unread(report, "contributing_factors", "factor", "how"):
        return
    # With a factor there, its missing `how` is the shortest way.
    path = ("contributing_factors", 0, "factor") if factors and factors[0].factor else ()
    yield Hit(
        f"{step_words(report)} needs a contributing factor with its `how`",
        field=path or ("contributing_factors",),
        span=report.at(*path) if path else place_of_missing(report, "contributing_factors"),
        hint="add `how`: what the condition looked like here" if path else "add an entry with `factor` and `how`",
    )


def _reference(report: Report) -> Iterator[Hit]:
    if any(each.title or each.url for each in report.front.references):
        return
    if not has_unread(report, "references", "title", "url"):
        yield Hit(
            f"{step_words(report)} needs a reference",
            field=("references",),
            span=place_of_missing(report, "references"),
            hint="add the source to `references`, with its `title` and `url`",
        )


def _caught_by(report: Report) -> Iterator[Hit]:
    near_miss = report.front.near_miss
    if report.kind != "near_miss" or (near_miss is not None and near_miss.caught_by):
        return
    if not is_unread(report, "near_miss") and not is_unread(report, "near_miss", "caught_by"):
        yield Hit(
            f"{step_words(report)} needs `near_miss.caught_by`",
            field=("near_miss", "caught_by"),
            span=place_of_missing(report, "near_miss", "caught_by"),
            hint="write what stopped it, as far as the sources tell",
        )


CHECKS = {"factor-with-how": _factor, "references": _reference, "near-miss-caught-by": _caught_by}


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each of the three that is needed and not there."""
    needs = context.needs(report)
    for requirement, judge in CHECKS.items():
        if requirement in needs:
            yield from judge(report)


RULE = Rule(code="AW138", name="reference-gate", doc=__doc__, check=check, handles=tuple(CHECKS))
