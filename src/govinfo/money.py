"""Amounts of money, in the unit they were printed with."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

YUAN: dict[str, Decimal] = {
    "元": Decimal(1),
    "千元": Decimal(10) ** 3,
    "万元": Decimal(10) ** 4,
    "百万元": Decimal(10) ** 6,
    "千万元": Decimal(10) ** 7,
    "亿元": Decimal(10) ** 8,
}
"""How many yuan each unit is worth."""


@frozen(slots=True)
class Money:
    """An amount as printed.

    Attributes:
        amount: The number that was printed.
        unit: The unit it was printed with, in the cell or in the column's header: a key of
            `YUAN`. `None` where none was printed; it is never guessed.
    """

    amount: Decimal = field(converter=Decimal)
    unit: str | None = None

    @property
    def yuan(self) -> Decimal | None:
        """The amount in yuan; `None` where the unit is unknown."""
        return None if self.unit is None else self.amount * YUAN[self.unit]

    def __str__(self) -> str:
        return f"{self.amount}{self.unit or ''}"
