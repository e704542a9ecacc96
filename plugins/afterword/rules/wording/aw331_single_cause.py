"""One cause that is to explain everything.

`the root cause was`, `the only reason for`, `is the sole cause of`, `entirely due to`, `boils down to`. Headings that
are no sentence, labels, a cause that is still looked for, causes in the plural, and `one cause is` stay silent.

## Why it matters

Complex systems fail when several things come together, each of them harmless alone. With one of them named the cause,
the others keep their place until the next time. A report lists contributing factors, and says how each fed in.

## Example

```text
The root cause was an expired certificate.
```

## Instead

```text
Contributing factors: the certificate is renewed by hand; the alert on its age went to a channel that was archived in
May; the standby shares the certificate.
```

Many teams keep a field called *root cause*. That is a label, and no finding; a sentence that says there is only one
is.

## Source

Richard Cook, *How Complex Systems Fail* (1998). John Allspaw, *The Infinite Hows* (2014). Nancy Leveson, *CAST
Handbook*.
"""

import re
from collections.abc import Iterator

from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.gated import gated, mask_of
from afterword.rules.wording.lexicon import words
from afterword.rules.wording.one_cause import ONE_CAUSE, ONE_CAUSE_WORDS, one_cause_in
from afterword.rules.wording.precedence import told_once
from afterword.rules.wording.questions.causes import of_single_cause
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase

_KIND = (
    r"(?:root|underlying|sole|only|single|primary|real|main|ultimate|true|actual|fundamental|proximate|probable|"
    r"principal|"
    r"one and only|key|overall)"
)
_CAUSE = r"(?:root[- ]cause|cause|reason|culprit|explanation)"
_SUBJECT = gated(
    rf"(?:^|(?<=[\s(,:;*_–—\"-]))(?P<cause>(?:(?:the|its|our|this) )?(?:(?:most likely|likely|one and|true|"
    rf"actual|real|main|final|ultimate|underlying|single|technical) )*(?:{_KIND} {_CAUSE}|root[- ]cause))"
    rf"(?P<of>(?: (?:of|for|behind|to|in|leading to) (?!whether)(?:(?!\b(?:that|which|"
    rf"who)\b)[^.;:,]){{1,90}}?)?) (?P<verb>(?:was|is|were|has been|had been|appears to (?:be|have been)|"
    rf"turned out to be|proved to be|came down to|lies in|lay in|remains|being|comes down to|boils down to|"
    rf"seems to (?:be|have been)))(?!\w)(?P<rest>.{{0,80}})",
    "cause reason culprit explanation",
)
_INCIDENT = re.compile(
    r"\b(?:outage|incident|failure|problem|issue|crash|error|bug|downtime|disruption|loss|delay|regression|drift|"
    r"wrong|missing|this|errors|failures|degradation|leak|breach)\b"
)
_OPEN = re.compile(
    r"\s*(?:\w+ly )?(?:not|never|n't|un(?:known|clear|determined|identified|related)|still|yet|being|under|thought|"
    r"believed|suspected|assumed|twofold|two-fold|threefold|two|three|several|multiple|manifold|"
    r"(?:a )?combination|(?:a )?mix|(?:a )?(?:confluence|series|number|chain|set|variety|cascade|couple) of|both|"
    r"partly|fixed|resolved|found(?! to)|identified(?! as| to)|determined(?! to be| as)|discovered(?! to)|addressed|"
    r"corrected|"
    r"established(?! as)|understood|confirmed(?! as| to)|investigated|mitigated|patched|removed|immediately|more|"
    r"difficult|hard|apparent|obvious|elusive|somewhere|"
    r"isolated(?! to)|located|unlikely|one of|part of|eliminated|communicated|shared|available|a (?:complex|"
    r"question|matter)|discussed|analy[sz]ed|pinpointed(?! to)|traced(?! (?:back )?to)|complex|already|at least|"
    r"also|expected|tracked|shown|described|explained|listed|detailed|documented|as follows)\b"
)
_PREDICATE = gated(
    rf"(?<![\w-])(?P<verb>is|was|were|being|be|as being|are|became|proved|constituted)(?: \w+ly| also| thus|"
    rf" therefore| indeed)* (?P<cause>(?:the |its |our )(?:one |single |true |actual |real |underlying |"
    rf"very )*(?:{_KIND} {_CAUSE}|root[- ]cause))(?!\w)(?P<rest>.{{0,40}})"
)
_SOLELY = gated(
    r"(?<![\w-])(?:solely|entirely|purely|exclusively|wholly|100 ?%) (?:(?:was|is|been) )?(?:due to|because of|"
    r"caused by|the result of|attributable to|down to)|\b(?:all )?(?:boils|boiled) (?:all )?down to "
    r"(?:a |an |one |the |our )?(?!earth)|\bcause of (?:all|everything|the whole|this|"
    r"it all)\b[^.;]{0,30} (?:was|is) (?:an? single|just|only|simply|one)\b|\bsame root cause\b|"
    r"\btraced (?:back )?to (?:a|"
    r"one) single\b|\b(?:all|everything)(?: of (?:this|it|that))? (?:because of|caused by) (?:a|one) (?:single|"
    r"missing|simple|tiny|small|"
    r"stray)\b"
)
_NOT_ONE = re.compile(
    r"\b(?:not|never|no|n't|if|whether|maybe|perhaps|possibly|might|may|could|unlikely|initially|first|thought|"
    r"suspected|believed|assum\w+|seemed|what|contributing|neither|nor|without|second|third|another|other|one of|"
    r"each)\b[^.;:]{0,40}$|n't[^.;:]{0,40}$"
)
_CONCERN = re.compile(r" (?:for|of) (?:concern|worry|alarm|hope)\b")
_APART = re.compile(r"[(:–—-]\s*(?:the|with the)?$")
"""Before what stands in brackets, after a dash or after a label."""
_HEADS = re.compile(
    r"\b(?:first|second|third|another|other|one|each|a|no|any|whose|identified|find|determine|fix\w*|if the|"
    r"assuming the|until the|once the|whether the|what the|that the|investigat\w+ (?:the|whether)|contributing)\s+$|"
    r"\b(?:any|each|every|no|another)\s+[\w-]+\s+$|\ban? (?:well-\w+|good|plausible|coherent|convincing|believable)\s+$"
)
_OWN_WORDS = words(
    """root underlying sole only single primary real main ultimate true actual fundamental proximate probable
    principal key
    overall solely entirely purely exclusively wholly boils boiled cause culprit root-cause down everything"""
)
TRIGGERS = _OWN_WORDS | ONE_CAUSE_WORDS
PATTERNS = mask_of(_SUBJECT, _PREDICATE, _SOLELY) | ONE_CAUSE


