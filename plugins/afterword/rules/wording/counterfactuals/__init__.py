"""Stories that did not happen: `should have` and its kin, told apart by whom or what they are about."""

from __future__ import annotations

from afterword.rules.wording.counterfactuals.acts import ABOUT_ACTS, about_acts
from afterword.rules.wording.counterfactuals.asking import ASKING_WORDS
from afterword.rules.wording.counterfactuals.modals import MODAL_WORDS, Counterfactual
from afterword.rules.wording.counterfactuals.people import ABOUT_PEOPLE, CONDITIONS, about_people, conditions_in
from afterword.rules.wording.counterfactuals.regrets import REGRET_WORDS

__all__ = [
    "ABOUT_ACTS",
    "ABOUT_PEOPLE",
    "CONDITIONS",
    "TRIGGERS",
    "Counterfactual",
    "about_acts",
    "about_people",
    "conditions_in",
]

TRIGGERS = MODAL_WORDS | REGRET_WORDS | ASKING_WORDS
