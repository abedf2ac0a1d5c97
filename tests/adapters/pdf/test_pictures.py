"""Pages as pictures: of their size, with what is drawn where anchors say it is."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from adapters.pdf.drawing import Sketch
from govinfo.adapters.base import Picture, Pictured
from govinfo.adapters.pdf import PdfAdapter
from govinfo.adapters.text import TextAdapter
from govinfo.errors import CorruptDocument, EncryptedDocument
from govinfo.source import Limits, Source


def painted(data: bytes, *numbers: int) -> tuple[Picture, ...]:
    return PdfAdapter().pictures(Source(data), numbers)


def image_of(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    assert image.get_format_mimetype() == picture.media_type
    return image.convert("L")


def two_pages() -> bytes:
    sketch = Sketch().fill(100, 200, 150, 240).page()
    return sketch.fill(300, 400, 320, 420).page().data()


def test_only_adapters_whose_pages_have_a_look_give_pictures() -> None:
    assert isinstance(PdfAdapter(), Pictured)
    assert not isinstance(TextAdapter(), Pictured)


def test_pictures_come_in_the_order_asked_for() -> None:
    assert [one.page for one in painted(two_pages(), 2, 1, 2)] == [2, 1, 2]


def test_numbers_that_no_page_has_are_left_out() -> None:
    assert [one.page for one in painted(two_pages(), 0, 1, 3, -1)] == [1]


def test_what_stands_in_a_box_is_painted_there() -> None:
    (picture,) = painted(two_pages(), 1)
    assert (picture.width, picture.height) == pytest.approx(A4, abs=0.5)
    image = image_of(picture)
    scale = image.width / picture.width
    dark = image.point(lambda light: 255 * (light < 128)).getbbox()
    assert dark is not None
    assert [edge / scale for edge in dark] == pytest.approx([100, 200, 150, 240], abs=1)


def test_the_corner_of_a_cropped_and_turned_page_is_that_of_its_anchors() -> None:
    sketch = Sketch()
    sketch.canvas.setCropBox((50, 100, 450, 550))
    sketch.canvas.setPageRotation(90)
    sketch.text(100, 300, "一、总体情况", 20).page()
    data = sketch.data()
    (block,) = PdfAdapter().read(Source(data), Limits()).blocks
    (picture,) = painted(data, 1)
    assert (picture.width, picture.height) == (450, 400)
    assert block.anchor is not None
    assert block.anchor.box is not None
    image = image_of(picture)
    scale = image.width / picture.width
    dark = image.point(lambda light: 255 * (light < 128)).getbbox()
    assert dark is not None
    left, top, right, bottom = (edge / scale for edge in dark)
    box = block.anchor.box
    assert box[0] - 6 <= left < right <= box[2] + 6
    assert box[1] - 6 <= top < bottom <= box[3] + 6


def test_a_poster_is_painted_no_larger_than_a_page_of_html_bears() -> None:
    (picture,) = painted(Sketch((5000, 2500)).page().data(), 1)
    assert (picture.width, picture.height) == (5000, 2500)
    assert image_of(picture).size == (2200, 1100)


def test_a_photograph_takes_less_room_as_jpeg() -> None:
    noise = Image.effect_noise((600, 800), 80).convert("RGB")
    sketch = Sketch()
    sketch.canvas.drawImage(ImageReader(noise), 0, 0, *A4)
    (photograph,) = painted(sketch.page().data(), 1)
    (drawing,) = painted(two_pages(), 1)
    assert (photograph.media_type, drawing.media_type) == ("image/jpeg", "image/png")
    assert len(photograph.data) > len(drawing.data)


def test_what_cannot_be_opened_is_an_error_of_the_library() -> None:
    with pytest.raises(CorruptDocument):
        painted(b"%PDF-1.7 and no more", 1)
    sketch = Sketch(encrypt="secret")
    with pytest.raises(EncryptedDocument):
        painted(sketch.page().data(), 1)
