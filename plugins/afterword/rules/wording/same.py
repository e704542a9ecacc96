"""A key that stands for one object and no other, so that what was found out about it can be kept."""

from __future__ import annotations


class Same:
    """Equal to the keys of the same object alone, whatever that object equals; it keeps the object alive."""

    def __init__(self, held: object) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.held is self.held
