"""Of whom and of when a sentence speaks: what it counts must be the organ's own, of the year."""

from __future__ import annotations

import re

from attrs import define, field

from govinfo.prose.scene import LEVELS, level_of
from govinfo.prose.words import Names, own_names
from govinfo.template.report import Report

_TIME = re.compile(
    r"(?P<years>(?:19|20)\d\d年?[-—~～至到](?:19|20)\d\d年)"
    r"|(?P<whole>1月?(?:1日)?[-—~～至到](?:20\d\d年)?12月(?:31日|底)?)"
    r"|(?P<until>截[至止]到?(?P<end>20\d\d)?年?(?:12月(?:31日|底)|[年]?[底末]))"
    r"|(?P<joined>[比较与同])?(?:(?P<year>(?:19|20)\d\d)年(?:以来)?"
    r"|(?P<past>去年|上年|上一年|往年|前年|历年|近年))"
    r"|(?P<this>(?:今年|本年度?|当年)(?:以来)?|一年来|报告期)"
    r"|(?P<full>全年|年内)"
    r"|(?P<span>[上下]半年|季度|\d{1,2}月|每[年月日季周个家人件镇乡村]|[日月年人周]均|平均|以来|年来|年间|至今|迄今"
    r"|任期|(?<!报告)期间|(?<!\d)\d{1,2}年|[两三四五六七八九十]年共)"
    r"|(?P<since>累计|截[至止]目前|目前)"
    r"|(?P<plan>下一步|下阶段|今后|明年|下一年|计划|力争|争取|预计|至少|不少于|不低于|拟[举开召组]|确保|要(?:进一步|继续|加强|组织|开展|举办)"
    r"|将(?:组织|开展|举办|召开|继续|进一步|加强|加大|不断|持续|着力|重点|力争|通过|采取|按))"
    r"|(?P<among>其中|包括)|(?P<anew>[;；])"
)
_YEARS = re.compile(r"\d年|去年|上年|上一年|往年|前年|历年|近年|今年|本年|当年|一年来|报告期")
"""What sentences that say nothing of years lack."""
_AHEAD = re.compile(r"下一步|下阶段|下一阶段|今后一|改进措施|改进方向|整改措施")
_CLAUSE = re.compile(r"[，,；;：:。()（）]|^")
_LEADING = re.compile(
    r"(?:其中|此外|另外|另|同时|今年|本年度?|全年|目前|现|20\d\d年度?|[一二三四五六七八九十]是|[、和])*"
)
_OWN = re.compile(
    r"[我本](?:局|委|办|厅|院|中心|单位|部门|机关|镇|乡|街道|市|区|县|省|州|旗|处|站|队|所|会)"
)
_WHOLE = re.compile(r"全([市区县省州镇乡盟旗局委厅院]|街道|系统)")
_VERBS = (
    "公开|发布|收到|办理|召开|组织|举办|开展|加强|印发|按|制作|编印|制定|完成|答复|受理|承办|推送|更新"
    "|设立|设置|配备|回应"
)
_NAME = rf"(?:(?!{_VERBS})[^，。；：、()通在利用以由对为向被将各]){{0,10}}?"
_FOREIGN = re.compile(
    rf"各?(?:{_NAME}(?:局|委|厅|院|镇|乡|街道|镇街|部门|单位|公司|大队|支队|系统|学校|办事处)(?!办公室|长)"
    rf"|{_NAME}[省市县区镇乡]政府(?!网|门户|官|信息|公报|办公室|系统))"
)
_BARE = re.compile(r"[省市区县]?(?:局|委|厅|院|镇|乡|街道)$")
_ENDS = re.compile(r"[^，。；：、通在过利用以由]{2,10}(?:局|委|厅|镇|乡|街道)$")
_SOME = re.compile(r"(?:单位|部门|学校|医院|企业|公司)$")
_OFFICE = re.compile(r"(?:[省市县区州旗盟](?:人民)?政府)?办公[室厅]")
"""The office of a government, whose own figures are not the government's."""
_CHANGED = re.compile(r"同比|环比|相比|(?:较|比)(?:上|去|前|20)|(?<!新)(?:增加|减少|增|减|多|少)$")


