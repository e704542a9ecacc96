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
from itertools import islice

from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule

_MOST = 20


def find_circles(arrows: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The ids of each circle, the first one again at the end; no id is in two of them."""
    sources: dict[str, list[str]] = {name: [] for name in arrows}
    for name, targets in arrows.items():
        for target in targets:
            sources.get(target, []).append(name)
    counts = {name: sum(target in arrows for target in targets) for name, targets in arrows.items()}
    left = dict.fromkeys(arrows)
    leaving = [name for name, count in counts.items() if not count]
    while left:
        while leaving:
            name = leaving.pop()
            if name not in left:
                continue
            del left[name]
            for source in sources[name]:
                counts[source] -= 1
                if not counts[source]:
                    leaving.append(source)
        if circle := _first_circle(arrows, left):
            yield circle
            leaving = list(circle[:-1])


def _first_circle(arrows: Mapping[str, tuple[str, ...]], left: Mapping[str, None]) -> tuple[str, ...]:
    """The circle that the way from the first id comes to; each id that is left leads on to another one that is."""
    way: dict[str, None] = {}
    step = next(iter(left), None)
    while step is not None and step not in way:
        way[step] = None
        step = next(each for each in arrows[step] if each in left)
    passed = list(way)
    return (*passed[passed.index(step) :], step) if step is not None else ()


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each circle, at the arrow that closes it."""
    factors = report.front.contributing_factors
    places = {factor.id or "": place for place, factor in enumerate(factors)}
    circles = find_circles({factor.id or "": factor.led_to for factor in factors})
    for circle in islice(circles, _MOST):
        last, first = circle[-2:]
        field = ("contributing_factors", places[last], "led_to", factors[places[last]].led_to.index(first))
        way = " → ".join(f"`{each}`" for each in circle)
        message = f"`{last}` leads to itself" if len(circle) == 2 else f"the factors lead back to the first: {way}"
        hint = "take one arrow out, or divide the factor that holds two conditions"
        yield Hit(message, field, hint=hint, match=first)


RULE = Rule(code="AW211", name="factor-cycle", doc=__doc__, check=check, level="warning")
