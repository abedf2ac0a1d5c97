"""What stands around the text on nearly every page of a site: buttons, and the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST = 160
"""Characters that a line of them has at most."""
_BUTTON = (
    "打印本页 打印 列印 关闭窗口 关闭本页 关闭 關閉 返回顶部 返回列表 返回首页 返回 顶部 收藏本页 "
    "收藏 纠错 分享到 分享至 分享 微信扫一扫 扫一扫 在手机打开当前页 微信好友 微信 新浪微博 "
    "腾讯微博 微博 朋友圈 QQ空间 QQ好友 QQ 空间 字体大小 字体 字号 放大 缩小 默认 下载 朗读 "
    "大 中 小 上一篇 下一篇 上一页 下一页 没有了"
)
_BUTTONS = re.compile(rf"(?:{'|'.join(_BUTTON.split())}|[\s\[\]【】()（）:：|｜/、,，·+\-A])++")
"""Buttons side by side; possessive: words that begin alike are not tried in every combination."""
_FOOT = re.compile(
    r"(?:[主承协][\s]*[办辦](?:单位|單位)?(?:\s*[:：]|\s+\S)|版权所有|版權所有|网站标识码|網站標識碼"
    r"|技术支持|您是第|网站声明|建议使用.{0,30}(?:浏览|分辨率)|©|copyright"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公?\s*(?:ICP|网安)备)",
    re.IGNORECASE,
)
"""What the foot of a government page begins with."""
_FOOT_TOO = re.compile(
    r"\A(?:(?:联系|地址|电话|邮编|邮箱|传真|邮政编码|备案|网站|举报)\w{0,4}\s*[:：]|\d+$|[\w.]+@)"
)
"""What may come with it."""
_SENTENCE = re.compile("[。；，]")


def are_buttons(line: str) -> bool:
    """Whether a line is nothing but what a reader presses.

    >>> are_buttons("【字体：大 中 小】 打印本页")
    True
    """
    return 1 < len(line) <= _LONGEST and not line.isascii() and _BUTTONS.fullmatch(line) is not None


def foot(lines: Sequence[str]) -> int:
    """Where the foot of a page begins, among its lines: nothing but such lines comes after it."""
    start = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        begins = _FOOT.match(line) is not None
        if len(line) > _LONGEST or _SENTENCE.search(line) or not (begins or _FOOT_TOO.match(line)):
            break
        start = at if begins else start
    return start
