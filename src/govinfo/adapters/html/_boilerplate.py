"""Tells what stands around an article on nearly every page: menus, buttons, the page's foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govinfo.adapters.html._items import Grid, Item, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

# As many lines in a row, each nothing but a link, are a menu.
_MENU = 3
_LONGEST = 160

# What is printed over a list of links.
_LIST_NAME = re.compile(
    r"(?:(?:相关|相關|推荐|热门|热点|友情|最新|附件)"
    r"(?:信息|链接|鏈接|文章|阅读|新闻|附件|稿件|文件|栏目|内容)?"
    r"|(?:历年|歷年|往年|往期|历史|各年度?)(?:政府)?(?:信息公开|信息公開)?(?:工作)?(?:年度)?"
    r"(?:报告|報告|年报|年報|信息)?"
    r"|(?:公开)?年报列表|年度报告列表|栏目导航|导航|网站导航|目录|目錄|更多)[:：]?"
)
_BUTTON = (
    "打印本页 打印 列印 关闭窗口 关闭本页 关闭 關閉 返回顶部 返回列表 返回首页 返回 顶部 收藏本页 "
    "收藏 纠错 分享到 分享至 分享 微信扫一扫 扫一扫 在手机打开当前页 微信好友 微信 新浪微博 "
    "腾讯微博 微博 朋友圈 QQ空间 QQ好友 QQ 空间 字体大小 字体 字号 放大 缩小 默认 下载 朗读 "
    "大 中 小 上一篇 下一篇 上一页 下一页 没有了"
)
# Possessive: words that begin alike must not be tried in every combination.
_BUTTONS = re.compile(rf"(?:{'|'.join(_BUTTON.split())}|[\s\[\]【】()（）:：|｜/、,，·+\-A])++")
# What the foot of a government page begins with, and what may come with it.
_FOOT = re.compile(
    r"(?:主\s*办|承\s*办|协\s*办|版权所有|网站标识码|技术支持|您是第|网站声明|建议使用|©|copyright"
    r"|主\s*辦|承\s*辦|版權所有|網站標識碼"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公?\s*(?:ICP|网安)备)",
    re.IGNORECASE,
)
_FOOT_TOO = re.compile(r"\A(?:联系|地址|电话|邮编|邮箱|传真|邮政编码|备案|网站|举报|\d|[\w.]+@)")


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
    return (
        isinstance(item, Line)
        and not item.level
        and 1 < len(item.text) <= _LONGEST
        and not item.text.isascii()
        and _BUTTONS.fullmatch(item.text) is not None
    )


def _foot(items: Sequence[Item]) -> int:
    """Where the foot of the page begins: nothing but such lines comes after it."""
    start = len(items)
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if not isinstance(item, Line) or item.level or len(item.text) > _LONGEST:
            break
        if _FOOT.match(item.text):
            start = at
        elif not _FOOT_TOO.match(item.text):
            break
    return start