@define(slots=True)
class Setting:
    """What is known so far of the figures to come; one for a narrative.

    Attributes:
        part: The narrative's name.
        ahead: Whether the text has come to what is to be done next.
        scope: As `Claim.scope`.
        among: Whether what was counted is told in parts now.
    """

    part: str
    ahead: bool = False
    scope: str = ""
    among: bool = False
    _names: Names = field(factory=dict)
    _level: str = ""
    _year: int | None = None
    _seen: int = 0
    _clause: int = -1
    _of_year: bool = True
    _named: bool = False
    _span: bool = False
    _since: bool = False
    _plan: bool = False
    _foreign: bool = False

    @classmethod
    def of(cls, report: Report, part: str) -> Setting:
        """The setting at the beginning of a narrative."""
        names, level = own_names(report.agency), level_of(report.agency)
        return cls(part, names=names, level=level, year=report.year)

    def end_paragraph(self) -> None:
        """What is to be done next is told to the end of a paragraph, of problems to their end.

        So is what is told of another year, unless a year is named anew.
        """
        self.ahead = self.ahead and self.part == "problems"
        self._of_year = True

    def begin(self, text: str) -> None:
        """A sentence begins."""
        self.ahead = self.ahead or _AHEAD.search(text) is not None
        self.scope, self.among = "", False
        self._seen, self._clause = 0, -1
        self._named = False
        self._span = self._since = self._plan = self._foreign = False

    def pass_by(self, text: str) -> None:
        """Take note of a sentence without figures: of the years that it names."""
        if _YEARS.search(text):
            for mark in _TIME.finditer(text):
                self._see_time(mark)

    def see(self, text: str, end: int) -> None:
        """Take note of the sentence's words up to a place."""
        for mark in _TIME.finditer(text, self._seen, end):
            self._see_time(mark)
        for edge in _CLAUSE.finditer(text, self._seen, end):
            if edge.end() > self._clause:
                self._clause = edge.end()
                self._see_subject(text, edge.end(), end)
        self._seen = end

    def trusted(self, *, stock: bool, told: bool) -> bool:
        """Whether a figure here is the organ's own, of the year.

        Args:
            stock: Whether it is what there is at the time.
            told: Whether the sentence has given a figure of the year before.
        """
        if self.ahead or self._plan or self._foreign or not self._of_year:
            return False
        if stock:
            return True
        return not self._span and (not self._since or self._named or told)

    def is_spoiled(self, before: str) -> bool:
        """Whether what stands before a measure's words in their clause makes them another's."""
        organ = _ENDS.search(before)
        other = organ is not None and not self._names_own(organ[0])
        some = not self.scope and _SOME.search(before) is not None
        return other or some or _CHANGED.search(before) is not None

    def _see_time(self, mark: re.Match[str]) -> None:
        match mark.lastgroup:
            case "until" | "end" | "year" | "past":
                self._see_year(mark)
            case "this":
                self._of_year, self._named, self._span = True, True, False
            case "full":
                self._named, self._span = True, False
            case "span" | "years":
                self._span = True
            case "since":
                self._since = True
            case "plan":
                self._plan = True
            case "among":
                self.among = True
            case "anew":
                self.among = False
            case _:
                pass

    def _see_year(self, mark: re.Match[str]) -> None:
        if mark["joined"] is not None:
            return  # 较2022年, 与去年: what is counted is not of that year.
        if mark["past"] is not None:
            self._of_year = False
        elif mark["end"] is not None:
            self._of_year = int(mark["end"]) == self._year
        elif mark["year"] is not None:
            self._of_year = self._named = int(mark["year"]) == self._year
            self._span = False

    def _see_subject(self, text: str, at: int, end: int) -> None:
        leading = _LEADING.match(text, at, end)
        at = at if leading is None else leading.end()
        whole = _WHOLE.match(text, at, end)
        if whole is not None:
            fits = whole[1] == self._level or (not self._level and whole[1] not in LEVELS)
            self._foreign, self.scope = not fits, "whole" if fits else ""
        elif self._level in LEVELS and _OFFICE.match(text, at, end):
            self._foreign, self.scope = True, ""
        elif _OWN.match(text, at, end) or self._is_own(text, at):
            self._foreign, self.scope = False, "own"
        elif (organ := _FOREIGN.match(text, at, end)) and not _BARE.fullmatch(organ[0]):
            self._foreign, self.scope = True, ""

    def _names_own(self, text: str) -> bool:
        """Whether a text is the organ's name, or a bare 局: 今年我局, but not 市水务局."""
        leading = _LEADING.match(text)
        name = text if leading is None else text[leading.end() :]
        own = _OWN.fullmatch(name) is not None or name in self._names.get(name[:1], ())
        return own or _BARE.fullmatch(name) is not None

    def _is_own(self, text: str, at: int) -> bool:
        return any(text.startswith(name, at) for name in self._names.get(text[at : at + 1], ()))
