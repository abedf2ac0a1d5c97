"""The editions of the national template: the only list of them.

Everything that differs between editions is told here, and everything that deals with editions
iterates this list: reading, rendering, checks, export, the strategies of `govinfo.testing`. A
new edition is one more `Edition`, added by `add`; see docs/new-edition.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from govinfo.grammar.compile import RowSpec, compile_class
from govinfo.template.disputes import Disputes
from govinfo.template.indicators import Indicators
from govinfo.template.proactive import Proactive2019, Proactive2021
from govinfo.template.requests import Requests

_OTHER = "requests.outcomes.other"
_NO_END = 10_000
"""A year that no report is about."""


class _Listed(type):
    """Lets the class stand for its instances, as an enumeration does."""

    def __iter__(cls) -> Iterator[Edition]:
        return iter(editions())

    def __len__(cls) -> int:
        return len(editions())

    def __contains__(cls, year: object) -> bool:
        return year in editions()

    def __getattr__(cls, name: str) -> Edition:
        if name.startswith("E") and (found := _named(name[1:])) is not None:
            return found
        raise AttributeError(f"there is no edition {name!r}")


class Edition(str, metaclass=_Listed):
    """An edition of the national template; as a string, the first year it is for.

    `Edition("2021")` and `Edition.E2021` are the edition of that year, and iterating the class
    gives all of them, the earliest first.

    Attributes:
        issued: The number of the document that issued it.
        tables: The classes of its tables, in the order in which its reports print them.
        rows: Paths of those rows that it prints of the rows that an edition may lack.
        tables_last: Whether its narratives are numbered on, as no table stands between them.
    """

    __slots__ = ("issued", "rows", "tables", "tables_last")

    issued: str
    tables: tuple[type, ...]
    rows: frozenset[str]
    tables_last: bool

    def __new__(  # noqa: PYI034 - an edition of the list, which has no subclasses
        cls,
        year: str,
        *,
        issued: str = "",
        tables: Sequence[type] = (),
        rows: Sequence[str] = (),
        tables_last: bool = False,
    ) -> Edition:
        """A new edition, or without tables the listed one.

        Raises:
            ValueError: There is no edition of that year.
        """
        if not tables:
            found = _named(year)
            if found is None:
                raise ValueError(f"{year!r} is no edition; there are {', '.join(editions())}")
            return found
        made = super().__new__(cls, year)
        told = {"issued": issued, "tables": tuple(tables), "rows": frozenset(rows)}
        for name, value in {**told, "tables_last": tables_last}.items():
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an edition is a value: its {name} cannot be set")

    def __eq__(self, other: object) -> bool:
        # Two that claim the same year are two: what is remembered of one is not the other's.
        return self is other if isinstance(other, Edition) else super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return super().__hash__()

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return Edition, (str(self),)

    def __repr__(self) -> str:
        return f"<Edition.E{self}: {str(self)!r}>"

    @property
    def value(self) -> str:
        """The edition as a plain string."""
        return str(self)

    @property
    def year(self) -> int:
        """The first year it is for."""
        return int(self)

    @property
    def years(self) -> range:
        """The years it is for: until the next edition's."""
        later = [edition.year for edition in editions() if edition.year > self.year]
        return range(self.year, min(later, default=_NO_END))

    @property
    def span(self) -> str:
        """The years it is for, in words: `2019–2020`, `2021–`."""
        last = self.years[-1]
        return f"{self}–" if last == _NO_END - 1 else f"{self}–{last}"

    def rows_of(self, cls: type) -> tuple[RowSpec, ...]:
        """The rows that its table of a class has."""
        grammar = compile_class(cls)
        return tuple(
            row for row in grammar.rows if not row.optional or grammar.path(row) in self.rows
        )

    def table_of(self, part: str) -> type | None:
        """Its class for a part of the report; `None` where it has no such table."""
        return next((cls for cls in self.tables if part_of(cls) == part), None)


_LISTED: list[Edition] = []


def editions() -> tuple[Edition, ...]:
    """All editions, the earliest first."""
    return tuple(_LISTED)


def add(edition: Edition) -> None:
    """Add an edition: from here on reports of it are read, written and checked.

    Raises:
        ValueError: There is one of that year.
    """
    if _named(edition) is not None:
        raise ValueError(f"there is an edition of {edition} already")
    _LISTED.append(edition)
    _LISTED.sort()


def withdraw(edition: Edition) -> None:
    """Take back an edition that was added.

    Raises:
        ValueError: There is none such.
    """
    _LISTED.remove(edition)


def edition_of_year(year: int) -> Edition:
    """The edition that is for a year: of earlier years than any, the first."""
    return next((one for one in reversed(_LISTED) if one.year <= year), _LISTED[0])


def tables() -> tuple[type, ...]:
    """The classes of all tables, in the order of a report's facts."""
    return _tables(editions())


def tables_of(part: str) -> tuple[type, ...]:
    """The classes of a part's table, the earliest edition's first."""
    return _by_part(editions()).get(part, ())


def parts() -> tuple[str, ...]:
    """The parts of a report that are tables, in the order of its facts."""
    return tuple(_by_part(editions()))


def part_of(cls: type) -> str:
    """The part of a report that a class describes."""
    return compile_class(cls).layout.part


def _named(year: str) -> Edition | None:
    return next((edition for edition in _LISTED if edition == str(year)), None)


@lru_cache(maxsize=8)
def _tables(listed: tuple[Edition, ...]) -> tuple[type, ...]:
    classes = dict.fromkeys(cls for edition in listed for cls in edition.tables)
    order = list(dict.fromkeys(map(part_of, classes)))
    return tuple(sorted(classes, key=lambda cls: order.index(part_of(cls))))


@lru_cache(maxsize=8)
def _by_part(listed: tuple[Edition, ...]) -> dict[str, tuple[type, ...]]:
    found: dict[str, tuple[type, ...]] = {}
    for cls in _tables(listed):
        found[part_of(cls)] = (*found.get(part_of(cls), ()), cls)
    return found


add(
    Edition(
        "2014",
        issued="国办发〔2014〕32号",
        tables=(Indicators,),
        tables_last=True,
    )
)
add(
    Edition(
        "2019",
        issued="国办公开办函〔2019〕60号",
        tables=(Proactive2019, Requests, Disputes),
        rows=(f"{_OTHER}.total",),
    )
)
add(
    Edition(
        "2021",
        issued="国办公开办函〔2021〕30号",
        tables=(Proactive2021, Requests, Disputes),
        rows=(f"{_OTHER}.not_corrected_in_time", f"{_OTHER}.fee_unpaid", f"{_OTHER}.other"),
    )
)
