"""What a page of OFD draws, markup beside what is read."""

from __future__ import annotations

import pytest

import ofdml
from govinfo.blocks import Document, Paragraph, Table
from govinfo.errors import LimitExceeded, NoTextLayer
from ofdml import element, layer, line, ofd, page, rectangle, text

UNREAD = "\ufffc"
NAMELESS = "\ufffd"


def read(*objects: str, **more: str) -> list[str]:
    return texts(ofdml.read(ofd(page(layer(*objects)), **more)))


def texts(document: Document) -> list[str]:
    """Paragraphs, and the rows of tables."""
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += ["|".join(cell.text for cell in row) for row in block.rows]
        elif isinstance(block, Paragraph):
            found.append(block.text)
    return found


def code(content: str, **attributes: object) -> str:
    shown = {"X": 0, "Y": 3, **attributes}
    return element("TextCode", content, **shown)


def line_of(*codes: str, **attributes: object) -> str:
    """A text object with its lines as they are written."""
    shown = {"Boundary": "20 20 150 4", "Font": 1, "Size": 4, **attributes}
    return element("TextObject", "".join(codes), **shown)


def grid(*rows: tuple[str, ...], top: float = 50) -> str:
    """A ruled table of 40 by 8 millimetres a cell."""
    right, bottom = 20 + 40 * len(rows[0]), top + 8 * len(rows)
    rules = [line(20, top + 8 * at, right, top + 8 * at) for at in range(len(rows) + 1)]
    rules += [line(20 + 40 * at, top, 20 + 40 * at, bottom) for at in range(len(rows[0]) + 1)]
    cells = [
        one if one.startswith("<") else text(22 + 40 * column, top + 2 + 8 * row, one)
        for row, cells in enumerate(rows)
        for column, one in enumerate(cells)
        if one
    ]
    return "".join(rules + cells)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([code("公开12件", DeltaX="4 4 2 2")], "公开12件"),
        ([code("公开12件", DeltaX="g 2 4 g 2 2")], "公开12件"),
        ([code("公开12件")], "公开12件"),  # no distances at all
        ([code("公开12件", DeltaX="4 4")], "公开12件"),  # fewer than needed
        ([code("公开"), code("12件", X=8, DeltaX="2 2")], "公开12件"),
        ([code("\n  公开12件\n  ", DeltaX="4 4 2 2")], "公开12件"),
        ([code("1 2", DeltaX="2 2")], "1 2"),
        ([code("12", DeltaX="6")], "1 2"),  # they stand apart
        ([code("2023", DeltaX="g 3 2.6")], "2023"),  # a wide font
    ],
)
def test_distances_between_letters(codes: list[str], expected: str) -> None:
    assert read(line_of(*codes)) == [expected]


def test_one_object_a_letter() -> None:
    letters = [text(20 + 4 * at, 20, char) for at, char in enumerate("公开条例")]
    figures = [text(36 + 2.2 * at, 20, char) for at, char in enumerate("2023")]
    assert read(*letters, *figures) == ["公开条例2023"]


def test_letters_one_below_the_other_are_one_label() -> None:
    down = line_of(code("合计数", DeltaX="0 0", DeltaY="4 4"), Boundary="22 52 4 14")
    # Two cells side by side, as high as two rows of the third column.
    rules = [line(20, y, 100, y) for y in (50, 70)] + [line(x, 50, x, 70) for x in (20, 60, 100)]
    assert read(*rules, down, text(62, 52, "12")) == ["合计数|12"]


def test_a_direction_of_reading_stands_for_distances() -> None:
    down = line_of(code("合计数"), Boundary="22 52 4 14", ReadDirection=90)
    rules = [line(20, y, 100, y) for y in (50, 70)] + [line(x, 50, x, 70) for x in (20, 60, 100)]
    assert read(*rules, down, text(62, 52, "12")) == ["合计数|12"]


def test_a_matrix_scales_and_moves() -> None:
    points = "0.352778 0 0 0.352778 0 0"
    scaled = line_of(code("公开12件", Y=9, DeltaX="12 12 6 6"), CTM=points, Size=12)
    assert read(scaled) == ["公开12件"]


def test_a_page_of_turned_text_is_read_upright() -> None:
    turned = [
        line_of(code(one, Y=0, DeltaX="g 5 4"), CTM="0 1 -1 0 0 0", Boundary=f"{x} 20 4 150")
        for x, one in ((100, "公开政府信息"), (90, "共十二件信息"))
    ]
    (first, second) = ofdml.read(ofd(page(layer(*turned)))).blocks
    assert (first.text, second.text) == ("公开政府信息", "共十二件信息")  # type: ignore[union-attr]
    assert first.anchor is not None
    assert first.anchor.box is not None
    # The place is that on the page which a viewer shows: 20 mm from the top.
    assert abs(first.anchor.box[1] - 20 / 25.4 * 72) < 2


