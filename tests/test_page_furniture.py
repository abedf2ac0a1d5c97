"""What stands around a page's text, and what looks like it."""

from __future__ import annotations

import pytest

from govinfo.page_furniture import are_buttons, foot


@pytest.mark.parametrize(
    ("line", "buttons"),
    [
        ("打印", True),
        ("【字体：大 中 小】 打印本页 关闭窗口", True),
        ("分享到：微信 QQ空间", True),
        ("大", False),
        ("A+", False),
        ("打印机采购12台", False),
        ("附件下载", False),
    ],
)
def test_buttons(line: str, buttons: bool) -> None:
    assert are_buttons(line) is buttons


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["无。", "主办：某县人民政府", "联系电话：5410000", "川公网安备 51152602000004号"], 1),
        (["无。", "主办单位 某县人民政府办公室", "12345"], 1),
        (["无。", "版权所有 某县人民政府", "网站标识码：5115260001"], 1),
        (["无。", "联系电话：5410000"], 2),
        (["主办：某县人民政府", "2023年1月18日"], 2),
        (["承办人大代表建议12件，办复率100%。"], 1),
        (["承办的人大代表建议办复文全部公开"], 1),
        (["主办政务公开日活动1次"], 1),
        (["建议使用电子方式提交申请"], 1),
        (["承办单位：办公室", "2.网站建设，更新及时。"], 2),
        ([], 0),
    ],
)
def test_where_a_page_s_foot_begins(lines: list[str], kept: int) -> None:
    assert foot(lines) == kept
