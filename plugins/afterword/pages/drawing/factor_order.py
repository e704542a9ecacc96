"""In which order factors are drawn: what led to something stands above it, as far as circles let it."""

from __future__ import annotations

from collections.abc import Iterable

Edge = tuple[int, int]


def sound_edges(count: int, edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Each edge once, without those that lead back to where they began or to no factor; sorted."""
    return tuple(sorted({(a, b) for a, b in edges if a != b and 0 <= a < count and 0 <= b < count}))


def reading_order(count: int, edges: Iterable[Edge]) -> tuple[list[int], frozenset[Edge]]:
    """The factors from the top down, and the edges that go down.

    An edge that would close a circle goes up and does not count for the order. Within one depth a factor stands near
    those that led to it; factors without any edge come last.
    """
    edges = sound_edges(count, edges)
    down = _down(count, edges)
    depth = _depths(count, down)
    joined = {end for edge in edges for end in edge}
    before: dict[int, list[int]] = {}
    for start, end in sorted(down):
        before.setdefault(end, []).append(start)
    rank: dict[int, float] = {}
    for place, each in enumerate(sorted(range(count), key=lambda each: (each not in joined, depth[each], each))):
        above = [rank[start] for start in before.get(each, ())]
        rank[each] = sum(above) / len(above) if above else float(place)
    order = sorted(range(count), key=lambda each: (each not in joined, depth[each], rank[each], each))
    return order, down


def _down(count: int, edges: tuple[Edge, ...]) -> frozenset[Edge]:
    """The edges without those that lead back to a factor on the way by which they were reached."""
    after: dict[int, list[int]] = {each: [] for each in range(count)}
    entered = set()
    for start, end in edges:
        after[start].append(end)
        entered.add(end)
    kept: set[Edge] = set()
    done: set[int] = set()
    for root in sorted(range(count), key=lambda each: (each in entered, each)):
        on_way: list[int] = []
        stack = [(root, iter(after[root]))] if root not in done else []
        on_way += [root] if stack else []
        while stack:
            each, rest = stack[-1]
            follower = next((other for other in rest), None)
            if follower is None:
                stack.pop()
                done.add(on_way.pop())
            elif follower not in on_way:
                kept.add((each, follower))
                if follower not in done:
                    stack.append((follower, iter(after[follower])))
                    on_way.append(follower)
    return frozenset(kept)


def _depths(count: int, down: frozenset[Edge]) -> list[int]:
    """How many edges lead to each factor at the most; `down` has no circle."""
    edges, depth = sorted(down), [0] * count
    for _ in range(count):
        last = list(depth)
        for start, end in edges:
            depth[end] = max(depth[end], depth[start] + 1)
        if depth == last:
            break
    return depth
