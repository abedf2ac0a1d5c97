"""Claims: what a narrative says of the figures that the tables print.

A sentence becomes tokens (`words`), and each of its counts is judged in its clause: every word
there must be understood, and say whose count it is, of which year and of which organ. A wording
that may mean several figures (`受理` with or without those carried over) has several readings, and
holds if one of them does. What is not understood is no claim: a missed one costs less than a
false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from govinfo.checks.clauses import Clauses, Said
from govinfo.checks.readings import Readings, Sum
from govinfo.checks.scene import Scene
from govinfo.checks.words import Names, own_names, tokens
from govinfo.money import Money
from govinfo.template.narrative import TEXTS, Narrative
from govinfo.template.report import Report


@frozen(slots=True)
class Claim:
    """What a narrative says of a figure, true or not.

    Attributes:
        part: The narrative: `overview`, `problems`, `other_matters`, `preamble`, `extra[0]`.
        start: Where the claim begins in the narrative's text.
        end: Where it ends.
        value: What it says.
        paths: The fact, or the facts whose sum, it speaks of: of several readings the one that
            holds, otherwise the first.
        sentence: The sentence, or the clauses around the claim where it is long.
        scope: `whole` where it names the whole district or system, `own` where it names the
            organ, `""` where it names none.
        readings: Every sum of facts that it may speak of.
        none: Whether it says that there was nothing at all (未收到, 未发生).
        holds: Whether one of the readings fits; blank and doubtful cells deny nothing.
    """

    part: str
    start: int
    end: int
    value: int | Money
    paths: tuple[str, ...]
    sentence: str
    scope: str = ""
    readings: tuple[Sum, ...] = ()
    none: bool = False
    holds: bool = True


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
_ENDS = tuple("。；：！？!?;:”）)】]")


def claims(report: Report) -> tuple[Claim, ...]:
    """Every claim of the narratives that can be linked to facts, true or not, in their order."""
    readings = Readings(report)
    names = own_names(report.agency)
    return tuple(
        claim
        for part, narrative in _narratives(report)
        for claim in _claims_in(part, _unwrapped(narrative.text), readings, names)
    )


def _claims_in(part: str, text: str, readings: Readings, names: Names) -> Iterator[Claim]:
    """The claims of a narrative's text."""
    report = readings.report
    scene, last = Scene(report), 0
    for match in _SENTENCE.finditer(text):
        if "\n" in text[last : match.start()]:
            scene = Scene(report)
        last = match.end()
        sentence = match[0]
        if len(sentence) > _SPOKEN:
            continue
        if _TOPICS.search(sentence) and _WORTH.search(sentence):
            told = tokens(sentence, match.start(), names)
            said = list(Clauses(told, scene, readings).said())
            # 区政府受理 21 beside 各镇街受理 12: the government's own is not the whole.
            parts = scene.others and scene.governs
            quoted = "".join(sentence.split()) if len(sentence) <= _LONGEST else ""
            for one in said:
                claim = _claim(part, one, quoted or _quoted(text, one.start, one.end), readings)
                if claim.holds or claim.scope != "own" or not parts:
                    yield claim
        elif "申请" in sentence:
            scene.requests = True
        scene.end_sentence()


def _claim(part: str, said: Said, sentence: str, readings: Readings) -> Claim:
    holding = next((one for one in said.sums if readings.holds(one, said.value)), None)
    return Claim(
        part,
        said.start,
        said.end,
        said.value,
        said.sums[0] if holding is None else holding,
        sentence,
        said.scope,
        said.sums,
        said.none,
        holding is not None,
    )


def _unwrapped(text: str) -> str:
    """The text, of the same length, with lines joined that end within a sentence."""
    lines = text.split("\n")
    ends = ["\n" if len(line) < _FULL or line.endswith(_ENDS) else " " for line in lines]
    return "".join(map("".join, zip(lines, [*ends[:-1], ""], strict=True)))


def _narratives(report: Report) -> Iterator[tuple[str, Narrative]]:
    named = (
        *((part, getattr(report, part)) for part in TEXTS),
        *((f"extra[{number}]", narrative) for number, narrative in enumerate(report.extra)),
    )
    return ((part, narrative) for part, narrative in named if narrative is not None)


def _quoted(text: str, start: int, end: int) -> str:
    """The words around a claim: its sentence, or so many whole clauses of it as are readable."""
    for marks in ("。！？!?\n；;", "。！？!?\n；;，,"):
        first = max(text.rfind(mark, 0, start) for mark in marks) + 1
        last = min((at for mark in marks if (at := text.find(mark, end)) >= 0), default=len(text))
        quoted = "".join(text[first:last].split())
        if len(quoted) <= _LONGEST:
            return quoted
    return "".join(text[max(start - _LONGEST // 2, 0) : end].split())
