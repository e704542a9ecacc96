"""A team that the settings do not list.

Where `organisation.teams` lists the teams, the owner teams of the system and of remediations, the teams of participants
and the facilitator's team are taken from it. Without a list, and for reports from public sources, this rule is silent.

## Why it matters

Open remediations are listed by owner team. One under another spelling is on no team's list, and stays open.

## Example

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, owner_team: ML platform}
```

## Instead

```yaml
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, owner_team: ml-platform}
```
"""

import difflib
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule


def _teams(report: Report) -> Iterator[tuple[Path, str | None]]:
    front = report.front
    if front.system is not None:
        yield ("system", "owner_team"), front.system.owner_team
    for place, remediation in enumerate(front.remediations):
        yield ("remediations", place, "owner_team"), remediation.owner_team
    for place, participant in enumerate(front.participants):
        yield ("participants", place, "team"), participant.team
    if front.review is not None:
        yield ("review", "facilitator_team"), front.review.facilitator_team


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each team that is not listed."""
    teams = context.settings.organisation.teams
    if not teams or report.is_public_sources or not is_judged(report):
        return
    by_key = {team.casefold(): team for team in teams}
    for field, team in _teams(report):
        if team is None or team in teams:
            continue
        close = difflib.get_close_matches("-".join(team.casefold().split()), by_key, n=1, cutoff=0.6)
        unlisted = "add it to `organisation.teams` in the settings, or write a team that stands there"
        hint = f"did you mean `{by_key[close[0]]}`?" if close else unlisted
        yield Hit(f"`{team}` is no team of the settings", field, hint=hint, match=team)


RULE = Rule(code="AW213", name="unknown-team", doc=__doc__, check=check, level="warning")
