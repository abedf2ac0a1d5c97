"""How far figures can be trusted when documents are damaged: `python benchmarks/trust.py [N]`.

Writes N documents (20,000 by default), each damaged in one place, reads them, and counts by kind
of damage the figures that come back different from the truth, by what speaks of them:

- `silent`: a wrong value, and neither a diagnostic of the reading nor a check speaks of it;
- `check only`: no diagnostic of the reading, but `Report.check` names it;
- `told`: a diagnostic of the reading is about the figure, its row or its table;
- `blank`: no value where there was one, and nothing said.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import govinfo
from govinfo import NotAReport, Report
from govinfo.render.page import document_of
from govinfo.testing.compare import Error, errors
from govinfo.testing.strategies import DAMAGES, WRITINGS, Damaged, damage, reports

A_REPORT = 10
"""Damaged documents made of each report."""
COLUMNS = ("documents", "unreadable", "silent", "in documents", "check only", "told", "blank")
SHOWN = 2
"""Examples that are printed of each kind of silent error."""


def main() -> None:
    """Count, and print a table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    began = time.perf_counter()
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in DAMAGES}
    choice = random.Random(1)  # noqa: S311 - a benchmark

    @seed(1)
    @settings(
        max_examples=wanted // A_REPORT,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(reports(sound=True), reports(sound=False)), st.data())
    def count(report: Report, data: st.DataObject) -> None:
        document = document_of(report)
        spoilt = data.draw(st.lists(damage(document), min_size=A_REPORT, max_size=A_REPORT))
        for damaged in spoilt:
            _count(report, damaged, counts[damaged.kind], choice)

    count()
    print(f"{'kind of damage':32}" + "".join(f"{name:>14}" for name in COLUMNS))
    for kind, counted in counts.items():
        print(f"{kind:32}" + "".join(f"{counted[name]:14}" for name in COLUMNS))
    total: Counter[str] = sum(counts.values(), Counter())
    print(f"{'all':32}" + "".join(f"{total[name]:14}" for name in COLUMNS))
    print(f"{time.perf_counter() - began:.0f} s")


def _count(report: Report, damaged: Damaged, counted: Counter[str], choice: random.Random) -> None:
    writing = choice.choice([one for writings in WRITINGS.values() for one in writings])
    counted["documents"] += 1
    try:
        read = govinfo.parse(writing(damaged.document))
    except NotAReport:
        counted["unreadable"] += 1
        return
    found = list(errors(report, read))
    silent = [error for error in found if error.wrong and error.silent and not error.checks]
    counted["silent"] += len(silent)
    counted["in documents"] += bool(silent)
    counted["check only"] += sum(e.wrong and e.silent and bool(e.checks) for e in found)
    counted["told"] += sum(error.wrong and not error.silent for error in found)
    counted["blank"] += sum(not e.wrong and e.silent and not e.checks for e in found)
    if silent and counted["in documents"] <= SHOWN:
        print(f"{damaged.kind}: {writing.format}, {writing.name}, {damaged.where}")
        print("\n".join(_shown(silent[:SHOWN])))


def _shown(silent: list[Error]) -> Iterator[str]:
    return (f"    {error.path}: {error.told} read as {error.read}" for error in silent)


if __name__ == "__main__":
    main()
