"""When readings of a cell are believed."""

from __future__ import annotations

import pytest

pytest.importorskip("rapidocr", reason="the extra 'ocr' is not installed")

import numpy as np

from govinfo.adapters.scan._cells import Cut, Line, Told, _agreed, _without_remains
from govinfo.adapters.scan._ink import Place, lines, marks
from govinfo.adapters.scan._recogniser import Said
from govinfo.adapters.symbols import UNKNOWN

HEIGHT = 20


def line(*marks: tuple[int, int, int, int], width: int = 100) -> Line:
    """A cell of marks: left, top, width, height of each."""
    found = np.zeros((60, width), np.uint8)
    for left, top, wide, high in marks:
        found[top : top + high, left : left + wide] = 1
    part = np.where(found, 0, 255).astype(np.uint8)
    rows, columns = np.nonzero(found)
    place = Place(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
    return Line(Cut((0, 0, 1, 1), 0, 0, part, found), place)


def digits(count: int, start: int = 20) -> list[tuple[int, int, int, int]]:
    return [(start + 12 * at, 20, 10, HEIGHT) for at in range(count)]


def said(*texts: str, sure: float = 0.99) -> list[Said]:
    return [Said(text, sure, (0.0,) * len(text)) for text in texts]


def test_what_two_readings_say_surely_is_told() -> None:
    assert _agreed(line(*digits(2)), said("38", "38"), 2).text == "38"


@pytest.mark.parametrize(
    "readings",
    [
        pytest.param(said("38", "33"), id="they differ"),
        pytest.param(said("-38", "38"), id="one has a sign"),
        pytest.param(said("38", ""), id="one says nothing"),
        pytest.param([*said("38"), *said("38", sure=0.5)], id="one is unsure"),
        pytest.param([*said("38", "38"), *said("33", sure=0.1)], id="a third differs"),
    ],
)
def test_what_does_not_agree_is_not_told(readings: list[Said]) -> None:
    assert _agreed(line(*digits(2)), readings, 2).text == UNKNOWN


def test_a_third_reading_settles_an_unsure_one() -> None:
    readings = [*said("38"), *said("38", sure=0.5), *said("38")]
    assert _agreed(line(*digits(2)), readings, 2).text == "38"
    assert _agreed(line(*digits(2)), readings, 3).text == UNKNOWN


@pytest.mark.parametrize(
    ("readings", "kept"),
    [
        pytest.param(said("38", "33"), ("33", "38"), id="they differ"),
        pytest.param([*said("38"), *said("38", sure=0.5)], ("38",), id="one is unsure"),
        pytest.param(said("38", "3８"), ("38",), id="one is no number as it is printed"),
        pytest.param(said("38", "338888"), ("38",), id="one has too many digits"),
        pytest.param(said("-38", "3."), (), id="none is a number"),
    ],
)
def test_what_a_figure_may_be_is_kept(readings: list[Said], kept: tuple[str, ...]) -> None:
    assert _agreed(line(*digits(2)), readings, 2) == Told(UNKNOWN, kept)


@pytest.mark.parametrize("text", ["3", "388", "3888888"])
def test_as_many_digits_must_have_been_printed(text: str) -> None:
    printed = line(*digits(2))
    fits = len(text) == 3
    assert (_agreed(printed, said(text, text), 2).text == text) == fits


def test_numbers_apart_are_not_one() -> None:
    assert _agreed(line(*digits(1), *digits(1, start=60)), said("38", "38"), 2).text == UNKNOWN


def test_the_mark_of_a_note_is_no_digit() -> None:
    marked = line(*digits(2), (45, 20, 6, 11))
    assert _agreed(marked, said("381", "381"), 2).text == UNKNOWN
    broken = line(*digits(1), (32, 30, 10, 10), (34, 20, 10, 4))
    assert _agreed(broken, said("35", "35"), 2).text == "35"


@pytest.mark.parametrize("start", [0, 66])
def test_what_reaches_over_its_cell_is_not_told(start: int) -> None:
    printed = line(*digits(3, start=start), width=100)
    assert _agreed(printed, said("385", "385"), 2) == Told(UNKNOWN, ("385",))


def test_of_words_the_digits_must_agree() -> None:
    printed = line(*digits(6))
    assert _agreed(printed, said("1.属于国家秘密", "1.属子国家秘密"), 2).text == "1.属于国家秘密"
    assert _agreed(printed, said("1.属于国家秘密", "7.属于国家秘密"), 2) == Told(
        f"{UNKNOWN}.属于国家秘密"
    )


def test_specks_are_no_marks_and_strokes_of_one_letter_one_line() -> None:
    part = np.full((80, 100), 255, np.uint8)
    part[5, 5] = part[50, 70] = 0
    for top in (20, 30, 40):
        part[top : top + 3, 30:55] = 0
    found = marks(part, 300)
    assert found.sum() == 3 * 3 * 25
    assert [(one.top, one.bottom) for one in lines(found, 24)] == [(20, 43)]
    assert len(lines(found, 0)) == 3


def test_a_thin_minus_is_no_speck() -> None:
    """At 200 dots an inch it has as little ink as dust has."""
    page = np.full((50, 60), 255, np.uint8)
    page[20:22, 5:13] = 120  # the minus
    page[20, 8:13] = 235  # its lower half is faint
    page[10:30, 16:20] = 0  # a digit
    page[40:42, 40:42] = 0  # dust
    assert [(one.left, one.right) for one in lines(marks(page, 200), 0)] == [(5, 20)]


def test_a_figure_with_a_stroke_before_it_is_not_told_without_its_sign() -> None:
    stroke = (8, 29, 8, 2)
    assert _agreed(line(stroke, *digits(2)), said("52", "52"), 2).text == UNKNOWN
    assert _agreed(line(stroke, *digits(2)), said("-52", "-52"), 2).text == "-52"


def test_a_digit_over_the_border_of_its_cell_is_not_left_out() -> None:
    """Of a 3 that stands over the border only the tips lie within; what a line leaves is thin."""
    page = np.full((53, 76), 255, np.uint8)
    for left in (4, 20, 36, 53):
        page[17:39, left : left + 13] = 0
    page[17:22, 69:] = page[34:40, 69:] = 0  # the tips
    page[:, :2] = 0  # what the border at the other side left
    found = _without_remains(page.copy(), marks(page, 200), 200)
    (one,) = lines(found, 22)
    assert one.right > 72
    assert not found[:, :2].any()
