"""Tells what stands around an article on nearly every page: menus, buttons, the page's foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govinfo.adapters.html._items import Grid, Item, Line
from govinfo.page_furniture import are_buttons, foot

if TYPE_CHECKING:
    from collections.abc import Sequence

# As many lines in a row, each nothing but a link, are a menu.
_MENU = 3

# What is printed over a list of links.
_LIST_NAME = re.compile(
    r"(?:(?:相关|相關|推荐|热门|热点|友情|最新|附件)"
    r"(?:信息|链接|鏈接|文章|阅读|新闻|附件|稿件|文件|栏目|内容)?"
    r"|(?:历年|歷年|往年|往期|历史|各年度?)(?:政府)?(?:信息公开|信息公開)?(?:工作)?(?:年度)?"
    r"(?:报告|報告|年报|年報|信息)?"
    r"|(?:公开)?年报列表|年度报告列表|栏目导航|导航|网站导航|目录|目錄|更多)[:：]?"
)


def without_boilerplate(items: Sequence[Item]) -> list[Item]:
    """The items without lists of links, lines of buttons, and the foot of the page."""
    kept: list[Item] = []
    run: list[Item] = []
    for item in items:
        links = item.links if isinstance(item, Line) else 0
        if links == 1:
            run.append(item)
            continue
        _end_run(run, kept)
        run = []
        if links == 0 and not _is_boilerplate(item):
            kept.append(item)
    _end_run(run, kept)
    return kept[: _foot(kept)]


def _end_run(run: Sequence[Item], kept: list[Item]) -> None:
    """Keep a run of links that is no menu; take off the name of one that is."""
    if len(run) < _MENU:
        kept += run
        return
    last = kept[-1] if kept else None
    if isinstance(last, Line) and _LIST_NAME.fullmatch(last.text):
        kept.pop()


def _is_boilerplate(item: Item) -> bool:
    if isinstance(item, Grid):
        return all(content.links or not content.text for *_, content in item.cells)
    return isinstance(item, Line) and not item.level and are_buttons(item.text)


def _foot(items: Sequence[Item]) -> int:
    """Where the foot of the page begins."""
    start = len(items)
    while start and isinstance(item := items[start - 1], Line) and not item.level:
        start -= 1
    return start + foot([item.text for item in items[start:] if isinstance(item, Line)])
