"""Contributing factors that lead to one another in a circle.

`led_to` draws the map of factors: which condition fed which. A factor that leads to itself, or several that lead back
to the first, are told once for each circle.

## Why it matters

A map with a circle has no beginning, and the page can only draw it as a list. Mostly two conditions have got into one
entry, such as the pressure before a release and the pressure after it.

## Example

```yaml
contributing_factors:
  - {id: CF-1, factor: org-time-pressure, led_to: [CF-2]}
  - {id: CF-2, factor: eval-no-subgroup-tests, led_to: [CF-1]}
```

## Instead

```yaml
contributing_factors:
  - {id: CF-1, factor: org-time-pressure, led_to: [CF-2]}
  - {id: CF-2, factor: eval-no-subgroup-tests}
```

A loop that is real, such as a model that learns from its own output, is told in the *how* of its factors.
"""

from collections.abc import Iterator, Mapping

from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule


def _find_circle(arrows: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids of one circle, the first one again at the end; empty where there is none."""
    left = {name: set(targets) & set(arrows) for name, targets in arrows.items()}
    while ends := [name for name, targets in left.items() if not targets]:
        for name in ends:
            del left[name]
        for targets in left.values():
            targets.difference_update(ends)
    way: list[str] = []
    # What is left leads on without end, so that the way comes back to where it has been.
    step = next(iter(left), None)
    while step is not None and step not in way:
        way.append(step)
        step = next(each for each in arrows[step] if each in left[step])
    return (*way[way.index(step) :], step) if step is not None else ()


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each circle, at the arrow that closes it."""
    factors = report.front.contributing_factors
    places = {factor.id or "": place for place, factor in enumerate(factors)}
    arrows = {factor.id or "": factor.led_to for factor in factors}
    while circle := _find_circle(arrows):
        last, first = circle[-2:]
        field = ("contributing_factors", places[last], "led_to", factors[places[last]].led_to.index(first))
        way = " → ".join(f"`{each}`" for each in circle)
        message = f"`{last}` leads to itself" if len(circle) == 2 else f"the factors lead back to the first: {way}"
        hint = "take one arrow out, or divide the factor that holds two conditions"
        yield Hit(message, field, hint=hint, match=first)
        arrows = {name: targets for name, targets in arrows.items() if name not in circle}


RULE = Rule(code="AW211", name="factor-cycle", doc=__doc__, check=check, level="warning")
