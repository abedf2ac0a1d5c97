"""How long a text report takes, and what `import govinfo` costs.

The floor of the first is decoding the bytes and splitting them into lines; that of the second is
the bare interpreter. Run it with `python benchmarks/text.py`. Each text has other figures than the
one before, or is the first of its form.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sample import AGAIN, LABEL, Way, in_form, in_turns, print_first, print_ratios

import govinfo

EXAMPLE = Path(__file__).parents[1] / "examples" / "report.txt"
ROUNDS = 50
_FIGURE = re.compile(r"(?<=\t)[0-9]+$", re.MULTILINE)
OURS: dict[str, Way] = {
    "decode, split into lines": lambda data: data.decode().splitlines(),
    "govinfo: blocks": govinfo.read,
    "govinfo: Report": govinfo.parse,
}


def text(times: int, form: int = 0) -> bytes:
    """The example in a form with all its figures multiplied, so that its sums hold."""
    example = EXAMPLE.read_text("utf-8").replace(f"\t{LABEL}\n", f"\t{in_form(form)}\n")
    return _FIGURE.sub(lambda found: str(times * int(found[0])), example).encode()


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
    texts = [text(times) for times in range(1, ROUNDS + 1)]
    print(f"text: {len(texts[0]) / 1024:.0f} KB, {ROUNDS} texts, process warm; {AGAIN}:")
    print_ratios(in_turns(OURS, texts), next(iter(OURS)))
    first = [text(times, form=times) for times in range(1, ROUNDS + 1)]
    print_first(OURS, first, texts)
    bare = milliseconds(started("pass"), 11)
    imported = milliseconds(started("import govinfo"), 11)
    print(f"import govinfo: {imported - bare:.1f} ms over the bare interpreter ({bare:.1f} ms)")


if __name__ == "__main__":
    main()
