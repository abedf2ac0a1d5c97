"""Tables read from the source are what the parser's tree gives."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.html.pages import dump, read
from govinfo.adapters.html._source import regular_tables
from govinfo.errors import LimitExceeded
from govinfo.source import Limits

# Where a page holds a lone carriage return, every table is read from the tree.
FROM_TREE = "<!--\r-->"

ROW = "<tr><td>规章</td><td>3</td></tr>"
TABLE = f"<table>{ROW}</table>"


def n_regular(page: str) -> int:
    return len(regular_tables(page.encode())[1])


def assert_same(page: str) -> None:
    assert n_regular(FROM_TREE + page) == 0
    assert read(page) == read(FROM_TREE + page)


REGULAR = [
    *(
        "0",
        "",
        " ",
        "<p>规章</p>",
        "\n <p class=a>\n 规章 </p>\n",
        "<b>甲</b> <b>乙</b>",
        "<p></p>",
    ),
    *("甲<br>乙", "<p>甲<br/> 乙</p>", "<p>甲</p><p>乙</p>", "甲<p>乙</p>丙", "<div>甲</div>"),
    *(
        "<div><p>甲</p> 乙<div>丙</div></div>",
        "<b><p>甲</p>乙</b>",
        "<p><span><o:p></o:p></span></p>",
    ),
    *(
        "&nbsp;",
        "&lt;甲&gt; &amp;nbsp; &quot;",
        "a > b",
        "\u3000<p>甲</p>",
        "<p>甲</p>\xa0",
        "\u200b甲",
    ),
    *(
        "<p style='vertical-align: middle'>甲</p>",
        "<BR>",
        "<p title=甲\u3000hidden>乙</p>",
        "<SPAN>甲</SPAN>",
        "长" * 400,
    ),
    "<p>" + "长文。" * 60 + "</p><p>" + "长文。" * 60 + "</p>",
]
IRREGULAR = [
    *(
        "<b>甲",
        "甲</b>",
        "<p>甲",
        "<b><i>甲</b></i>",
        "<p><div>甲</div></p>",
        "<p><b><p>甲</p></b></p>",
    ),
    *(
        "<span hidden>甲</span>",
        "<p style='display:none'>甲</p>",
        "<p role=cell>甲</p>",
        "<!-- 甲 -->",
    ),
    *(
        "3<span style='vertical-align:super'>1</span>",
        "3<sup>1</sup>",
        "<del>甲</del>",
        "<a href=x>甲</a>",
    ),
    *(
        "<p style='display&#58;none'>甲</p>",
        "<p title='a>b'>甲</p>",
    ),
    *("&copy;", "&#51;", "&nbsp", "a < b", "<b/>甲", "<wbr>甲", "<ul><li>甲</ul>", "<img alt=图>"),
    *(
        "<div style='display:table-row'>甲</div>",
        "<td>甲</td>",
        "<tr></tr>",
        "<caption>甲</caption>",
    ),
]


@pytest.mark.parametrize("content", REGULAR)
def test_cells(content: str) -> None:
    page = f"<table><tr><td>甲</td><th colspan=2>{content}</th></tr>{ROW}</table>"
    assert n_regular(page) == 1
    assert_same(page)


@pytest.mark.parametrize("content", IRREGULAR)
def test_cells_for_the_parser(content: str) -> None:
    page = f"<table><tr><td>甲</td><td>{content}</td></tr>{ROW}</table>"
    assert n_regular(page) == 0
    assert_same(page)


@pytest.mark.parametrize(
    ("rows", "regular"),
    [
        *[(rows, True) for rows in ("", ROW, f"<tbody>{ROW}</tbody>", f"\n{ROW}\n{ROW}\n")],
        (f"<colgroup><col width=3><col></colgroup><tbody>{ROW}</tbody>", True),
        ("<tr></tr><tr><td></td></tr>", True),
        ("<tr><td colspan='2' rowspan=2>甲</td></tr><tr><td colspan=''>1</td></tr>", True),
        ("<tr><td colspan=999 rowspan=0>甲</td><td>乙</td></tr><tr><td>1</td></tr>", True),
        ("<tr><td colspan=2 colspan=3>甲</td></tr>" + ROW, True),
        ("<tr><td colspan='100%'>甲</td></tr>" + ROW, False),
        (f"<tbody>{ROW}</tbody><tbody>{ROW}</tbody>", False),
        (f"<thead>{ROW}</thead>{ROW}", False),
        (f"甲{ROW}", False),
        (f"{ROW}<td>甲</td>", False),
        ("<tr>甲<td>1</td></tr>", False),
        ("<tr><td>1</td>甲</tr>", False),
        ("<tr hidden><td>1</td></tr>" + ROW, False),
        ("<tr><td>1<tr><td>2", False),
    ],
)
def test_rows(rows: str, regular: bool) -> None:
    page = f"<table class=x width='50%'>{rows}</table>"
    assert n_regular(page) == int(regular)
    assert_same(page)


@pytest.mark.parametrize(
    "around",
    [
        *("<div>{}</div>", "<p>甲{}乙", "<pre>{}</pre>", "3<sup>{}</sup>", "<nav>{}</nav>"),
        *("<div hidden>{}</div>", "<div role=navigation>{}</div>", "<!-- {} -->", "<del>{}</del>"),
        *("<script>'{}'</script>", "<textarea>{}</textarea>", "<title>{}</title>", "<xmp>{}</xmp>"),
        *(
            "<p title='{}'>甲",
            "<plaintext>{}",
            "<noscript>{}</noscript>",
            "<template>{}</template>",
        ),
        *("<table><tr><td>甲{}乙</td><td>1</td></tr></table>", "<table><tr>{}</tr></table>"),
        *("<table><form>{}</form></table>", "<table><tr><form>{}</form></tr></table>"),
        *("<table>{}</table>", "<table><caption>{}</caption><tr><td>1</table>", "<h1>甲{}</h1>"),
        *("<span style='vertical-align:super'>{}</span>", "<ol><li>{}</ol>", "<a href=x>{}</a>"),
        *("<style>.x{{display:none}}</style>{}", "<style>.x{{display:table-cell}}</style>{}"),
        *("<style>#y{{display:none}}</style>{}", "<p govinfo-regular-table=0>{}", "{}<table>"),
    ],
)
def test_what_stands_around(around: str) -> None:
    table = f"<table><tr><td class=x>甲</td><td id=y>2</td></tr>{ROW}</table>"
    assert_same(f"<h2>题</h2>{around.format(table)}<p>文</p>{TABLE}")


def test_several() -> None:
    page = f"<p>甲</p>{TABLE}<p>乙</p><table><tr><td>{TABLE}</td></tr></table>{TABLE}<p>丙</p>"
    assert n_regular(page) == 3
    assert_same(page)


def texts() -> st.SearchStrategy[str]:
    return st.sampled_from(
        ["0", "12", "规章", " ", "", "&nbsp;", "甲 乙", "\n甲", "a&lt;b", "1,2\n"]
    )


def contents() -> st.SearchStrategy[str]:
    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        names = st.sampled_from(["p", "p class=a", "div", "span", "b style='font-size:9pt'", "o:p"])
        wrapped = st.builds(lambda name, text: f"<{name}>{text}</{name.split()[0]}>", names, inner)
        between = st.sampled_from(["", " ", "<br>", "\n"])
        return wrapped | st.builds(lambda a, gap, b: a + gap + b, inner, between, inner)

    return st.recursive(texts(), grown, max_leaves=4)


SPANS = st.sampled_from(
    ["", "", "", " colspan=2", " rowspan='2'", " colspan=3 rowspan=0", " width=5"]
)
CELLS = st.builds(
    lambda name, spans, content: f"<{name}{spans}>{content}</{name}>",
    st.sampled_from(["td", "td", "td", "th"]),
    SPANS,
    contents(),
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=5), st.sampled_from(["", "\n ", "<b>"]))
def test_any_table(rows: list[list[str]], gap: str) -> None:
    table = "".join(f"<tr>{gap}{gap.join(row)}</tr>{gap}" for row in rows)
    assert_same(f"<table><tbody>{table}</tbody></table><p>文</p>")


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(cells=3), "more than 3 table cells"),
        (Limits(blocks=3), "more than 3 blocks"),
        (Limits(depth=3), "deeper than 3"),
        (Limits(line=4), "longer than 4"),
    ],
)
def test_limits(limits: Limits, message: str) -> None:
    page = f"<table>{ROW}<tr><td>甲<br>乙<br>丙<br>丁</td><td><p>甲乙丙丁戊</p>己</td></tr></table>"
    for start in ("", FROM_TREE):
        with pytest.raises(LimitExceeded, match=message):
            read(start + page, limits)


@pytest.mark.parametrize(
    "unit",
    ["<table>", "<table></table>", "<table><tr><td>", "<table><", "<table a", "<b>", "<p>甲"],
)
def test_time_is_linear(unit: str) -> None:
    start = time.perf_counter()
    for page in (unit * 20_000 + "</table>", f"<table>{unit * 20_000}</table>"):
        regular_tables(page.encode())
    assert time.perf_counter() - start < 10


def test_a_long_stretch_of_tags() -> None:
    tags = "<span class=abc></span>" * 400
    page = f"<table><tr><td>{tags}甲{tags}</td><td>1</td></tr></table>"
    assert dump(page) == ["table: 1 x 2", "  0: 甲 | 1"]
    assert_same(page)
