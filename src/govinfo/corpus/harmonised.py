"""The columns of the panel that holds over the editions; see docs/panel.md."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from govinfo.between.panel import Harmonised, harmonise
from govinfo.export.arrow import counted, typed
from govinfo.template.claim import Claim
from govinfo.template.panel import PANEL
from govinfo.template.report import Report

PREFIX = "panel."
"""How the names of the columns begin."""
OTHERS = f"{PREFIX}of_another_edition"
"""The column of the variables whose value is of another edition's tables than the report's."""


def _editions(one: Harmonised) -> tuple[str, ...]:
    """The editions whose tables give a value alike."""
    sources = one.variable.sources
    return tuple(edition for edition in sources if sources[edition] == one.source)


@cache
def panel_fields() -> tuple[Any, ...]:
    """A field for each variable, with its editions, and why it is `near` in some."""
    found = []
    for variable in PANEL:
        near = {
            f"near.{edition}": source.reason.zh
            for edition, source in variable.sources.items()
            if source.reason is not None
        }
        told = {"editions": ",".join(variable.sources)} | near
        found.append(typed(PREFIX + variable.name, f"可比：{variable.label.zh}", "int64", **told))
    return (*found, typed(OTHERS, "可比：取自其他版本表格的变量"))


def panel_row(report: Report, claims: Sequence[Claim]) -> dict[str, Any]:
    """A report's variables; what is made of a blank is left out, which is null.

    Raises:
        LimitExceeded: A sum is larger than its column's type.
    """
    row: dict[str, Any] = {}
    others = []
    for name, one in harmonise(report, claims).items():
        if isinstance(one.value, int):
            row[PREFIX + name] = counted(PREFIX + name, one.value)
            if report.edition is not None and str(report.edition) not in _editions(one):
                others.append(name)
    row[OTHERS] = " ".join(others)
    return row