@told_once("AW331")
def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Sentences that say there is one cause."""
    is_label = sentence.passage.is_heading and not sentence.low.rstrip("*_ ").endswith((".", "!"))
    if is_label or stops_at_question(sentence):
        return
    places = [] if sentence.vocabulary.isdisjoint(_OWN_WORDS) else [*_plainly(sentence)]
    for start, end in [*places, *one_cause_in(sentence)]:
        yield _mark(sentence, start, end)


def _plainly(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Start and end of `the root cause was`, `is the only cause`, `solely due to`."""
    start = _bare_lead(sentence)
    for found in _SUBJECT.finditer(sentence, start):
        if _OPEN.match(found["rest"]) or _HEADS.search(sentence.low[: found.start("cause")]):
            continue
        if _NOT_ONE.search(sentence.low[max(0, found.start("cause") - 60) : found.start("cause")]):
            continue
        if not found["cause"].endswith(("cause", "culprit")) and not _INCIDENT.search(found["of"]):
            continue
        if found["verb"] == "were" or _is_several(found) or _CONCERN.match(found["of"]):
            continue
        yield found.start("cause"), found.end("verb")
    for found in _PREDICATE.finditer(sentence, start):
        before = sentence.low[max(0, found.start() - 60) : found.start("cause")]
        if re.search(
            r"\b(?:combination|interaction|together|both|plus|mix|coincidence|confluence)\b",
            sentence.low[: found.start()],
        ):
            continue
        if _NOT_ONE.search(before) or re.match(
            r"\s*(?:analysis|category|section|field|finding|unknown)", found["rest"]
        ):
            continue
        yield found.span("cause")
    for found in _SOLELY.finditer(sentence, start):
        if _is_alike(sentence, found):
            continue
        if not _NOT_ONE.search(sentence.low[max(0, found.start() - 60) : found.start()]):
            yield found.span()


def _is_alike(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether an entry is compared with another one, in brackets or as its label: `(same root cause as in May)`."""
    before = sentence.low[: found.start()].rstrip()
    as_another = found[0] == "same root cause" and sentence.low.startswith((" as ", ":"), found.end())
    return as_another and (not before[sentence.lead :].strip(" *_") or _APART.search(before) is not None)


def _bare_lead(sentence: Sentence) -> int:
    """Where the sentence begins, a label such as `Root cause:` included only where a verb follows it."""
    lead = sentence.low[: sentence.lead]
    return sentence.lead if lead.rstrip("*_ ").endswith((":", "-", "–", "—")) or "cause" not in lead else 0


def _is_several(found: re.Match[str]) -> bool:
    """Whether what follows is a list of causes, or a label with nothing after it."""
    rest = found["rest"].strip(" *_")
    return rest in ("", ":", ".") or rest.startswith((":", "that:"))


def _mark(sentence: Sentence, start: int, end: int) -> Mark:
    return Mark(
        start,
        end,
        f"`{phrase(sentence, start, end)}` leaves room for one cause alone",
        of_single_cause(sentence, start, end),
    )


RULE = wording_rule("AW331", "single-cause", __doc__, find, TRIGGERS, patterns=PATTERNS)
