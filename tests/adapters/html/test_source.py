"""Tables of a known shape read as the parser's tree gives them, whatever their texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adapters.html.pages import read
from govinfo.adapters.html._source import ShapedTable, regular_tables

# Where a page holds a lone carriage return, every table is read from the tree.
FROM_TREE = "<!--\r-->"

TEXTS = (
    *("0", "12", "2023", "规章", "（一）予以公开", "1,234", "182.32万元", "甲 乙", " 甲\n", "\n12"),
    *(
        "&nbsp;",
        "a&lt;b",
        "&amp;",
        "a > b",
        "\u3000甲",
        "\u200b",
        "长" * 300,
        "本局公开。",
        "&copy;",
    ),
)
WRAPPED = ("{}", "<p>{}</p>", "<p class=a><span>{}</span></p>", "<div>{} </div>", "<b>{}</b>\n")
SPANS = ("", "", "", " colspan=2", " rowspan=2", " colspan=3 rowspan=2")


def page(rows: list[list[str]], texts: list[str]) -> str:
    """A table of cells, each with one of the texts."""
    drawn = iter(texts * 30)
    lines = ("".join(cell.format(next(drawn)) for cell in row) for row in rows)
    table = "".join(f"<tr>{line}</tr>\n" for line in lines)
    return f"<p>甲</p><table border=1><tbody>{table}</tbody></table><p>乙</p>"


def cells() -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, spans, wrapped: f"<{name}{spans}>{wrapped}</{name}>",
        st.sampled_from(["td", "td", "th"]),
        st.sampled_from(SPANS),
        st.sampled_from([*WRAPPED, "", "<p></p>"]),
    )


def texts() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(TEXTS), min_size=1, max_size=9)


@given(st.lists(st.lists(cells(), max_size=5), max_size=5), texts(), texts())
def test_other_texts_in_the_same_tags(
    rows: list[list[str]], first: list[str], second: list[str]
) -> None:
    for drawn in (first, second, first):
        written = page(rows, drawn)
        assert read(written) == read(FROM_TREE + written)


def test_a_shape_is_known_by_its_tags() -> None:
    rows = [["<td>{}</td>", "<td colspan=2><p>{}</p></td>"]]
    shaped, *_ = regular_tables(page(rows, ["规章", "3"]).encode())[1]
    other, *_ = regular_tables(page(rows, ["行政许可", "2023"]).encode())[1]
    assert isinstance(shaped, ShapedTable)
    assert isinstance(other, ShapedTable)
    assert [content.text for *_, content in other] == ["行政许可", "2023"]
    assert other.shape is shaped.shape


def test_cells_of_several_texts_have_no_shape() -> None:
    several = page([["<td>{}<br>乙</td>", "<td>{}</td>"]], ["甲", "1"])
    tables = regular_tables(several.encode())[1]
    assert len(tables) == 1
    assert not isinstance(tables[0], ShapedTable)
    assert read(several) == read(FROM_TREE + several)
