"""GI1xx, pages that are pictures. Their examples would be pictures, too: they have none here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govinfo.blocks import SMALL, Anchor, Scan
from govinfo.diagnostics import Diagnostic, Rule, Severity, rule

SCAN_UNREAD = rule(
    "GI122",
    "scan-unread",
    Severity.WARNING,
    en="page {page} is a picture, or has one of text on it, and it was not read: {reason}",
    zh="第{page}页为图片或含文字图片，未读取：{reason}",
    what=(
        (
            "A page shows a picture where text may stand, and nothing of it was read. What a table there "
            "says is missing from the facts."
        ),
        "该页有可能含文字的图片，未作读取。其中如有表格，其数据缺失。",
    ),
    why=(
        "A table on a scanned page behind pages of text looks as if the report had none.",
        "文字页之后的扫描页上若有表格，看上去就像年报没有该表。",
    ),
    todo=(
        "Install the extra that the message names, or ask for the document that was scanned.",
        "按消息所示安装附加组件，或向发布机关索取原文件。",
    ),
    example="",
)
SCAN_READ = rule(
    "GI123",
    "scan-read",
    Severity.INFO,
    en="page {page} is a picture of {dpi} dots an inch, its letters {letter} pixels high; its text "
    "was recognised",
    zh="第{page}页为图片，分辨率约 {dpi} dpi，字高约 {letter} 像素，文字由识别得出",
    what=(
        (
            "The facts of the page were recognised in its picture. Each figure and each blank cell was "
            "read twice in different ways; where the readings differ, the cell is open and says so."
        ),
        "该页数据由图片识别得出。每个数与每个空格均以不同方式读取两次，不一致的不采用，并另行提示。",
    ),
    why=(
        (
            "A recognised figure is less sure than one of a text, above all in table 2, whose figures "
            "no sum binds."
        ),
        "识别所得的数不如文字可靠，表二的数无勾稽关系可核，尤其如此。",
    ),
    todo=(
        "Compare the figures that matter with the page.",
        "重要的数请与原页核对。",
    ),
    example="",
)
SCAN_COARSE = rule(
    "GI124",
    "scan-coarse",
    Severity.WARNING,
    en="page {page}: its picture is coarse ({dpi} dots an inch, letters {letter} pixels high); compare "
    "its figures with the page",
    zh="第{page}页图片较粗（约 {dpi} dpi，字高约 {letter} 像素），其数请与原页核对",
    what=(
        (
            "The letters of the page are so small that digits look alike. Figures were taken only where "
            "three readings agree, and may be wrong all the same."
        ),
        "该页字太小，数字难以分辨。三次读取一致的才采用，仍可能有误。",
    ),
    why=(
        "At 100 dots an inch 3 and 8, or 6 and 0, differ by a few pixels.",
        "分辨率为 100 dpi 时，3 与 8、6 与 0 只差几个像素。",
    ),
    todo=(
        "Scan the page at 200 dots an inch or more, or ask for the document that was scanned.",
        "请以 200 dpi 以上重新扫描，或索取原文件。",
    ),
    example="",
)

SCAN_CHOSEN = rule(
    "GI125",
    "digits-alike",
    Severity.INFO,
    en="{cell}: the picture may say {seen}; it is read as {value}, with which alone the sums hold",
    zh="{cell}：图片可能为 {seen}，按勾稽关系只能读作 {value}",
    what=(
        (
            "The figure was recognised twice, and not alike or not surely: in its picture digits look "
            "like others. A sum of which every other figure was read surely holds with one of the "
            "readings, and with no other. That one is taken. Where no sum tells, the cell stays open "
            "(GI107)."
        ),
        (
            "该数两次识别不一致，或不够可靠：图片中数字形状相近。有一项勾稽关系，其余各数均已可靠读出，"
            "只有取其中一种读法才成立，已据此读取。勾稽关系不能确定的，该格留空（GI107）。"
        ),
    ),
    why=(
        "The figure is right only if the report adds up. If it does not, the reading is wrong.",
        "该读法以年报合计无误为前提；如果年报本身合计有误，读出的数字就是错的。",
    ),
    todo=(
        "Compare the figure with the page.",
        "请将该数与原页核对。",
    ),
    example="",
)

PICTURE_UNREAD = rule(
    "GI126",
    "picture-unread",
    Severity.WARNING,
    en="picture {picture} may be one of text, and it was not read: {reason}",
    zh="第{picture}幅图片可能含文字，未读取：{reason}",
    what=(
        (
            "A picture in the document is so large that it may show a table or a page, and nothing of "
            "it was read. What a table there says is missing from the facts. Pictures are counted from "
            "1, those that are too small left out."
        ),
        (
            "文件中有一幅图片，大小足以容纳表格或整页文字，未作读取。其中如有表格，其数据缺失。"
            "图片从 1 起编号，过小的不计。"
        ),
    ),
    why=(
        "A table that was pasted as a picture looks as if the report had none.",
        "作为图片粘贴的表格，看上去就像年报没有该表。",
    ),
    todo=(
        "Install the extra that the message names, or ask for the document that was scanned.",
        "按消息所示安装附加组件，或向发布机关索取原文件。",
    ),
    example="",
)
PICTURE_READ = rule(
    "GI127",
    "picture-read",
    Severity.INFO,
    en="picture {picture} is one of text, of {dpi} dots an inch, its letters {letter} pixels high; "
    "its text was recognised",
    zh="第{picture}幅图片含文字，分辨率约 {dpi} dpi，字高约 {letter} 像素，文字由识别得出",
    what=(
        (
            "What the picture shows was recognised. Each figure and each blank cell was read twice in "
            "different ways; where the readings differ, the cell is open and says so."
        ),
        "图片上的内容由识别得出。每个数与每个空格均以不同方式读取两次，不一致的不采用，并另行提示。",
    ),
    why=(
        "A recognised figure is less sure than one of a text.",
        "识别所得的数不如文字可靠。",
    ),
    todo=(
        "Compare the figures that matter with the picture.",
        "重要的数请与图片核对。",
    ),
    example="",
)
PICTURE_COARSE = rule(
    "GI128",
    "picture-coarse",
    Severity.WARNING,
    en="picture {picture} is coarse ({dpi} dots an inch, letters {letter} pixels high); compare its "
    "figures with it",
    zh="第{picture}幅图片较粗（约 {dpi} dpi，字高约 {letter} 像素），其数请与图片核对",
    what=(
        (
            "The letters on the picture are so small that digits look alike. Figures were taken only "
            "where three readings agree, and may be wrong all the same."
        ),
        "图片上的字太小，数字难以分辨。三次读取一致的才采用，仍可能有误。",
    ),
    why=(
        "Where letters are lower than 14 pixels, 3 and 8, or 6 and 0, differ by a few pixels.",
        "字高不足 14 像素时，3 与 8、6 与 0 只差几个像素。",
    ),
    todo=(
        "Ask for the document that was scanned, or for a larger picture.",
        "请索取原文件或较清晰的图片。",
    ),
    example="",
)


def about_scans(scans: Iterable[Scan], *, lacking: bool) -> Iterator[Diagnostic]:
    """What is to be said of the pages that are pictures.

    Args:
        scans: They.
        lacking: Whether a table or a row was not found: a picture beside text may be that, and is
            none of the report's figures otherwise.
    """
    for scan in scans:
        if scan.letter is None and scan.beside and not lacking:
            continue
        if scan.paragraph is None:
            yield _said(scan, (SCAN_UNREAD, SCAN_READ, SCAN_COARSE), page=scan.page)
        else:
            yield _said(scan, (PICTURE_UNREAD, PICTURE_READ, PICTURE_COARSE), picture=scan.page)


def _said(scan: Scan, rules: tuple[Rule, Rule, Rule], **which: int) -> Diagnostic:
    """What is said of a picture that was not read, that was, or that is coarse."""
    unread, read, coarse = rules
    anchor = Anchor(page=scan.page) if scan.paragraph is None else Anchor(paragraph=scan.paragraph)
    if scan.letter is None:
        return unread.at("", anchor, reason=scan.reason, **which)
    letter = round(scan.letter)
    told = coarse if letter < SMALL else read
    return told.at("", anchor, dpi=scan.dpi, letter=letter, **which)
