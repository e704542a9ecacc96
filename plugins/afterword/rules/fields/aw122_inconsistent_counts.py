"""Numbers that contradict each other, or that cannot be.

More failing cases than were sampled, a count of failing cases without the size of the sample (or the other way
round), a sample of none, more people at least than at most, more passes asked for than trials made, a count or an
amount below zero, and a currency that is not three capital letters (ISO 4217).

## Why it matters

"37 of 200" is what a reader remembers and what the interval on the page is computed from. A count without its sample,
or beyond it, tells nothing and looks as if it told something.

## Example

```yaml
behaviour:
  failing: 37
impact:
  people_affected: {min: 4600, max: 4100, basis: customers whose chat received a code}
```

## Instead

```yaml
behaviour:
  failing: 37
  sampled: 200
impact:
  people_affected: {min: 4100, max: 4600, basis: customers whose chat received a code}
```
"""

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule

_CURRENCY = re.compile(r"[A-Z]{3}\Z")
Number = int | float | None


def _numbers(report: Report) -> Iterator[tuple[Path, Number]]:
    front = report.front
    if front.behaviour is not None:
        yield ("behaviour", "failing"), front.behaviour.failing
        yield ("behaviour", "sampled"), front.behaviour.sampled
    if front.impact is not None:
        yield ("impact", "requests"), front.impact.requests
        if (people := front.impact.people_affected) is not None:
            yield ("impact", "people_affected", "min"), people.min
            yield ("impact", "people_affected", "max"), people.max
        if (money := front.impact.money) is not None:
            yield ("impact", "money", "amount"), money.amount
    for place, case in enumerate(front.eval_cases):
        yield ("eval_cases", place, "trials"), case.trials
        yield ("eval_cases", place, "pass_at_least"), case.pass_at_least
    for place, participant in enumerate(front.participants):
        yield ("participants", place, "count"), participant.count


def _pairs(report: Report) -> Iterator[tuple[Path, Number, str, Number]]:
    """Each number that must not be above another: its path and value, then the other's name and value."""
    front = report.front
    if front.behaviour is not None:
        yield ("behaviour", "failing"), front.behaviour.failing, "sampled", front.behaviour.sampled
    if front.impact is not None and (people := front.impact.people_affected) is not None:
        yield ("impact", "people_affected", "min"), people.min, "max", people.max
    for place, case in enumerate(front.eval_cases):
        yield ("eval_cases", place, "pass_at_least"), case.pass_at_least, "trials", case.trials


def _sample(report: Report) -> Iterator[Hit]:
    behaviour = report.front.behaviour
    if behaviour is None:
        return
    for one, other in (("failing", "sampled"), ("sampled", "failing")):
        given = getattr(behaviour, one) is not None
        if given and getattr(behaviour, other) is None and not report.is_typed("behaviour", other):
            hint = f"add `{other}`, or take `{one}` out where it is not known"
            yield Hit(f"`{one}` stands without `{other}`", field=("behaviour", one), hint=hint)
    if behaviour.sampled == 0:
        yield Hit("`sampled` is 0", field=("behaviour", "sampled"), hint="leave both counts out where none was sampled")


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each number that cannot be, and each pair that contradicts itself."""
    if not is_judged(report):
        return
    for path, number in _numbers(report):
        if number is not None and number < 0:
            yield Hit(f"`{path[-1]}` is below zero", field=path, hint="write a number from 0 on", match=str(number))
    for path, low, name, high in _pairs(report):
        if low is not None and high is not None and low > high >= 0:
            message = f"`{path[-1]}` ({low}) is more than `{name}` ({high})"
            yield Hit(message, field=path, hint="correct one of the two", match=str(low))
    yield from _sample(report)
    money = report.front.impact.money if report.front.impact else None
    if money is not None and money.currency is not None and not _CURRENCY.match(money.currency):
        yield Hit(
            f"`currency` takes three capital letters, and `{money.currency}` is no such code",
            field=("impact", "money", "currency"),
            hint="write the ISO 4217 code, such as `EUR`",
            match=money.currency,
        )


RULE = Rule(code="AW122", name="inconsistent-counts", doc=__doc__, check=check, draft_level="warning")
