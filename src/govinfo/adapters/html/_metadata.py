"""What a page says about itself: meta elements, its title, and pairs of label and value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govinfo.adapters.html._items import Grid, Item, Line
from govinfo.adapters.html._text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

# Labels under which Chinese government sites print an article's metadata, most of them from the
# national catalogue of open information; the traditional ones stand on mirrored pages.
_WRITTEN = (
    "索引号 索引編號 索引號 信息索引号 信息索取号 索取号 统一编号 文号 文號 发文字号 發文字號 "
    "发文文号 文件编号 文件字号 发布机构 發布機構 發佈機構 发布机关 发布单位 发布部门 "
    "发文机关 发文机构 发文单位 制发机关 制作机关 公开机构 公开主体 公开单位 公开部门 "
    "公开责任部门 责任部门 责任单位 所属机构 所属部门 信息提供单位 来源 來源 信息来源 "
    "稿件来源 文章来源 作者 编辑 责任编辑 发布日期 發布日期 發佈日期 发布时间 發布時間 "
    "發佈時間 发文日期 印发日期 成文日期 成文時間 成文时间 生成日期 生成时间 公开日期 "
    "公开时间 制作日期 更新日期 更新时间 日期 时间 生效日期 生效时间 实施日期 失效日期 "
    "废止日期 截止日期 名称 名稱 标题 標題 信息名称 文件名称 公开事项名称 主题 主題 主题词 "
    "主題詞 关键词 关键字 主题分类 主題分類 体裁分类 信息分类 信息类别 组配分类 服务对象分类 "
    "服务对象 分类 分類 类别 所属类别 所属栏目 体裁 公开方式 公开形式 公开类别 公开属性 "
    "公开范围 公开时限 公开期限 公开程序 信息格式 文件格式 载体类型 语种 有效性 效力 时效性 "
    "是否有效 信息有效性 内容概述 内容描述 概述 摘要 浏览次数 浏览量 阅读次数 阅读量 阅读 "
    "点击数 点击量 点击率 访问次数 访问量 字号 字体 "
)
_LABELS = frozenset(_WRITTEN.split())

# Alone on a line, these may as well begin a sentence of the report.
_VAGUE = frozenset(
    [
        "日期",
        "时间",
        "名称",
        "名稱",
        "标题",
        "標題",
        "主题",
        "主題",
        "概述",
        "摘要",
        "分类",
        "分類",
        "类别",
        "体裁",
    ]
)

_FRAME = "[]【】〔〕()（）:： 　|｜*"
_PAIR = re.compile(r"^[\[【]?([^:：\[\]【】]{2,16}?)[\]】]?\s*[:：]\s*(.*)$", re.DOTALL)
_COLON = re.compile(r"[:：]\s*$")
_INLINE = re.compile(
    r"(?:^|(?<=[\s|｜\[【(（]))([\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,7})[\]】]?\s*[:：]\s*"
)
_BEFORE_PAIRS = re.compile(r"[\s\[【(（\d:：年月日./-]*")
_LONGEST_LABEL = 10
_LONGEST_LINE_LABEL = 24  # With blanks between its characters, and brackets.
_LONGEST_LINE = 300
_LONGEST_VALUE = 40


def declared(root: _Element) -> dict[str, str]:
    """The title element and the meta elements, by name."""
    metadata: dict[str, str] = {}
    # A feed's own title stands before that of its first entry.
    titled = next(root.iter("item", "entry"), root)
    title = next(titled.iter("title"), None)
    text = clean(title.text or "") if title is not None else ""
    if text:
        metadata["title"] = text
    for meta in root.iter("meta"):
        name = clean(meta.get("name") or meta.get("property") or "")
        content = clean(meta.get("content") or "")
        if name and content:
            metadata.setdefault(name, content)
    return metadata


def printed(items: Sequence[Item]) -> tuple[dict[str, str], list[Item]]:
    """Pairs of label and value printed before the report, and the items without them.

    Only a table or a line that is nothing but such pairs is taken out.
    """
    metadata: dict[str, str] = {}
    rest: list[Item] = []
    label = ""
    before = True
    for item in items:
        if isinstance(item, Grid):
            pairs = _pairs(item)
            if pairs is not None:
                _merge(metadata, pairs)
                continue
            before = False
        elif before and isinstance(item, Line):
            label = _read_line(item, label, metadata)
            if not item.level and _is_metadata(item.text):
                continue
        rest.append(item)
    return metadata, rest


def _pairs(grid: Grid) -> list[tuple[str, str]] | None:
    """The pairs that a table consists of; `None` if it holds anything else."""
    pairs: list[tuple[str, str]] = []
    label = None
    for *_, content in grid.cells:
        text = content.text
        pair = None if label else _PAIR.match(text)
        if label is not None:
            pairs.append((label, text))
            label = None
        elif pair and _is_label(pair[1], colon=True) and pair[2]:
            pairs.append((_squeezed(pair[1]), pair[2]))
        elif _is_label(text, colon=bool(_COLON.search(text))):
            label = _squeezed(text)
        elif text:
            return None
    if label is not None:
        pairs.append((label, ""))
    known = sum(label in _LABELS for label, _ in pairs)
    return pairs if known > 1 and known * 2 >= len(pairs) else None


def _read_line(line: Line, label: str, metadata: dict[str, str]) -> str:
    """Note a line's pairs; gives the label for which the next line holds the value, or `""`."""
    text = line.text
    if line.level or len(text) > _LONGEST_LINE:
        return ""
    if len(text) <= _LONGEST_LINE_LABEL and _squeezed(text) in _LABELS:
        return _squeezed(text)
    pairs = list(_inline_pairs(text)) if ":" in text or "：" in text else []
    if label and not pairs:
        pairs = [(label, text)]
    _merge(metadata, pairs)
    return ""


def _is_metadata(text: str) -> bool:
    """Whether a line is nothing but pairs, perhaps after a date."""
    first = _INLINE.search(text) if ":" in text or "：" in text else None
    if first is None or not _BEFORE_PAIRS.fullmatch(text[: first.start()]):
        return False
    if any(_squeezed(label) not in _LABELS for label in _INLINE.findall(text)):
        return False
    pairs = list(_inline_pairs(text))
    sure = len(pairs) > 1 or any(label not in _VAGUE for label, _ in pairs)
    return sure and all(len(value) <= _LONGEST_VALUE and "。" not in value for _, value in pairs)


def _inline_pairs(text: str) -> Iterator[tuple[str, str]]:
    found = list(_INLINE.finditer(text))
    ends = [*(pair.start() for pair in found[1:]), len(text)]
    for pair, end in zip(found, ends, strict=False):
        label = _squeezed(pair[1])
        value = text[pair.end() : end].strip(_FRAME)
        if label in _LABELS and value:
            yield label, value


def _merge(metadata: dict[str, str], pairs: Sequence[tuple[str, str]]) -> None:
    for label, value in pairs:
        if value:
            metadata.setdefault(label, value.replace("\n", " ").strip())


def _is_label(text: str, *, colon: bool) -> bool:
    squeezed = _squeezed(text)
    return squeezed in _LABELS or (colon and 1 < len(squeezed) <= _LONGEST_LABEL)


def _squeezed(text: str) -> str:
    """A label without the blanks that spread it and the signs around it."""
    return "".join(text.split()).strip(_FRAME)
