from __future__ import annotations

import pytest

import layouts
from govinfo import Disputes, Indicators, Proactive2019, Proactive2021, Requests
from govinfo.grammar.compile import compile_class
from govinfo.grammar.labels import key, letters, plain

CLASSES = (Requests, Disputes, Proactive2019, Proactive2021, Indicators)
LABELS = sorted({row.label for cls in CLASSES for row in compile_class(cls).rows if row.label})


@pytest.mark.parametrize("label", LABELS)
def test_a_label_has_the_same_key_however_it_is_printed(label: str) -> None:
    variants = [
        "　".join(label),
        label.replace("（", "(").replace("）", ")"),
        label.replace(".", "．").replace("、", " 、 "),
        label.replace("“", '"').replace("”", '"'),
        label.replace("“", "「").replace("”", "」"),
        "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in label),
        layouts.traditional(label),
        f"{label[:3]}\n{label[3:]}",
        f"{label}：",
    ]
    assert {key(variant).full for variant in variants} == {key(label).full}


def test_a_definition_behind_a_colon_is_no_part_of_a_label() -> None:
    long = "各级行政机关在职权范围内依程序制定、涉及公民权利义务、能够反复适用的文件" * 5
    assert key(f"规范性文件：是指{long}。").full == key("规范性文件").full
    assert key("规章：地方规章指省级政府制定的文件").full == key("规章").full
    assert key("其中：1.涉及商业秘密：指标").full != key("涉及商业秘密").full
    assert key(f"{long}：是指").full == ""


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("（二）設置政府信息公開查閲點數", "（二）设置政府信息公开查阅点数"),
        ("（二）設置政府信息公開查閱點數", "（二）设置政府信息公开查阅点数"),
        ("2.同意公開答覆數", "2.同意公开答复数"),
        ("2.同意公開答復數", "2.同意公开答复数"),
        ("四、政府信息公開行政復議、行政訴訟情況", "四、政府信息公开行政复议、行政诉讼情况"),
        ("參加政府網站線上訪談次數", "参加政府网站线上访谈次数"),
    ],
)
def test_a_letter_may_have_several_traditional_forms(printed: str, label: str) -> None:
    """As converters write them for Taiwan and Hong Kong; a mirror has one, a typist the other."""
    assert key(printed).full == key(label).full


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("一、本年新收政府資訊公開申請數量", "一、本年新收政府信息公开申请数量"),
        ("5.屬於三類內部事務資訊", "5.属于三类内部事务信息"),
        ("行政規範性檔案", "行政规范性文件"),
        ("採購專案數量", "采购项目数量"),
        ("3.網路申請數", "3.网络申请数"),
        ("檔案館", "档案馆"),
    ],
)
def test_a_label_may_be_in_the_words_of_taiwan(printed: str, label: str) -> None:
    """As gates of ministries' sites write them, which turn pages into these word by word."""
    assert key(printed).full == key(label).full


@pytest.mark.parametrize(
    "ordinal", ["2.", "2、", "2．", "（2）", "(2)", "（二）", "二、", "2，", "2 . ", ""]
)
def test_the_ordinal_is_not_part_of_the_key(ordinal: str) -> None:
    assert key(f"{ordinal}重复申请").full == "重复申请"


@pytest.mark.parametrize(
    ("label", "ordinal"),
    [("（三）不予公开", "三"), ("12.其他", "12"), ("予以公开", ""), ("二、上年", "二")],
)
def test_the_ordinal_is_kept_beside_it(label: str, ordinal: str) -> None:
    assert key(label).ordinal == ordinal


def test_what_stands_in_brackets_is_in_the_full_key_only() -> None:
    label = key("（二）部分公开（区分处理的，只计这一情形，不计其他情形）")
    assert label.full == "部分公开区分处理的只计这一情形不计其他情形"
    assert label.bare == "部分公开"


@pytest.mark.parametrize("text", ["", "12", "０", "3.5", "——", "/", "（）", "文" * 200])
def test_figures_signs_and_long_texts_have_no_key(text: str) -> None:
    assert key(text).full == ""


def test_article_20_keeps_its_item() -> None:
    items = {key(f"第二十条第（{item}）项").full for item in "一五六八九"}
    assert len(items) == 5


def test_the_rows_of_each_table_have_different_keys_within_their_group() -> None:
    for cls in CLASSES:
        seen: set[tuple[str, ...]] = set()
        for row in compile_class(cls).rows:
            # （二）被依法纠错数 stands twice in the 2014 list: the rows before tell which is which.
            if row.path.startswith(("reconsideration.", "litigation.")):
                continue
            named = (*row.groups, key(row.label).full)
            assert named not in seen
            seen.add(named)


def test_plain_text_is_simplified_of_ordinary_width_and_without_blanks() -> None:
    assert plain("２０２２ 年　政府 信息公開\u200b") == "2022年政府信息公开"
    assert letters("（一）予以公开。") == "一予以公开"
