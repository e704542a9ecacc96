"""English function words by which a clause is taken apart: closed classes, in small letters."""

from __future__ import annotations

from afterword.rules.wording.lexicon import words

DETERMINERS = words(
    """a an the this that these those each every some any no another both either neither many several few all most one
    two three four five such various certain our my your his her its their whose"""
)
POSSESSIVES = words("our my your his her its their whose")
PREPOSITIONS = words(
    """of in on at for from with by to during within without into onto over under across about against among between
    through via per after before since until till upon near inside outside behind beyond despite except like unlike
    throughout towards toward regarding concerning following around amid off out up down along"""
)
SUBORDINATORS = words(
    """because when whenever while whilst if unless since after before although though whereas where wherever as until
    till once that than whether how why what so lest"""
)
CONJUNCTIONS = words("and or but nor yet then plus &")
AUXILIARIES = words(
    """am is are was were be been being has have had having do does did done will would shall should can could may
    might must ought need needs needed to ain't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't
    didn't won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't i'd we'd they'd he'd she'd you'd
    get gets got supposed appears appeared seem seems seemed"""
)
ADVERBS = words(
    """not never also just then again even still only once ever always often sometimes perhaps maybe probably already
    too later soon now instead rather quite very simply somehow however therefore thus hence consequently apparently
    initially all both each first yet almost nearly n't twice together ourselves themselves himself herself myself
    yourself itself kinda at least either indeed long far well much more less most least better ideally"""
)
NEGATIONS = words("""not never no n't nobody none neither nor without cannot hardly""")
# A word that ends in -ly and is no adverb.
NOT_ADVERBS = words("""assembly family reply supply anomaly early apply comply rely weekly daily only fly july""")


def is_adverb(word: str) -> bool:
    """Whether `word` can stand between a subject and its verb as an adverb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def is_auxiliary(word: str) -> bool:
    """Whether `word` is an auxiliary, contracted or not."""
    return word in AUXILIARIES or word.endswith("n't")
