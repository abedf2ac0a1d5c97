"""Every check of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from govinfo.checks.arithmetic import check_arithmetic
from govinfo.checks.form import check_form
from govinfo.checks.narrative import check_narrative
from govinfo.diagnostics import Diagnostic
from govinfo.template.report import Report


def check(
    report: Report, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """What is wrong with a report; see `Report.check`."""
    found = chain(check_arithmetic(report), check_narrative(report), check_form(report))
    return chosen(found, select, ignore)


def chosen(
    diagnostics: Iterable[Diagnostic], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """The diagnostics that beginnings of codes select; the longest beginning decides.

    >>> from govinfo.diagnostics import Diagnostic
    >>> found = [Diagnostic(code, "info", "") for code in ("GI201", "GI208", "GI301")]
    >>> [diagnostic.code for diagnostic in chosen(found, ["GI2"], ["GI208"])]
    ['GI201']
    """
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if (not select or _longest(diagnostic.code, select))
        and _longest(diagnostic.code, ignore) <= _longest(diagnostic.code, select)
    )


def _longest(code: str, beginnings: Sequence[str]) -> int:
    """Length of the longest beginning that the code has; 0 if none."""
    return max((len(start) for start in beginnings if code.startswith(start)), default=0)