def test_a_table_by_paths_of_every_kind() -> None:
    rows = (("申请", "12"), ("复议", ""))
    assert read(grid(*rows)) == ["申请|12", "复议|"]
    boxes = [
        rectangle(20 + 40 * column, 50 + 8 * row, 60 + 40 * column, 58 + 8 * row)
        for row in range(2)
        for column in range(2)
    ]
    assert read(*boxes, text(22, 52, "申请"), text(62, 52, "12"), text(22, 60, "复议")) == [
        "申请|12",
        "复议|",
    ]
    filled = [
        rectangle(x, y, max(x + w, x + 0.3), max(y + h, y + 0.3), Fill="true", Stroke="false")
        for x, y, w, h in (
            *((20, y, 80, 0) for y in (50, 58, 66)),
            *((x, 50, 0, 16) for x in (20, 60, 100)),
        )
    ]
    assert read(*filled, text(22, 52, "申请"), text(62, 52, "12"), text(22, 60, "复议")) == [
        "申请|12",
        "复议|",
    ]


def test_an_arc_has_no_chord() -> None:
    seal = ofdml.path("M 22 62 A 20 8 0 0 1 98 62", Boundary="0 0 210 297")
    assert read(grid(("申请", "12"), ("复议", "3")), seal) == ["申请|12", "复议|3"]


def test_templates_are_painted_below_or_above() -> None:
    common = element("TemplatePage", ID=5, BaseLoc="Tpls/Tpl_0/Content.xml")
    shown = page(
        layer(text(62, 52, "12")), before=element("Template", TemplateID=5, ZOrder="Background")
    )
    made = ofdml.parts(shown, common=common)
    made["Doc_0/Tpls/Tpl_0/Content.xml"] = page(layer(grid(("申请", ""))))
    assert texts(ofdml.read(ofdml.zipped(made))) == ["申请|12"]
    # A white ground of the page itself hides what lies below it.
    white = rectangle(10, 40, 200, 200, ofdml.colour("255 255 255"), Fill="true", Stroke="false")
    made["Doc_0/Pages/Page_0/Content.xml"] = page(
        layer(text(62, 22, "12"), white), before=element("Template", TemplateID=5)
    )
    assert "申请" not in "".join(texts(ofdml.read(ofdml.zipped(made))))


def test_layers_are_painted_by_their_kind() -> None:
    white = ofdml.colour("255 255 255")
    ground = rectangle(10, 10, 200, 60, white, Fill="true", Stroke="false")
    below, body = layer(ground, Type="Background"), layer(text(20, 20, "公开"), Type="Body")
    assert texts(ofdml.read(ofd(page(body, below)))) == ["公开"]


def test_a_drawing_used_twice() -> None:
    unit = element("CompositeGraphicUnit", element("Content", text(2, 2, "公开")), ID=9)
    made = ofdml.parts(
        page(
            layer(
                element("CompositeObject", ResourceID=9, Boundary="20 20 50 10"),
                element("CompositeObject", ResourceID=9, Boundary="20 60 50 10"),
            )
        ),
        common=element("PublicRes", "PublicRes.xml"),
    )
    made["Doc_0/PublicRes.xml"] = ofdml.root("Res", element("CompositeGraphicUnits", unit))
    assert texts(ofdml.read(ofdml.zipped(made))) == ["公开", "公开"]


def test_a_drawing_of_itself_is_refused() -> None:
    own = element("CompositeObject", ResourceID=9, Boundary="0 0 50 10")
    unit = element("CompositeGraphicUnit", element("Content", own), ID=9)
    made = ofdml.parts(page(layer(own)), common=element("PublicRes", "PublicRes.xml"))
    made["Doc_0/PublicRes.xml"] = ofdml.root("Res", unit)
    with pytest.raises(LimitExceeded, match="nested"):
        ofdml.read(ofdml.zipped(made))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("Stamp", "申请|12"), ("Path", "申请|12"), ("Watermark", "申请|"), ("Link", "申请|")],
)
def test_what_is_laid_over_a_page(kind: str, expected: str) -> None:
    looks = element("Appearance", text(2, 2, "12"), Boundary="60 50 40 8")
    made = ofdml.parts(
        page(layer(grid(("申请", "")))), after=element("Annotations", "Annots/Annotations.xml")
    )
    listed = element("Page", element("FileLoc", "Page_0/Annotation.xml"), PageID=0)
    made["Doc_0/Annots/Annotations.xml"] = ofdml.root("Annotations", listed)
    made["Doc_0/Annots/Page_0/Annotation.xml"] = ofdml.root(
        "PageAnnot", element("Annot", looks, Type=kind)
    )
    assert texts(ofdml.read(ofdml.zipped(made))) == [expected]


def test_white_text_is_seen_on_a_dark_ground() -> None:
    dark = rectangle(20, 50, 60, 58, ofdml.colour("0 0 128"), Fill="true", Stroke="false")
    white = text(22, 52, "申请", inner=ofdml.colour("255 255 255"))
    assert read(dark, grid((white, "12"))) == ["申请|12"]


