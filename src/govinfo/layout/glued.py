"""A text whose cells ran together: `…申请数量640020470二、上年结转…`.

Programs that print what a page's elements hold one after the other leave nothing between its cells,
nor between its paragraphs. What a row's digits are together is another question: here labels and
figures are parted, each row a line, as a text has them whose digits alone ran together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from govinfo.grammar.labels import Key, key
from govinfo.grammar.values import UNITS
from govinfo.money import YUAN

_Known = Callable[[Key], bool]
"""Whether a key is that of a label."""
_SUSPECT = re.compile(
    r"[\u4e00-\u9fff）)”\"]\s?\d(?:[\d\s]{5,}|[\d\s.]*(?=$|[（(]?[\u4e00-\u9fff]))"
)
"""A row's digits after a label: many, or with the next label right behind them."""
_SHORT = 60
"""Characters of a text that holds fewer rows than that."""
_FEWEST = 6
"""Rows from which a text's cells ran together: in running text no six labels are followed so."""
_ORDINAL = re.compile(
    r"(?<!第)(?:[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十]、|\d[.．、](?=[^\d\s]))"
)
_FIGURES = re.compile(
    r"[-+]?\d(?:[\d\s.,，+-]*\d)?(?:\s?(?:{}|(?:{})(?![\u4e00-\u9fff])))?".format(
        *("|".join(sorted(units, key=len, reverse=True)) for units in (YUAN, UNITS))
    )
)
"""Figures side by side, and their unit; 部 may begin the next label, 元 begins none."""
_PARTED = re.compile(r"^[^\w（(]|[，,；;：:]")
"""What parts a figure from the next label in running text, where brackets are left out."""
_SIGN = re.compile(r"[\s，,；;：:]+")
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_SENTENCE = re.compile(r"[。；！？]")
_LONGEST = 24
"""Letters of a label that is looked for among others that it ran together with."""
_SHORTEST = 2
_MOST = 20_000
"""Characters of tables up to which their labels are looked for."""


def lines_in(text: str, known: _Known, headings: AbstractSet[str] = frozenset()) -> list[str]:
    """The lines of a text: itself, or those that its labels make of it if its cells ran together.

    Args:
        text: A line or paragraph.
        known: Whether a key is that of a label.
        headings: Keys of the headings of sections.
    """
    if len(text) < _SHORT or len(_SUSPECT.findall(text)) < _FEWEST:
        return [text]
    cells = [cell for part in _parts(text) for cell in _cells(part)]
    rows = [
        at
        for at, (label, figures) in enumerate(pairwise(cells))
        if _is_figure(figures)
        and not _is_figure(label)
        and not (at and _SIGN.fullmatch(cells[at - 1]))
        and _ends_with_label(label, known)
    ]
    if len(rows) < _FEWEST:
        return [text]
    first, last = _ends(cells, rows)
    if sum(map(len, cells[first:last])) > _MOST:
        return [text]
    before, begun = _after_sentence("".join(cells[: first + 1]))
    lines = [
        before,
        *_rows([begun, *cells[first + 1 : last]], known, headings),
        "".join(cells[last:]),
    ]
    return [line for line in lines if line.strip()]


def _parts(text: str) -> Iterator[str]:
    """The text parted where an ordinal begins: the last digit of a run is one before a point."""
    starts = [found.start() for found in _ORDINAL.finditer(text)]
    for start, end in pairwise([0, *starts, len(text)]):
        if start < end:
            yield text[start:end]


def _cells(part: str) -> Iterator[str]:
    """A part's texts and figures, a figure with its unit."""
    ordinal = _ORDINAL.match(part)
    start = 0
    for found in _FIGURES.finditer(part, ordinal.end() if ordinal else 0):
        if text := part[start : found.start()]:
            yield text
        yield found[0]
        start = found.end()
    if text := part[start:]:
        yield text


def _is_figure(cell: str) -> bool:
    return _FIGURES.match(cell) is not None and _ORDINAL.match(cell) is None


def _ends_with_label(text: str, known: _Known) -> bool:
    """Whether a text is a label, or ends with one, and nothing parts it from what is before it."""
    if _PARTED.search(BRACKETS.sub("", text.strip())):
        return False
    ends = range(_SHORTEST, min(len(text), _LONGEST))
    return known(key(text)) or any(known(key(text[-letters:])) for letters in ends)


def _ends(cells: Sequence[str], rows: Sequence[int]) -> tuple[int, int]:
    """Where the tables begin and end: at the texts with a sentence before and after their rows."""
    prose = [at for at, cell in enumerate(cells) if _SENTENCE.search(cell)]
    first = max((at for at in prose if at < rows[0]), default=0)
    last = min((at for at in prose if at > rows[-1]), default=len(cells))
    if last < len(cells) and _is_figure(cells[last - 1]) and not _ORDINAL.match(cells[last]):
        last -= 1  # `2022` and `年，…。`
    return first, last


def _after_sentence(text: str) -> tuple[str, str]:
    """A text up to its last sentence's end, and what follows it."""
    end = max((found.end() for found in _SENTENCE.finditer(text)), default=0)
    return text[:end], text[end:]


def _rows(cells: Sequence[str], known: _Known, headings: AbstractSet[str]) -> Iterator[str]:
    """A line for each label and other text, and for each row with its figures."""
    texts: list[tuple[str, bool]] = []
    for cell in cells:
        if not _is_figure(cell):
            texts += _labels(cell.strip(), known, headings)
            continue
        *over, own = texts or [("", False)]
        # A label that stands there twice is the columns': the row under them has none.
        if not own[1] or own in over:
            over, own = texts, ("", False)
        yield from (text for text, _ in over)
        yield f"{own[0]}\t{cell}"
        texts = []
    yield from (text for text, _ in texts)


def label_at(text: str, at: int, known: _Known, longest: int = _LONGEST) -> int:
    """Where the longest label ends that begins at a place of a text; 0 where none does."""
    ends = range(min(len(text), at + longest), at + _SHORTEST - 1, -1)
    return next((end for end in ends if known(key(text[at:end]))), 0)


def _labels(text: str, known: _Known, headings: AbstractSet[str]) -> Iterator[tuple[str, bool]]:
    """The labels, and other texts, that ran together in one."""
    if known(key(text)):
        yield text, True
        return

    def is_told(name: Key) -> bool:
        return known(name) or name.full in headings

    start = at = 0
    while at < len(text):
        end = label_at(text, at, is_told)
        if not end:
            at += 1
            continue
        if other := text[start:at].strip():
            yield other, False
        yield text[at:end], key(text[at:end]).full not in headings
        start = at = end
    if other := text[start:].strip():
        yield other, False
