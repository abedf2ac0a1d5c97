"""Which row is which, told by labels, by their pieces, and by order."""

from __future__ import annotations

import pytest

import govinfo
import layouts
from govinfo import Requests
from layouts import Value

DENIED = "requests.outcomes.denied."
FIGURES = layouts.balanced(5)


def read(text: str) -> govinfo.Interpreted[Requests]:
    return govinfo.interpret(govinfo.read(text.encode(), format="text"), Requests)


def values(found: govinfo.Interpreted[Requests]) -> dict[str, Value]:
    return {path: fact.value for path, fact in found.facts.items()}


def codes(found: govinfo.Interpreted[Requests]) -> set[tuple[str, str]]:
    return {(said.code, said.path) for said in found.diagnostics}


def relabelled(**labels: str) -> str:
    paths = {f"{DENIED}{name}": label for name, label in labels.items()}
    return layouts.tab_separated(layouts.drawn(Requests, FIGURES, labels=paths))


@pytest.mark.parametrize(
    "label",
    [
        "属于国家秘密",
        "1、属于国家秘密",
        "１．属于国家秘密",
        "(1)属于国家秘密",
        "1. 属于 国家秘密：",
        "1.屬於國家秘密",
        "（三）不予公开1.属于国家秘密",
        "三、本年度办理结果（三）不予公开 1.属于国家秘密",
    ],
)
def test_a_label_in_another_style_is_the_same_label(label: str) -> None:
    found = read(relabelled(state_secret=label))
    assert values(found) == FIGURES
    assert not found.diagnostics


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("prohibited_by_law", "2.其他法律行政止公开"),
        ("prohibited_by_law", "2.其他法律法规禁止公开"),
        ("security_and_stability", "3.危及三安全一定"),
        ("enforcement_files", "7.属于行政执法案巻"),
        ("internal_affairs", "5.属于三类内部事务"),
    ],
)
def test_a_label_with_letters_lost_or_replaced_still_finds_its_row(name: str, label: str) -> None:
    found = read(relabelled(**{name: label}))
    assert values(found) == FIGURES
    assert codes(found) == {("GI109", f"{DENIED}{name}")}
    assert label in found.diagnostics[0].message


def test_a_label_of_two_lines_that_a_ruling_parts_is_one() -> None:
    """As a PDF's tables are told by the letters' places: its second line begins the first cell."""
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    head = (
        "||自然人|商业<br>企业|申<br>科研|请人情<br>社会|况<br>法律|其他|总计|\n|---"
        + "|---" * 8
        + "|\n"
    )
    table = layouts.drawn(Requests, FIGURES)
    lines = [
        f"|{row[0] or row[1]}|{row[2]}|{'|'.join(row[3:])}|"
        for row in (line.split("\t") for line in layouts.tab_separated(table).splitlines()[3:])
    ]
    assert f"|{label}||" in "".join(lines)
    parted = "|（二）部分公开（区<br>计其他情形）|分处理的，只计这一情形，不|"
    found = read(head + "\n".join(lines).replace(f"|{label}||", parted))
    assert values(found) == FIGURES


def test_two_rows_never_swap() -> None:
    """Both labels are damaged to what they share, more or less: only their order is left."""
    found = read(
        relabelled(internal_affairs="5.属于类部信息", process_information="6.属于类程性信息")
    )
    for path, value in values(found).items():
        assert value in (FIGURES[path], None)


def test_rows_without_a_label_are_told_by_order_where_their_number_is_right() -> None:
    lost = ("state_secret", "prohibited_by_law", "security_and_stability")
    found = read(relabelled(**dict.fromkeys(lost, "　")))
    assert values(found) == FIGURES
    assert codes(found) == {("GI106", f"{DENIED}{name}") for name in lost}


def test_a_row_without_a_label_among_too_few_rows_is_not_told() -> None:
    laid = {path: v for path, v in FIGURES.items() if not path.startswith(f"{DENIED}state_secret.")}
    table = layouts.drawn(Requests, laid, labels={f"{DENIED}prohibited_by_law": "　"})
    found = read(layouts.tab_separated(table))
    lost = (f"{DENIED}state_secret", f"{DENIED}prohibited_by_law")
    assert codes(found) >= {("GI102", path) for path in lost}
    for path, value in values(found).items():
        assert value == (None if path.startswith(lost) else FIGURES[path])


