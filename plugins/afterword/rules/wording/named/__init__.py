"""Names of people in a sentence, where the person acts.

`names` tells where a name stands and how surely it is one, `acting` whether its bearer acts, is told to act or is
behind an act, and `silent` leaves thanks, credit and lists alone; `finding` puts them together.
"""

from __future__ import annotations

from afterword.rules.wording.named.finding import names_in
from afterword.rules.wording.named.names import is_timed

__all__ = ["is_timed", "names_in"]
