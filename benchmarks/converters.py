"""What tools that turn documents into text leave of a report: `python benchmarks/converters.py`.

Draws N reports (48 by default) of the three editions, writes each as the formats that the tools
take, has every tool that is installed turn it into text, reads the text, and counts what becomes
of the figures. Tools that are not installed are named and left out; those that come as packages
are in the dependency group `converters`, the others are programs of an ordinary distribution.

    python benchmarks/converters.py [N] [--only NAME] [--keep FOLDER] [--write]

`--only` takes a part of the tools' names. `--keep` leaves the texts, each beside its report's
figures, to be looked at. `--write` writes the table into `docs/converters.md`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from convert import CONVERTERS, Converter, written
from hypothesis import HealthCheck, Phase, given, seed, settings

import govinfo
from govinfo import GovInfoError, Report, Severity
from govinfo.template.editions import Edition
from govinfo.testing.strategies import reports

KINDS = ("exact", "missing", "missing, silent", "wrong", "wrong, silent")
"""What becomes of a figure. It is silent where no warning or error names it or its row."""
PAGE = Path(__file__).parent.parent / "docs" / "converters.md"
_BEGIN, _END = "<!-- table -->", "<!-- end of table -->"


def main() -> None:
    """Count, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("reports", nargs="?", type=int, default=48)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--write", action="store_true")
    asked = arguments.parse_args()
    chosen = [one for one in CONVERTERS if asked.only in one.name]
    present = [one for one in chosen if one.is_installed()]
    with tempfile.TemporaryDirectory() as made:
        folder = asked.keep or Path(made)
        drawn = list(truths(asked.reports))
        files = written(drawn, folder, {one.takes for one in present})
        with ProcessPoolExecutor() as pool:
            counts = dict(
                zip(
                    present,
                    pool.map(
                        partial(_counted, reports=drawn, files=files),
                        [CONVERTERS.index(one) for one in present],
                    ),
                    strict=True,
                )
            )
    lines = list(table(chosen, counts))
    print("\n".join(lines))
    if asked.write:
        text = PAGE.read_text(encoding="utf-8")
        before, _, rest = text.partition(_BEGIN)
        after = rest.partition(_END)[2]
        page = "\n".join([before + _BEGIN, "", *lines, "", _END + after])
        PAGE.write_text(page, encoding="utf-8")


def truths(wanted: int) -> Iterator[Report]:
    """Reports of the editions in turn, the same at every call."""
    each = -(-wanted // len(Edition))
    with_blanks = each // 4
    by_edition = [
        [
            *_drawn(edition, each - with_blanks, blanks=False),
            *_drawn(edition, with_blanks, blanks=True),
        ]
        for edition in Edition
    ]
    yield from [report for row in zip(*by_edition, strict=True) for report in row][:wanted]


def _drawn(edition: Edition, wanted: int, *, blanks: bool) -> list[Report]:
    """Reports of an edition; a tool that leaves out blank cells tells little of those with any."""
    found: list[Report] = []

    @seed(12)
    @settings(
        max_examples=wanted * 3 + 1,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(reports(edition, sound=True, blanks=blanks))
    def collect(report: Report) -> None:
        found.append(report)

    collect()
    # Hypothesis begins with the least of all reports; the later ones are fuller.
    return found[len(found) - wanted :]


def _counted(
    number: int, reports: Sequence[Report], files: Mapping[str, Sequence[Path]]
) -> Counter[str]:
    # A tool is named by its number: what it runs cannot be sent to another process.
    converter = CONVERTERS[number]
    counts: Counter[str] = Counter()
    for report, path in zip(reports, files[converter.takes], strict=True):
        try:
            text = converter(path)
        except Exception as error:  # noqa: BLE001 - whatever a tool raises
            print(f"{converter.name} on {path.name}: {error!r}", file=sys.stderr)
            continue
        kept = path.with_name(f"{path.stem}.{converter.slug}")
        kept.write_text(text, encoding="utf-8")
        counts += outcome(report, kept)
    return counts


def outcome(truth: Report, path: Path) -> Counter[str]:
    """What became of the figures of a report, by kind."""
    counts: Counter[str] = Counter()
    wrong: dict[str, str] = {}
    try:
        read = govinfo.parse(path, format="text")
    except GovInfoError as error:
        counts["missing"] = sum(fact.value is not None for fact in truth.facts.values())
        path.with_suffix(path.suffix + ".json").write_text(json.dumps({"refused": repr(error)}))
        return counts
    told = tuple(one.path for one in read.diagnostics if one.severity is not Severity.INFO)
    facts = read.facts
    for name, fact in truth.facts.items():
        found = facts[name].value if name in facts else None
        if found == fact.value:
            counts["exact"] += fact.value is not None
            continue
        kind = "missing" if found is None else "wrong"
        loud = any(name == path or name.startswith(f"{path}.") for path in told if path)
        counts[kind if loud else f"{kind}, silent"] += 1
        wrong[name] = f"{fact.value} {found} {'' if loud else 'silent'}"
    path.with_suffix(path.suffix + ".json").write_text(json.dumps(wrong, indent=1))
    return counts


def table(chosen: Iterable[Converter], counts: Mapping[Converter, Counter[str]]) -> Iterator[str]:
    """The table, in Markdown."""
    yield f"| converter | takes | {' | '.join(KINDS)} |"
    yield f"|---|---|{'---:|' * len(KINDS)}"
    for one in chosen:
        if one not in counts:
            yield f"| {one.name} | {one.takes} | not installed |{' |' * (len(KINDS) - 1)}"
            continue
        count = counts[one]
        shares = (_share(count[kind], count.total()) for kind in KINDS)
        yield f"| {one.name} | {one.takes} | {' | '.join(shares)} |"


def _share(part: int, whole: int) -> str:
    """A share in percent that is rounded to 0 or 100 only if it is."""
    percent = 100 * part / whole if whole else 0.0
    if 0 < percent < 0.1:
        return f"{part} figures"
    return f"{int(percent * 10) / 10:.1f} %"


if __name__ == "__main__":
    main()
