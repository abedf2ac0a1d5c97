"""Differences and sums of figures; what is made of a blank is blank."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.money import Money

Value = int | Money | None


def difference(last: Value, this: Value) -> Value:
    """How much more the second is; `None` where either is blank or an amount has no unit.

    >>> difference(Money("1.5", "万元"), Money("5000", "元"))
    Money(amount=Decimal('-10000.0'), unit='元')
    """
    if isinstance(last, Money) or isinstance(this, Money):
        if not isinstance(last, Money) or not isinstance(this, Money):
            return None
        return total([this, Money(-last.amount, last.unit)])
    return None if last is None or this is None else this - last


def total(values: Sequence[Value]) -> Value:
    """The sum; `None` where one is blank, an amount has no unit, or there are none to add.

    Amounts in one unit keep it, others are summed in yuan.
    """
    amounts = [value for value in values if isinstance(value, Money)]
    counts = [value for value in values if isinstance(value, int)]
    if len(counts) == len(values) and values:
        return sum(counts)
    units = {amount.unit for amount in amounts}
    if len(amounts) < len(values) or not values or None in units:
        return None
    if len(units) == 1:
        return Money(sum(amount.amount for amount in amounts), units.pop())
    return Money(sum(amount.yuan or 0 for amount in amounts), "元")