def test_the_colour_of_a_drawing_parameter_counts() -> None:
    made = ofdml.parts(
        page(layer(grid(("申请", text(62, 52, "12", DrawParam=4))))),
        common=element("PublicRes", "PublicRes.xml"),
    )
    params = element("DrawParam", ID=4, Relative=3) + element(
        "DrawParam", ofdml.colour("255 255 255"), ID=3
    )
    made["Doc_0/PublicRes.xml"] = ofdml.root("Res", element("DrawParams", params))
    assert texts(ofdml.read(ofdml.zipped(made))) == ["申请|"]


def test_text_unseen_over_a_scan_is_its_text() -> None:
    scan = element("ImageObject", Boundary="0 0 210 297", ResourceID=7)
    assert read(scan, text(20, 20, "公开", Fill="false")) == ["公开"]


def test_glyphs_without_characters_are_told() -> None:
    glyphs = element("CGTransform", element("Glyphs", "21 22"), CodeCount=2, GlyphCount=2)
    nameless = line_of(glyphs, code("", DeltaX="2"), Boundary="62 52 8 4")
    assert read(grid(("申请公开", nameless), ("复议诉讼", "3"))) == [
        f"申请公开|{NAMELESS * 2}",
        "复议诉讼|3",
    ]
    with pytest.raises(NoTextLayer, match="glyphs"):
        read(nameless, text(20, 20, "公开"))


@pytest.mark.parametrize(
    "shown",
    [
        element("ImageObject", Boundary="63 52 10 4", ResourceID=7),
        element("CompositeObject", Boundary="63 52 10 4", ResourceID=77),
        ofdml.path("M 0 0 B 1 1 2 2 3 3 L 4 0 L 5 4 L 3 2 L 1 4 C", Boundary="63 52 10 4"),
    ],
    ids=["picture", "unknown drawing", "outlines"],
)
def test_what_is_seen_in_a_blank_cell_is_told(shown: str) -> None:
    assert read(grid(("申请", "")), shown) == [f"申请|{UNREAD}"]


@pytest.mark.parametrize(
    ("file", "expected"), [("a.jpg", UNREAD * 2), ("a.png", "12")], ids=["opaque", "a seal"]
)
def test_a_picture_over_a_figure(file: str, expected: str) -> None:
    image = element("ImageObject", Boundary="61 51 30 6", ResourceID=7)
    made = ofdml.parts(
        page(layer(grid(("申请", "12"), ("公开条例", "3")), image)),
        common=element("DocumentRes", "DocumentRes.xml"),
    )
    media = element("MultiMedia", element("MediaFile", file), ID=7, Type="Image")
    made["Doc_0/DocumentRes.xml"] = ofdml.root("Res", element("MultiMedias", media))
    assert texts(ofdml.read(ofdml.zipped(made))) == [f"申请|{expected}", "公开条例|3"]


def test_text_far_outside_its_own_edges_is_told() -> None:
    far = line_of(code("12", Y=30, DeltaX="2"), Boundary="62 25 10 4")
    assert read(grid(("申请", far))) == [f"申请|{UNREAD * 2}"]
    # Many programs put the edges on the baseline.
    flat = line_of(code("12", Y=0, DeltaX="2"), Boundary="62 55 10 0")
    assert read(grid(("申请", flat))) == ["申请|12"]


@pytest.mark.parametrize(
    "mark",
    [
        text(30, 100, "内部资料", 20, inner=ofdml.colour("220 220 220")),
        text(30, 100, "内部资料", 20, Alpha=80),
        text(30, 100, "内部资料", 20, Boundary="30 100 90 90", CTM="0.7 0.7 -0.7 0.7 20 0"),
    ],
    ids=["pale", "shining through", "slanted"],
)
def test_a_watermark_is_left_out(mark: str) -> None:
    lines = [text(20, 20 + 6 * at, "公开政府信息十二件。") for at in range(9)]
    assert "内部" not in "".join(read(*lines, mark))


@pytest.mark.parametrize("letters", [["12"], ["1", "2"]], ids=["a run", "letters"])
def test_bold_by_drawing_twice_is_read_once(letters: list[str]) -> None:
    twice = "".join(
        text(62 + 2 * at, 52, one) + text(62.1 + 2 * at, 52, one) for at, one in enumerate(letters)
    )
    assert read(grid(("申请", twice))) == ["申请|12"]


def test_struck_figures_are_left_out() -> None:
    assert read(grid(("申请", "12")), line(61, 54.2, 67, 54.2)) == ["申请|\ufffc"]


def test_anchors_are_in_points() -> None:
    (paragraph,) = ofdml.read(ofd(page(layer(text(25.4, 25.4, "公开", 4))))).blocks
    assert paragraph.anchor is not None
    assert paragraph.anchor.page == 1
    assert paragraph.anchor.box == pytest.approx((72, 72, 94.68, 83.34), abs=0.1)
