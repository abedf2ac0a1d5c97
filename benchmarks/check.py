"""What checking adds to reading a report, beside the reading itself as the floor.

Run it with `python benchmarks/check.py`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import govinfo

EXAMPLE = Path(__file__).parents[1] / "examples" / "report.txt"
ROUNDS = 100


def milliseconds(run: Callable[[], object]) -> float:
    """The median time of a call."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> None:
    """Print the figures."""
    data = EXAMPLE.read_bytes()
    report = govinfo.parse(data)
    report.check()
    parse = milliseconds(lambda: govinfo.parse(data))
    check = milliseconds(report.check)
    print(f"check: {check:.2f} ms, beside {parse:.2f} ms to read; ratio {check / parse:.2f}")


if __name__ == "__main__":
    main()
