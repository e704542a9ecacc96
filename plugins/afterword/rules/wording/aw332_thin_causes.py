"""A report whose causes are too few, or all of one sort.

Fewer than two contributing factors; factors that all have people (or all the model) as the subject of their first
sentence; a section on how it came about that ends with a slip. Drafts, near misses and exercises are left
alone, and so are reports that were taken over.

## Why it matters

One factor alone is a `root cause` under another name. A report with one for how it came to be, one for why nobody saw
it and one for what made it worse gives three places to change something.

## Example

```yaml
contributing_factors:
  - {factor: deploy-no-staged-rollout, how: The engineer deployed the prompt to all stores at once.}
```

## Instead

```yaml
contributing_factors:
  - {factor: deploy-no-staged-rollout, how: The prompt store has one version for all, and no way to try one on a few.}
  - {factor: eval-no-subgroup-tests, how: The nightly eval averages over stores, so that one of them moved it by 0.2 %.}
```

## Source

Richard Cook, *How Complex Systems Fail* (1998). Nancy Leveson, *CAST Handbook*, which asks of every control in turn
why it did not hold.
"""

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.rule import Context, Hit, Rule
from afterword.rules.wording.aw301_human_error_as_cause import find as human_errors
from afterword.rules.wording.dispatch import Prose, Scene, organisation_of, prose_of
from afterword.rules.wording.lexicon.functions import is_auxiliary
from afterword.rules.wording.lexicon.verbs import is_finite
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.sentences import Sentence, split_sentences
from afterword.rules.wording.subjects import subject_of

_CAUSES = re.compile(r"cause|how it came about|contribut", re.IGNORECASE)
_MODEL = re.compile(r"\b(?:model|agent|assistant|chatbot|bot|llm)\b", re.IGNORECASE)
_BEGINS_WITH_MODEL = re.compile(
    r"(?:the|our|its) (?:[\w-]+ ){0,2}?(?:model|agent|assistant|chatbot|bot|llm) (?!of|in|for|store|card)"
)
_HINT = "add a factor for what kept it from being seen, and one for what let it spread"


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the causes are thin."""
    if report.kind != "incident" or report.lifecycle not in ("in-review", "published") or report.is_unreadable:
        return
    factors = report.front.contributing_factors
    if len(factors) == 1:
        yield Hit("one contributing factor stands alone", field=("contributing_factors",), hint=_HINT)
        return
    organisation = organisation_of(context.settings)
    kinds = [_sort_of(sentence, organisation) for sentence in _first_sentences(prose_of(report, context.settings))]
    if len(kinds) > 1 and len(kinds) == len(factors) and len(set(kinds)) == 1 and kinds[0]:
        message = f"every contributing factor has {kinds[0]} as its subject"
        yield Hit(
            message,
            field=("contributing_factors",),
            hint="tell the conditions: which tool, default, signal or limit was there?",
        )
        return
    yield from _ends_with_human_error(report, context, organisation)


def _first_sentences(prose: Prose) -> Iterator[Sentence]:
    seen: set[object] = set()
    for passage in prose.passages:
        field = passage.field
        if field[:1] == ("contributing_factors",) and field[-1] == "how" and field[1] not in seen:
            seen.add(field[1])
            yield from split_sentences(passage)[:1]


def _sort_of(sentence: Sentence, organisation: Organisation) -> str:
    """`people` or `the model` where one of them is the subject of the sentence's first verb, else nothing."""
    if _BEGINS_WITH_MODEL.match(sentence.low, sentence.lead):
        return "the model"
    for token in sentence.tokens[1:20]:
        if is_finite(token.text) or is_auxiliary(token.text):
            subject = subject_of(sentence, token.start, organisation)
            if subject.is_person:
                return "people"
            return "the model" if subject.kind == "system" and _MODEL.search(subject.text) else ""
    return ""


def _ends_with_human_error(report: Report, context: Context, organisation: Organisation) -> Iterator[Hit]:
    passages = prose_of(report, context.settings).passages
    section = [each for each in passages if _CAUSES.search(each.heading) and not each.is_heading]
    sentences = split_sentences(section[-1]) if section else []
    for mark in human_errors(sentences[-1], Scene(report, context, organisation)) if sentences else ():
        last = sentences[-1]
        span = last.passage.place(last.start + mark.start, last.start + mark.end)
        yield Hit("the account of how it came about ends with a person's slip", span=span, hint=_HINT)


RULE = Rule("AW332", "thin-causes", __doc__, check, level="warning", draft_level="off")
