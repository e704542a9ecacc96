"""An action that rests on memory alone.

The whole action is to train, remind or tell people, to `raise awareness`, to update a policy, to have a second
pair of eyes. Where a stronger action stands in the same item, list, table or among the other remediations, where owner,
success check, and a due date or a link are given, and where a *model* is retrained, the rule stays silent.

## Why it matters

Such actions are worth having, and wear off. Those who are trained today change teams, and the next one has not read
the memo. One action beside it that needs nobody's memory keeps the effect.

## Example

```text
Train engineers on the new failover procedure.
```

## Instead

```text
Train engineers on the new failover procedure, and have the failover tool refuse while replication lags by more than
5 s.
```

## Source

The action hierarchy of *RCA²*: weaker (training, reminders, double checks, policies), intermediate (checklists,
redundancy, software changes), stronger (forcing functions, simplification, removing the hazard). A rank is no evidence
of an effect: Wood and Wiegmann (2020) find strong fixes needed and not enough, and Liberati, Peerally and Dixon-Woods
(2018) find kinds that rank as weak and work well. That is why this is a warning, and offers options.
"""

from collections.abc import Iterator

from afterword.rules.wording.actions import is_action_place, is_bare_order, is_entry_of_a_list, is_label, is_plan
from afterword.rules.wording.dispatch import Mark, Scene, wording_rule
from afterword.rules.wording.frames import stops_at_question
from afterword.rules.wording.items import is_complete, names_stronger_beside
from afterword.rules.wording.questions.care import of_weak
from afterword.rules.wording.sentences import Sentence
from afterword.rules.wording.slots import phrase
from afterword.rules.wording.weak import TRIGGERS, WEAK, weak_actions


def find(sentence: Sentence, scene: Scene) -> Iterator[Mark]:
    """Weak actions with nothing stronger beside them; one in a sentence."""
    if stops_at_question(sentence) or is_label(sentence) or is_entry_of_a_list(sentence):
        return
    is_action = is_action_place(sentence) or is_plan(sentence)
    for start, end in weak_actions(sentence):
        if not (is_action or is_bare_order(sentence, start)):
            continue
        if is_complete(sentence, scene) or names_stronger_beside(sentence, scene):
            return
        yield Mark(
            start,
            end,
            f"`{phrase(sentence, start, end)}` rests on memory alone",
            of_weak(sentence, start, end),
        )
        return


RULE = wording_rule("AW352", "weak-action", __doc__, find, TRIGGERS, patterns=WEAK)
