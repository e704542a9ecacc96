"""An imported report that is on no site until a person has read and cleared it.

An older text was written for other readers. So each imported report is looked through for three things: secrets (keys,
tokens, private keys, addresses with a password), people (the settings' `organisation.people`, e-mail addresses,
@handles, author fields and lines, signatures, names in prose), and wording that accuses somebody (human error as the
cause, a person at fault, words that judge). A report with any of them is held back from every page, list, count and
file. The finding names the lines, and never repeats what stands there.

## Why it matters

A search over years of incident reports would lead to the one person who is named in the oldest of them, or to a
password that was never changed. No pattern can tell whether that does harm; somebody who reads it can.

## Example

```markdown
The outage was caused by human error: the operator forgot to raise the quota.
```

## Instead

Take the name or the secret out of the text, and change the secret where it still works. Where the text can stand as it
is, clear it; the clearance holds until something new of the kind is written into the report:

```sh
afterword import --into . --clear 2019-03-01-quota-not-raised
```

Names are not looked for where the settings say `names: "off"`.

## Source

Sidney Dekker, *The Field Guide to Understanding "Human Error"*, third edition, 2014: an account that ends with a person
has stopped where the question begins.
"""

from collections.abc import Iterator
from datetime import date

from afterword.model.flag import Flag, FlagKind
from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule

_WORDS: dict[FlagKind, tuple[str, str]] = {
    "secret": ("secret", "secrets"),
    "person": ("mention of a person", "mentions of people"),
    "accusing": ("accusing phrase", "accusing phrases"),
}
_SHOWN = 6


def describe_flags(flags: tuple[Flag, ...]) -> str:
    """What was found, as counts by sort: "1 secret and 2 accusing phrases"."""
    told = []
    for kind, (one, many) in _WORDS.items():
        count = sum(flag.kind == kind for flag in flags)
        if count:
            told.append(f"{count} {one if count == 1 else many}")
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def list_flags(flags: tuple[Flag, ...], limit: int) -> str:
    """The flags in one line, each with its line and mark: "line 12: a bearer token (1a2b3c4d)"."""
    told = [f"line {flag.line}: {flag.what} ({flag.mark})" for flag in flags[:limit]]
    return "; ".join([*told, f"and {len(flags) - limit} more"] if len(flags) > limit else told)


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for a report that is held back."""
    if not report.held_for:
        return
    # Not at the line itself, which would be printed below the finding.
    yield Hit(
        f"held back from the site: {describe_flags(report.held_for)} ({list_flags(report.held_for, _SHOWN)})",
        field=("lifecycle",),
        hint=f"take it out, or clear the report with `afterword import --into . --clear {report.id}`",
    )


RULE = Rule(
    code="AW515",
    name="held-import",
    doc=__doc__,
    check=check,
    level="warning",
    since=date(2026, 11, 25),
    suppressible=False,
)
