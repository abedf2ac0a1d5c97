"""From bytes to text: a byte order mark decides, then strict decoding, then plausibility."""

from __future__ import annotations

import codecs
import re

from govinfo.adapters.foreign import (
    has_control_characters,
    is_foreign,
    refuse_control_characters,
    refuse_foreign,
)
from govinfo.adapters.spoken import without_syllables
from govinfo.adapters.text.line_ends import with_line_ends
from govinfo.adapters.text.masked import without_masks
from govinfo.adapters.text.records import text_in
from govinfo.errors import CorruptDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b-\u200d\u2060\ufeff]")
_COLOUR = re.compile("\x1b\\[[0-9;:?]*[A-Za-z]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)")
"""What a terminal takes for colours, and for the links behind words."""
_CJK = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uff60 -~\r\n\t]")
_SAMPLE = 65_536
"""Bytes on which encodings are compared."""


def looks_like_text(head: bytes) -> bool:
    """Whether a file that begins with these bytes is text."""
    if not head.strip() or is_foreign(head):
        return False
    if head.startswith(tuple(mark for mark, _ in _MARKS)):
        return True
    if b"\x00" in head:
        return _wide_encoding(head) is not None
    return not has_control_characters(head.decode("latin-1"))


def decode(data: bytes) -> str:
    """The text.

    Raises:
        CorruptDocument: The bytes are no text in UTF-8, UTF-16, UTF-32, GB18030 or Big5.
    """
    text = _decoded(data)
    if "\x1b" in text:
        text = _COLOUR.sub("", text)
    return without_masks(without_syllables(_UNPRINTED.sub("", _unescaped(text))))


def _unescaped(text: str) -> str:
    """The text that JSON says, or a string of a program's."""
    if text.lstrip()[:1] in tuple('"{['):
        found = text_in(text)
        if found:
            return found
    return with_line_ends(text)


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise CorruptDocument("the text is empty")
    refuse_foreign(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _wide_encoding(data[:_SAMPLE]) if b"\x00" in data[:_SAMPLE] else None
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        return refuse_control_characters(data.decode("utf-8"))
    except UnicodeDecodeError:
        return refuse_control_characters(_decode_legacy(data))


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: the byte order in which nearly all of it is Chinese or ASCII."""
    even = data[: len(data) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even.decode(encoding, errors="replace")
        if text and len(_CJK.findall(text)) > 0.9 * len(text):
            return encoding
    return None


def _decode_legacy(data: bytes) -> str:
    candidates: dict[str, str] = {}
    for encoding in ("gb18030", "big5hkscs"):
        try:
            candidates[encoding] = data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if len(candidates) == 1:
        return next(iter(candidates.values()))
    if candidates:
        return candidates[_likelier(data[:_SAMPLE])]
    return _mended(data)


def _likelier(sample: bytes) -> str:
    """Which of the two national encodings the bytes are in, both being possible."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, slow to import

    best = from_bytes(sample, cp_isolation=["gb18030", "big5hkscs"]).best()
    return best.encoding if best is not None else "gb18030"


def _mended(data: bytes) -> str:
    """Text with a few broken bytes, in the encoding in which they are fewest."""
    texts = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030")]
    best = min(texts, key=lambda text: text.count("\ufffd"))
    if best.count("\ufffd") > len(best) // 100:
        raise CorruptDocument(
            "these bytes are no text in UTF-8, UTF-16, GB18030 or Big5; "
            "if they are of another format, name it with format="
        )
    return best
