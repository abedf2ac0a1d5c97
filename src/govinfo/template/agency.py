"""The organ whose report it is, where the title names none.

Evidence from the surest to the least sure, each alone: who signs the report, whom its sentences
name as the one that publishes it, or that drew it up, who published the document, and of whom the
first sentence on the year tells. Where one kind of evidence names several organs, it names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from govinfo.grammar.labels import folded, plain
from govinfo.template.dates import find_date, signer_of
from govinfo.template.title import Title, is_agency, is_form, speaks_of_itself, title_at

_PUBLISHERS = (
    *("发布机构", "发布单位", "发布机关", "制发机关", "公开机构", "公开主体"),
    *("发文机关", "发文机构", "发文单位"),
)
"""How pages name the publisher of a document, the surest first."""
_REPORT = r"[^,。;:《》、]{6,50}?(?:报告|年报)"
_PUBLISHED = re.compile(
    r"(?:公布|发布|编制|形成|制作|完成|[现特]公开|社会公开|予以公开|[现特]将|现把)"
    r"(?:并?(?:向?社会)?(?:公布|发布|公开|印发|形成|完成)){0,2}+了?《?"
    rf"({_REPORT})(?!格式|编制|有关|的?通[知报])"
)
"""A report, as a sentence names it that says who published it."""
_BEGUN = re.compile(
    rf"^({_REPORT})(?=是?(?:根据|按照|依据|依照))|(?:^|[,。])《({_REPORT})》(?=已[^。]{{0,20}}予(?:以)?公)"
)
"""A report, as the line names it that begins with it, or a sentence that says it is published."""
_DRAWN_UP = re.compile(
    r"(?:(?:[由是]|(?:^|。)(?=[^。]{,200}编制了?本))(?P<by>[^,。;:《》()由是根按]{4,30}?)"
    r"(?:根据|按照|依据|依照|围绕|结合)[^。;]{0,160}?"
    r"|(?:^|[,。;由])(?P<organ>[^,。;:《》()由根按]{4,30}?))"
    r"(?:编制|制作(?=本(?:年?度?报告|年报)))(?:了|的|而成|完成)?"
    r"(?=[,。]|$|本|并|(?:19|20)\d\d年|《)(?![^。]{0,40}(?:格式|指南|模板|要点))"
)
"""The organ that a sentence says to have drawn up a report, of itself or by what it names first."""
_IN_THE_YEAR = re.compile(
    r"(?:^|。)(?:\(?[一二三四五六七八九十\d]{1,2}[)、.])?"
    r"(?:(?:19|20)\d\d年(?:度|以?来)?|过去的?一年来?|一年来|今年(?:以来)?|本年度),"
)
"""How a sentence begins that tells what was done in the year."""
_DID = re.compile(
    r"([^,。;:《》()\d、的]{2,28}?"
    r"(?:政府|[局办厅院部处站所镇乡馆社]|(?:委员|联合|合作|协|学)会|委(?!员)|办公室|中心|街道|苏木|公司|银行))"
    r"(?=[在认严坚紧围贯按根高深积全切以共主始持进收未通把将立扎落加结继依受没无及充牢着大召成推本遵强稳])"
    r"(?![^。]*(?:我|本[局委厅办院处所站馆乡镇街部单机]))"
)
"""The organ of which a sentence tells, by how predicates begin; of another, 我局 would be told."""
_ITSELF = re.compile(r"[我本]([局委厅办院处所站馆])|[我本]([乡镇街县市区省旗])")
"""What an organ calls itself by: 我局, 本委; or what it is of: 我县, as its bureaus do, too."""
_OWN_PLACES = frozenset("乡镇街")
"""Places of which hardly an organ but the government reports."""
_NEAR = 150
"""Characters before and after, within the sentence, that tell what was drawn up."""
_FOR_OTHERS = re.compile(
    r"(?<!外事)办公[室厅]$|(?:政府|党政|综合)办$|(?:汇总|综合|组织|统一|负责|统计|依法|认真|要求|情况|实际)$"
)
"""How the name of an office ends that draws up the report of the organ it serves; or no name."""
_NO_NAME = re.compile(
    r"的|编制(?!委|办|事务|管理)|编写|形成|完成|公布|发布(?!中心|会)|向社会|牵头|部署|汇总"
    r"|^本(?:地区|开发区)|^年度|^经(?!济|开|棚|纬)|^并(?!州)|^现[将由]|^将(?![乐军台])|^由(?!拳)"
    r"|(?:政府|[局委办厅院])和[省市县区乡镇]|^[省市县区乡镇]?(?:人民)?政府$"
)
"""What no organ's name holds or begins with: a sentence was taken for one."""
_OF_OTHERS = re.compile(
    r"[对我各]|成立|纪委|党委|网站|人大|乡镇街道|领导小组|[省市县区乡镇州盟旗]委(?!员|托|会)"
    r"|委.{0,3}政府$|^(?:[在向]|通过|召开|组织|举办|进驻|上级|基层|中共|党|国务院)"
)
"""What the subject of a sentence holds or begins with that is no organ which reports."""
_CALLED = re.compile(r"\((?:以下)?(?:简|统)?称[^()]*\)")
"""What a name is shortened to from there on, as it stands behind the name."""


