"""`Asking the vendor first would have saved a day`: what people might have done, as the subject of a regret."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.counterfactuals.modals import Counterfactual
from afterword.rules.wording.gated import gated, mask_of, triggers_of
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.subjects import Subject

_WORDS = (
    r"(?:consulting|asking|telling|informing|warning|involving|calling|escalating|communicating|talking|speaking|"
    r"listening|reading|checking|double-checking|planning|thinking|rehearsing|practising|practicing|waiting|"
    r"looking|coordinating|announcing|paging|questioning)"
)
_REGRET = gated(
    rf"(?<![\w-]){_WORDS} [^.;:!?]{{1,70}}? (?:would|could|might)(?: \w+ly| well| also)* have (?:\w+ly )?(?:saved|"
    rf"helped|avoided|prevented|shown|revealed|spared|shortened|stopped|averted|told|uncovered|brought)(?!\w)"
)
_BEGINS = re.compile(r"(?:[,;:–—-]|\b(?:and|but|simply|just|merely|even|hindsight,?|retrospect,?)) $")
ASKINGS, ASKING_WORDS = mask_of(_REGRET), triggers_of(_REGRET)


def askings_in(sentence: Sentence) -> Iterator[Counterfactual]:
    """Every act of care that is said to have been able to help."""
    for found in _REGRET.finditer(sentence):
        if found.start() == sentence.lead or _BEGINS.search(sentence.low, 0, found.start()):
            yield Counterfactual(*found.span(), Subject("bare"))
