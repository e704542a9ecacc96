"""How long is waited: for one answer, between two tries, and in all. Tests put other clocks in."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime


@dataclass
class Patience:
    """Times in seconds, and the clocks that measure them.

    Attributes:
        answer: how long one answer may take in all.
        tries: how often one thing is asked.
        pause: the first pause between two tries, which doubles from then on.
        longest: the longest pause that a server may ask for; beyond it the host is left for this time.
        whole: how long all pauses of a run may be together, with the time that went by for answers of no use.
        spent: how long that was until now.
        is_used_up: whether nothing is left of it, or too little for the pause that was needed.
    """

    answer: float = 20
    tries: int = 4
    pause: float = 1
    longest: float = 120
    whole: float = 300
    now: Callable[[], float] = time.time
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    spent: float = field(default=0, init=False)
    is_used_up: bool = field(default=False, init=False)

    def wait(self, seconds: float) -> bool:
        """Wait; False, at once, where that would be too long."""
        if seconds > self.longest:
            return False
        if self.spent + seconds > self.whole:
            self.is_used_up = True
            return False
        self.spent += seconds
        self.sleep(seconds)
        return True

    def waste(self, since: float) -> None:
        """Count the time that went by for an answer of no use, from `since` by the clock `ticks`."""
        self.spent += max(0.0, self.ticks() - since)
        self.is_used_up = self.is_used_up or self.spent >= self.whole

    def asked_pause(self, headers: Mapping[str, str]) -> float | None:
        """The pause that a server asks for, by `Retry-After` or by the moment at which its limit starts anew."""
        asked = headers.get("retry-after", "").strip()
        if asked.isascii() and asked.isdigit():
            return float(asked[:9])
        if asked:
            try:
                return max(0.0, parsedate_to_datetime(asked).timestamp() - self.now())
            except (ValueError, TypeError, OverflowError):
                pass
        if headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining", "")).strip() == "0":
            reset = headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", "")).strip()
            if reset.isascii() and reset.isdigit():
                return max(1.0, float(reset[:12]) - self.now() + 1)
        return None
