"""What a reader of the page does not see is not read; menus are left out."""

from __future__ import annotations

import pytest

from adapters.html.pages import dump

WORD = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>'


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>暗</p>",
        "<p style='display:none'>暗</p>",
        "<p style='color:red; DISPLAY : None'>暗</p>",
        "<div style='visibility:hidden'><p>暗</p></div>",
        "<span style='font-size: 0px;'>暗</span>",
        "<style>.off{position:absolute;left:-9999px}</style><p class=off>暗<b>暗</b></p>",
        "<style>.sr-only{position:absolute;clip: rect(0, 0, 0, 0);}</style><p class=sr-only>暗</p>",
        "<input type=submit value=暗>",
        "<script>document.write('<p>暗</p>')</script>",
        "<style>p:after{content:'暗';display:none}</style>",
        "<template><p>暗</p></template>",
        "<noscript><p>暗</p></noscript>",
        "<!-- <p>暗</p> -->",
        "<!--[if gte mso 9]><xml><w:View>暗</w:View></xml><![endif]-->",
        "<xml><o:Author>暗</o:Author></xml>",
        "<select><option>暗</select>",
        "<iframe src=x>暗</iframe>",
        "<dialog><p>暗</dialog>",
        "<button>暗</button>",
        "<input type=hidden value=暗>",
        "<style>.hide{display:none}</style><p class='a hide'>暗</p>",
        "<style>@media screen {.hide{display:none}}</style><p class='hide'>暗</p>",
        "<style>.弹窗{display:none}</style><p class=弹窗>暗</p>",
        "<style>#pop,.x{display:none!important}</style><div id=pop>暗</div>",
        "<style>P.no{visibility:hidden}</style><p class=no>暗</p>",
        "<nav>暗</nav>",
        "<div role=navigation>暗</div>",
        "<header>暗</header>",
        "<footer>暗</footer>",
        "<ul><li><a href=1>暗</a><li><a href=2>暗</a><li><a href=3>暗</a></ul>",
        "<div><a href=1>首页</a> &gt; <a href=2>公开</a> &gt;</div>",
        "<h3><a href=1>一、暗</a></h3><h3><a href=2>二、暗</a></h3><h3><a href=3>三、暗</a></h3>",
        "<table><tr><td><a href=1>暗</a></td><td><a href=2>暗</a></td></tr></table>",
    ],
)
def test_not_read(hidden: str) -> None:
    assert dump(f"<body><p>前</p>{hidden}<p>后</p>") == ["paragraph: 前", "paragraph: 后"]


@pytest.mark.parametrize(
    "seen",
    [
        "<p aria-hidden=true>明</p>",
        "<p style='overflow:hidden'>明</p>",
        "<p style='font-size:0.8em'>明</p>",
        "<p style='font-size:0'><span style='font-size:12px'>明</span></p>",
        "<p style='text-indent:-21pt;margin-left:-4px'>明</p>",
        "<p><input type=tel value=明></p>",
        "<style>@media print{.n{display:none}}</style><p class=n>明</p>",
        "<style>.tab{display:none} .tab.on{display:block}</style><p class='tab on'>明</p>",
        "<style>.n{display:none} .n{display:block}</style><p class=n>明</p>",
        "<style>.n{display:none}</style><p class=n style='display:block'>明</p>",
        "<style>.n{display:none}</style><p class=nn>明</p>",
        "<p><a href=1>明</a></p>",
        "<p><a name=_Toc1>明</a></p>",
        "<!--[if !mso]><!--><p>明</p><!--<![endif]-->",
        "<![if !supportLists]><p>明</p><![endif]>",
        "<article><header><p>明</p></header></article>",
        "<p>明<a href=1></a></p>",
    ],
)
def test_read(seen: str) -> None:
    assert dump(f"<body><p>前</p>{seen}<p>后</p>") == [
        "paragraph: 前",
        "paragraph: 明",
        "paragraph: 后",
    ]


def test_hidden_cells_and_rows_take_no_place() -> None:
    page = """<table><tr style="display:none"><td>暗</td><td>暗</td><td>暗</td></tr>
        <tr><td style="display:none">暗</td><td>规章</td><td>3</td></tr></table>"""
    assert dump(page) == ["table: 1 x 2", "  0: 规章 | 3"]


def test_what_is_not_seen_among_rows() -> None:
    page = """<table><script>var a = "<tr>"</script><tbody hidden><tr><td>暗</td><td>0</td></tbody>
        <tr><style>p{}</style><td><script>x</script><p>规章</p></td><template><td>暗</td></template>
        <td><p>3</p><p hidden>暗</p></td></tr></table>"""
    assert dump(page) == ["table: 1 x 2", "  0: 规章 | 3"]


def test_preformatted_text_that_is_hidden() -> None:
    assert dump("<pre>规章<b hidden>暗</b>\t3<br>行政许可\t4</pre>") == [
        "table: 2 x 2 (columns not aligned)",
        "  0: 规章 | 3",
        "  1: 行政许可 | 4",
    ]


def test_text_after_a_hidden_element_stays() -> None:
    page = "<p>甲<span hidden>暗</span>乙<b style='display:none'>暗</b>丙</p>"
    assert dump(page) == ["paragraph: 甲乙丙"]


def test_word_comments_are_not_read() -> None:
    page = WORD + "<p>正文</p><div style='mso-element:comment-list'><p>批注</p></div>"
    assert dump(page) == ["paragraph: 正文"]


def test_a_heading_that_is_a_link_is_no_heading() -> None:
    assert dump("<h2><a href=1>政府信息公开</a></h2>") == ["paragraph: 政府信息公开"]


def test_a_link_left_open_hides_nothing() -> None:
    page = "<p><a href=1>一、总体情况<p>甲</p><p>乙</p><p>丙</p><p>丁</p>"
    assert [line.removeprefix("paragraph: ") for line in dump(page)] == [
        *("一、总体情况", "甲", "乙", "丙", "丁")
    ]


def test_a_menu_left_open_hides_no_table() -> None:
    assert dump("<nav><p>菜单<table><tr><td>规章<td>3</table>")[1:] == [
        "table: 1 x 2",
        "  0: 规章 | 3",
    ]


def test_a_page_for_readers_without_scripts() -> None:
    assert dump("<body><script>load()</script><noscript><p>正文</p></noscript>") == [
        "paragraph: 正文"
    ]
