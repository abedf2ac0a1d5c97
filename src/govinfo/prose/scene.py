"""What the words so far say of the counts to come: whose they are, of when, and of what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from govinfo.prose.vocabulary import Word
from govinfo.prose.wordings import Label, Role
from govinfo.prose.words import Token
from govinfo.template.report import Report

_GOVERNED = re.compile(r"([省市县区州镇乡旗盟])(?:人民)?政府$|(街道)办事处$")
_ORGAN = re.compile(
    r"[局委办厅镇乡村院所站]|街道|部门|单位|中心|政府|社区|公司|机构|大队|支队|学校|系统"
)
_JOINING = ("与", "和", "同", "较", "比")
_TO = tuple("至到-—~～")
_OFFICES = ("我办", "本办")
LEVELS = tuple("省市县区州旗")
"""What a government's level is called, above those of towns."""


def level_of(agency: str | None) -> str:
    """The level of a government, as in 全区; `""` of an organ that is none."""
    governed = _GOVERNED.search(agency or "")
    return (governed[1] or governed[2]) if governed else ""


@define(slots=True)
class Scene:
    """The state of a paragraph while it is read.

    Attributes:
        report: Whose narrative it is.
        requests: Whether requests for information are spoken of.
        rows: The rows of section 3 that were counted last in the sentence.
        dispute: The groups of section 4 that are spoken of.
        cases: Whether these are surely cases over open information.
        document: The row of documents of section 2 that is spoken of.
        disclosed: Whether items disclosed are spoken of.
        scope: As `Claim.scope`.
        others: Whether the sentence speaks of other organs.
    """

    report: Report
    requests: bool = False
    rows: tuple[str, ...] = ()
    dispute: tuple[str, ...] = ()
    cases: bool = False
    document: str = ""
    disclosed: bool = False
    scope: str = ""
    others: bool = False
    _level: str = ""
    _year: bool = True
    _whole_year: bool = True
    _named_year: bool = False
    _since: bool = False
    _organ: bool = True
    _whole: bool = False
    _compared: bool = False
    _tainted: bool = field(default=False)

    def __attrs_post_init__(self) -> None:
        self._level = level_of(self.report.agency)

    @property
    def governs(self) -> bool:
        """Whether the organ is a government, whose table may count others' requests too."""
        return bool(self._level)

    @property
    def trusted(self) -> bool:
        """Whether a count here is the organ's own, of the whole year of the report."""
        time = self._year and self._whole_year and (self._named_year or not self._since)
        return time and self._organ and not self._compared and not self._tainted

    def see(self, token: Token, before: Token | None) -> None:
        """Take note of a word."""
        word = token.word
        if word is Word.LABEL:
            self._see_label(token.label)
        elif word is Word.REQUEST:
            self.requests, self.dispute, self.document = True, (), ""
        elif word in (Word.WHOLE, Word.OWN, Word.EVERY, Word.OTHER):
            self._see_organ(token)
        elif word in (Word.NEW, Word.RECEIVE):
            self._tainted = False
        elif word in (Word.FOREIGN, Word.ACT, Word.QUALIFIED):
            self.requests = self.requests and word is not Word.FOREIGN
            self._tainted = True
        else:
            self._see_time(token, before)

    def _see_time(self, token: Token, before: Token | None) -> None:
        preposition = before.text if before is not None else ""
        compared = preposition.endswith(_JOINING)
        match token.word:
            case Word.COMPARED:
                self._compared = True
            case Word.YEAR | Word.PAST if compared:
                self._compared = True
            case Word.YEAR if preposition.endswith(_TO):
                self._year = self._year and token.value == self.report.year
            case Word.YEAR:
                self._year = self._named_year = token.value == self.report.year
                self._whole_year = True
            case Word.THIS:
                self._year = self._whole_year = self._named_year = True
            case Word.PAST:
                self._year = False
            case Word.SPAN:
                self._whole_year = False
            case Word.SINCE:
                self._since = True
            case _:
                pass

    def _see_label(self, label: Label | None) -> None:
        if label is None:
            return
        if label.role is Role.DISPUTE:
            self.dispute, self.document = label.parts, ""
        elif label.role is Role.DOCUMENT:
            (self.document,), self.dispute, self.requests = label.parts, (), False
            self._tainted = False
        elif label.role is Role.DISCLOSED:
            self.disclosed = True

    def _see_organ(self, token: Token) -> None:
        word, text = token.word, token.text
        if word is Word.WHOLE:
            fits = text.removeprefix("全") == self._level
            self._organ = fits or (not self._level and not text.endswith(LEVELS))
            self._whole, self.scope, self._tainted = True, "whole", False
        elif word is Word.OWN:
            level = text.endswith(LEVELS) and len(text) == 2
            self._organ = not text.endswith("本级") and (
                text not in _OFFICES if self._level else not level or not self.report.agency
            )
            self.scope, self._tainted = "own", False
        elif word is Word.EVERY:
            self._organ = self._organ and self._whole
        elif _ORGAN.search(text):
            self._organ, self.scope = False, ""
        self.others = self.others or not self._organ

    def admits(self, token: Token, side: Sequence[Token]) -> bool:
        """Whether a word of publishing, or of a way, goes with what is counted."""
        roles = {one.label.role for one in side if one.label is not None}
        if token.word is Word.PUBLISH:
            return token.text == "公开" and bool(roles & {Role.CHANNEL, Role.DISCLOSED})
        return bool(roles & {Role.CHANNEL, Role.APPLICATION}) or token.text.startswith("等")

    def telling(self, words: Sequence[Token], labels: Sequence[Label]) -> bool:
        """Whether the labels of a sentence alone say that it speaks of requests."""
        named = [one for one in words if one.label is not None]
        roles = {one.label.role for one in named if one.label is not None}
        if roles - {Role.OUTCOME, Role.APPLICANT, Role.APPLICATION}:
            return False
        longest = max((len(one.text) for one in named), default=0)
        return bool(labels) and (len({one.text for one in named}) > 1 or longest >= 6)

    def doubt(self) -> None:
        """A count was not understood: what follows in the sentence may be a part of it."""
        self._tainted = True

    def end_clause(self, mark: str) -> None:
        """A comma, a bracket."""
        self._whole = False
        if mark not in "([":
            self._compared = False

    def end_sentence(self) -> None:
        """A full stop: only what is spoken of outlasts it, where it was surely the organ's own."""
        self.requests = self.requests and self.trusted
        self.rows, self.dispute, self.document, self.scope = (), (), "", ""
        self.others = False
        self.cases = self.disclosed = self._named_year = self._since = False
        self._year = self._whole_year = self._organ = True
        self._whole = self._compared = self._tainted = False
