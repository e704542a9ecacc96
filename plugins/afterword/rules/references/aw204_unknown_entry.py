"""A reference to an entry that the report does not have.

`led_to` and `addresses` name contributing factors, `evidence` and `from_evidence` name evidence, `evals` names eval
cases, each by its id. An entry without an id has its place in the list: the second factor is `CF-2`. `check --fix`
mends a reference whose case, hyphen or zeros differ.

## Why it matters

A remediation that addresses a factor nobody wrote down addresses nothing, and the map of factors loses the arrow
without a word.

## Example

```yaml
contributing_factors:
  - {id: CF-1, factor: eval-no-subgroup-tests}
remediations:
  - {title: Equal-offer gold set blocks release, kind: gold-dataset, addresses: [CF-11]}
```

## Instead

```yaml
contributing_factors:
  - {id: CF-1, factor: eval-no-subgroup-tests}
remediations:
  - {title: Equal-offer gold set blocks release, kind: gold-dataset, addresses: [CF-1]}
```
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from afterword.model.problem import Fix
from afterword.model.report import Report
from afterword.rules.references.entries import (
    WORDS,
    EntryReference,
    ids_of,
    in_form,
    is_whole,
    list_named,
    references_of,
)
from afterword.rules.references.replacing import replace_value
from afterword.rules.rule import Context, Hit, Rule

Known = Mapping[str, Mapping[str, None]]
"""The ids of each numbered list, in its order."""
_FEW = 100


def _meant(reference: EntryReference, known: Known, report: Report) -> str | None:
    """The id that is meant for certain: in another form, or by the vocabulary's id of a factor that stands once."""
    if (formed := in_form(reference.name, reference.to)) in known[reference.to]:
        return formed
    factors = report.front.contributing_factors
    if reference.to == "contributing_factors" and len(factors) < _FEW:
        named = [each.id for each in factors if each.factor == reference.name]
        return named[0] if len(named) == 1 else None
    return None


def _hint(reference: EntryReference, known: Known) -> str:
    ids = tuple(islice(known[reference.to], 9))
    if not ids:
        return f"add it to `{reference.to}`, or take the reference out"
    shown = ", ".join(f"`{each}`" for each in ids[:8]) + (", …" if len(ids) > 8 else "")
    return f"write one of {shown}" if len(ids) > 1 else f"write {shown}, or take the reference out"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit for each reference to an entry that is not there."""
    whole = {name: is_whole(report, name, "id") for name in WORDS}
    known = {name: dict.fromkeys(ids_of(report, name)) for name in WORDS}
    for reference in references_of(report):
        if reference.name in known[reference.to] or not whole[reference.to]:
            continue
        field = [part for part in reference.field if isinstance(part, str)][-1]
        meant = _meant(reference, known, report)
        fix: Fix | None = replace_value(report, reference.field, reference.name, meant) if meant else None
        other = list_named(reference.name)
        if other is not None and other != reference.to and reference.name in known[other]:
            message = f"`{field}` takes {WORDS[reference.to]}, and `{reference.name}` is {WORDS[other]}"
        else:
            kind = WORDS[reference.to].partition(" ")[2]
            message = f"`{field}` names `{reference.name}`, which is no {kind} of this report"
        hint = f"did you mean `{meant}`?" if meant else _hint(reference, known)
        yield Hit(message, reference.field, hint=hint, match=reference.name, fix=fix)


RULE = Rule(
    code="AW204",
    name="unknown-entry",
    doc=__doc__,
    check=check,
    draft_level="warning",
    mends="mends a close misspelling of an entry's id",
)
