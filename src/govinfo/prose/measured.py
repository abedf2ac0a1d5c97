"""What a narrative says by the words of the measures: each figure that surely is one of them.

A figure is a measure's where the measure's words stand right before it, and nothing in the
sentence says that it is another year's, another organ's, planned, or a part. What is not
understood is left out: a figure missed costs less than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import define, field, frozen

from govinfo.prose.measures import Measure
from govinfo.prose.setting import Setting
from govinfo.prose.words import BLANKS, chinese_number, compact
from govinfo.template.title import CHINESE_DIGITS

FILL = (
    r"(?:总计|合计|共计|累计|总共|一共|共有|共|约为|约|达到|已达|达"
    r"|”|均|都|为|是|有|了|各类|全年|已|总数)"
)
"""What may stand between a measure's words and the figure."""
_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_MOST = 10**15
"""What no figure comes near to: beyond it stands something else."""
_DROPPED = BLANKS | frozenset("\"'‘’")
_TAKEN = re.compile(r"被|获|参加|参训|接受|进行")
"""What follows a figure that is of some only: 信息公开人员3人被评为先进."""
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CHINESE_YEAR = re.compile(r"二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_TITLE = re.compile(r"《[^《》]*+》")
_DIGIT = re.compile(r"\d")
_EDGES = "，,；;：:。()（）"
_AND = "、和与及"
_LONGEST = 80
"""Letters before a figure in which its words are looked for."""
_CLAUSE = 200
"""Letters before these in which is looked for what makes them another's."""


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
    never: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@frozen(slots=True)
class _Counted:
    """The measures that a unit counts.

    Attributes:
        words: Each.
        before: What stands before the figure of one of them: most figures are none's.
        after: Whether one may be told by what stands behind.
    """

    words: tuple[_Words, ...]
    before: re.Pattern[str]
    after: bool


@frozen(slots=True)
class Vocabulary:
    """All measures, ready to be looked for.

    Attributes:
        by_unit: The measures that a unit counts.
        figure: A number with one of the units.
        hint: What a sentence lacks that has none.
    """

    by_unit: dict[str, _Counted]
    figure: re.Pattern[str]
    hint: re.Pattern[str]


@lru_cache(maxsize=8)
def vocabulary(measures: tuple[Measure, ...]) -> Vocabulary:
    """What measures are looked for by."""
    by_unit: dict[str, list[_Words]] = {}
    for one in measures:
        others = (one.after, one.near, one.never, one.unless)
        words = _Words(
            one,
            _ending(one.words),
            _ending(one.again) if one.again else None,
            *(re.compile(text) if text else None for text in others),
        )
        for unit in one.units.split():
            by_unit.setdefault(unit, []).append(words)
    units = "|".join(sorted(map(re.escape, by_unit), key=len, reverse=True))
    figure = re.compile(
        r"(?<![\d.,\-—~～至第每某])(?P<about>近|约|超过|超|逾|突破|接近|大约)?"
        r"(?P<number>\d{1,3}(?:,\d{3}){1,3}(?![\d,])|\d{1,10}(?:\.\d{1,4})?(?!\d)|(?<![几数])[零一二三四五六七八九十百千两]{1,7})"
        rf"(?P<more>余|多)?(?P<scale>[百千]?[万亿]|[百千])?(?P<odd>余|多)?(?P<unit>{units})"
        r"(?P<bound>以上|以下|以内|左右|/)?"
    )
    hint = re.compile(rf"[0-9０-９]|[零一二三四五六七八九十百千万亿两余多]\s*(?:{units})")
    return Vocabulary({unit: _counted(words) for unit, words in by_unit.items()}, figure, hint)


def _ending(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{words}){FILL}*$")


def _counted(words: Sequence[_Words]) -> _Counted:
    texts = [text for one in words for text in (one.measure.words, one.measure.again) if text]
    after = any(one.after is not None for one in words)
    return _Counted(tuple(words), _ending("|".join(f"(?:{text})" for text in texts)), after)


def measured(sentence: str, start: int, known: Vocabulary, setting: Setting) -> Iterator[Measured]:
    """The figures of a sentence that are measures.

    Args:
        sentence: The sentence.
        start: Its place in the narrative's text.
        known: The measures.
        setting: What earlier sentences say of later ones.
    """
    if known.hint.search(sentence) is None:
        setting.begin(sentence)
        setting.pass_by(sentence)
        return
    text, places = compact(sentence, start, _DROPPED)
    # What a title names is not told of the year: 《2022年政务公开工作要点》.
    text = _TITLE.sub(lambda title: _DIGIT.sub("□", title[0]), text)
    text = _CHINESE_YEAR.sub(lambda year: year[0].translate(CHINESE_DIGITS), text)
    setting.begin(text)
    if known.figure.search(text) is None:
        setting.pass_by(text)
        return
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
    clause: int = 0
    """Where the clause begins."""
    _stands: dict[re.Pattern[str], list[int]] = field(factory=dict)

    def run(self) -> Iterator[Measured]:
        for match in self.known.figure.finditer(self.text):
            self.setting.see(self.text, match.start())
            edges = (self.text.rfind(edge, self.last, match.start()) for edge in _EDGES)
            self.clause = max(self.clause, *(edge + 1 for edge in edges))
            value = _value(match)
            if value is not None and not self._is_of_some(match):
                found = list(self._at(match, value))
                yield from found
                self.family = found[0].measure.family if found else ""
                self.told = self.told or bool(found)
            self.last = match.end()
        self.setting.see(self.text, len(self.text))

    def _is_of_some(self, match: re.Match[str]) -> bool:
        """Whether what follows says that the figure is a bound, or some of what is named."""
        bound = match["bound"] in ("以上", "以下", "以内", "/")
        # 政策解读一个专栏
        goes_on = match["unit"] == "个" and _HAN.match(self.text, match.end()) is not None
        return bound or goes_on or _TAKEN.match(self.text, match.end()) is not None

    def _at(self, match: re.Match[str], value: int | Decimal) -> Iterator[Measured]:
        counted, left = self.known.by_unit[match["unit"]], self._left(match.start())
        before = self.text[left : match.start()]
        if not counted.after and not counted.before.search(before):
            return
        found = [
            (begins, words.measure)
            for words in counted.words
            if (begins := self._begins(words, left, match)) is not None
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

    def _left(self, at: int) -> int:
        """From where on the words of a figure are looked for."""
        return max(self.clause, self.last, at - _LONGEST)

    def _begins(self, words: _Words, left: int, match: re.Match[str]) -> int | None:
        """Where the words begin that make the figure the measure's."""
        measure, at = words.measure, match.start()
        if not self.setting.trusted(stock=measure.stock, told=self.told):
            return None
        if not measure.among and self.setting.among:
            return None
        begins = self._before(words, left, at)
        if begins is None and words.after is not None and words.after.match(self.text, match.end()):
            begins = at
        if begins is None or not self._is_near(words, at) or not self._is_free(words, begins):
            return None
        return begins

    def _before(self, words: _Words, left: int, at: int) -> int | None:
        patterns = [words.before]
        if words.again is not None and words.measure.family == self.family:
            patterns.append(words.again)
        before = self.text[left:at]
        found = [one.start() for pattern in patterns if (one := pattern.search(before))]
        return left + min(found) if found else None

    def _is_near(self, words: _Words, at: int) -> bool:
        """Whether the sentence before the figure has what it must have, and nothing it must not."""
        since = 0
        if words.near is not None:
            since = self._last(words.near, at)
            if not since:
                return False
        return words.never is None or self._last(words.never, at) <= since

    def _last(self, pattern: re.Pattern[str], at: int) -> int:
        """Where the last match before a place ends; 0 where there is none."""
        stands = self._stands.get(pattern)
        if stands is None:
            stands = [0, *(match.end() for match in pattern.finditer(self.text))]
            self._stands[pattern] = stands
        return stands[bisect_right(stands, at) - 1]

    def _is_free(self, words: _Words, begins: int) -> bool:
        """Whether nothing before the words in their clause makes the figure another one."""
        before = self.text[max(self.clause, begins - _CLAUSE) : begins]
        if words.unless is not None and words.unless.search(before):
            return False
        joined = before[-1:] in _AND and before and begins - 1 > max(self.clause, self.last)
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
    return int(number) if number == int(number) and number < _MOST else None
