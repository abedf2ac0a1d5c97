from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo import Money
from govinfo.grammar.values import CellValue, Kind, is_blank, looks_like_value, read, unit_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("１２", 12),
        ("1,234", 1234),
        ("1，234", 1234),
        ("1,234,567", 1234567),
        (" 8 ", 8),
        ("1235　　", 1235),
        ("0件", 0),
        ("3 件", 3),
        ("5\u200b", 5),
        ("12.0", 12),
        ("-3", -3),
    ],
)
def test_counts(text: str, value: int) -> None:
    assert read(text, Kind.COUNT) == CellValue(value)


@pytest.mark.parametrize("text", ["", " ", "　", "/", "／", "—", "——", "-", "－", "无", "\n"])
@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.MONEY])
def test_nothing_is_never_0(text: str, kind: Kind) -> None:
    assert is_blank(text)
    assert read(text, kind) == CellValue()


@pytest.mark.parametrize(
    "text",
    [
        "约30",
        "3人5件",
        "85%",
        "012",
        "00",
        "1.5",
        "2. 0",
        "2.  13",
        "1,23",
        "12,34",
        "三",
        "未统计",
        "2020年",
        "3+5",
        "5①次",
        "3/4",
        "1-2",
        "12万元",
        "1e3",
        "１２ａ",
    ],
)
def test_what_is_not_surely_a_count_is_none_and_not_understood(text: str) -> None:
    reading = read(text, Kind.COUNT)
    assert reading.value is None
    assert not reading.understood


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("1(裁定撤诉)", 1, "裁定撤诉"),
        ("22（其中修订16件）", 22, "其中修订16件"),
        ("55（含自然失效29件）", 55, "含自然失效29件"),
        ("3件（含上年1件）", 3, "含上年1件"),
        ("5*", 5, "*"),
        ("5²", 5, "²"),
    ],
)
def test_a_note_stays_with_the_number(text: str, value: int, note: str) -> None:
    reading = read(text, Kind.COUNT)
    assert (reading.value, reading.note) == (value, note)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+8", 8),
        ("＋8", 8),
        ("-7", -7),
        ("－7", -7),
        ("- 7", -7),
        ("— 7", -7),
        ("↑5", 5),
        ("↓2", -2),
        ("↑ 1,234 件", 1234),
        ("(7)", -7),
        ("（1,234）", -1234),
        ("−7", -7),
        ("–7", -7),
        ("增6769件", 6769),
        ("增加6769件", 6769),
        ("减少3", -3),
        ("减3项", -3),
        ("无增减", 0),
        ("持平", 0),
        ("未增减", 0),
        ("0/0", 0),
        ("增0减0", 0),
        ("+(0) -(0)", 0),
        ("+0/-0", 0),
        ("0", 0),
        ("861", 861),
    ],
)
def test_increases_and_decreases(text: str, value: int) -> None:
    assert read(text, Kind.CHANGE).value == value


@pytest.mark.parametrize("text", ["", "/", "—", "无"])
def test_a_change_that_is_not_printed_is_none(text: str) -> None:
    assert read(text, Kind.CHANGE) == CellValue()


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("182.32万元", None, Money("182.32", "万元")),
        ("182.32 万元", None, Money("182.32", "万元")),
        ("205万", None, Money("205", "万元")),
        ("205（万）", "元", Money("205", "万元")),
        ("3.5 亿", None, Money("3.5", "亿元")),
        ("182.32万 元", None, Money("182.32", "万元")),
        ("182.32百\n万\n元", None, Money("182.32", "百万元")),
        ("3.58", "亿元", Money("3.58", "亿元")),
        ("2896", None, Money("2896")),
        ("１.５万元", None, Money("1.5", "万元")),
        ("1,820.5万元", None, Money("1820.5", "万元")),
        ("0", "万元", Money("0", "万元")),
        ("12000元", "万元", Money("12000", "元")),
        ("96171.6万元（含罚没收入）", None, Money("96171.6", "万元")),
    ],
)
def test_money_keeps_the_unit_it_was_printed_with(
    text: str, unit: str | None, value: Money
) -> None:
    assert read(text, Kind.MONEY, unit).value == value


