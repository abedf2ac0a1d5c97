"""Which figure belongs to which column, where their number is not that of the columns.

Only the identities of the row may decide, and only if they leave one single way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.grammar.compile import ColumnSet

MOST_STEPS = 200_000
"""Partial readings after which a search is given up; nothing is placed then."""


def split(tokens: Sequence[str], columns: ColumnSet) -> tuple[int, ...] | None:
    """The only way to cut digit strings into one number a column, or `None`.

    Numbers have no leading zeros, and every column that is a sum is the sum of its addends.
    Where no column is a sum, only digits that cannot be one number (`012`) are cut.

    >>> from govinfo.grammar.compile import compile_class
    >>> from govinfo.template.requests import Applicants
    >>> split(["1200003", "15"], compile_class(Applicants).rows[0].columns)
    (12, 0, 0, 0, 0, 3, 15)
    """
    if len(tokens) > len(columns) or sum(map(len, tokens)) < len(columns):
        return None
    if not any(column.addends for column in columns) and not _leading_zero(tokens):
        return None
    found: tuple[int, ...] | None = None
    steps = 0
    for reading in _readings(tokens, columns):
        steps += 1
        if steps > MOST_STEPS:
            return None
        if reading is None:
            continue
        if found is not None:
            return None
        found = reading
    return found if found is None or _credible(tokens, found) else None


def _credible(tokens: Sequence[str], numbers: Sequence[int]) -> bool:
    """Whether one token alone is cut, or every one: figures printed apart are not cut at will."""
    counts = []
    rest = iter(numbers)
    for token in tokens:
        length = count = 0
        while length < len(token):
            length += len(str(next(rest)))
            count += 1
        counts.append(count)
    return sum(count > 1 for count in counts) <= 1 or min(counts) > 1


def one_lost(tokens: Sequence[str], columns: ColumnSet) -> tuple[int, ...] | None:
    """All zeros, where one column's figure is lost, the others are zero, and sums bind all.

    A lost addend of a sum of zero is zero, and so is a lost sum of zeros: whichever column was
    lost, the row is the same. No other row with a lost figure has a single reading.
    """
    bound = {number for column in columns for number in column.addends}
    bound |= {number for number, column in enumerate(columns) if column.addends}
    if len(bound) < len(columns) or len(tokens) != len(columns) - 1:
        return None
    return (0,) * len(columns) if all(token == "0" for token in tokens) else None  # noqa: S105


def adds_up(values: Sequence[int], columns: ColumnSet) -> bool:
    """Whether every column that is a sum is the sum of its addends."""
    return all(
        values[number] == sum(values[addend] for addend in column.addends)
        for number, column in enumerate(columns)
        if column.addends
    )


def _leading_zero(tokens: Sequence[str]) -> bool:
    return any(len(token) > 1 and token[0] == "0" for token in tokens)


def _readings(tokens: Sequence[str], columns: ColumnSet) -> Iterator[tuple[int, ...] | None]:
    """Every reading whose sums hold; `None` for each partial reading tried on the way."""
    stack: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
    remaining = [sum(map(len, tokens[number:])) for number in range(len(tokens) + 1)]
    while stack:
        token, start, values = stack.pop()
        yield None
        if token == len(tokens):
            if len(values) == len(columns):
                yield values
            continue
        text = tokens[token]
        left = len(columns) - len(values)
        if not len(tokens) - token <= left <= remaining[token] - start:
            continue
        longest = 1 if text[start] == "0" else len(text) - start
        addends = columns[len(values)].addends
        for length in range(1, longest + 1):
            number = int(text[start : start + length])
            if addends and number != sum(values[addend] for addend in addends):
                continue
            end = start + length
            after = (token + 1, 0) if end == len(text) else (token, end)
            stack.append((*after, (*values, number)))
