"""An immutable mapping of strings: hashable, picklable, equal to any of the same entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Entries(Mapping[str, str]):
    """Strings by name, in the order given."""

    __slots__ = ("_entries",)

    def __init__(self, entries: Mapping[str, str] | None = None) -> None:
        self._entries = dict(entries or {})

    def __getitem__(self, name: str) -> str:
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __hash__(self) -> int:
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        return repr(self._entries)
