"""A required discipline that was not in the room, without the reason why.

The settings list the disciplines (`disciplines`; without a setting `ai-engineer`, `data-scientist` and
`product-owner`). A published incident of severity sev1 or sev2 has a participant with each of these roles, or an
entry with that role that says `absent_because`.

## Why it matters

Each discipline sees another half: who knows the records, who knows the release, who knows what people were promised.
What the missing one would have said is in no report.

## Example

```yaml
participants:
  - {role: ai-engineer, count: 2}
  - {role: product-owner, count: 1}
```

## Instead

```yaml
participants:
  - {role: ai-engineer, count: 2}
  - {role: product-owner, count: 1}
  - {role: data-scientist, absent_because: The data science team reviews the text in writing by the end of the week}
```
"""

from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.gate_place import place_of_missing, step_words
from afterword.rules.fields.judged import has_unread
from afterword.rules.rule import Context, Hit, Rule

REQUIREMENT = "required-disciplines"


def _form(role: str) -> str:
    return "-".join(role.casefold().replace("_", " ").replace("-", " ").split())


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each discipline that was neither there nor excused."""
    if REQUIREMENT not in context.needs(report) or has_unread(report, "participants", "role", "absent_because"):
        return
    met = {
        _form(each.role) for each in report.front.participants if each.role and (each.count != 0 or each.absent_because)
    }
    for discipline in context.settings.disciplines:
        if _form(discipline) not in met:
            yield Hit(
                f"{step_words(report)} needs the discipline `{discipline}` in the room, or why it was absent",
                field=("participants",),
                span=place_of_missing(report, "participants"),
                hint=f"add `- {{role: {discipline}, count: …}}`, or `- {{role: {discipline}, absent_because: …}}`",
                match=discipline,
            )


RULE = Rule(code="AW410", name="missing-discipline", doc=__doc__, check=check, handles=(REQUIREMENT,))
