"""Factors of one side alone, without the reason why.

A published incident of severity sev1 or sev2 has technical and organisational factors, or says in `single_sided` why
those of one side stand alone. Which side a factor is on is told by the vocabulary.

## Why it matters

A model that treats groups differently was trained, released and watched by an organisation. A report that tells only
the one half leaves out the conditions that will be there for the next model too.

## Example

```yaml
contributing_factors:
  - {factor: data-historical-bias, how: Earlier campaigns had given some areas fewer vouchers.}
  - {factor: eval-no-subgroup-tests, how: The release check reported one helpfulness score.}
```

## Instead

```yaml
contributing_factors:
  - {factor: data-historical-bias, how: Earlier campaigns had given some areas fewer vouchers.}
  - {factor: eval-no-subgroup-tests, how: The release check reported one helpfulness score.}
  - {factor: comm-silo, how: Campaign planners knew why the records were uneven, and had no route to the data team.}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import step_words
from afterword.rules.fields.judged import has_unread, is_unread
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "both-sides"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where all factors are of one side and no reason is given."""
    if REQUIREMENT not in context.needs(report) or report.front.single_sided or is_unread(report, "single_sided"):
        return
    if has_unread(report, "contributing_factors", "factor"):
        return
    vocabulary = context.collection.vocabulary
    known = vocabulary.factor_by_id
    factors = [known.get(vocabulary.factor_now(each.factor or "")) for each in report.front.contributing_factors]
    sides = {factor.side for factor in factors if factor is not None}
    # A factor that the vocabulary does not hold may be of the other side; it has a finding of its own.
    if len(sides) != 1 or None in factors:
        return
    side = next(iter(sides))
    other = "an organisational" if side == "technical" else "a technical"
    yield Hit(
        f"{step_words(report)} needs factors of both sides, and all of these are {side}",
        field=("contributing_factors",),
        span=report.at_key("contributing_factors"),
        hint=f"add {other} factor, or say in `single_sided` why none stands",
    )


RULE = Rule(code="AW404", name="one-sided", doc=__doc__, check=check, handles=(REQUIREMENT,))
