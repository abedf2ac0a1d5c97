"""Which cells, changed, would satisfy every identity that is broken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from govinfo.grammar.equations import Equation, Judgement
from govinfo.grammar.sums import Number, Status

_MOST = 3
"""Cells that are changed together at most."""
_EFFORT = 4000
"""Changes that are tried at most; a report that needs more is beyond explaining."""


@frozen(slots=True, eq=False)
class Change:
    """A cell whose change, with those of its set, satisfies every identity.

    Attributes:
        path: The fact.
        printed: Its figure.
        expected: The figure that satisfies the identities.
        equations: The broken identities that the cell takes part in.
    """

    path: str
    printed: Number
    expected: Number
    equations: tuple[Equation, ...]


def localise(judgements: Sequence[Judgement]) -> Iterator[Change]:
    """The one smallest set of changes that satisfies every identity, where there is but one.

    Broken identities that share no cell are explained separately. Nothing is yielded for those
    that several smallest sets would satisfy, or that take more than three cells.
    """
    if all(judgement.status is not Status.BROKEN for judgement in judgements):
        return
    system = _System(judgements)
    for broken in system.components():
        solutions = system.solve(broken)
        if len(solutions) == 1:
            for path, delta in sorted(solutions[0].items()):
                yield Change(
                    path,
                    system.values[path],
                    system.values[path] + delta,
                    tuple(judgements[at].equation for at, _ in system.places[path] if at in broken),
                )


class _System:
    """The identities as sums with bounds: an identity is kept if its sum stands within."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.values: dict[str, Number] = {}
        self.places: dict[str, list[tuple[int, int]]] = {}
        self.sums: list[Number] = []
        self.bounds: list[tuple[bool, bool]] = []
        self.cells: list[tuple[str, ...]] = []
        for at, judgement in enumerate(judgements):
            paths: list[str] = []
            for sign, side in ((1, judgement.left), (-1, judgement.right)):
                for term, value in side.terms:
                    if value is not None:
                        self.values[term.path] = value
                        self.places.setdefault(term.path, []).append((at, sign))
                        paths.append(term.path)
            self.cells.append(tuple(paths))
            self.sums.append(judgement.left.sum - judgement.right.sum)
            self.bounds.append(_bounds(judgement))

    def components(self) -> list[frozenset[int]]:
        """The broken identities, those that share cells together."""
        found: list[tuple[set[int], set[str]]] = []
        for at, total in enumerate(self.sums):
            if self.broken(at, total):
                group, paths = {at}, set(self.cells[at])
                for other in [other for other in found if other[1] & paths]:
                    found.remove(other)
                    group |= other[0]
                    paths |= other[1]
                found.append((group, paths))
        return [frozenset(group) for group, _ in found]

    def solve(self, broken: frozenset[int]) -> list[dict[str, Number]]:
        """The smallest sets of changes, by path, that leave neither these nor others broken."""
        if not all(all(self.bounds[at]) for at in broken):
            return []  # a sum with blank cells may be anything above what is printed
        for size in range(1, _MOST + 1):
            search = _Search(self)
            search.go({at: self.sums[at] for at in broken}, {}, size)
            if search.tried > _EFFORT:
                return []
            if search.found:
                return list(search.found.values())
        return []

    def after(self, sums: Mapping[int, Number], path: str, delta: Number) -> dict[int, Number]:
        """The sums that differ from the printed ones, after one more change."""
        changed = dict(sums)
        for at, sign in self.places[path]:
            changed[at] = changed.get(at, self.sums[at]) + sign * delta
        return changed

    def broken(self, at: int, total: Number) -> bool:
        """Whether an identity is broken by a sum."""
        below, above = self.bounds[at]
        return (total < 0 and below) or (total > 0 and above)


class _Search:
    """A search for sets of changes, each of which closes one broken identity."""

    def __init__(self, system: _System) -> None:
        self._system = system
        self._most = max(len(places) for places in system.places.values())
        self.found: dict[frozenset[tuple[str, Number]], dict[str, Number]] = {}
        self.tried = 0

    def go(self, sums: Mapping[int, Number], changes: dict[str, Number], left: int) -> None:
        """Try every further change, at most so many."""
        system = self._system
        broken = [at for at, total in sums.items() if system.broken(at, total)]
        if not broken:
            self.found[frozenset(changes.items())] = changes
            return
        if len(broken) > left * self._most:
            return
        for at in broken:
            for path in system.cells[at]:
                if path in changes:
                    continue
                self.tried += 1
                if self.tried > _EFFORT:
                    return
                sign = next(sign for place, sign in system.places[path] if place == at)
                delta = -sign * sums[at]
                if system.values[path] + delta >= 0:
                    after = system.after(sums, path, delta)
                    self.go(after, {**changes, path: delta}, left - 1)


def _bounds(judgement: Judgement) -> tuple[bool, bool]:
    """Whether the left less the right may not be below 0, and whether it may not be above."""
    equal = judgement.equation.relation == "="
    return equal and not judgement.left.blank, not judgement.right.blank
