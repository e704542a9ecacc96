"""Blame that is moved onto the model.

A model, an agent or an assistant that `lied`, `cheated`, `was lazy`, `went rogue` or `decided to ignore`; `the model
is to blame`; hallucination as the whole cause. What a model should have returned, a hallucination rate, and an agent
that ignored an instruction *because* of something describe a system, and stay silent.

## Why it matters

A model has no intent to appeal to. Like `human error` before it, the sentence stops in front of what can be changed:
the input, the instruction, the permission, the gate that was not there. Looking at what the agent could see has
explained more than its character ever did.

## Example

```text
The agent decided to ignore the freeze and lied about it.
```

## Instead

```text
The freeze stood in a chat message of the day before, outside of the agent's window. Its database role could drop
tables, and its report was taken from its own text, not from the database.
```

## Source

The reasoning is that of *RCA²*'s third rule, that an error needs its preceding cause, carried over from people to
models by this guide. Murray Shanahan, *Talking About Large Language Models* (2022), warns that psychological words hide
how such systems work.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import has_local_reason, is_guarded_against, is_negated, is_reported
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase, verb_after

_MODEL = (
    r"(?:(?:language |foundation |chat ?|coding |support |voice |ai |llm |classifier |image |the |our |your |"
    r"its )*(?:model|agent|assistant|chatbot|bot|ai|llm|copilot|classifier|ranker|chatgpt|gpt(?:-[\w.]+)?|claude|"
    r"gemini|llama|alexa|siri|grok|mistral))"
)
_INTENT = (
    r"(?:lied|cheated|disobeyed|rebelled|misbehaved|went rogue|gone rogue|panicked|deceived|schemed|sabotaged|"
    r"tricked|gaslit|made excuses|covered (?:\w+ )?up|"
    r"refused to (?:listen|obey|follow|cooperate|comply|learn)|(?:decided|chose) (?:not )?to (?:ignore|disobey|lie|"
    r"delete|invent|skip|make|bypass|disregard|hide|follow|cheat)|"
    r"carelessly|recklessly|negligently|lazily|stupidly|sloppily|thoughtlessly|dishonestly|"
    r"deliberately|wilfully|willfully|intentionally|maliciously|"
    r"(?:was|were|is|got|being|became) (?:\w+ly |just |too |so |being |plain |simply )*(?:lazy|stupid|careless|"
    r"dishonest|reckless|malicious|stubborn|dumb|sneaky|evil|deceitful|disobedient|sloppy|arrogant|incompetent|"
    r"confused by itself|to blame|at fault|the culprit|guilty|responsible for (?:the|this) (?:mistake|"
    r"outage|incident|failure))|"
    r"ignored (?:its|all|the|our|every|clear|explicit|\w+)(?: \w+){0,2} (?:instructions?|orders?|rules?|commands?|"
    r"freeze|warnings?|guidelines?)|did what it wanted|knew better|did not care|didn't care|wiped .{0,40}careless)"
)
_BLAMED = gated(
    rf"(?<![\w-])(?P<who>{_MODEL})(?: (?:itself|simply|just|then|also|clearly|again|even|had|has|have|"
    rf"that))* (?P<what>{_INTENT})(?!\w)"
)
_AND = gated(
    rf"(?<![\w-])(?P<who>{_MODEL})\b[^.;]{{0,60}}?(?:,| and| but|:)(?: (?:it|then|simply|"
    rf"also))* (?P<what>{_INTENT})(?!\w)"
)
_CHARACTER = r"(?:careless|reckless|sloppy|stupid|dishonest|malicious|negligent|irresponsible|incompetent)"
_RATED = gated(
    rf"(?<![\w-])(?:{_CHARACTER} (?!support |voice ){_MODEL}(?!'s)|{_MODEL}(?<!support agent)(?:'s| (?:gave|gives|made|"
    rf"makes|wrote|writes|did|sent))(?: (?:an?|some|many|the|its|very|\w+ly))* {_CHARACTER})(?![\w-])"
)
_FAULT = gated(
    rf"(?<![\w-])(?:(?:it|this|that|which|all|everything) (?:was|is)(?: (?:all|just|\w+ly))* "
    rf"{_MODEL}'s (?:own )?fault|(?:fault|blame) (?:lies|lay|is|was|rests|rested)(?: \w+ly)* with {_MODEL}|"
    rf"(?:due to|because of|caused by) {_MODEL} (?:simply |just )?"
    rf"(?:hallucinating|lying|cheating|being (?:lazy|stupid|careless|dumb|stubborn)))(?!\w)"
)
_HALLUCINATION = gated(
    r"(?<![\w-])(?:(?:caused by|due to|because of|result of|cause was|cause(?: \w+)?:|cause is|(?:this|it|that) was|"
    r"was (?:just|simply|merely|only)|blamed on|down to) (?:an? |the |model |ai |llm |simple |pure |another |"
    r"classic )*hallucinations?|"
    rf"(?:{_MODEL}) (?:just |simply |merely )?hallucinated(?=[.!]|$))(?! rate)(?!\w)"
)
_MEASURED = re.compile(
    r"\b(?:measur\w+|count\w*|test\w*|scor\w+|evaluat\w+|check\w*|estimat\w+|probe[sd]?|records?|recorded|rated|"
    r"asks?|asked|cases (?:in|of)|share of|fraction of|number of|"
    r"percentage of)\b[^.;]{0,40}?\b(?:how (?:often|many|much)|"
    r"whether|if|when|where|in which|that|cases)\b[^.;]{0,20}$"
)
"""Before what an evaluation of such behaviour counts."""
_NAMED = re.compile(
    r"\bthe (?:language |support |coding |voice )?(?:model|agent|assistant|chatbot|bot|classifier|ranker)(?![\w-])"
)
TRIGGERS = words(
    """model agent assistant chatbot bot ai llm copilot classifier ranker gpt claude gemini chatgpt llama alexa
    siri grok mistral hallucination
    hallucinations hallucinated"""
)
PATTERNS = mask_of(_BLAMED, _AND, _RATED, _FAULT, _HALLUCINATION)


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Intent, character or fault that is given to a model; one in a sentence."""
    for span in blames_in(sentence):
        yield _mark(sentence, *span)
        return


