"""The vocabulary of a section's class: `row`, `rows`, `column`, `columns` and `Layout`.

A section is a frozen attrs class whose fields carry the labels that the template prints:

    >>> from attrs import frozen
    >>> @frozen
    ... class Reply:
    ...     granted: int | None = column("同意")
    ...     refused: int | None = column("不同意")
    ...     total: int | None = column("合计", total=True)
    >>> @frozen
    ... class Replies:
    ...     letter: Reply = row("1.信函")
    ...     online: Reply = row("2.网络")

Everything else (the grammar that the interpreter follows, fact paths, the JSON schema) is
derived from the class. A field's type says how a cell is read: `int | None` is a count,
`Money | None` an amount, another class a group of further fields. A row whose type also
admits `None` is one that an edition may lack.
"""

from __future__ import annotations

from typing import Any, Literal

import attrs
from attrs import frozen

KEY = "govinfo"
"""Under which name a field's declaration stands in its attrs metadata."""

Axis = Literal["row", "column"]


@frozen(slots=True)
class Label:
    """A field's declaration.

    Attributes:
        text: The label as the template prints it; `""` where it prints none.
        axis: Whether the label heads a row or a column.
        group: Whether the field's type holds further rows or columns.
        under: Label of the group that the template prints above, where the class has no field
            of its own for it.
        aliases: Other wordings in official use.
        total: Whether the figure is the sum of the class's figures before it.
        signed: Whether the count may be negative (an increase or decrease).
        unit: The unit that the template prints for the figure.
        own: Whether the row carries the label of the group it stands in.
        after: Path, within the class, of the row after which the template prints these rows.
    """

    text: str
    axis: Axis
    group: bool = False
    under: str | None = None
    aliases: tuple[str, ...] = ()
    total: bool = False
    signed: bool = False
    unit: str | None = None
    own: bool = False
    after: str | None = None


@frozen(slots=True)
class Identity:
    """A relation between rows that a sound table satisfies in each of its columns.

    Sums that a class tells by `total=True` need no identity of their own.

    Attributes:
        name: Which kind it is; the rule that reports a breach says which kinds it is about.
        left: Paths, within the section's class, of the rows whose sum stands on the left. A
            path of a group of rows stands for all of its rows.
        right: The same for the right.
        relation: `=`, or `<=` where the left is a part of the right.
    """

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Literal["=", "<="] = "="


@frozen(slots=True)
class Layout:
    """What a section's class says of its table as a whole; its class attribute `layout`.

    Attributes:
        part: The section's name in fact paths.
        heading: The section's heading as the template prints it.
        stub: Label of the column of labels.
        header: Label over all value columns.
        value: Label of the single value column, where rows hold one figure each.
        basis: The article of the regulations that prescribes what the table says.
        partial: Whether a document may print some of the rows only; the rows it does not print
            are then no facts.
        identities: Relations between its rows.
    """

    part: str
    heading: str = ""
    stub: str = ""
    header: str = ""
    value: str = ""
    basis: str = ""
    partial: bool = False
    identities: tuple[Identity, ...] = ()


def row(  # noqa: PLR0913 - each argument is a property of the printed row
    label: str = "",
    *,
    under: str | None = None,
    aliases: tuple[str, ...] = (),
    unit: str | None = None,
    total: bool = False,
    own: bool = False,
    optional: bool = False,
) -> Any:
    """Declare a row of figures; the field's type names its columns, or is the one figure's type.

    Args:
        label: As the template prints it, ordinal included.
        under: The group label printed above, where the class has no field for the group.
        aliases: Other wordings in official use.
        unit: The unit printed beside the label.
        total: Each figure is the sum of the column's figures in the class's rows before it.
        own: The row carries the label of the group it stands in (`label` is then not given).
        optional: The row may be lacking in an edition; its type then admits `None`.
    """
    declared = Label(label, "row", under=under, aliases=aliases, total=total, unit=unit, own=own)
    return _field(declared, blank=optional)


def rows(label: str = "", *, after: str | None = None) -> Any:
    """Declare a group of rows; the field's type is the class that holds them.

    Args:
        label: The group's label; empty where the template prints none.
        after: Path of the row, counted from the class that the field stands in, after which
            the template prints the group; by default the field before.
    """
    return _field(Label(label, "row", group=True, after=after), blank=False)


def column(  # noqa: PLR0913 - each argument is a property of the printed column
    label: str,
    *,
    under: str | None = None,
    aliases: tuple[str, ...] = (),
    total: bool = False,
    signed: bool = False,
    unit: str | None = None,
) -> Any:
    """Declare a column of figures: one fact a row.

    Args:
        label: As the template prints it.
        under: Label of the group printed over it, where the class has no field for the group.
        aliases: Other wordings in use.
        total: The figure is the sum of the class's columns before it.
        signed: The count may be negative.
        unit: The unit that the template prints in the column's header.
    """
    declared = Label(
        label, "column", under=under, aliases=aliases, total=total, signed=signed, unit=unit
    )
    return _field(declared, blank=True)


def columns(label: str) -> Any:
    """Declare a group of columns; the field's type is the class that holds them."""
    return _field(Label(label, "column", group=True), blank=False)


def _field(declared: Label, *, blank: bool) -> Any:
    metadata = {KEY: declared}
    if blank or (declared.axis == "row" and declared.unit is not None):
        return attrs.field(default=None, kw_only=True, metadata=metadata)
    return attrs.field(kw_only=True, metadata=metadata)