def test_digits_glued_to_a_label_are_no_value() -> None:
    found = read(relabelled(enforcement_files="7.属于行政执法案卷229"))
    assert values(found) == FIGURES
    assert codes(found) == {("GI110", f"{DENIED}enforcement_files")}
    assert "229" in found.diagnostics[0].message


@pytest.mark.parametrize("values_stand", ["before", "amid", "after"])
@pytest.mark.parametrize("wrap", [5, 7, 9, 12, 16, 22])
@pytest.mark.parametrize("three_rows", [True, False])
def test_labels_in_pieces_are_put_together(values_stand: str, wrap: int, three_rows: bool) -> None:
    figures = layouts.balanced(6, three_rows=three_rows)
    table = layouts.drawn(Requests, figures)
    found = read(layouts.raw(table, values=values_stand, wrap=wrap))
    assert values(found) == figures


@pytest.mark.parametrize("letters", [1, 2, 3])
def test_group_labels_read_letter_by_letter_are_no_rows(letters: int) -> None:
    found = read(layouts.raw(layouts.drawn(Requests, FIGURES), letters=letters, wrap=40))
    assert values(found) == FIGURES
    assert not found.diagnostics


@pytest.mark.parametrize("number", ["3", "- 3 -", "第3页", "— 3 —", "3 / 6", "第 3 页 共 6 页"])
def test_a_page_number_between_rows_is_no_figure(number: str) -> None:
    lines = layouts.single_spaced(layouts.drawn(Requests, FIGURES)).splitlines()
    found = read("\n".join([*lines[:9], number, *lines[9:17], number, *lines[17:]]))
    assert values(found) == FIGURES


def test_a_group_label_broken_by_a_page_leaves_its_rows_alone() -> None:
    text = layouts.raw(layouts.drawn(Requests, FIGURES), letters=3)
    assert "（四）\n无法提\n供\n1.本机关" in text
    broken = text.replace("（四）\n无法提\n供\n1.本机关", "（四）无\n1.本机关")
    lines = broken.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("1.本机关"))
    lines[at + 1 : at + 1] = ["- 5 -", "法提供"]
    assert values(read("\n".join(lines))) == FIGURES


def test_columns_and_rows_of_one_name_are_not_mistaken() -> None:
    """总计 and 其他 head columns, and are rows too."""
    figures = {**FIGURES}
    for column, value in zip(("natural_person", "total"), (3, 3), strict=True):
        figures[f"requests.outcomes.other.other.{column}"] = value
    for writer in (layouts.cell_a_line, layouts.single_spaced, layouts.tab_led, layouts.markdown):
        assert values(read(writer(layouts.drawn(Requests, figures)))) == figures


@pytest.mark.parametrize("layout", ["single_spaced", "cell_a_line", "raw"])
@pytest.mark.parametrize(
    "gone",
    [
        ["reconsideration.corrected"],
        ["reconsideration.other"],
        ["reconsideration.corrected", "reconsideration.other"],
        ["reconsideration.upheld", "reconsideration.corrected", "litigation.upheld"],
        [
            *("reconsideration.corrected", "reconsideration.other"),
            *("litigation.total", "litigation.upheld", "litigation.corrected"),
        ],
    ],
    ids=len,
)
def test_twin_labels_keep_their_places_where_the_first_has_no_figure(
    gone: list[str], layout: str
) -> None:
    """被依法纠错数 and 其他情形数 stand under 行政复议 and again under 行政诉讼."""
    figures: dict[str, Value] = {
        path: value if isinstance(value, govinfo.Money) else 20 + n
        for n, (path, value) in enumerate(layouts.sound(govinfo.Indicators, 1).items())
    }
    figures.update(dict.fromkeys(f"indicators.{path}" for path in gone))
    text = getattr(layouts, layout)(layouts.drawn(govinfo.Indicators, figures))
    found = govinfo.interpret(govinfo.read(text.encode(), format="text"), govinfo.Indicators)
    for path, value in figures.items():
        read = found.facts[path].value if path in found.facts else None
        assert read in (value, None), path
        assert read == value or any(path.startswith(said.path) for said in found.diagnostics)
