from __future__ import annotations

from adapters.text.read import shown

SHEET = [
    "云岭市水务局2023年政府信息公开工作年度报告",
    "二、主动公开政府信息情况",
    [["信息内容", "制发", "废止"], ["规章", "3.0", ""]],
    "六、其他需要报告的事项",
]


def test_a_sheet_as_a_pipe_table() -> None:
    text = (
        "| 云岭市水务局2023年政府信息公开工作年度报告 | Unnamed: 1 | Unnamed: 2 |\n"
        "| --- | --- | --- |\n"
        "| 二、主动公开政府信息情况 | NaN | NaN |\n| 信息内容 | 制发 | 废止 |\n"
        "| 规章 | 3.0 | NaN |\n| 六、其他需要报告的事项 | NaN | NaN |\n"
    )
    assert shown(text) == SHEET


def test_a_sheet_in_columns_with_the_rows_numbers() -> None:
    text = (
        "   云岭市水务局2023年政府信息公开工作年度报告 Unnamed: 1 Unnamed: 2\n"
        "0    二、主动公开政府信息情况        NaN        NaN\n"
        "1                信息内容         制发         废止\n"
        "2                  规章        3.0        NaN\n"
        "3     六、其他需要报告的事项        NaN        NaN\n"
        + "".join(f"{number}  注{number}  NaN  NaN\n" for number in range(4, 12))
    )
    assert shown(text) == [*SHEET, *(f"注{number}" for number in range(4, 12))]


def test_a_blank_cell_of_a_frame_with_names() -> None:
    assert shown("| 信息内容 | 制发 |\n|:--|--:|\n| 规章 | nan |\n| 许可 | 3 |\n") == [
        [["信息内容", "制发"], ["规章", ""], ["许可", "3"]]
    ]
