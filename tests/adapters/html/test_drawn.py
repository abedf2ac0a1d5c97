"""Tables that a page draws in text: preformatted, or between bars in ordinary lines."""

from __future__ import annotations

import json
from html import escape

import pytest

import govinfo
from adapters.html.pages import dump, read
from govinfo.blocks import Anchor, Document, Table
from govinfo.render.page import document_of
from govinfo.render.text import LAYOUTS, to_text
from govinfo.template.report import Report
from govinfo.testing.compare import differences

TITLE = "青溪县水务局2023年政府信息公开工作年度报告"
FIGURES = {
    f"proactive.{row}.{column}": number
    for number, (row, column) in enumerate(
        [
            *(("rules", name) for name in ("issued", "repealed", "in_force")),
            *(("normative_documents", name) for name in ("issued", "repealed", "in_force")),
            *((name, "decisions") for name in ("licensing", "penalties", "compulsion")),
        ],
        3,
    )
} | {"proactive.normative_documents.repealed": None}
REPORT = Report.from_figures(
    FIGURES,
    edition="2021",
    title=TITLE,
    agency="青溪县水务局",
    year=2023,
    preamble="本报告依据条例编制。",
    overview="公开有序。",
    problems="解读不多。",
    other_matters="无。",
)


def page(body: str) -> bytes:
    """A page of a site around an article."""
    menu = "<div><a href='/'>首页</a> | <a href='/z'>政务公开</a> | <a href='/b'>办事</a></div>"
    foot = "<div>网站声明 | 联系我们 | 网站地图</div><div>主办单位：青溪县人民政府</div>"
    return f"<html><body>{menu}<div class=article>{body}</div>{foot}</body></html>".encode()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_text_that_a_browser_shows(layout: str) -> None:
    text = to_text(document_of(REPORT), LAYOUTS[layout])
    again = govinfo.parse(page(f"<pre style='white-space: pre-wrap'>{escape(text)}</pre>"))
    expected = govinfo.parse(text.encode())
    assert not differences(expected, again)
    assert [one.code for one in again.diagnostics] == [one.code for one in expected.diagnostics]


@pytest.mark.parametrize("line", ["<p>{}</p>", "{}<br>", "<div><span>{}</span></div>"])
def test_rows_between_bars_a_line_each(line: str) -> None:
    text = to_text(document_of(REPORT), LAYOUTS["pipes"])
    body = "\n".join(line.format(escape(one)) for one in text.splitlines() if one)
    again = govinfo.parse(page(body))
    assert not differences(govinfo.parse(text.encode()), again)


def test_the_answer_of_an_interface_as_a_browser_shows_it() -> None:
    table = "<table><tr><td>规章</td><td>3</td></tr></table>"
    for content in (table, escape(table)):
        answer = json.dumps({"code": 0, "data": {"content": content}}, ensure_ascii=False)
        assert dump(page(f"<pre>{escape(answer)}</pre>"))[:2] == ["table: 1 x 2", "  0: 规章 | 3"]


def test_blank_cells_at_the_end_of_a_preformatted_row_stay() -> None:
    (table,) = _tables(read("<pre>项目\t本年\t上年\n规章\t3\t\n许可\t\t4\n处罚\t\t</pre>"))
    assert [cell.text for cell in table.cells if cell.row == 1] == ["规章", "3", ""]


def test_places_on_the_page_go_on() -> None:
    row = "|规章|3|1|"
    blocks = read(f"<p>甲</p><pre>乙\n{row}\n{row}\n丙</pre><table><td>1<td>2</table>").blocks
    anchors = [block.anchor for block in blocks]
    assert anchors == [
        *(Anchor(paragraph=1), Anchor(paragraph=2)),
        *(Anchor(table=1), Anchor(paragraph=3), Anchor(table=2)),
    ]


def test_a_line_with_bars_is_no_table() -> None:
    assert dump("<p>首页 | 公开 | 办事</p><p>规章 | 许可 | 处罚</p>") == [
        "paragraph: 首页 | 公开 | 办事",
        "paragraph: 规章 | 许可 | 处罚",
    ]


def _tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
