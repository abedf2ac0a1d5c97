"""Claims: what a narrative says of the figures that the tables print.

A sentence becomes tokens (`words`), and each of its counts is judged in its clause: every word
there must be understood, and say whose count it is, of which year and of which organ. A wording
that may mean several figures (`受理` with or without those carried over) has several readings, and
holds if one of them does. What is not understood is no claim: a missed one costs less than a
false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govinfo.grammar.variants import simplified
from govinfo.money import Money
from govinfo.prose.clauses import Clauses, Said
from govinfo.prose.measured import Vocabulary, measured, vocabulary
from govinfo.prose.measures import Measure, measures
from govinfo.prose.readings import Readings
from govinfo.prose.scene import Scene
from govinfo.prose.setting import Setting
from govinfo.prose.words import Names, own_names, tokens
from govinfo.template.claim import Claim
from govinfo.template.report import Report, narratives

_SENTENCE = re.compile(r"[^。！!？?\n]+")
_WORTH = re.compile(
    r"[0-9０-９]\s*(?:[件起宗例条份元]|[千百]?[万亿千]元)|[一二三四五六七八九十百千两零〇][件起宗例份](?!事)"
    r"|(?:未|没|无|零)[^，,。；;]{0,40}(?:申请|复议|诉讼)"
)
_TOPICS = re.compile(
    r"申请|信息|复议|诉讼|公开|规范性文件|规章|行政许可|行政处罚|行政强制|收费|费用|结转|处理"
)
_LONGEST = 80
"""Characters that are quoted of a sentence at most."""
_SPOKEN = 3_000
"""Characters of the longest sentence that is one; what has no full stop for longer is a list."""
_FULL = 20
"""Characters from which a line that does not end a sentence is taken to go on in the next."""
_COUNTERS = "件起宗例条份"
_ENDS = tuple("。；：！？!?;:”）)】]")


def claims(report: Report, sought: Sequence[Measure] | None = None) -> tuple[Claim, ...]:
    """Every figure of the narratives that is linked to facts or to a measure, in their order.

    Args:
        report: The report.
        sought: The measures; by default all that there are.
    """
    sought = tuple(measures().values()) if sought is None else tuple(sought)
    order = {part: at for at, (part, _) in enumerate(narratives(report))}
    found = (*linked(report), *told(report, sought))
    return tuple(sorted(found, key=lambda claim: (order[claim.part], claim.start, claim.end)))


def linked(report: Report) -> tuple[Claim, ...]:
    """Every claim of the narratives that can be linked to facts, true or not."""
    readings = Readings(report)
    names = own_names(report.agency)
    return tuple(
        claim
        for part, narrative in narratives(report)
        for claim in _claims_in(part, narrative.text, readings, names)
    )


def told(report: Report, sought: tuple[Measure, ...]) -> tuple[Claim, ...]:
    """Every figure of the narratives that is one of some measures'."""
    known = vocabulary(sought)
    return tuple(
        claim
        for part, narrative in narratives(report)
        for claim in _told_in(part, narrative.text, known, Setting.of(report, part))
    )


def _told_in(part: str, text: str, known: Vocabulary, setting: Setting) -> Iterator[Claim]:
    last = 0
    for sentence, start in _sentences(text):
        if "\n" in text[last:start]:
            setting.end_paragraph()
        last = start + len(sentence)
        for one in measured(sentence, start, known, setting):
            yield Claim(
                (one.measure.path,),
                one.measure.label.zh,
                one.value,
                one.unit,
                "".join(text[one.figure : one.end].split()),
                part,
                one.start,
                one.end,
                _quoted(text, start, len(sentence), one.start, one.end),
                approximate=one.approximate,
                scope=one.scope,
            )


def _claims_in(part: str, text: str, readings: Readings, names: Names) -> Iterator[Claim]:
    """The claims of a narrative's text."""
    report = readings.report
    scene, last = Scene(report), 0
    for sentence, start in _sentences(text):
        if "\n" in text[last:start]:
            scene = Scene(report)
        last = start + len(sentence)
        if _TOPICS.search(sentence) and _WORTH.search(sentence):
            said = list(Clauses(tokens(sentence, start, names), scene, readings).said())
            # 区政府受理 21 beside 各镇街受理 12: the government's own is not the whole.
            parts = scene.others and scene.governs
            for one in said:
                quoted = _quoted(text, start, len(sentence), one.start, one.end)
                claim = _claim(part, text, one, quoted, readings)
                if claim.agrees is not False or claim.scope != "own" or not parts:
                    yield claim
        elif "申请" in sentence:
            scene.requests = True
        scene.end_sentence()


def _sentences(text: str) -> Iterator[tuple[str, int]]:
    """The sentences of a text, simplified, and their places; what has no end for long is none."""
    for match in _SENTENCE.finditer(simplified(_unwrapped(text))):
        if len(match[0]) <= _SPOKEN:
            yield match[0], match.start()


def _claim(part: str, text: str, said: Said, sentence: str, readings: Readings) -> Claim:
    judged = {one: readings.agrees(one, said.value) for one in said.sums}
    # A reading that fits before one whose cells are blank, that before one that is denied.
    chosen = min(judged, key=lambda one: (judged[one] is False, judged[one] is None))
    words = "".join(text[said.start : said.end].split())
    return Claim(
        chosen,
        " + ".join(readings.report.facts[path].label for path in chosen),
        said.value,
        said.value.unit or "" if isinstance(said.value, Money) else _unit(simplified(words)),
        words,
        part,
        said.start,
        said.end,
        sentence,
        judged[chosen],
        scope=said.scope,
        none=said.none,
        readings=said.sums,
    )


def _unit(words: str) -> str:
    """The unit at the end of a count; `""` of what says that there is none."""
    return words[-1] if words[-1] in _COUNTERS else ""


def _unwrapped(text: str) -> str:
    """The text, of the same length, with lines joined that end within a sentence."""
    lines = text.split("\n")
    ends = ["\n" if len(line) < _FULL or line.endswith(_ENDS) else " " for line in lines]
    return "".join(map("".join, zip(lines, [*ends[:-1], ""], strict=True)))


def _quoted(text: str, at: int, length: int, start: int, end: int) -> str:
    """The words around a claim: its sentence, or so many whole clauses of it as are readable."""
    if length <= _LONGEST:
        return "".join(text[at : at + length].split())
    for marks in ("；;", "；;，,"):
        first = max(at - 1, *(text.rfind(mark, at, start) for mark in marks)) + 1
        ends = (text.find(mark, end, at + length) for mark in marks)
        last = min((place for place in ends if place >= 0), default=at + length)
        quoted = "".join(text[first:last].split())
        if len(quoted) <= _LONGEST:
            return quoted
    return "".join(text[max(start - _LONGEST // 2, 0) : end].split())
