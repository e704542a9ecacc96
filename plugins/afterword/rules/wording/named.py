"""Names of people in a sentence, where the person acts: the settings' own, handles, and plain given names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.rules.wording.lexicon import words
from afterword.rules.wording.lexicon.functions import is_adverb, is_auxiliary
from afterword.rules.wording.lexicon.names import DOUBLE_MEANINGS, GIVEN_NAMES
from afterword.rules.wording.lexicon.verbs import AGENTIVE, is_participle
from afterword.rules.wording.organisation import Organisation
from afterword.rules.wording.prose import GAP
from afterword.rules.wording.sentences import Sentence

_THANKS = re.compile(
    r"\b(?:thank|thanks|thx|kudos|credits?|props|shout-?out|grateful|gratitude|hat tip|h/t|prepared by|written by|"
    r"authors?|authored|owners?|"
    r"facilitat\w+|attendees?|participants?|reporter|reviewers?|present|appreciat\w+|signed|contact)\b"
)
_CREDITED = words(
    """contributed implemented fixed added coded revised patch reported prepared authored written reviewed found
    discovered explained described noted suggested noticed translated photographed posted published provided
    recommended coined developed created designed invented maintained led"""
)
_ASKED = words(
    """asked pinged paged told texted called emailed e-mailed messaged notified contacted phoned woke informed
    consulted dm'd consults pings asks texts calls pages emails tells blamed"""
)
_OWNED = re.compile(
    r"(?:'s?|’s?) (?:\w+ ){0,2}?(?:update|change|commit|patch|deploy|deployment|merge|mistake|fault|push|fix|script|"
    r"revert|branch|decision|laptop|pr|pull request)\b"
)
_HUMAN = words(
    """contemplates contemplated wonders wondered thinks thought believes emails emailed texts texted asks asked
    suggests suggested suspects suspected merges merged reverts reverted pings pinged consults agrees agreed decides
    decided realizes realises realized realised notices noticed joins joined confirms confirmed deploys deployed
    restarts restarted logs logged"""
)
_AFTER_ATIME = _HUMAN | words(
    """fixes fixed finds found discovers discovered identifies identified investigates investigated pushes pushed rolls
    rolled disables disabled enables enabled depools depooled repools repooled acks acked acknowledges acknowledged
    replies replied declares declared looks tries tried"""
)
_NOBODY = words(
    """we i you he she it they someone nobody everyone team engineers engineer oncall on-call sre sres users user
    customers customer puppet icinga nagios jenkins grafana kubernetes pacemaker haproxy nginx apache alert alerts
    system service server bot monitoring pybal systemd cron zuul gerrit prometheus phabricator support operations
    ops github google aws azure amazon cloudflare all this that which who and then staff developers developer admins
    admin operator operators community network devs dev rollback engineering management security networking
    infrastructure platform investigation tests test nodes node cluster database deploy deployment deploys rollback
    fix provider vendor team's lead leads pagerduty slack"""
)
TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d{4}-\d\d-\d\d")
_EVERYBODY = words("""@all @here @channel @everyone @team @param @return @media @import @override""")


def names_in(sentence: Sentence, organisation: Organisation) -> Iterator[tuple[int, int]]:
    """Start and end of each name whose bearer acts, is told to act, or is behind an act."""
    if _THANKS.search(sentence.low[: sentence.lead + 60]):
        return
    tokens = sentence.tokens
    place = 0
    while place < len(tokens):
        length = _name_at(sentence, place, organisation)
        if not length:
            place += 1
            continue
        if _acts(sentence, place, place + length):
            yield tokens[place].start, tokens[place + length - 1].end
        place += length
    if len(tokens) > 1 and TIME.search(sentence.low, 0, sentence.lead):
        first = tokens[0]
        raw = sentence.raw[first.start : first.end]
        known = first.text in _NOBODY or not first.text.isalpha() or first.text.endswith("ing")
        if (
            not known
            and tokens[1].text in _AFTER_ATIME
            and not raw.isupper()
            and not is_auxiliary(first.text)
            and not is_participle(first.text)
        ):
            yield first.start, first.end


