"""A line's text as a browser would show it."""

from __future__ import annotations

import re

from govinfo.adapters.symbols import PICTURE, turned

# Marks in the text that is collected for a line. The first cannot be in a tree at all; pages
# have no use for the others, which Unicode keeps for internal use.
BREAK = "\x00"
LINK = "\ufdd0"
LINK_END = "\ufdd1"
GAP = "\ufdd2"

WIDE_GAP = "\u3000\u3000"
"""A gap between figures: blanks that do not collapse."""

_WIDE = "\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee“”‘’…—"

_COLLAPSING = " \t\n\r\f"
_SPACES = re.compile(f"[{_COLLAPSING}]+")
_GLUE = re.compile(rf"(?<=[{_WIDE}])\n|\n(?=[{_WIDE}])")
_LINKED = re.compile(f"{LINK}([^{LINK}{LINK_END}]*){LINK_END}")
_TRAIL = re.compile(r"^\s*[^\s:：]{0,6}(?:位置|分享[到至]?)\s*[:：]?")
_SEPARATORS = re.compile(r"[\s>›»|｜/·・•、,，\-—]+")

# What a list of links prints beside each: its date.
_WORD = re.compile(r"[^\W\d_]")
_GAPS = re.compile(rf"(?<=\d)\s*{GAP}[\s{GAP}]*(?=\d)")

_DATE = re.compile(
    r"(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?(?: +\d{1,2}:\d\d(?::\d\d)?)?"
)

_BLANKS = dict.fromkeys(
    [
        *(0xB, *range(0x1C, 0x20), 0x85, 0xA0, *range(0x2000, 0x200B)),
        *(0x2028, 0x2029, 0x202F, 0x205F, 0x3000),
    ],
    " ",
)
_INVISIBLE = dict.fromkeys(
    [
        *(*range(0x9), *range(0xE, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD),
        *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF),
    ]
)
_SHOWN = {**_BLANKS, **_INVISIBLE}


def clean(raw: str) -> str:
    """The text of one line: blanks collapsed as browsers do, no invisible characters.

    Blanks that do not collapse on the page (`&nbsp;`, full-width ones) are ordinary blanks
    here, one for each.
    """
    if raw.isalnum():  # Most cells.
        return raw
    if GAP in raw:
        raw = _GAPS.sub(WIDE_GAP, raw).replace(GAP, "")
    text = raw.strip(_COLLAPSING)
    # What Python calls printable has no blank but the space, and nothing invisible.
    if not text.isprintable():
        text = _SPACES.sub(" ", turned(text)).translate(_SHOWN)
    elif "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip()


def without_pictures(text: str) -> str:
    """A cell's text; where it holds more than figures, pictures in it only decorate it.

    Between figures, or alone, a picture may be one.
    """
    bare = text.replace(PICTURE, "")
    return "\n".join(filter(None, map(str.strip, bare.split("\n")))) if _WORD.search(bare) else text


def as_printed(raw: str) -> str:
    """The text of a preformatted line: its blanks and tabs set columns apart, and stay."""
    return turned(raw).translate(_SHOWN).strip()


def as_drawn(raw: str) -> str:
    """A preformatted line for those who read tables in text: every blank is where it was."""
    return turned(raw).translate(_INVISIBLE)


def one_line(text: str) -> str:
    """A text of several lines on one, with blanks only between what is not Chinese."""
    return _GLUE.sub("", text).replace("\n", " ")


def unlinked(raw: str) -> tuple[str, int]:
    """A line's text without the marks of links, and how many links make all of it."""
    if raw.startswith(LINK) and raw.endswith(LINK_END) and raw.count(LINK) == 1:
        return raw[1:-1], 1
    links = sum(1 for link in _LINKED.finditer(raw) if link[1].strip())
    around = _LINKED.sub("", raw)
    if links:
        around = _DATE.sub("", around)
    around = _SEPARATORS.sub("", _TRAIL.sub("", around)).strip("[]()（）【】")
    text = raw.replace(LINK, "").replace(LINK_END, "")
    return text, 0 if around else links
