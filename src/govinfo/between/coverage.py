"""Which unit has the report of which year: what is missing, late, unreadable, or there twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from govinfo.between.roster import Names, Unit

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class State(StrEnum):
    """How it stands with a unit's report of a year."""

    PUBLISHED = "published"
    """There is one, published in time."""
    UNDATED = "undated"
    """There is one; when it was published cannot be told."""
    LATE = "late"
    """There is one, published after the day that Art. 49 of the Regulations sets."""
    TWICE = "twice"
    """There are several documents, and they differ."""
    UNREADABLE = "unreadable"
    """There is a file named after the unit and the year, and it gave no report."""
    MISSING = "missing"
    """There is none."""
    NOT_DUE = "not due"
    """There is none, and none has to be: the day is to come, or the unit was not there."""


WANTING = (State.LATE, State.TWICE, State.UNREADABLE, State.MISSING)
"""States that somebody has to see to."""


@frozen(slots=True)
class Held:
    """A report that there is.

    Attributes:
        source: Where.
        agency: The organ as its title names it.
        year: The year that it is about.
        published: When it was published.
        copies: Other files of the same bytes.
    """

    source: str
    agency: str | None = None
    year: int | None = None
    published: date | None = None
    copies: tuple[str, ...] = ()


@frozen(slots=True)
class Unread:
    """A file that gave no report, and why."""

    source: str
    reason: str


@frozen(slots=True)
class Entry:
    """A unit and a year.

    Attributes:
        unit: The unit.
        year: The year that is reported on.
        state: How it stands.
        due: By when the report is to be published; `None` where none has to be.
        reports: The reports that there are.
        unread: Files that are named after the unit and the year and gave none.
    """

    unit: Unit
    year: int
    state: State
    due: date | None
    reports: tuple[Held, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def days_late(self) -> int | None:
        """How many days after the last one the first report was published, if it was."""
        dates = [one.published for one in self.reports if one.published is not None]
        if not dates or self.due is None or min(dates) <= self.due:
            return None
        return (min(dates) - self.due).days


@frozen(slots=True)
class Stranger:
    """A report that is no unit's of the roster, or of no year, with the units of near names."""

    report: Held
    near: tuple[str, ...] = ()


@frozen(slots=True)
class Coverage:
    """Which unit has the report of which year.

    Attributes:
        years: The years.
        entries: Each unit with each year, in the order of the roster.
        matched: By unit, the names by which its reports name it, where they are not its own.
        strangers: The reports that are no unit's, or of no year.
        unread: The files that gave no report and are not named after a unit and a year.
        on: The day of which it is said what is missing.
    """

    years: tuple[int, ...]
    entries: tuple[Entry, ...]
    matched: Mapping[str, tuple[str, ...]]
    strangers: tuple[Stranger, ...]
    unread: tuple[Unread, ...]
    on: date
    counts: Mapping[State, int] = field(init=False)

    @counts.default
    def _counted(self) -> dict[State, int]:
        counted = Counter(entry.state for entry in self.entries)
        return {state: counted[state] for state in State}

    @property
    def complete(self) -> bool:
        """Whether nobody has to see to anything."""
        return not any(self.counts[state] for state in WANTING)

    def entry(self, unit: str, year: int) -> Entry:
        """How it stands with a unit's report of a year.

        Raises:
            KeyError: There is no such unit or year.
        """
        for one in self.entries:
            if (one.unit.name, one.year) == (unit, year):
                return one
        raise KeyError((unit, year))

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data."""
        from govinfo.between.export import coverage_data  # noqa: PLC0415 - it imports this module

        return coverage_data(self)


def cover(  # noqa: PLR0913 - a keyword each
    units: Sequence[Unit],
    reports: Iterable[Held],
    unread: Iterable[Unread] = (),
    *,
    years: Iterable[int] | None = None,
    place: str = "",
    on: date | None = None,
) -> Coverage:
    """Which unit has the report of which year.

    Args:
        units: The roster.
        reports: The reports that there are.
        unread: The files that gave none.
        years: The years to look at; by default from the first to the last of the reports.
        place: What names of units may begin with or not, such as `云岭市`.
        on: The day of which it is said what is missing; by default today.

    Raises:
        ValueError: Two units have one name.
    """
    names, on = Names(units, place), on or date.today()  # noqa: DTZ011 - the reader's day
    held: dict[tuple[str, int], list[Held]] = {}
    matched: dict[str, dict[str, None]] = {}
    strangers = []
    for report in sorted(reports, key=lambda one: one.source):
        unit = names.find(report.agency) if report.agency else None
        if unit is None or report.year is None:
            near = names.near(report.agency) if unit is None and report.agency else ()
            strangers.append(Stranger(report, near))
            continue
        held.setdefault((unit.name, report.year), []).append(report)
        if report.agency != unit.name:
            matched.setdefault(unit.name, {})[report.agency or ""] = None
    failed, others = _failed(names, unread)
    told = tuple(sorted(set(years))) if years is not None else _span(year for _, year in held)
    entries = [
        _entry(unit, year, held.get((unit.name, year), ()), failed.get((unit.name, year), ()), on)
        for unit in units
        for year in told
    ]
    return Coverage(
        told,
        tuple(entries),
        {name: tuple(found) for name, found in matched.items()},
        tuple(strangers),
        tuple(others),
        on,
    )


def _failed(
    names: Names, unread: Iterable[Unread]
) -> tuple[dict[tuple[str, int], list[Unread]], list[Unread]]:
    """Files that gave no report, by the one unit and the one year that their names name."""
    found: dict[tuple[str, int], list[Unread]] = {}
    others = []
    for one in sorted(unread, key=lambda file: file.source):
        unit, years = names.within(one.source), set(_YEAR.findall(one.source))
        if unit is None or len(years) != 1:
            others.append(one)
        else:
            found.setdefault((unit.name, int(years.pop())), []).append(one)
    return found, others


def _span(years: Iterable[int]) -> tuple[int, ...]:
    held = set(years)
    return tuple(range(min(held), max(held) + 1)) if held else ()


def _entry(
    unit: Unit, year: int, reports: Sequence[Held], unread: Sequence[Unread], on: date
) -> Entry:
    due = unit.due(year)
    return Entry(unit, year, _state(due, reports, unread, on), due, tuple(reports), tuple(unread))


def _state(due: date | None, reports: Sequence[Held], unread: Sequence[Unread], on: date) -> State:
    if len(reports) > 1:
        return State.TWICE
    if not reports:
        if unread:
            return State.UNREADABLE
        return State.NOT_DUE if due is None or on <= due else State.MISSING
    published = reports[0].published
    if published is None:
        return State.UNDATED
    return State.LATE if due is not None and published > due else State.PUBLISHED
