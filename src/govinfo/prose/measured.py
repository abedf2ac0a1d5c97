"""What a narrative says by the words of the measures: each figure that surely is one of them.

A figure is a measure's where the measure's words stand right before it, and nothing in the
sentence says that it is another year's, another organ's, planned, or a part. What is not
understood is left out: a figure missed costs less than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import define, frozen

from govinfo.prose.measures import Measure
from govinfo.prose.setting import Setting
from govinfo.prose.words import BLANKS, chinese_number, compact

FILL = (
    r"(?:总计|合计|共计|累计|总共|一共|共有|共|约为|约|达到|已达|达"
    r"|均|都|为|是|有|了|各类|全年|已|总数)"
)
"""What may stand between a measure's words and the figure."""
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_DROPPED = BLANKS | frozenset("\"'‘’")
_TITLE = re.compile(r"《[^》]*》")
_DIGIT = re.compile(r"\d")
_EDGES = "，,；;：:。()（）"
_AND = "、和与及"
_LONGEST = 80
"""Letters before a figure in which its words are looked for."""


@frozen(slots=True)
class Measured:
    """A figure of a sentence that is a measure's.

    Attributes:
        measure: The measure.
        value: What is said.
        unit: The unit printed.
        start: Where the words begin in the narrative's text.
        end: Where the figure ends.
        figure: Where the figure begins.
        approximate: As `Claim.approximate`.
        scope: As `Claim.scope`.
    """

    measure: Measure
    value: int | Decimal
    unit: str
    start: int
    end: int
    figure: int
    approximate: bool
    scope: str


@frozen(slots=True)
class _Words:
    """A measure's patterns, compiled."""

    measure: Measure
    before: re.Pattern[str]
    again: re.Pattern[str] | None
    after: re.Pattern[str] | None
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@frozen(slots=True)
class Vocabulary:
    """All measures, ready to be looked for.

    Attributes:
        by_unit: The measures that a unit counts.
        figure: A number with one of the units.
    """

    by_unit: dict[str, tuple[_Words, ...]]
    figure: re.Pattern[str]


@lru_cache(maxsize=8)
def vocabulary(measures: tuple[Measure, ...]) -> Vocabulary:
    """What measures are looked for by."""
    by_unit: dict[str, tuple[_Words, ...]] = {}
    for one in measures:
        words = _Words(
            one,
            re.compile(f"(?:{one.words}){FILL}*$"),
            re.compile(f"(?:{one.again}){FILL}*$") if one.again else None,
            *(re.compile(text) if text else None for text in (one.after, one.near, one.unless)),
        )
        for unit in one.units.split():
            by_unit[unit] = (*by_unit.get(unit, ()), words)
    units = "|".join(sorted(map(re.escape, by_unit), key=len, reverse=True))
    figure = re.compile(
        r"(?<![\d.,\-—~～至第每某])(?P<about>近|约|超过|超|逾|突破|接近|大约)?"
        r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[零一二三四五六七八九十百千两]{1,7})"
        rf"(?P<more>余|多)?(?P<scale>[百千]?[万亿]|[百千])?(?P<odd>余|多)?(?P<unit>{units})"
        r"(?P<bound>以上|以下|以内|左右|/)?"
    )
    return Vocabulary(by_unit, figure)


def measured(sentence: str, start: int, known: Vocabulary, setting: Setting) -> Iterator[Measured]:
    """The figures of a sentence that are measures.

    Args:
        sentence: The sentence.
        start: Its place in the narrative's text.
        known: The measures.
        setting: What earlier sentences say of later ones.
    """
    text, places = compact(sentence, start, _DROPPED)
    # What a title names is not told of the year: 《2022年政务公开工作要点》.
    text = _TITLE.sub(lambda title: _DIGIT.sub("□", title[0]), text)
    setting.begin(text)
    found = list(_Walk(text, places, setting, known).run())
    values: dict[str, set[int | Decimal]] = {}
    for one in found:
        values.setdefault(one.measure.path, set()).add(one.value)
    # Two values are those of two parts: 省人大代表建议3件、市人大代表建议8件.
    yield from (one for one in found if len(values[one.measure.path]) == 1)


@define(slots=True)
class _Walk:
    """One sentence, figure by figure."""

    text: str
    places: Sequence[int]
    setting: Setting
    known: Vocabulary
    told: bool = False
    """Whether a figure of the sentence was a measure's."""
    family: str = ""
    """The family of the figure before; `""` where it was no measure's."""
    last: int = 0
    """Where the figure before ends."""

    def run(self) -> Iterator[Measured]:
        for match in self.known.figure.finditer(self.text):
            self.setting.see(self.text, match.start())
            value = _value(match)
            if value is not None and match["bound"] not in ("以上", "以下", "以内", "/"):
                found = list(self._at(match, value))
                yield from found
                self.family = found[0].measure.family if found else ""
                self.told = self.told or bool(found)
            self.last = match.end()

    def _at(self, match: re.Match[str], value: int | Decimal) -> Iterator[Measured]:
        clause = max(self.text.rfind(edge, 0, match.start()) for edge in _EDGES) + 1
        found = [
            (begins, words.measure)
            for words in self.known.by_unit[match["unit"]]
            if (begins := self._begins(words, clause, match)) is not None
        ]
        if not found:
            return
        longest = min(begins for begins, _ in found)
        for begins, measure in found:
            if begins == longest or match["unit"] == "%":
                yield Measured(
                    measure,
                    value,
                    match["unit"],
                    self.places[min(begins, match.start())],
                    self.places[match.end() - 1] + 1,
                    self.places[match.start()],
                    any(match[name] for name in ("about", "more", "odd"))
                    or match["bound"] == "左右",
                    self.setting.scope,
                )

    def _begins(self, words: _Words, clause: int, match: re.Match[str]) -> int | None:
        """Where the words begin that make the figure the measure's."""
        measure, at = words.measure, match.start()
        if not self.setting.trusted(stock=measure.stock, told=self.told):
            return None
        if words.near is not None and not words.near.search(self.text, 0, at):
            return None
        if not measure.among and self.setting.among:
            return None
        left = max(clause, self.last, at - _LONGEST)
        begins = self._before(words, left, at)
        if begins is None:
            behind = words.after is not None and words.after.match(self.text, match.end())
            return at if behind and self._is_free(words, clause, at) else None
        return begins if self._is_free(words, clause, begins) else None

    def _before(self, words: _Words, left: int, at: int) -> int | None:
        patterns = [words.before]
        if words.again is not None and words.measure.family == self.family:
            patterns.append(words.again)
        before = self.text[left:at]
        found = [one.start() for pattern in patterns if (one := pattern.search(before))]
        return left + min(found) if found else None

    def _is_free(self, words: _Words, clause: int, begins: int) -> bool:
        """Whether nothing before the words in their clause makes the figure another one."""
        before = self.text[clause:begins]
        if words.unless is not None and words.unless.search(before):
            return False
        joined = before[-1:] in _AND and before and begins - 1 > max(clause, self.last)
        if joined and words.measure.units != "%":
            return False
        return not self.setting.is_spoiled(before)


def _value(match: re.Match[str]) -> int | Decimal | None:
    """The number; `None` where it is no whole one, unless it is a rate."""
    digits = match["number"]
    if digits[0].isdecimal():
        number = Decimal(digits.replace(",", ""))
    else:
        counted = chinese_number(digits)
        if counted is None:
            return None
        number = Decimal(counted)
    for scale in match["scale"] or "":
        number *= _SCALES[scale]
    if match["unit"] == "%":
        return number
    return int(number) if number == int(number) else None
