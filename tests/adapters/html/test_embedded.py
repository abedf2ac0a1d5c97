"""What a page shows only in a frame or by a script is read; what is hidden is not."""

from __future__ import annotations

import json
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape

import pytest

from adapters.html.pages import dump

INSIDE = "<p>甲</p><table><tr><td>规章</td><td>3</td></tr></table>"
READ = ["paragraph: 甲", "table: 1 x 2", "  0: 规章 | 3"]


@pytest.mark.parametrize(
    "page",
    [
        "<textarea style='display:none'>{raw}</textarea>",
        "<textarea hidden>{escaped}</textarea>",
        "<script type='text/template'>{raw}</script>",
        "<script type='text/plain' id=editor>{raw}</script>",
        "<xmp style='display:none'>{raw}</xmp>",
        "<template>{raw}</template>",
        "<div style='display:none'>{raw}</div>",
        "<div style='visibility:hidden'>{raw}</div>",
        "<style>.pane{{display:none}}</style><div class=pane>{raw}</div>",
        "<textarea hidden>&lt;b hidden&gt;暗&lt;/b&gt;{escaped}</textarea>",
        "<input type=hidden id=content value='{escaped}'>",
        "<div class=article>{escaped}</div>",
        "<pre>{escaped}</pre>",
        '<script>window.__STATE__={{"id":7,"content":{string}}}</script>',
        '<script type="application/json">{{"data":{{"content": {string}}}}}</script>',
    ],
)
def test_the_only_table_waits_for_a_script(page: str) -> None:
    string = json.dumps(INSIDE)
    for written in (string, string.replace("<", r"\u003c"), string.replace("/", r"\/")):
        assert dump(page.format(raw=INSIDE, escaped=escape(INSIDE), string=written)) == READ


@pytest.mark.parametrize("item", [escape(INSIDE), f"<![CDATA[{INSIDE}]]>"], ids=["as", "cdata"])
@pytest.mark.parametrize(
    "feed",
    [
        "<rss><channel><item><title>乙</title><description>{}</description></item></channel></rss>",
        "<feed><entry><title>乙</title><content type='html'>{}</content></entry></feed>",
    ],
)
def test_a_page_in_a_feed(feed: str, item: str) -> None:
    assert dump(f'<?xml version="1.0"?>{feed.format(item)}') == READ


def test_of_several_pages_in_a_script_none_is_the_one_that_is_shown() -> None:
    others = json.dumps([{"content": INSIDE}, {"content": INSIDE.replace("3", "4")}])
    assert dump(f"<p>前</p><script>var list={others}</script>") == ["paragraph: 前"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<textarea hidden>{raw}</textarea>",
        "<script type='text/template'>{raw}</script>",
        "<template>{raw}</template>",
        "<div style='display:none'>{raw}</div>",
        "<div class=a style='display:none'>{raw}</div><div class=b>乙</div>",
        "<table class=a hidden><tr><td>1</td><td>2</td></tr></table><table class=a></table>",
    ],
)
def test_beside_a_table_that_is_shown_it_is_not_read(hidden: str) -> None:
    shown = "<table><tr><td>规章</td><td>5</td></tr></table>"
    assert "  0: 规章 | 5" in (read := dump(hidden.format(raw=INSIDE) + shown))
    assert sum(line.startswith("table") for line in read) == 1


def test_a_script_that_writes_markup_is_no_template() -> None:
    assert dump(f"<p>前</p><script>write('{INSIDE}')</script>") == ["paragraph: 前"]


def test_a_page_in_a_frame() -> None:
    assert dump(f'<p>前</p><iframe srcdoc="{escape(INSIDE)}">旧</iframe>') == [
        "paragraph: 前",
        *READ,
    ]


@pytest.mark.parametrize(
    ("frame", "header", "value"),
    [
        ("<iframe src='cid:frame-1@mhtml.blink'></iframe>", "Content-ID", "<frame-1@mhtml.blink>"),
        ("<iframe src=a.files/one.htm></iframe>", "Content-Location", "file:///C:/a.files/one.htm"),
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_frame_of_a_page_saved_whole(frame: str, header: str, value: str, charset: str) -> None:
    whole = MIMEMultipart("related")
    whole.attach(MIMEText(f"<p>前</p>{frame}<p>后</p>", "html", "utf-8"))
    other, inner = (MIMEText(page, "html", charset) for page in ("<p>眉</p>", INSIDE))
    inner[header] = value
    whole.attach(other)
    whole.attach(inner)
    assert dump(whole.as_bytes()) == ["paragraph: 前", *READ, "paragraph: 后"]
