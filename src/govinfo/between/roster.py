"""Who has to report: a roster of units, and by which of its names a report names one.

A name is a unit's only where both are the same once widths, blanks, punctuation and the longer of
two wordings (人民政府, 委员会) are set aside. What is merely near is told, never taken.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import define, field, frozen
from rapidfuzz import fuzz, process

from govinfo.grammar.labels import letters, plain
from govinfo.source import Limits, Location, load

_GOVERNMENT = re.compile(r"[省市县区州旗盟](?:人民)?政府$")
"""A people's government at county level or above, whose report has until the end of March."""
_SHORTER = (("人民政府", "政府"), ("委员会", "委"))
_COLUMNS = {
    "name": ("name", "unit", "agency", "名称", "单位", "单位名称", "机关名称", "机构", "机构名称"),
    "aliases": ("aliases", "别名", "又名", "曾用名", "简称"),
    "deadline": ("deadline", "截止日期", "期限"),
    "first": ("from", "起始年度", "起"),
    "last": ("to", "终止年度", "止"),
}
"""How a roster's columns are named."""
_PARTS = re.compile(r"[;；|]")
_DAY = re.compile(r"(?P<month>\d{1,2})[-./月](?P<day>\d{1,2})日?")
_NEAR = 75
"""How alike, of 100, two names are that are told as near."""
_MOST_NEAR = 3


@frozen(slots=True)
class Unit:
    """A unit that has to report.

    Attributes:
        name: Its name.
        aliases: By what other names its reports name it.
        deadline: Month and day by which its report of a year is to be published, in the next.
        first: The first year of which it has to report, if it was founded since.
        last: The last one, if it was dissolved.
    """

    name: str
    aliases: tuple[str, ...] = ()
    deadline: tuple[int, int] = field()
    first: int | None = None
    last: int | None = None

    @deadline.default
    def _by_name(self) -> tuple[int, int]:
        # Art. 49 of the Regulations: departments by 31 January, governments by 31 March.
        return (3, 31) if _GOVERNMENT.search(plain(self.name)) else (1, 31)

    def due(self, year: int) -> date | None:
        """By when its report of a year is to be published; `None` where it has to give none."""
        if (self.first or year) <= year <= (self.last or year):
            return date(year + 1, *self.deadline)
        return None


def normal(name: str) -> str:
    """A name as names are compared.

    >>> normal("青溪区 发展和改革委员会（本级）"), normal("青溪區人民政府")
    ('青溪区发展和改革委本级', '青溪区政府')
    """
    text = letters(plain(name))
    for long, short in _SHORTER:
        text = text.replace(long, short)
    return text


@define(slots=True)
class Names:
    """The names of units, to be looked up.

    Attributes:
        units: The units.
        place: What names of units may begin with or not, such as `云岭市`.

    Raises:
        ValueError: Two units have one name.
    """

    units: Sequence[Unit]
    place: str = ""
    _by_name: dict[str, Unit] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for unit in self.units:
            for name in (unit.name, *unit.aliases):
                known = self._by_name.setdefault(self._key(name), unit)
                if known is not unit:
                    raise ValueError(f"two units of the roster are named {name!r}")

    def find(self, name: str) -> Unit | None:
        """The unit of a name."""
        return self._by_name.get(self._key(name))

    def near(self, name: str) -> tuple[str, ...]:
        """The units whose names are near one that is none's, the nearest first.

        Such are those that end alike, named with a place and without, and those that are spelled
        alike.
        """
        sought, known = self._key(name), list(self._by_name)
        ends = [key for key in known if key.endswith(sought) or sought.endswith(key)]
        found = process.extract(sought, known, scorer=fuzz.ratio, limit=None, score_cutoff=_NEAR)
        keys = dict.fromkeys((*ends, *(key for key, _, _ in found)))
        return tuple(dict.fromkeys(self._by_name[key].name for key in keys))[:_MOST_NEAR]

    def within(self, text: str) -> Unit | None:
        """The one unit whose name stands in a text, such as a file's; the longest name counts."""
        flat = normal(text)
        held = [key for key in self._by_name if key in flat]
        longest = [key for key in held if not any(key in other != key for other in held)]
        units = {self._by_name[key].name: self._by_name[key] for key in longest}
        return next(iter(units.values())) if len(units) == 1 else None

    def _key(self, name: str) -> str:
        return normal(name).removeprefix(normal(self.place)) or normal(name)


def read_roster(location: Location) -> tuple[Unit, ...]:
    """The units of a roster: a CSV file with a column `name` (名称).

    It may have columns `aliases` (别名; parted by `;`), `deadline` (截止日期; `03-31`), `from` and
    `to` (起始年度, 终止年度). A file of one column without a header is a list of names.

    Raises:
        ValueError: It has no such column, names no unit, or a cell is no date or year.
        GovInfoError: It cannot be read.
    """
    data = load(location, Limits()).data
    rows = [row for row in csv.reader(io.StringIO(_decoded(data))) if any(map(str.strip, row))]
    if not rows:
        raise ValueError("the roster is empty")
    header = [_column(cell) for cell in rows[0]]
    if "name" not in header:
        if max(map(len, rows)) > 1:
            raise ValueError(f"the roster has no column name (名称), but {', '.join(rows[0])}")
        header, rows = ["name"], [[], *rows]
    units = tuple(_units(header, rows[1:]))
    if not units:
        raise ValueError("the roster names no unit")
    return units


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")  # what Excel writes in China


def _column(cell: str) -> str:
    said = cell.strip().lower()
    return next((name for name, words in _COLUMNS.items() if said in words), "")


def _units(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Unit]:
    for row in rows:
        held = {name: cell.strip() for name, cell in zip(header, row, strict=False) if name}
        if held.get("name"):
            yield _unit(held)


def _unit(held: Mapping[str, str]) -> Unit:
    aliases = tuple(part.strip() for part in _PARTS.split(held.get("aliases", "")) if part.strip())
    told = (_year(held, "first"), _year(held, "last"))
    if not held.get("deadline"):
        return Unit(held["name"], aliases, first=told[0], last=told[1])
    day = _DAY.fullmatch(held["deadline"])
    try:
        until = date(2001, int(day["month"]), int(day["day"])) if day else None
    except ValueError:
        until = None
    if until is None:
        raise ValueError(f"{held['name']}: {held['deadline']!r} is no day, such as 03-31")
    return Unit(held["name"], aliases, (until.month, until.day), *told)


def _year(held: Mapping[str, str], name: str) -> int | None:
    text = held.get(name, "").removesuffix("年")
    if text and not (text.isdecimal() and len(text) == 4):
        raise ValueError(f"{held['name']}: {text!r} is no year")
    return int(text) if text else None
