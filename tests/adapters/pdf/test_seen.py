"""What stands in a cell for a reader of the page, each kind drawn by itself."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader

from adapters.pdf.drawing import ENGINES, SONG, Sketch, tables
from adapters.pdf.drawing import HEIGHT as PAGE
from govinfo.adapters.symbols import PICTURE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

Draw = Any

LEFT, TOP, WIDTH, HEIGHT = 60.0, 100.0, 60.0, 20.0
X, Y, SIZE = LEFT + 10, TOP + HEIGHT + 5, 9.0
ROW = ("3", "4", "1", "20")


def table(draw: Draw, **options: Any) -> Sketch:
    """A header and a row of figures, the first of which is drawn by a function."""
    sketch = Sketch(**options)
    for column, label in enumerate("甲乙丙丁戊"):
        x = LEFT + column * WIDTH
        for row in range(2):
            y = TOP + row * HEIGHT
            sketch.box(x, y, x + WIDTH, y + HEIGHT)
        sketch.text(x + 10, TOP + 5, label, SIZE)
        if column:
            sketch.text(x + 10, Y, ROW[column - 1], SIZE)
    draw(sketch)
    return sketch


def first(sketch: Sketch, engine: str) -> str:
    """The text of the cell that was drawn by a function; the others must be as they are."""
    ((_, _, _, _, _, cell, *others),) = (found.cells for found in tables(sketch.read(engine)))
    assert tuple(other.text for other in others) == ROW
    return cell.text


def struck(sketch: Sketch, text: str, *, by: str, reach: float = 0.0) -> Any:
    sketch.text(X, Y, text, SIZE)
    sketch.text(X + 4.5 * len(text) + 3, Y, "12", SIZE)
    end = X + 4.5 * len(text) + reach
    if by == "line":
        sketch.line(X - reach, Y + 5, end, Y + 5)
    else:
        sketch.fill(X - reach, Y + 4.7, end, Y + 5.3)


def state(sketch: Sketch, text: str, set_state: Callable[[Canvas], object], x: float = X) -> Any:
    """A text in a state of the canvas that it is left in by nothing else."""
    sketch.canvas.saveState()
    set_state(sketch.canvas)
    sketch.text(x, Y, text, SIZE)
    sketch.canvas.restoreState()


def mode(sketch: Sketch, text: str, number: Any, x: float = X) -> Any:
    words = sketch.canvas.beginText(x, sketch.height - Y - 0.86 * SIZE)
    words.setFont(SONG, SIZE)
    words.setTextRenderMode(number)
    words.textOut(text)
    words.setTextRenderMode(0)
    sketch.canvas.drawText(words)


def clip(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    path = canvas.beginPath()
    path.rect(x0, PAGE - y1, x1 - x0, y1 - y0)
    canvas.clipPath(path, stroke=0, fill=0)


def picture(colour: str = "white") -> ImageReader:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(data, "PNG")
    return ImageReader(data)


def image(sketch: Sketch, x0: float, y0: float, x1: float, y1: float, colour: str) -> Any:
    place = (x0, sketch.height - y1, x1 - x0, y1 - y0)
    sketch.canvas.drawImage(picture(colour), *place)


def in_form(sketch: Sketch, draw: Callable[[], object]) -> Any:
    sketch.canvas.beginForm("inner")
    draw()
    sketch.canvas.endForm()
    sketch.canvas.doForm("inner")


def over(sketch: Sketch, under: str, x: float, shown: str) -> Any:
    sketch.text(X, Y, under, SIZE)
    sketch.text(x, Y, shown, SIZE)


def outlined(sketch: Sketch) -> Any:
    """A 7 and a 0 as shapes."""
    path = sketch.canvas.beginPath()
    base = sketch.height - Y - SIZE
    path.moveTo(X, base + 7)
    for x, y in ((4, 7), (4, 6), (2, 0), (1, 0), (3, 6), (0, 6)):
        path.lineTo(X + x, base + y)
    path.close()
    path.ellipse(X + 6, base, 5, 7)
    sketch.canvas.drawPath(path, stroke=0, fill=1)


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)


def whited(sketch: Sketch, text: str, x0: float, x1: float, shown_at: float = X + 30) -> Any:
    sketch.text(X, Y, text, SIZE)
    sketch.fill(x0, Y - 2, x1, Y + SIZE + 2, (1, 1, 1))
    sketch.text(shown_at, Y, "12", SIZE)


def set_by(sketch: Sketch, matrix: Sequence[float], text: str = "12") -> Any:
    """A text around the middle of its place, in a space that a matrix turns."""
    canvas: Any = sketch.canvas
    canvas.saveState()
    canvas.translate(X + 10, sketch.height - Y - SIZE / 2)
    canvas.transform(*matrix, 0, 0)
    canvas.setFont(SONG, SIZE)
    canvas.drawCentredString(0, -3.2, text)
    canvas.restoreState()


def leaning(degrees: float) -> tuple[float, ...]:
    turn = math.radians(degrees)
    return math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn)


def saying(sketch: Sketch, shown: str, said: str) -> Any:
    """A text that says itself what it shows."""
    canvas: Any = sketch.canvas
    canvas._code.append(f"/Span <</ActualText ({said})>> BDC")  # noqa: SLF001
    sketch.text(X, Y, shown, SIZE)
    canvas._code.append("EMC")  # noqa: SLF001


def waved(sketch: Sketch) -> Any:
    """A figure with a line through it that is drawn by hand."""
    sketch.text(X, Y, "15", SIZE)
    y = sketch.height - Y - 5
    sketch.canvas.bezier(X - 1, y, X + 3, y + 2, X + 6, y - 2, X + 10, y)


HIDDEN: dict[str, Draw] = {
    "struck by a line": lambda s: struck(s, "15", by="line"),
    "struck by a rectangle": lambda s: struck(s, "15", by="rectangle"),
    "struck by a rule that reaches out": lambda s: struck(s, "7", by="line", reach=1.2),
    "struck in part": lambda s: (
        s.text(X, Y, "1512", SIZE),
        s.fill(X, Y + 4.7, X + 9, Y + 5.3),
    ),
    "under a white rectangle": lambda s: whited(s, "34", X - 2, X + 12),
    "under a white rectangle, in place": lambda s: whited(s, "34", X - 2, X + 12, X),
    "in part under a white rectangle": lambda s: (
        s.text(X, Y, "3412", SIZE),
        s.fill(X - 2, Y - 2, X + 9, Y + SIZE + 2, (1, 1, 1)),
    ),
    "in a form, under a white rectangle": lambda s: (
        in_form(s, lambda: s.text(X, Y, "34", SIZE)),
        s.fill(X - 2, Y - 2, X + 12, Y + SIZE + 2, (1, 1, 1)),
        s.text(X + 20, Y, "12", SIZE),
    ),
    "clipped away": lambda s: (
        state(s, "7", lambda c: clip(c, X + 30, Y, X + 40, Y + 10)),
        s.text(X + 4.5, Y, "12", SIZE),
    ),
    "clipped in part": lambda s: state(s, "712", lambda c: clip(c, X + 4.4, TOP, X + 40, Y + 20)),
    "without paint": lambda s: (mode(s, "7", 3), s.text(X + 4.5, Y, "12", SIZE)),
    "clipping only": lambda s: (
        s.canvas.saveState(),
        mode(s, "7", 7),
        s.canvas.restoreState(),
        s.text(X + 4.5, Y, "12", SIZE),
    ),
    "white": lambda s: (state(s, "7", white), s.text(X + 4.5, Y, "12", SIZE)),
    "nearly white": lambda s: (
        state(s, "7", lambda c: c.setFillColorRGB(0.985, 0.985, 0.985)),
        s.text(X + 4.5, Y, "12", SIZE),
    ),
    "transparent": lambda s: (
        state(s, "7", lambda c: c.setFillAlpha(0)),
        s.text(X + 4.5, Y, "12", SIZE),
    ),
    "outlined in white": lambda s: (
        s.canvas.saveState(),
        s.canvas.setStrokeColorRGB(1, 1, 1),
        mode(s, "7", 1),
        s.canvas.restoreState(),
        s.text(X + 4.5, Y, "12", SIZE),
    ),
    "a speck": lambda s: (s.text(X, Y, "7", 0.8), s.text(X + 3, Y, "12", SIZE)),
    "of the ground's colour": lambda s: (
        s.fill(X - 5, Y - 3, X + 30, Y + 12, (0.8, 0.8, 0.8)),
        state(s, "7", lambda c: c.setFillColorRGB(0.8, 0.8, 0.8)),
        s.text(X + 4.5, Y, "12", SIZE),
    ),
}


def red(sketch: Sketch, x: float, y: float, text: str) -> Any:
    sketch.canvas.saveState()
    sketch.canvas.setFillColorRGB(0.9, 0.1, 0.1)
    sketch.text(x, y, text, 8)
    sketch.canvas.restoreState()


CODE = "3301020012345"
SEALED: dict[str, Draw] = {
    "over figures": lambda s: (s.text(X, Y, "12", SIZE), red(s, X + 20, Y - 1, CODE)),
    "over a border": lambda s: (s.text(X, Y, "12", SIZE), red(s, X + 20, TOP + HEIGHT - 4, CODE)),
    "below figures": lambda s: (s.text(X, Y, "12", SIZE), red(s, X + 20, Y + 10, CODE)),
    "a pale watermark": lambda s: (
        s.text(X, Y, "12", SIZE),
        state(
            s, "内部资料 20230001 20230001", lambda c: c.setFillColorRGB(0.85, 0.85, 0.85), X + 15
        ),
    ),
}

SEEN: dict[str, Draw] = {
    "white on a dark ground": lambda s: (
        s.fill(X - 5, Y - 3, X + 30, Y + 12),
        state(s, "12", white),
    ),
    "under a tint laid over it": lambda s: (
        s.text(X, Y, "12", SIZE),
        s.canvas.saveState(),
        s.canvas.setFillColor(Color(1, 1, 0, alpha=0.3)),
        s.canvas.rect(X - 3, s.height - Y - 12, 30, 14, stroke=0, fill=1),
        s.canvas.restoreState(),
    ),
    "in a clip that cuts nothing": lambda s: state(
        s, "12", lambda c: clip(c, LEFT, TOP, LEFT + 60, TOP + 40)
    ),
    "grey": lambda s: state(s, "12", lambda c: c.setFillColorRGB(0.7, 0.7, 0.7)),
    "underlined": lambda s: (s.text(X, Y, "12", SIZE), s.line(X, Y + 9.4, X + 9, Y + 9.4)),
    "as a text layer of a scan": lambda s: (
        image(s, 0, 0, 595, 840, "ivory"),
        mode(s, "12", 3),
    ),
    "in italics": lambda s: set_by(s, (1, 0, 0.3, 1)),
    "leaning to the left": lambda s: set_by(s, (1, 0, -0.2, 1)),
    "in two pieces": lambda s: (s.text(X, Y, "1", SIZE), s.text(X + 4.5, Y, "2", SIZE)),
    "with letter spacing": lambda s: s.canvas.drawString(X, s.height - Y - 8, "12", charSpace=0.8),
}

NOTED: dict[str, Draw] = {
    "raised and smaller": lambda s: (s.text(X, Y, "12", SIZE), s.text(X + 9, Y - 1, "1", 5)),
    "raised": lambda s: (s.text(X, Y, "12", SIZE), s.text(X + 9, Y - 3, "1", 8)),
    "smaller": lambda s: (s.text(X, Y, "12", SIZE), s.text(X + 9, Y + 3.4, "1", 5)),
}

UNREADABLE: dict[str, Draw] = {
    "mirrored": lambda s: set_by(s, (-1, 0, 0, 1)),
    "one digit mirrored": lambda s: set_by(s, (-1, 0, 0, 1), "7"),
    "upside down": lambda s: set_by(s, (-1, 0, 0, -1), "69"),
    "flipped": lambda s: set_by(s, (1, 0, 0, -1)),
    **{
        f"leaning by {degrees}": lambda s, degrees=degrees: set_by(s, leaning(degrees))
        for degrees in (-12, 6, 10, 20, 45)
    },
    "said to be another": lambda s: saying(s, "12", "15"),
    "struck by hand": waved,
    "struck by a picture": lambda s: (
        s.text(X, Y, "15", SIZE),
        image(s, X - 1, Y + 4.7, X + 10, Y + 5.4, "black"),
    ),
    "black on black": lambda s: (
        s.fill(X - 5, Y - 3, X + 30, Y + 12),
        s.text(X, Y, "12", SIZE),
    ),
    "in the dark colour of its ground, beside white": lambda s: (
        s.fill(X - 5, Y - 3, X + 30, Y + 12, (0, 0, 0.5)),
        state(s, "7", lambda c: c.setFillColorRGB(0, 0, 0.5)),
        state(s, "12", white, X + 4.5),
    ),
    "whited out in part, and another digit in its place": lambda s: (
        s.text(X, Y, "157", SIZE),
        s.fill(X - 2, Y - 2, X + 9, Y + SIZE + 2, (1, 1, 1)),
        s.text(X, Y, "12", SIZE),
    ),
    "two texts in one place": lambda s: over(s, "34", X + 0.7, "12"),
    "two texts, a digit apart": lambda s: over(s, "34", X + 4.5, "12"),
    "a picture": lambda s: image(s, X, Y, X + 20, Y + 10, "navy"),
    "a picture beside a figure": lambda s: (
        s.text(X, Y, "1", SIZE),
        image(s, X + 6, Y, X + 12, Y + 10, "navy"),
    ),
    "a picture over a figure": lambda s: (
        s.text(X, Y, "1", SIZE),
        image(s, X - 2, Y - 1, X + 12, Y + 10, "navy"),
    ),
    "outlines": outlined,
    "outlines in a form": lambda s: in_form(s, lambda: outlined(s)),
    "struck, and nothing in its stead": lambda s: (
        s.text(X, Y, "15", SIZE),
        s.line(X, Y + 5, X + 9, Y + 5),
    ),
    "one digit struck": lambda s: (s.text(X, Y, "1", SIZE), s.line(X, Y + 5, X + 4.5, Y + 5)),
    "struck twice": lambda s: (
        s.text(X, Y, "15", SIZE),
        s.line(X, Y + 4.4, X + 9, Y + 4.4),
        s.line(X, Y + 5.6, X + 9, Y + 5.6),
    ),
    "struck from wall to wall": lambda s: (
        s.text(X, Y, "15", SIZE),
        s.line(LEFT, Y + 5, LEFT + WIDTH, Y + 5),
    ),
    "crossed out": lambda s: (
        s.text(X, Y, "15", SIZE),
        s.line(X - 1, Y, X + 10, Y + 9),
        s.line(X - 1, Y + 9, X + 10, Y),
    ),
    "in a cell that is crossed out": lambda s: (
        s.text(LEFT + 24, Y, "15", SIZE),
        s.line(LEFT, TOP + HEIGHT, LEFT + WIDTH, TOP + 2 * HEIGHT),
    ),
    "under a black bar": lambda s: (
        s.text(X, Y, "34", SIZE),
        s.fill(X - 2, Y - 2, X + 12, Y + SIZE + 2),
    ),
    "under a picture larger than the cell": lambda s: (
        s.text(X, Y, "34", SIZE),
        image(s, X - 14, Y - 9, X + 14, Y + 14, "firebrick"),
    ),
    "a digit half under a white rectangle": lambda s: (
        s.text(X, Y, "8", SIZE),
        s.fill(X - 2, Y - 2, X + 2.3, Y + SIZE + 2, (1, 1, 1)),
    ),
}


# PDFium takes a letter for the same again that stands where one of these does.
HIDDEN |= {
    f"{under}, {how}": draw
    for under in ("15", "12", "21")
    for how, draw in {
        "white, under another figure": lambda s, under=under: (
            state(s, under, white),
            s.text(X, Y, "12", SIZE),
        ),
        "without paint, under another figure": lambda s, under=under: (
            mode(s, under, 3),
            s.text(X, Y, "12", SIZE),
        ),
        "clipped away, under another figure": lambda s, under=under: (
            state(s, under, lambda c: clip(c, X + 30, Y, X + 40, Y + 10)),
            s.text(X, Y, "12", SIZE),
        ),
        "whited out, and another figure in its place": lambda s, under=under: whited(
            s, under, X - 2, X + 12, X
        ),
        "whited out, and another figure nearly in its place": lambda s, under=under: whited(
            s, under, X - 2, X + 12, X + 0.5
        ),
    }.items()
    if (under, how) != ("12", "without paint, under another figure")
}
HIDDEN["a white sign"] = lambda s: (state(s, "-", white), s.text(X + 4.5, Y, "12", SIZE))
HIDDEN["a white point"] = lambda s: (
    s.text(X, Y, "1", SIZE),
    state(s, ".", white, X + 4.5),
    s.text(X + 5, Y, "2", SIZE),
)
MANY = {
    **{how: HIDDEN[how] for how in ("white", "without paint", "a white sign", "a white point")},
    **{how: UNREADABLE[how] for how in ("mirrored", "upside down", "flipped", "leaning by 10")},
    **{how: UNREADABLE[how] for how in ("said to be another", "black on black")},
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", HIDDEN)
def test_what_is_not_seen_is_left_out(how: str, engine: str) -> None:
    assert first(table(HIDDEN[how]), engine) == "12"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", MANY)
def test_on_a_page_of_many_texts_too(how: str, engine: str) -> None:
    """There the letters of figures are asked for, and the others only if one is in doubt."""

    def among_many(sketch: Sketch) -> None:
        for at in range(300):
            sketch.text(60 + at % 60 * 6, 400 + at // 60 * 9, "文", 6)
        MANY[how](sketch)

    shown = first(table(among_many), engine)
    assert shown == "12" if how in HIDDEN else PICTURE in shown


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", SEEN)
def test_what_is_seen_stays(how: str, engine: str) -> None:
    assert first(table(SEEN[how]), engine) == "12"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", SEALED)
def test_text_across_cells_goes_to_none(how: str, engine: str) -> None:
    assert first(table(SEALED[how]), engine) == "12"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", NOTED)
def test_a_note_is_no_digit(how: str, engine: str) -> None:
    assert first(table(NOTED[how]), engine) == "12[1]"


def test_a_digit_said_to_be_another_is_not_sure() -> None:
    sketch = table(lambda s: saying(s, "7", "1"))
    assert first(sketch, "pdfium") == PICTURE


@pytest.mark.parametrize("engine", ENGINES)
def test_a_note_before_a_number_is_none_of_its_digits(engine: str) -> None:
    def noted(sketch: Sketch) -> None:
        sketch.text(X, Y, "5", 4)
        sketch.text(X + 2.4, Y, "12", SIZE)

    assert first(table(noted), engine) == "[5]12"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", UNREADABLE)
def test_what_cannot_be_told_is_no_blank_and_no_number(how: str, engine: str) -> None:
    assert PICTURE in first(table(UNREADABLE[how]), engine)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("reach", [-5, 0, 8], ids=["inside", "to the border", "beyond"])
def test_a_line_through_a_row_strikes_it_out(reach: float, engine: str) -> None:
    def through(sketch: Sketch) -> None:
        sketch.text(X, Y, "12", SIZE)
        sketch.line(LEFT - reach, Y + 5, LEFT + 5 * WIDTH + reach, Y + 5)

    (found,) = tables(table(through).read(engine))
    assert [cell.text for cell in found.cells] == [*"甲乙丙丁戊", *[PICTURE] * 5]


def unruled(draw: Draw) -> Sketch:
    """Three rows of figures under a header, without lines; a function draws one of them."""
    sketch = Sketch()
    for column, label in enumerate("甲乙丙丁戊"):
        x = LEFT + column * WIDTH
        sketch.text(x + 10, TOP + 5, label, SIZE)
        for row in range(1, 4):
            if (row, column) != (1, 0):
                sketch.text(x + 10, TOP + row * HEIGHT + 5, str(3 * row + column), SIZE)
    draw(sketch)
    return sketch


AMONG: dict[str, Draw] = {
    "a picture": lambda s: image(s, X, Y, X + 12, Y + 9, "navy"),
    "outlines": outlined,
    "struck": lambda s: (s.text(X, Y, "15", SIZE), s.line(X, Y + 5, X + 9, Y + 5)),
    "crossed out": lambda s: (s.text(X, Y, "15", SIZE), s.line(X - 1, Y, X + 10, Y + 9)),
    "under a black bar": lambda s: (
        s.text(X, Y, "34", SIZE),
        s.fill(X - 2, Y - 2, X + 12, Y + SIZE + 2),
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", AMONG)
def test_what_cannot_be_told_is_told_without_lines_too(how: str, engine: str) -> None:
    (found,) = tables(unruled(AMONG[how]).read(engine))
    first = [cell.text for cell in found.cells if cell.row == 1]
    assert [text.replace(2 * PICTURE, PICTURE) for text in first] == [PICTURE, "4", "5", "6", "7"]
    assert [cell.text for cell in found.cells if cell.row == 3] == ["9", "10", "11", "12", "13"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_struck_figure_with_another_beside_it_without_lines(engine: str) -> None:
    (found,) = tables(unruled(lambda s: struck(s, "15", by="line")).read(engine))
    assert [cell.text for cell in found.cells if cell.row == 1] == ["12", "4", "5", "6", "7"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_picture_amid_prose_is_no_figure(engine: str) -> None:
    sketch = Sketch().text(90, 300, "本年收到申请12件，办结3件。")
    image(sketch, 300, 300, 310, 310, "navy")
    assert PICTURE not in sketch.read(engine).dump()