def agency_beside(
    title: Title | None,
    bottom: Sequence[str],
    said: str,
    metadata: Mapping[str, str],
) -> str | None:
    """The organ whose report it is; none where the title leaves a place for it.

    Args:
        title: The title; an organ that it names is the report's.
        bottom: The last lines of the document, after its last heading.
        said: Its running text up to the end of the overview.
        metadata: What the document says of itself.
    """
    if title is not None and (title.agency is not None or is_form(title.text)):
        return title.agency
    return _signed(bottom) or agency_said(said) or _publisher(metadata) or told_of(said)


def _publisher(metadata: Mapping[str, str]) -> str | None:
    """The organ that published the document, by what it says of itself."""
    return next((metadata[name] for name in _PUBLISHERS if metadata.get(name)), None)


def _signed(bottom: Sequence[str]) -> str | None:
    """The organ that signs the report: its name and a date at the end, in one line or in two."""
    for at, line in enumerate(bottom):
        if (signer := signer_of(line)) is not None:
            return signer
        beside = bottom[max(0, at - 1) : at + 2]
        if is_agency(line) and find_date({}, (), beside) is not None:
            return plain(line)
    return None


def agency_said(text: str) -> str | None:
    """The organ whose report sentences say it is: 现公布某市水务局2021年…年度报告."""
    named = set(_publishing(text)) or set(_drawing_up(text))
    return named.pop() if len(named) == 1 else None


def _is_name(organ: str) -> bool:
    """Whether words of a sentence are an organ's name, and no more than one."""
    flat = plain(organ)
    return is_agency(organ) and not speaks_of_itself(flat) and _NO_NAME.search(flat) is None


def _publishing(text: str) -> Iterator[str]:
    """The organs of the reports that sentences say to be published."""
    whole = [(_PUBLISHED, *_as_said(text))]
    lines = [(_BEGUN, *_as_said(line)) for line in text.split("\n")]
    for words, printed, flat in (*whole, *lines):
        for match in words.finditer(flat):
            title = title_at([printed[slice(*match.span(match.lastindex or 0))]], 0)
            if title is not None and title.agency is not None and _is_name(title.agency):
                yield title.agency


def _drawing_up(text: str) -> Iterator[str]:
    """The organs that sentences on a report say to have drawn it up: 本报告由某市水务局编制."""
    printed, flat = _as_said(text)
    for match in _DRAWN_UP.finditer(flat):
        start, end = match.span("organ" if match["organ"] else "by")
        before = flat[max(0, start - _NEAR) : start].rpartition("。")[2]
        about = before + flat[end : end + _NEAR].partition("。")[0]
        own = "汇总" not in match[0] and _FOR_OTHERS.search(flat[start:end]) is None
        if own and _is_name(flat[start:end]) and re.search("报告|年报", about):
            yield printed[start:end]


def told_of(text: str) -> str | None:
    """The organ that the first sentence on the year tells of, if it is what the text calls itself.

    It may be called by less further on.
    """
    for line in text.split("\n"):
        printed, flat = _as_said(line)
        begun = _IN_THE_YEAR.search(flat)
        if begun is not None:
            did = _DID.match(flat, begun.end())
            organ = did[1] if did is not None and _OF_OTHERS.search(did[1]) is None else ""
            known = _is_name(organ) and _calls_itself(plain(text), organ)
            return printed[slice(*did.span(1))] if did is not None and known else None
    return None


def _calls_itself(text: str, organ: str) -> bool:
    """Whether a text calls itself as such an organ does, 我局 of a bureau, or names it again."""
    found = list(_ITSELF.finditer(text))
    kinds = {match[1] for match in found if match[1]}
    places = {match[2] for match in found if match[2]}
    if kinds or places:
        return any(kind in organ for kind in kinds or places & _OWN_PLACES)
    return text.count(organ) > 1


def _as_said(text: str) -> tuple[str, str]:
    """A text without what names are shortened to: as printed, and in simplified characters."""
    printed, flat = folded(text), plain(text)
    edges = [0, *(edge for called in _CALLED.finditer(flat) for edge in called.span()), len(flat)]
    kept = [slice(*edges[at : at + 2]) for at in range(0, len(edges), 2)]
    return "".join(printed[one] for one in kept), "".join(flat[one] for one in kept)
