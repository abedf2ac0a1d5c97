"""A corpus with its truth: `python benchmarks/make_corpus.py FOLDER [N [SEED]]`.

Makes N reports (20,000 by default) of all editions in the ways that `govinfo.testing` knows, and as
PDFs, in known shares; one in ten has a damaged table. The figures of all are written as they were
meant: `truth.parquet` (a row a figure) and `documents.parquet` (a row a document: its form) stand
beside the folder `files`. The same seed gives the same corpus.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import attrs
import pyarrow as pa
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from make_corpus_pdf import look, to_pdf
from pyarrow import parquet

from govinfo import Fact, Money, Report
from govinfo.blocks import Document
from govinfo.export.arrow import batch, fact_columns, facts_schema
from govinfo.render.page import document_of
from govinfo.template.editions import Edition
from govinfo.template.figures import title_of
from govinfo.template.report import Facts
from govinfo.testing.strategies import DAMAGES, WRITINGS, damage, reports

SHARES = {"docx": 30, "html": 25, "pdf": 20, "text": 15, "markdown": 10}
"""Documents of each format, of a hundred."""
DAMAGED = 10
UNSOUND = 20
"""Documents of a hundred that have a damaged table, and whose figures do not add up."""
ENDINGS = {"docx": "docx", "html": "html", "pdf": "pdf", "text": "txt", "markdown": "md"}
ROUND = 500
"""Documents that are made together."""
_DRAWN = 60
"""Reports that Hypothesis draws for a round; the others are sums of these."""
_YEARS = {Edition.E2014: (2014, 2018), Edition.E2019: (2019, 2020), Edition.E2021: (2021, 2025)}
_PLACES = ("云岭市", "青溪县", "石桥镇", "岭南省", "白水河街道", "松江区", "南浦市", "北泽县")
_ORGANS = ("水务局", "人民政府", "市场监督管理局", "气象局", "司法局", "教育局", "审计局", "财政局")


@attrs.frozen
class Made:
    """A document with what it says.

    Attributes:
        source: Its name under `files`.
        data: Its bytes.
        report: What it says.
        form: How it is written, for people and for counting.
        damaged: How it was damaged; `""` where it was not.
    """

    source: str
    data: bytes
    report: Report
    form: str
    damaged: str = ""


def main() -> None:
    """Write the corpus."""
    folder = Path(sys.argv[1])
    count, first = (int(text) for text in (*sys.argv[2:], "20000", "1")[:2])
    began = time.perf_counter()
    forms = write(folder, count, first)
    print(f"{count} documents of {forms} forms in {time.perf_counter() - began:.0f} s: {folder}")


def write(folder: Path, count: int, first: int = 1) -> int:
    """Write a corpus of so many documents, and say of how many forms they are."""
    (folder / "files").mkdir(parents=True, exist_ok=True)
    rounds = range(-(-count // ROUND))
    sizes = [min(ROUND, count - number * ROUND) for number in rounds]
    source = pa.field("source", pa.string())
    known = pa.schema([source, *((name, pa.string()) for name in ("edition", "form", "damaged"))])
    truth = pa.schema([source, *facts_schema()])
    forms: set[str] = set()
    with (
        parquet.ParquetWriter(folder / "truth.parquet", truth) as figures,
        parquet.ParquetWriter(folder / "documents.parquet", known) as documents,
        ProcessPoolExecutor() as pool,
    ):
        for told, facts in pool.map(_round, repeat(folder), repeat(first), rounds, sizes):
            documents.write_table(pa.Table.from_pylist(told, known))
            figures.write_table(facts.cast(truth))
            forms |= {f"{one['edition']} {one['form']} {one['damaged']}" for one in told}
    return len(forms)


def _round(
    folder: Path, first: int, number: int, size: int
) -> tuple[list[dict[str, str]], pa.Table]:
    """Write the documents of a round; what is known of them, and their figures."""
    told, parts = [], []
    for made in documents(first * 10_000 + number, size, number * ROUND):
        path = folder / "files" / made.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.data)
        edition = str(made.report.edition)
        told.append(
            {
                "source": made.source,
                "edition": edition,
                "form": made.form,
                "damaged": made.damaged,
            }
        )
        rows = batch(fact_columns(made.report), facts_schema())
        names = pa.array([made.source] * rows.num_rows, pa.string())
        parts.append(pa.Table.from_batches([rows]).add_column(0, "source", names))
    return told, pa.concat_tables(parts)


def documents(number: int, size: int, at: int = 0) -> Iterator[Made]:
    """Documents from a seed; their names count on from a number."""
    draw = random.Random(number)  # noqa: S311 - a benchmark
    sound, unsound = _drawn(number, sound=True), _drawn(number, sound=False)
    varied = [
        _varied(draw, unsound if draw.randrange(100) < UNSOUND else sound) for _ in range(size)
    ]
    kinds = [
        draw.choice(list(DAMAGES)) if draw.randrange(100) < DAMAGED else "" for _ in range(size)
    ]
    blocks = [document_of(report) for report in varied]
    hurt = _damaged(number, [(blocks[i], kind) for i, kind in enumerate(kinds) if kind])
    for each, (report, kind, whole) in enumerate(zip(varied, kinds, blocks, strict=True)):
        document = next(hurt) if kind else whole
        (name,) = draw.choices(list(SHARES), list(SHARES.values()))
        if name == "pdf":
            looks = look(draw)
            form, data = f"pdf, {looks}", to_pdf(document, looks)
        else:
            writing = draw.choice(WRITINGS[name])
            form, data = f"{name}, {writing.name}", writing(document)
        source = f"{report.year}/{name}/{at + each:06}.{ENDINGS[name]}"
        yield Made(source, data, report, form, kind)


def _drawn(number: int, *, sound: bool) -> list[Report]:
    found: list[Report] = []

    @seed(number)
    @settings(
        max_examples=_DRAWN,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(reports(sound=sound))
    def collect(report: Report) -> None:
        found.append(report)

    collect()
    return found


def _damaged(number: int, wanted: list[tuple[Document, str]]) -> Iterator[Document]:
    """Each document damaged in its way."""
    found: list[list[Document]] = []

    @seed(number)
    @settings(
        max_examples=2,  # the first that is tried is the simplest; a random one is wanted
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def hurt(data: st.DataObject) -> None:
        found.append([data.draw(damage(document, kind)).document for document, kind in wanted])

    hurt()
    return iter(found[-1])


def _varied(draw: random.Random, drawn: list[Report]) -> Report:
    """The sum of two reports of a kind: what adds up in both adds up in it."""
    one = draw.choice(drawn)
    alike = [
        other
        for other in drawn
        if other.edition is one.edition and list(other.facts) == list(one.facts)
    ]
    other, times = draw.choice(alike), draw.randrange(4)
    facts = [_sum(fact, other.facts[path], times) for path, fact in one.facts.items()]
    year = draw.randint(*_YEARS[one.edition or Edition.E2021])
    agency = draw.choice(_PLACES) + draw.choice(_ORGANS)
    bare = attrs.evolve(one, proactive=None, requests=None, disputes=None, indicators=None)
    return attrs.evolve(
        bare, facts=Facts(facts), year=year, agency=agency, title=title_of(agency, year)
    )


def _sum(fact: Fact, other: Fact, times: int) -> Fact:
    one, more = fact.value, other.value
    if isinstance(one, Money) or isinstance(more, Money) or one is None or more is None:
        return fact
    return attrs.evolve(fact, value=one + times * more)


if __name__ == "__main__":
    main()
