"""A person in a field that takes a role or a team.

Roles and teams of participants, reviewers, facilitators, approvers, deciders and owners are looked at. An e-mail
address or an @handle there is a finding, and so is a role of two or more capitalised words without a word such as
`Engineer` or `Owner` among them, which reads like a name.
The names and handles that the settings list (`organisation.people`) are findings in every text of the front matter.
Where the settings say `names: off`, this rule is silent.

## Why it matters

A report that names people is read for who, and the next one is not written. Roles and counts keep what can be learned:
which disciplines were in the room, and which were not.

## Example

```yaml
participants:
  - {role: Jane Miller, count: 1}
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, owner_team: jane@example.com}
```

## Instead

```yaml
participants:
  - {role: ai-engineer, count: 1}
remediations:
  - {title: Alert on offer rate by area, kind: monitor-alert, owner_team: ml-platform}
```

Roles are written in kebab-case or in lower-case words. One that carries capitals for good reason is listed in the
settings (`organisation.roles`).
"""

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.model.span import Path
from afterword.rules.fields.strings import strings_of
from afterword.rules.rule import Context, Hit, Rule
from afterword.sensitive.listed import listed_people
from afterword.sensitive.visible import see

ROLES = frozenset({"role", "facilitator_role", "approved_by_roles", "approved_by_role", "decided_by_role"})
TEAMS = frozenset({"team", "facilitator_team", "owner_team"})
# Bounded as addresses are, so that a long text without blanks takes no longer than its length.
_EMAIL = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,255}\.[^\s@<>.]")
# A handle with a slash in it, such as `@example-org/ml-platform`, is a team on a forge.
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.-]*(?![\w/.-])")
# A role that is written with capitals, such as `Privacy Officer`, is no name.
_ROLE_WORDS = frozenset(
    {
        "advisor", "agent", "analyst", "architect", "auditor", "clinician", "coordinator", "counsel", "designer",
        "developer", "director", "doctor", "editor", "engineer", "expert", "facilitator", "head", "instructor",
        "lawyer", "lead", "manager", "moderator", "nurse", "officer", "operator", "owner", "physician", "planner",
        "product", "programmer", "representative", "researcher", "reviewer", "scientist", "specialist", "steward",
        "support", "team", "technician", "tester", "trainer", "translator", "writer",
    }
)  # fmt: skip


def _field(path: Path) -> str:
    """`role`, `team`, or an empty text for a field that takes neither."""
    last = next((part for part in reversed(path) if isinstance(part, str)), "")
    if last == "role" and path[0] != "participants":
        return ""  # a message of an eval case, or a data set
    return "role" if last in ROLES else "team" if last in TEAMS else ""


def _is_like_name(role: str) -> bool:
    words = re.split(r"[\s,]+", role)
    capitalised = [word for word in words if word[:1].isupper() and (word[1:].islower() or word[1:] == ".")]
    return len(capitalised) > 1 and not _ROLE_WORDS.intersection(word.casefold() for word in words)


def _found(text: str, field: str, roles: frozenset[str]) -> str:
    """What in `text` reads like a person, in words; empty for nothing."""
    if _EMAIL.search(text):
        return "holds an e-mail address"
    if _HANDLE.search(text):
        return "holds an @handle"
    if field == "role" and text.casefold() not in roles and _is_like_name(text):
        return "reads like a person's name"
    return ""


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each text that names a person."""
    if context.settings.names == "off" or report.lifecycle == "withdrawn":
        return
    organisation = context.settings.organisation
    roles = frozenset(role.casefold() for role in organisation.roles)
    for path, text in strings_of(report):
        name = ".".join(str(part) for part in path if isinstance(part, str))
        field = _field(path)
        if field and (found := _found(text, field, roles)):
            example = "product-owner" if field == "role" else "ml-platform"
            hint = f"write the {field} in kebab-case, such as `{example}`"
            yield Hit(f"`{name}` {found}, and takes a {field}", field=path, hint=hint)
        elif any(listed_people(see(text).text, organisation.people)):
            hint = "say it by role, such as `the on-call engineer`, or with the system as the subject"
            yield Hit(f"`{name}` names a person of `organisation.people`", field=path, hint=hint)


RULE = Rule(code="AW123", name="person-in-field", doc=__doc__, check=check)
