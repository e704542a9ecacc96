"""An incident whose remediations are all of the weaker kinds.

The whole report is judged: one remediation of a stronger or intermediate kind is enough. Declined remediations and
those that put things right for people do not count. Reports from public sources, near misses and exercises are left
alone.

## Why it matters

A notice, a policy or a reworded prompt works while somebody, or the model, keeps to it. A change that works without
being remembered tends to hold longer. The ranking is contested: it sorts kinds of action and says nothing on how well
one of them is carried out, and a weaker action can be the right one.

## Example

```yaml
remediations:
  - {title: Tell support staff about the postcode effect, kind: training-shadowing}
  - {title: Ask the model to treat all areas alike, kind: prompt-change}
```

## Instead

```yaml
remediations:
  - {title: Equal-offer gold set blocks release, kind: gold-dataset, blocking: true}
  - {title: Tell support staff about the postcode effect, kind: training-shadowing}
```

## Source

US Department of Veterans Affairs, action hierarchy of RCA2. Against it: Wood & Wiegmann, Int J Qual Health Care
2020;32(7):438-444.
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.factors.standing import standing, strength_of
from afterword.rules.fields.judged import has_unread
from afterword.rules.rule import Context, Hit, Rule

SHOWN = 4
"""How many stronger kinds the hint names."""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where all that stands is weaker."""
    if report.kind != "incident" or report.is_public_sources or report.lifecycle not in {"in-review", "published"}:
        return
    if has_unread(report, "remediations", "kind", "status"):
        return
    strengths = [strength_of(each, context) for _, each in standing(report)]
    ranked = {strength for strength in strengths if strength != "restorative"}
    if ranked != {"weaker"}:
        return
    stronger = [f"`{kind.id}`" for kind in context.collection.vocabulary.kinds if kind.strength == "stronger"]
    yield Hit(
        "all remediations are of weaker kinds, which work only while they are remembered; the ranking is contested, "
        "so this is a question and no verdict",
        field=("remediations",),
        span=report.at_key("remediations"),
        hint=f"weigh a stronger kind, such as {', '.join(stronger[:SHOWN])}",
    )


RULE = Rule(code="AW405", name="weak-only", doc=__doc__, check=check, level="warning")
