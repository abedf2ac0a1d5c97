"""How scanned reports are read: `python benchmarks/scans.py [ROUNDS]`; it needs the extra `ocr`.

Draws reports of both editions in several fonts, makes pictures of their pages at 100 to 300 dots an
inch, spoils them as scanners, seals, fax machines and telephones do, reads them, and counts for
each way the figures that come back; of some the tables have no lines:

- `exact`: as they were printed;
- `open`: no value, and a finding at the figure, its row or its table;
- `by check`: a wrong value that `Report.check` names;
- `silent`: a wrong value, or none, and nothing is said.

It also tells CPU seconds a page, and the peak of memory. WeasyPrint draws the pages.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import govinfo
import scanning
from govinfo import Report
from govinfo.testing.compare import errors

EDITIONS = ("2021", "2019")
COARSE = 100
COLUMNS = ("pages", "figures", "exact", "open", "by check", "silent", "CPU s/page")
SHOWN = 12
"""Silent errors that are printed."""


UNRULED = (("clean", 200), ("noisy", 200), ("clean", 150))
"""How the pages are spoilt whose tables have no lines, and their dots an inch."""
Case = tuple[str, int, str, str, bool]
"""Spoil, dots an inch, edition, font, and whether the tables have lines."""


def cases(rounds: int) -> Iterator[Case]:
    """The documents."""
    styles, number = list(scanning.STYLES), 0
    for turn in range(rounds):
        for spoil in scanning.SPOILS:
            for edition in EDITIONS:
                dpi = (150, 200, 300, 150, 200)[(number + turn) % 5]
                yield spoil, dpi, edition, styles[number % len(styles)], True
                number += 1
    for spoil in ("clean", "noisy", "jpeg"):
        for edition in EDITIONS:
            yield spoil, COARSE, edition, styles[number % len(styles)], True
            number += 1
    for spoil, dpi in UNRULED:
        for edition in EDITIONS:
            yield spoil, dpi, edition, styles[number % len(styles)], False
            number += 1


def main() -> None:
    """Count, and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    counts: dict[str, Counter[str]] = {}
    seconds: dict[str, float] = {}
    silent: list[str] = []
    for number, (spoil, dpi, edition, style, ruled) in enumerate(cases(rounds)):
        chance = random.Random(number)  # noqa: S311 - a benchmark
        told = scanning.drawn_report(edition, chance)
        pages = [
            scanning.SPOILS[spoil](page, chance)
            for page in scanning.pictures(scanning.pdf_of(told, style, ruled=ruled), dpi)
        ]
        kind = f"{spoil} at {dpi}" + ("" if ruled else ", unruled")
        data = scanning.as_tiff(pages, dpi)
        began = time.process_time()
        read = govinfo.parse(data)
        seconds[kind] = seconds.get(kind, 0.0) + time.process_time() - began
        counted = counts.setdefault(kind, Counter())
        counted["pages"] += len(pages)
        _count(told, read, counted, silent, f"{kind}, {edition}, {style}")
        print(f"{number} {kind} {edition} {style} {dict(counted)}", file=sys.stderr, flush=True)
    print(f"{'':24}" + "".join(f"{name:>11}" for name in COLUMNS))
    for kind, counted in counts.items():
        per_page = seconds[kind] / counted["pages"]
        print(f"{kind:24}" + "".join(f"{counted[name]:11}" for name in COLUMNS[:-1]), end="")
        print(f"{per_page:11.1f}")
    print("\n".join(silent[:SHOWN]))
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def _count(told: Report, read: Report, counted: Counter[str], silent: list[str], case: str) -> None:
    wrong = list(errors(told, read))
    counted["figures"] += len(told.facts)
    counted["exact"] += len(told.facts) - len(wrong)
    for one in wrong:
        if one.silent and not one.checks:
            counted["silent"] += 1
            silent.append(f"{case}: {one.path} {one.told} -> {one.read}")
        elif one.wrong and one.silent:
            counted["by check"] += 1
        else:
            counted["open"] += 1


if __name__ == "__main__":
    main()
