"""How long a text report takes, and what `import govinfo` costs.

The floor of the first is decoding the bytes and splitting them into lines; that of the second is
the bare interpreter. Run it with `python benchmarks/text.py`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import govinfo

EXAMPLE = Path(__file__).parents[1] / "examples" / "report.txt"
ROUNDS = 50


def milliseconds(run: Callable[[], object], rounds: int) -> float:
    """The median time of a call."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def started(code: str) -> Callable[[], object]:
    """A call that runs a fresh interpreter."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def main() -> None:
    """Print the figures."""
    data = EXAMPLE.read_bytes()
    govinfo.parse(data)
    floor = milliseconds(lambda: data.decode().splitlines(), ROUNDS)
    read = milliseconds(lambda: govinfo.read(data), ROUNDS)
    parse = milliseconds(lambda: govinfo.parse(data), ROUNDS)
    print(f"report of {len(data):,} bytes: {parse:.2f} ms to a Report, {read:.2f} ms to blocks")
    print(f"  floor (decode, split into lines): {floor:.3f} ms; ratio {parse / floor:.0f}")
    bare = milliseconds(started("pass"), 11)
    imported = milliseconds(started("import govinfo"), 11)
    print(f"import govinfo: {imported - bare:.1f} ms over the bare interpreter ({bare:.1f} ms)")


if __name__ == "__main__":
    main()
