"""The columns of a panel: where each report came from, and every figure of every edition.

They are the same whatever documents hold. What a panel knows of a figure comes from here alone;
see `govinfo.export.arrow` for its types.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve, frozen

from govinfo.grammar.compile import compile_class
from govinfo.grammar.facts import label_of
from govinfo.grammar.values import Kind
from govinfo.template.editions import Edition, editions, tables
from govinfo.template.report import Report

UNIT = ".unit"
"""What the path of an amount's unit ends in: it stands in a column of its own."""
YUAN = "_yuan"
"""What the path of what an amount is in yuan ends in."""
SOURCE = {
    "source": "来源",
    "sha256": "内容摘要",
    "format": "格式",
    "version": "读取所用版本",
    "read_at": "读取时间",
}
"""The columns that say which file a report was read from, with what a Chinese reader calls them."""
_COUNTED = {"requests": "件", "disputes": "件"}
"""Parts whose every figure counts one thing, which their tables do not print."""


@frozen(slots=True)
class Figure:
    """A figure of the template.

    Attributes:
        path: Its public name, such as `requests.received.total`.
        labels: The official wording of its row and column by edition; where editions differ,
            the latest stands last.
        unit: What it counts, where the template says so; `None` also for an amount of money,
            which carries its unit itself.
        money: Whether it is an amount of money.
    """

    path: str
    labels: dict[str, str]
    unit: str | None = None
    money: bool = False

    @property
    def label(self) -> str:
        """The wording of the latest edition that has the figure."""
        return list(self.labels.values())[-1]

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions that have it."""
        return tuple(self.labels)


def source_row(report: Report) -> dict[str, str]:
    """What is known of the file that a report was read from, under the names of `SOURCE`."""
    origin = report.source
    if origin is None:
        return {}
    values = (origin.name, origin.sha256, origin.format, origin.version, origin.read_at.isoformat())
    return dict(zip(SOURCE, values, strict=True))


def plain_name(column: str) -> str:
    """A column's name as a database takes it unquoted.

    >>> plain_name("proactive.fees.amount.unit")
    'proactive_fees_amount_unit'
    """
    return column.replace(".", "_")


def figures() -> tuple[Figure, ...]:
    """Every path of every edition, in the order of the editions and of their tables."""
    return _figures(tuple(editions()))


@lru_cache(maxsize=4)
def _figures(listed: tuple[Edition, ...]) -> tuple[Figure, ...]:
    found: dict[str, Figure] = {}
    for edition in listed:
        for cls in edition.tables:
            grammar = compile_class(cls)
            for row in edition.rows_of(cls):
                for column in row.columns:
                    path = grammar.path(row, column)
                    known = found.get(path, Figure(path, {}))
                    money = column.kind is Kind.MONEY
                    counted = column.unit or _COUNTED.get(grammar.layout.part)
                    found[path] = evolve(
                        known,
                        labels={**known.labels, str(edition): label_of(row, column)},
                        unit=None if money else counted,
                        money=money,
                    )
    paths = [path for cls in tables() for _, _, path in compile_class(cls).cells()]
    return tuple(found[path] for path in dict.fromkeys(paths))
