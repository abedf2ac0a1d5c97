"""Whole reports: figures of an edition's tables, a title, narratives, notes."""

from __future__ import annotations

from functools import cache

import attrs
from hypothesis import strategies as st

from govinfo.template.editions import Edition, editions
from govinfo.template.narrative import Narrative
from govinfo.template.report import Report
from govinfo.testing.figures import Figures, figures

_FUTURE = 10
"""Years that the latest edition is drawn for."""
_PLACES = ("云岭市", "青溪县", "石桥镇", "云岭市青溪区", "岭南省", "白水河街道")
_ORGANS = ("水务局", "人民政府", "市场监督管理局", "自然资源和规划局", "气象局", "司法厅")
_AGENCIES = tuple(
    f"{place}{organ}"
    for place in _PLACES
    for organ in (("办事处", "财政所") if place.endswith(("镇", "街道")) else _ORGANS)
)
_TITLES = (
    "{agency}{year}年政府信息公开工作年度报告",
    "{year}年{agency}政府信息公开工作年度报告",
    "{agency}{year}年度政府信息公开工作报告",
)
_NOTES = ("裁定撤诉", "含上年结转2件", "其中修订16件", "均为自然失效", "不含乡镇", "见附件1")
_SENTENCES = (
    "本机关制度健全，公开有序。",
    "全年新收政府信息公开申请{}件，均按期答复。",
    "通过门户网站公开信息{}条，政务新媒体发布信息{}条。",
    "公开内容还不够细致，解读形式比较单一。",
    "一是加强培训；二是完善制度；三是强化考核。",
    "本年度未收取信息处理费。",
    "被申请行政复议{}件，其中结果维持{}件。",
    "收取费用{}.5万元，占比{}%。",
)
_SUBHEADINGS = ("（一）主动公开情况", "（二）依申请公开情况", "（三）监督保障")
_PREAMBLES = (
    "本报告依据条例编制。",
    "所列数据统计至12月31日。",
    "如有疑问，请与本机关办公室联系。",
)
_EXTRA = (
    Narrative("本机关确定专人负责。", "七、监督保障情况"),
    Narrative("附表另行公布。\n共3份。", "七、附件"),
)


def reports(
    edition: Edition | str | None = None, *, sound: bool = True, blanks: bool = True
) -> st.SearchStrategy[Report]:
    """Reports that a document can say in full.

    Args:
        edition: The template's edition; any where not given.
        sound: Whether the figures satisfy the identities of the template.
        blanks: Whether cells may be blank.
    """
    if edition is None:
        return st.sampled_from(editions()).flatmap(
            lambda one: reports(one, sound=sound, blanks=blanks)
        )
    return _reports(Edition(edition), sound, blanks)


@cache
def _reports(edition: Edition, sound: bool, blanks: bool) -> st.SearchStrategy[Report]:
    return _drawn(edition, sound, blanks)


@st.composite
def _drawn(draw: st.DrawFn, edition: Edition, sound: bool, blanks: bool) -> Report:
    found: Figures = {}
    for cls in edition.tables:
        found |= draw(figures(cls, edition=_rows_of(draw, edition), sound=sound, blanks=blanks))
    before = _before(edition)
    if before is not None and before.tables_last and draw(_DIE) == 9:
        # Many reports of the first years keep the list of the edition before.
        for cls in before.tables:
            found |= draw(figures(cls, edition=before, sound=sound, blanks=blanks))
    paths = list(found)
    noted = {paths[at % len(paths)]: note for at, note in draw(_NOTED)}
    agency, year = draw(_AGENCY), draw(_years(edition))
    report = Report.from_figures(
        found,
        edition=edition,
        notes={path: note for path, note in noted.items() if found[path] is not None},
        title=draw(_TITLE).format(agency=agency, year=year),
        agency=agency,
        year=year,
        preamble=draw(_PREAMBLE),
        overview=draw(_OF_PARTS),
        problems=draw(_OF_PARTS),
        other_matters=draw(_PLAIN),
    )
    if not edition.tables_last and draw(_DIE) == 9:
        return attrs.evolve(report, extra=(draw(_OTHER),))
    return report


def _rows_of(draw: st.DrawFn, edition: Edition) -> Edition:
    """Whose rows of （六）其他处理 the report has: some keep those of the edition before."""
    before = _before(edition)
    return before if before is not None and before.rows and draw(_DIE) == 9 else edition


def _before(edition: Edition) -> Edition | None:
    return next((one for one in reversed(editions()) if one.year < edition.year), None)


@cache
def _years(edition: Edition) -> st.SearchStrategy[int]:
    return st.integers(edition.year, min(edition.years[-1], edition.year + _FUTURE - 1))


def _text(sentences: tuple[str, ...], headings: tuple[str, ...] = ()) -> st.SearchStrategy[str]:
    """Paragraphs of a few sentences, each group perhaps under a heading of its own."""
    number = st.integers(1, 9999)
    sentence = st.builds(
        lambda text, one, other: text.format(one, other), st.sampled_from(sentences), number, number
    )
    paragraph = st.lists(sentence, min_size=1, max_size=3).map("".join)
    plain = st.lists(paragraph, min_size=1, max_size=3).map("\n".join)
    if not headings:
        return plain
    parts = st.lists(plain, min_size=1, max_size=len(headings)).map(
        lambda texts: "\n".join(f"{h}\n{t}" for h, t in zip(headings, texts, strict=False))
    )
    return plain | parts


_PREAMBLE = st.none() | _text(_PREAMBLES)
_OF_PARTS = _text(_SENTENCES, _SUBHEADINGS)
_PLAIN = _text(_SENTENCES)
_DIE = st.integers(0, 9)
_AGENCY, _TITLE = st.sampled_from(_AGENCIES), st.sampled_from(_TITLES)
_OTHER = st.sampled_from(_EXTRA)
_NOTED = st.lists(st.tuples(st.integers(0, 999), st.sampled_from(_NOTES)), max_size=3)
# Strategies are made once: to make one costs more than to draw from it.
