"""Does what is written read as itself? `python benchmarks/round_trip.py [N [SEED]]`.

Makes N reports (50,000 by default), writes each in one of the kit's ways, reads it, and counts by
format and way what comes back different in facts, metadata or narratives. Hypothesis draws one
report in five; the others have its figures in other cells.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import govinfo
from govinfo import Fact, Money, Report
from govinfo.render.page import document_of
from govinfo.template.report import Facts
from govinfo.testing.compare import differences
from govinfo.testing.strategies import WRITINGS, Writing, reports

VARIANTS = 5
"""Reports made of each that is drawn."""
BATCH = 400
"""Reports drawn by one search, which remembers them all."""
SLOW = ("docx",)
"""Formats of which a third as many are written as of others."""


def main() -> None:
    """Count, and print a table."""
    wanted, first = (int(text) for text in (*sys.argv[1:], "50000", "1")[:2])
    began = time.perf_counter()
    choice = random.Random(first)  # noqa: S311 - a benchmark
    done: Counter[Writing] = Counter()
    bad: Counter[Writing] = Counter()
    for number in range(-(-wanted // (BATCH * VARIANTS))):
        for report in _drawn(first * 1000 + number):
            _count(report, choice, done, bad)
        print(f"{done.total()} reports, {bad.total()} different", file=sys.stderr)
    for writing, count in sorted(done.items(), key=lambda pair: str(pair[0])):
        print(f"{writing.format:10}{writing.name:32}{count:8}{bad[writing]:8}")
    print(f"{'all':42}{done.total():8}{bad.total():8}  {time.perf_counter() - began:.0f} s")


def _drawn(number: int) -> list[Report]:
    found: list[Report] = []

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(reports(sound=True), reports(sound=False)))
    def collect(report: Report) -> None:
        found.append(report)

    collect()
    return found


def _count(
    report: Report, choice: random.Random, done: Counter[Writing], bad: Counter[Writing]
) -> None:
    writings = [
        writing
        for format, each in WRITINGS.items()
        for writing in each
        for _ in range(1 if format in SLOW else 3)
    ]
    for variant in _variants(report, choice):
        writing = choice.choice(writings)
        found = differences(variant, govinfo.parse(writing(document_of(variant))))
        done[writing] += 1
        if found:
            bad[writing] += 1
            print(f"{writing.format}, {writing.name}, {variant.edition}: {list(found.items())[:3]}")


def _variants(report: Report, choice: random.Random) -> Iterator[Report]:
    """The report, and others with its figures in other cells."""
    yield report
    for _ in range(VARIANTS - 1):
        counts, amounts = list(_cells(report, of_money=False)), list(_cells(report, of_money=True))
        choice.shuffle(counts)
        choice.shuffle(amounts)
        facts = [
            attrs.evolve(fact, value=held.value, note=held.note)
            for fact in report.facts.values()
            for held in [amounts.pop() if _is_amount(fact) else counts.pop()]
        ]
        yield attrs.evolve(report, facts=Facts(facts))


def _cells(report: Report, *, of_money: bool) -> Iterator[Fact]:
    return (fact for fact in report.facts.values() if _is_amount(fact) is of_money)


def _is_amount(fact: Fact) -> bool:
    return isinstance(fact.value, Money) or fact.path.endswith((".amount", ".fees", ".funding"))


if __name__ == "__main__":
    main()
