"""Every rule that is registered, run over a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from rapidfuzz import process

from govinfo.checks.catalogue import catalogue
from govinfo.checks.identities import Tabled
from govinfo.checks.registry import Inspection, registered
from govinfo.diagnostics import Diagnostic
from govinfo.template.report import Report

Codes = str | Iterable[str]
"""A code such as `GI201`, the beginning of several such as `GI2`, or some of these."""


def check(report: Report, *, select: Codes = (), ignore: Codes = ()) -> tuple[Diagnostic, ...]:
    """What is wrong with a report; see `Report.check`."""
    selected, ignored = codes(select), codes(ignore)
    of = Inspection(report)
    return tuple(
        diagnostic
        for rule in registered()
        if _is_chosen(rule.code, selected, ignored)
        for diagnostic in rule.run(of)
    )


def check_tables(tabled: Tabled) -> tuple[Diagnostic, ...]:
    """What the rules of tables say of what has nothing but tables."""
    of = Inspection(cast("Report", tabled))
    return tuple(found for rule in registered() if rule.tables for found in rule.run(of))


_LETTERS = str.maketrans("OIL", "011")
"""Letters that are typed for digits."""


def _in_digits(code: str) -> str:
    """A code with digits after its first two letters."""
    return code[:2] + code[2:].translate(_LETTERS)


class UnknownCode(ValueError):  # noqa: N818 - the state, not "Error", is the term
    """No rule's code begins so.

    Attributes:
        code: What was given.
        nearest: The code that is most like it; `""` where none is like it at all.
    """

    def __init__(self, code: str, nearest: str) -> None:
        hint = f"; the nearest is {nearest}" if nearest else ""
        super().__init__(f"no rule's code begins with {code!r}{hint}")
        self.code = code
        self.nearest = nearest


def codes(given: Codes) -> tuple[str, ...]:
    """Codes and beginnings of codes, in capitals; a string is one of them.

    Raises:
        UnknownCode: No rule's code begins so; the nearest that one does is named.
    """
    listed = [given] if isinstance(given, str) else list(given)
    wanted = tuple(code.strip().upper() for code in listed)
    known = [rule.code for rule in catalogue()]
    for code in wanted:
        if not code or not any(rule.startswith(code) for rule in known):
            nearest = process.extractOne(code, known, processor=_in_digits)
            raise UnknownCode(code, nearest[0] if nearest is not None and nearest[1] else "")
    return wanted


def chosen(
    diagnostics: Iterable[Diagnostic], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """The diagnostics that beginnings of codes select; the longest beginning decides.

    >>> from govinfo.diagnostics import Diagnostic
    >>> found = [Diagnostic(code, "info", "") for code in ("GI201", "GI208", "GI301")]
    >>> [diagnostic.code for diagnostic in chosen(found, ["GI2"], ["GI208"])]
    ['GI201']
    """
    return tuple(found for found in diagnostics if _is_chosen(found.code, select, ignore))


def _is_chosen(code: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    wanted = _longest(code, select)
    return (not select or wanted > 0) and _longest(code, ignore) <= wanted


def _longest(code: str, beginnings: Sequence[str]) -> int:
    """Length of the longest beginning that the code has; 0 if none."""
    return max((len(start) for start in beginnings if code.startswith(start)), default=0)
