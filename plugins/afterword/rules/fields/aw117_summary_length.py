"""A plain summary that is too short or too long.

The plain summary takes 30 to 90 words. A word is what stands between blanks and holds a letter or a digit; in Chinese
and Japanese, which are written without blanks, two characters count as one word.

## Why it matters

Many readers read the plain summary and nothing else. Under 30 words it cannot say what happened, whom it touched and
what was changed; over 90 it becomes the report again.

## Example

```yaml
plain_summary: The assistant gave wrong answers for a while.
```

## Instead

```yaml
plain_summary: >-
  For nine days our shop assistant gave bigger discount codes to customers from some postcodes than from others asking
  the same question. It had learned this from old sales records. We switched the codes off, apologised, and corrected
  the data.
```
"""

import re
from collections.abc import Iterator

from afterword.model.report import Report
from afterword.rules.fields.judged import is_judged
from afterword.rules.rule import Context, Hit, Rule

FEWEST, MOST = 30, 90
"""The bounds in words, both inside."""
# Kana, and the ideographs of the basic and the supplementary planes.
_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_PER_WORD = 2


def count_words(text: str) -> int:
    """How many words `text` has; characters of scripts without blanks count as half a word each."""
    joined = len(_WITHOUT_BLANKS.findall(text))
    spaced = sum(any(map(str.isalnum, word)) for word in _WITHOUT_BLANKS.sub(" ", text).split())
    return spaced + joined // _PER_WORD


def check(report: Report, context: Context) -> Iterator[Hit]:
    """Yield one hit where the summary's length lies outside of the bounds."""
    summary = report.front.plain_summary
    if summary is None or not is_judged(report):
        return
    words = count_words(summary)
    if FEWEST <= words <= MOST:
        return
    verb = "say" if words < FEWEST else "keep"
    yield Hit(
        f"`plain_summary` has {words} word{'' if words == 1 else 's'}, and takes {FEWEST} to {MOST}",
        field=("plain_summary",),
        hint=f"{verb} what happened, whom it touched and what was changed",
    )


RULE = Rule(code="AW117", name="summary-length", doc=__doc__, check=check, draft_level="warning")
