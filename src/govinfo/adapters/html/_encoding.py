"""The real encoding of a page, whatever the page declares."""

from __future__ import annotations

import codecs
import re

from bs4.dammit import EncodingDetector

# bs4's UnicodeDammit takes the first encoding that decodes without an error, the declared one
# before others: a GB18030 page that declares iso-8859-1, or a Big5 page that declares gb2312,
# comes out as mojibake. So bs4 finds the byte order mark and the declaration here, and the
# text decides. UTF-8 is asked first: bytes that are valid UTF-8 are hardly ever anything else.

_SAMPLE = 1 << 16

# The commonest characters of written Chinese, simplified and traditional. They make a third or
# more of any real text, and next to nothing of text decoded with the wrong encoding.
_COMMON = re.compile(
    "["
    "的一是不在有人中大上国国國为為和个個我以要他时時来來用们們生到作地于於出就分对對成会會可主发發"
    "年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里"
    "如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因"
    "由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内數数正心反你明看原又么利比"
    "或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系军軍很情者最立代想已通并并提直题題"
    "市区區局务務信息共人受及案件总總计計收到工作府管规規申请請报報告情况況依自行申"
    "]"
)

# What no page means: the replacement character, private use, and control characters.
_MISREAD = re.compile("[\x80-\x9f\ue000-\uf8ff\ufffd]")

_TRUSTED = 0.15  # A text with this share of common characters was decoded rightly.
_PLAUSIBLE = 0.03

# Encodings of Chinese; each is the widest of its family, since pages name the narrowest.
_CHINESE = ("gb18030", "big5hkscs")
_FAMILIES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    # Browsers read these two as windows-1252, too.
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}


def to_utf8(data: bytes, declared: str | None = None) -> bytes:
    """The page's text in UTF-8, without byte order mark and zero bytes.

    Args:
        data: The page.
        declared: An encoding that came with the page from outside, such as an e-mail header's.
    """
    data, marked = EncodingDetector.strip_byte_order_mark(data)
    wide: str | None = marked if marked and marked != "utf-8" else _unmarked_utf16(data)
    if wide:
        return _encoded(data.decode(wide, "replace"))
    data = data.replace(b"\x00", b"") if b"\x00" in data else data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_cut(data, error):
            return data[: error.start]
        declared = EncodingDetector.find_declared_encoding(data, is_html=True) or declared
        return _encoded(data.decode(_likeliest(data, error.start, declared), "replace"))
    return data


def _is_cut(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes are UTF-8 but for a last character of which a part is missing."""
    at_end = error.end == len(data) and error.reason == "unexpected end of data"
    return at_end and not data[: error.start].isascii()


def _encoded(text: str) -> bytes:
    return text.replace("\x00", "").encode("utf-8", "replace")


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: markup makes every second byte a zero."""
    head = data[:1024]
    for codec, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if high.count(0) > len(high) // 4 and low.count(0) * 8 < high.count(0):
            return codec
    return None


def _likeliest(data: bytes, start: int, declared: str | None) -> str:
    """The encoding that makes the likeliest Chinese text of bytes that are not valid UTF-8."""
    # No character of these encodings has a `>` in it, so one begins after it.
    sample = data[data.rfind(b">", 0, start) + 1 :][:_SAMPLE]
    claimed = _codec(declared)
    candidates = [*_CHINESE, "utf-8"]
    candidates.sort(key=lambda codec: codec != claimed)
    best, best_score = "", 0.0
    for codec in candidates:
        score = _plausibility(sample.decode(codec, "replace"))
        if score >= _TRUSTED and codec == claimed:
            return codec
        if score > best_score:
            best, best_score = codec, score
    return best if best_score > _PLAUSIBLE else claimed or "cp1252"


def _codec(declared: str | None) -> str | None:
    """Python's name for a declared encoding, the widest of its family; `None` if unknown."""
    try:
        name = codecs.lookup(declared or "").name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _FAMILIES.get(name, name)


def _plausibility(text: str) -> float:
    """The share of common characters in what is not ASCII, less the share of misreadings."""
    foreign = re.sub(r"[\x00-\x7f]+", "", text)
    if not foreign:
        return 0.0
    return (len(_COMMON.findall(text)) - len(_MISREAD.findall(text))) / len(foreign)
