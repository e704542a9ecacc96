"""Whether a passage is English, told by its commonest words. Only English is judged."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.rules.wording.lexicon import words

ENGLISH = words(
    """a the of and to is was were are be been has have had that this it its for on with as at by from not no which we
    our they their there but or if when then than should would could will can may must did does do an after before
    because due i you who what how all more"""
)
# Words that are common in one of these languages and rare in English.
OTHERS = (
    words(
        """der die das und ist nicht ein eine einen dem den des von mit für auf wurde wurden werden wird sich auch
        als nach bei aus durch zu zum zur hat haben wir sie es im"""
    ),
    words(
        """le la les des du de et est un une que qui dans pour par sur pas avec nous vous il elle ce cette été ont
        sont aux au plus a"""
    ),
    words("""el la los las de del y es un una que en por para con no se su fue al lo como más ha han"""),
    words("""o os da do das dos e é um uma que em por para com não se foi ao mais na no nas nos"""),
    words("""il lo la gli le di del della e è un una che in per con non si sono stato stata alla dei nel"""),
    words("""de het een en is niet van dat op te met voor zijn werd door aan er ook wij naar bij uit"""),
    words("""och att det som en på är av för med inte den till har ett om var vi de från"""),
    words("""i w na z do nie się że jest to przez od po za jak był była oraz dla"""),
)


def is_english(words: Sequence[str], text: str) -> bool:
    """Whether a passage is English; short ones and those without telling words count as English.

    Args:
        words: its words in small letters; words with letters beyond the Latin alphabets tell by themselves.
        text: the passage itself.
    """
    if not text.isascii() and _is_other_script(text):
        return False
    if len(words) < 4:
        return True
    english = sum(map(ENGLISH.__contains__, words))
    if english * 5 >= len(words):
        return True
    return all(sum(map(other.__contains__, words)) <= max(english, 1) for other in OTHERS)


def _is_other_script(text: str) -> bool:
    """Whether more than half of the letters lie beyond the Latin alphabets."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > "\u024f" for character in letters) * 2 > len(letters) > 0