def _name_at(sentence: Sentence, place: int, organisation: Organisation) -> int:
    """How many tokens the name at `place` takes; 0 where there is none."""
    tokens = sentence.tokens
    token = tokens[place]
    raw = sentence.raw[token.start : token.end]
    if token.text[0] == "@" and len(token.text) > 2:
        return 0 if "/" in token.text or token.text in _EVERYBODY else 1
    for length in (3, 2, 1):
        last = place + length - 1
        if (
            last < len(tokens)
            and sentence.low[token.start : tokens[last].end].removesuffix("'s") in organisation.people
        ):
            return length
    plain = token.text.split("'")[0]
    verb = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if plain in DOUBLE_MEANINGS and raw.istitle() and verb in _HUMAN:
        return 1
    if plain in GIVEN_NAMES and place == 0 and verb in _HUMAN:
        return 1
    if not raw[:1].isupper() or raw.isupper() or plain not in GIVEN_NAMES:
        return 0
    before = tokens[place - 1] if place else None
    owned = token.text.endswith("'s") or sentence.low[token.end : token.end + 1] == "'"
    if (
        before is not None
        and not owned
        and (before.text in ("the", "a", "an", "in", "at", "of") or before.text[0] == GAP)
    ):
        return 0
    length = 1
    while place + length < len(tokens) and length < 3:
        after = tokens[place + length]
        written = sentence.raw[after.start : after.end]
        if not (written[:1].isupper() and after.text.isalpha()) or after.start - tokens[place + length - 1].end > 1:
            break
        if after.text in ("i", "it", "the"):
            break
        length += 1
    return length


def _acts(sentence: Sentence, first: int, after: int) -> bool:
    tokens = sentence.tokens
    end = tokens[after - 1].end
    before = tokens[first - 1].text if first else ""
    if _OWNED.match(sentence.low, end) or (
        tokens[after - 1].text.endswith(("'s", "s'")) and _OWNED.match(sentence.low, end - 2)
    ):
        return True
    if tokens[after - 1].text.endswith("'") or sentence.low[end : end + 1] == "'":
        return _OWNED.match(sentence.low, end) is not None
    if before in _ASKED:
        return True
    if before == "by" and re.match(rf" in {GAP}", sentence.low[end:]):
        return False
    if before == "by" and first > 1:
        verb = tokens[first - 2].text
        start = max(0, first - 8)
        words = [each.text for each in tokens[start : first - 1]]
        return not _CREDITED.intersection(words) and (is_participle(verb) or any(is_participle(word) for word in words))
    if before in ("to", "from", "for", "with", "of", "cc", "via", "like"):
        return False
    place = after
    while place < len(tokens) and place < after + 8:
        word = tokens[place].text
        if word == "(":
            place = (
                next((each for each in range(place, min(place + 12, len(tokens))) if tokens[each].text == ")"), place)
                + 1
            )
        elif word in ("and", "&", ",") and place + 1 < len(tokens) and _is_name(sentence, place + 1, word):
            place += 2
            while place < len(tokens) and sentence.raw[tokens[place].start : tokens[place].end].istitle():
                place += 1
            if place < len(tokens) and len(tokens[place].text) == 1 and tokens[place].text.isalpha():
                place += 1
        elif is_adverb(word) or (len(word) == 1 and word.isalpha() and word not in "ai"):
            place += 1
        else:
            return AGENTIVE.fullmatch(word) is not None and not _is_copula_of_thing(sentence, place)
    return False


def _is_name(sentence: Sentence, place: int, joint: str) -> bool:
    """Whether a name follows a name: a known one, or after `and` whatever is written like one."""
    token = sentence.tokens[place]
    raw = sentence.raw[token.start : token.end]
    known = token.text in GIVEN_NAMES or token.text in DOUBLE_MEANINGS
    return token.text[0] == "@" or (raw.istitle() and token.text.isalpha() and (known or joint != ","))


def _is_copula_of_thing(sentence: Sentence, place: int) -> bool:
    """Whether `was` or `is` follows without a deed after it."""
    tokens = sentence.tokens
    if tokens[place].text not in ("is", "was", "were"):
        return False
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if place + 2 < len(tokens) and (is_adverb(after) or after in ("double", "re")):
        after = tokens[place + 2].text
    return not after.endswith("ing") and after not in (
        "on",
        "at",
        "away",
        "unaware",
        "aware",
        "able",
        "told",
        "asked",
        "paged",
    )
