"""How long a report takes, as a multiple of what its format's library takes, all in one run.

Run `python benchmarks/speed.py [--rounds N] [--pdf FILE]`. Times are of the processor, in a warm
process; the ways take turns, and each document has figures of its own. A document is the first of
its form where a label of it differs from all before.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import html_adapter
import lxml.html
import read_docx
from pdf import loop
from sample import AGAIN, FIRST, Way, blocks, in_turns

import govinfo
from govinfo.blocks import Heading, Paragraph, Table

Made = Callable[[int, int], bytes]
"""A document by its seed and its form."""


def text(seed: int, form: int = 0) -> bytes:
    """A report of some 10 KB, its cells parted by tabs."""
    lines = []
    for block in blocks(seed, 8, form):
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row) for row in block.rows]
        elif isinstance(block, (Heading, Paragraph)):
            lines.append(block.text)
    return "\n".join(lines).encode()


def word(seed: int, form: int = 0) -> bytes:
    """A report in Word's markup, some 300 KB before it is packed."""
    return read_docx.package(read_docx.document_xml(seed, form))


KINDS: dict[str, tuple[Made, Way]] = {
    "docx": (word, read_docx.parse_only),
    "html": (html_adapter.page, lxml.html.fromstring),
    "text": (text, lambda data: data.decode().splitlines()),
}
"""How each kind of document is made, and what reads it at least."""


def compare(name: str, floor: Way, documents: Sequence[bytes], warm: Sequence[bytes]) -> None:
    """A line: what the floor takes and what a report takes, at best, and their ratios."""
    taken = in_turns({"floor": floor, "report": govinfo.parse}, documents, warm)
    least, most = (min(times) * 1000 for times in taken.values())
    middle = median(taken["report"]) / median(taken["floor"])
    print(
        f"{name:<28} floor {least:7.2f} ms, report {most:7.2f} ms, "
        f"{most / least:7.2f} x best {middle:7.2f} x median"
    )


def main() -> None:
    """Print a line a kind of document, of forms met before and of new ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--pdf", type=Path, help="a PDF that is timed, too")
    rounds, pdf = vars(parser.parse_args()).values()
    for kind, (made, floor) in KINDS.items():
        warm = [made(seed, 0) for seed in range(3)]
        seeds = range(3, 3 + rounds)
        compare(f"{kind}, {AGAIN}", floor, [made(seed, 0) for seed in seeds], warm)
        compare(f"{kind}, {FIRST}", floor, [made(seed, seed) for seed in seeds], warm)
    if pdf is not None:
        compare(f"pdf, {AGAIN}", loop, [pdf.read_bytes()] * max(3, rounds // 4), ())


if __name__ == "__main__":
    main()
