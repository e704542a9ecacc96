"""Who acts in a clause: the grammatical subject of a verb, and what sort of thing it is.

The subject decides whether words are blame. `The engineer failed to …` is about a person, `the request failed to …`
is not. A subject is found by walking to the left from the verb: over adverbs and auxiliaries, out of brackets, over
an `and` to the verb before it, from `who` to the noun that it belongs to, from `one of our engineers` to the
engineers, and past `of`, `in` or `at` to the noun that the phrase hangs on. What then stands there is looked up in
closed lists of persons; everything that is not on them is a system. Nothing at all is a bare clause, as in a list
item without a subject.
"""

from __future__ import annotations

from afterword.rules.wording.subjects.clauses import doer_of, subject_of
from afterword.rules.wording.subjects.subject import Subject, SubjectKind

__all__ = ["Subject", "SubjectKind", "doer_of", "subject_of"]