@pytest.mark.parametrize(
    "text", ["3件", "约5万元", "5万美元", "5万件", "5万多", "2.4.7", "012万元"]
)
def test_what_is_no_amount_of_money(text: str) -> None:
    assert read(text, Kind.MONEY, "万元").value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("2 429", 2429), ("12 345 678", 12345678), ("1 2 5", 125), ("1 2", 12)),
        *(("1\u00a0234", 1234), ("1　2", 12), ("12 345 件", 12345), ("１ ２", 12)),
    ],
)
def test_digits_printed_apart_are_joined_and_said_to_be(text: str, value: int) -> None:
    assert read(text, Kind.COUNT) == CellValue(value, spaced=True)


@pytest.mark.parametrize(
    "text",
    [
        *("12 5", "5 12", "12 34", "1 2 34", "1234 567", "12 3456", "1 234 56", "0 123 4"),
        *("1  234", "12\n5", "12　　5", "12 5件", "1 2 345"),
    ],
)
def test_two_numbers_are_not_one(text: str) -> None:
    for kind in Kind:
        assert read(text, kind).value is None
        assert not read(text, kind).understood


@pytest.mark.parametrize("text", ["(7)", "↑", "↓", "↑5", "↓5", "5↑", "( 7", "()"])
def test_no_count(text: str) -> None:
    assert read(text, Kind.COUNT).value is None


def test_a_number_without_blanks_is_not_said_to_be_joined() -> None:
    assert not read("2429 件", Kind.COUNT).spaced


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("本年收费金额（单位：万\n元）", "万元"),
        ("采 购 总 金 额（亿 元）", "亿元"),
        ("采购总金额（亿元）", "亿元"),
        ("采购总金额（单位：万元，保留4位小数）", "万元"),
        ("本年收费金额\n（单位：万元）", "万元"),
        ("采购总金额", None),
        ("金额（元或万元）", None),
    ],
)
def test_the_unit_in_a_header(text: str, unit: str | None) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    "text", ["0", "１", "0件", "182.32万元", "+8", "减4", "減4", "无增减", "1(裁定撤诉)", "1,234"]
)
def test_figures_look_like_figures(text: str) -> None:
    assert looks_like_value(text)


@pytest.mark.parametrize("text", ["规章", "3.其他", "2020年", "第三项", "一、总体情况", "总计"])
def test_labels_do_not(text: str) -> None:
    assert not looks_like_value(text)


@given(st.integers(0, 10**9))
def test_every_count_comes_back(count: int) -> None:
    for text in (str(count), f"{count:,}", f"{count}件", f"（{count}）".strip("（）")):
        assert read(text, Kind.COUNT).value == count


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["元", "千元", "万元", "百万元", "亿元"]))
def test_every_amount_comes_back(amount: Decimal, unit: str) -> None:
    assert read(f"{amount}{unit}", Kind.MONEY).value == Money(amount, unit)


@given(st.text(alphabet="0123456789０１,.，．+-－—()（）件万元 　增减无/*%约年", max_size=12))
def test_a_value_never_has_digits_that_were_not_printed_in_that_order(text: str) -> None:
    import unicodedata  # noqa: PLC0415 - for this test only

    value = read(text, Kind.COUNT).value
    if isinstance(value, int):
        digits = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isdigit())
        assert digits.startswith(str(abs(value)))


def test_a_unit_in_brackets_after_an_amount_is_its_unit() -> None:
    assert read("182.32（万元）", Kind.MONEY).value == Money(Decimal("182.32"), "万元")


def test_a_number_that_ends_in_its_point_is_not_understood() -> None:
    assert not read("182.", Kind.MONEY).understood


@pytest.mark.parametrize(("kind", "most"), [(Kind.COUNT, 9), (Kind.CHANGE, 9), (Kind.MONEY, 19)])
def test_more_digits_than_any_figure_has_are_no_figure(kind: Kind, most: int) -> None:
    assert read("9" * most, kind).value is not None
    assert read("9" * (most + 1), kind).value is None
    assert read(f"{'9' * 30}.25", kind).value is None


@pytest.mark.parametrize("text", ["0/3", "增3减0", "减少1,共12", "00", "0 0", "增", "0/"])
def test_what_may_be_more_than_one_change_is_none(text: str) -> None:
    assert read(text, Kind.CHANGE).value is None
    assert read("0/0", Kind.COUNT).value is None


@pytest.mark.parametrize("text", ["增加3", "减少3件", "无增减", "持平", "新增12"])
def test_a_change_in_words_looks_like_a_value(text: str) -> None:
    assert looks_like_value(text)
    assert not looks_like_value(f"情况{text}")