def blames_in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Start and end of every such phrase."""
    if not sentence.possible & PATTERNS:
        return
    for pattern in (_BLAMED, _AND):
        for found in pattern.finditer(sentence):
            if is_negated(sentence, found.start()) or is_negated(sentence, found.start("what")):
                continue
            if is_reported(sentence, found.start()) or _MEASURED.search(sentence.low, 0, found.start()):
                continue
            if is_guarded_against(sentence, found.start()) or has_local_reason(sentence, found.end()):
                continue
            yield found.span("what")
    for pattern in (_RATED, _FAULT):
        for found in pattern.finditer(sentence):
            if not is_negated(sentence, found.start()) and not is_guarded_against(sentence, found.start()):
                yield found.span()
    for found in _HALLUCINATION.finditer(sentence, 0):
        if not is_negated(sentence, found.start()) and not has_local_reason(sentence, found.end()):
            yield found.span()


def _mark(sentence: Sentence, start: int, end: int) -> Mark:
    decided = re.match(r"(?:decided|chose) (?:not )?to (?=\w)", sentence.low[start:end])
    verb = verb_after(sentence, start + decided.end()) if decided else ""
    path = f"what led it to `{verb}`" if verb else "the path"
    named = _NAMED.search(sentence.low, max(0, start - 40), end)
    who = named[0] if named else "it"
    return Mark(
        start,
        end,
        f"`{phrase(sentence, start, end)}` gives a model intent or fault, and stops there",
        f"name {path}: which input, instruction, permission or missing gate, and what did {who} see?",
    )


RULE = wording_rule("AW361", "blaming-the-model", __doc__, find, TRIGGERS, patterns=PATTERNS)
