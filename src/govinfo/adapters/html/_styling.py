"""Tells what the declared style of an element does to its text: hides it, raises it, parts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from govinfo.adapters.html._boxes import CELLS, OUT, is_box
from govinfo.adapters.html._css import Colour, Declared, alike, colour, inline, px

GONE = "gone"
BLANK = "blank"

TABLES = {
    "table": "table",
    "inline-table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "table-row-group": "tbody",
    "table-header-group": "thead",
    "table-footer-group": "tfoot",
    "table-caption": "caption",
}
"""Parts of a table by the value of `display` that draws them."""

# What a sheet or an attribute says where it may hide, raise or part text, or draw a table.
_CLUE = re.compile(
    r"display|visibility|opacity|clip|transform|scale|position\s*:\s*[arfs]|indent\s*:\s*[-1-9]"
    r"|margin|padding-|float|font(?:-size)?\s*:[^;:]*?(?<![\d.])[012](?![\d])|line-through|mso-"
    r"|vertical-align\s*:\s*(?!middle|baseline)|overflow|content|fill-color|list-style|url\("
    r"|font(?:-size)?\s*:[^;:]*?(?:\d%|\.\d|(?<![\d.])[3-9]p[xt]|-small)|bidi|(?<![-\w])order\s*:|letter-spacing\s*:\s*-"
    r"|inset|translate|rotate|zoom|line-height\s*:\s*0|flex-|direction|grid|security|animation"
    r"|mask|blend|filter|gradient|-inline|(?:calc|clamp|max|min)\(",
    re.IGNORECASE,
)
_COLOURS = re.compile(r"(?<![-\w])(color|background(?:-color)?)\s*:\s*([^;!]+)", re.IGNORECASE)

_FAR = 900.0
_VERY_FAR = 9000.0
_RAISED = 2.0
_GAP = 3.0
_DIGIT = 0.45  # of the font's size: hardly any digit is narrower
_LEANING = 0.06  # of a full turn, by which text may lean and is read all the same
_OF_TURN = {"deg": 360.0, "grad": 400.0, "rad": 6.2832, "turn": 1.0}
_ANGLES = tuple(_OF_TURN)
_ANGLE = re.compile(r"\A(-?(?:\d+(?:\.\d*)?|\.\d+))(deg|grad|rad|turn)\Z")
_TRANSFORMS = re.compile(r"(rotate[xyz]?|rotate3d|scale[xyz]?|scale3d|matrix|matrix3d)\(([^()]*)\)")
_HARMLESS = re.compile(r"(?:none|grayscale|opacity|drop-shadow|sepia|saturate)(?:\([^()]*\))?")
_CUTTING = frozenset(("hidden", "clip", "auto", "scroll"))
_SPECK = 2.0  # Text of this size cannot be read.
_DUST = 0.1  # of its size: text that is drawn so small cannot be read
_SMALLER = 0.9
_SMALL_DIGIT = 0.75
_USUAL = 16.0  # CSS pixels of the usual font.
_LARGE = 100.0  # A size of font that any other is smaller than.
_MOVED = OUT | {"relative", "sticky"}
_LINES = frozenset(("top", "text-top", "bottom", "text-bottom"))
_SMALL = frozenset(("smaller", "x-small", "xx-small", "xxx-small"))
_NUMBER = r"[-+]?[\d.]+(?:[a-z]+|%)?"
_TRANSLATED = re.compile(r"translate(?:x|y|z|3d)?\(([^()]*)\)")
_FLAT = re.compile(
    r"scale(?:x|y|3d)?\(\s*(?:0(?:\.0*)?%?\s*[,)]|[\d.]+%?\s*,\s*0(?:\.0*)?%?\s*[,)])"
    r"|rotate[xy]\(\s*-?(?:90|270)deg|matrix\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*,"
)
_HIDDEN_MSO = re.compile(r"(?:comment|header|footer)(?:-list)?")


class Told(NamedTuple):
    """What a style may do.

    Attributes:
        kinds: `"box"` if it hides or displays, `"inline"` if it raises or parts text in a line,
            `"list"` if it takes the numbers off a list, `"image"` if it draws one.
        text: The colour of text.
        back: The colour behind it.
    """

    kinds: frozenset[str] = frozenset()
    text: Colour | None = None
    back: Colour | None = None


@lru_cache(maxsize=4096)
def told(style: str) -> Told:
    """What a `style` attribute may do."""
    if _CLUE.search(style):
        return told_by({name: value for name, value, _ in inline(style)})
    # Parsing takes longer, and most styles of most pages only set fonts and lines.
    colours = {
        name.lower() == "color": found
        for name, value in _COLOURS.findall(style)
        for part in (value, *value.split(" "))
        if (found := colour(part))
    }
    return Told(frozenset(), colours.get(True), colours.get(False))


def told_by(declared: Declared, elsewhere: Declared = MappingProxyType({})) -> Told:
    """What declarations may do, with such as stand elsewhere."""
    both = {**elsewhere, **declared}
    does = {
        "box": "display" in declared
        or hides(both, "div")
        or hides(both, "tr")
        or hidden_text(declared)
        or reverses({"direction": "rtl", **both})
        or moves(declared)
        or covers(both)
        or distorts(both)
        or reorders(declared)
        or is_cutting(declared),
        "inline": raises({**both, "position": "relative", **declared}, _LARGE)
        or parts(declared)
        or is_small(declared, _USUAL)
        or overlaps(declared)
        or squeezes(declared),
        "list": declared.get("list-style-type") == "none",
        "image": draws(declared),
    }
    back = colour(declared.get("background-color", ""))
    kinds = frozenset(kind for kind, done in does.items() if done)
    return Told(kinds, text_colour(declared), back)


def text_colour(declared: Declared) -> Colour | None:
    """The colour of text that is declared."""
    return colour(declared.get("-webkit-text-fill-color") or declared.get("color", ""))


def hides(declared: Declared, tag: str) -> str:
    """How an element is hidden with all that is in it.

    Returns:
        `GONE` if it takes no place, `BLANK` if its place stays, `""` if it is seen.
    """
    out = declared.get("position") in OUT
    if (
        declared.get("display") == "none"
        or (declared.get("visibility") == "collapse" and tag in CELLS)
        or declared.get("mso-hide") == "all"
        or _HIDDEN_MSO.fullmatch(declared.get("mso-element", ""))
    ):
        return GONE
    if (
        (_share(declared.get("opacity", "")) <= 0.05 and not is_animated(declared))
        or re.search(r"opacity\(\s*0(?:\.0*)?%?\s*\)", declared.get("filter", ""))
        or (declared.get("content-visibility") == "hidden" and is_box(declared, tag))
        or strikes(declared)
        or _is_far(declared)
        or _is_clipped(declared)
        or _is_flat(declared)
        or (is_box(declared, tag) and _has_no_room(declared))
    ):
        return GONE if out and tag not in CELLS else BLANK
    return ""


def hidden_text(declared: Declared) -> str:
    """The inherited property by which an element's text is hidden; what is in it may not be."""
    if declared.get("visibility") in {"hidden", "collapse"} and not is_animated(declared):
        return "visibility"
    size, zoom = px(declared.get("font-size", "")), _share(declared.get("zoom", ""))
    # Browsers take a zoom of 0 for none.
    return "font-size" if (size is not None and size <= _SPECK) or 0 < zoom <= _DUST else ""


def shows(declared: Declared, by: str) -> bool:
    """Whether what is in such an element is seen all the same."""
    value = declared.get(by, "")
    if by == "visibility":
        return value in {"visible", "initial"}
    size = px(value, 0.0)
    return size > _SPECK if size is not None else value not in {"", "inherit", *_SMALL, "larger"}


def raises(declared: Declared, around: float) -> bool:
    """Whether text in a line is raised or lowered, as notes' numbers are.

    Args:
        declared: Its style.
        around: The size of the font around it.
    """
    align = declared.get("vertical-align", "")
    written = declared.get("font-size", "")
    size = around * _SMALLER / 2 if written in _SMALL else px(written, around)
    shifts = [align, declared.get("mso-text-raise", "")]
    if declared.get("position") == "relative":
        shifts += [declared.get("top", ""), declared.get("bottom", "")]
    for moved in _TRANSLATED.finditer(declared.get("transform", "")):
        shifts += moved[1].split(",")[-1:] if "translatex" not in moved[0] else []
    return (
        align in {"super", "sub"}
        or declared.get("font-variant-position") in {"super", "sub"}
        or (align in _LINES and size is not None and size < around * _SMALLER)
        or any(abs(px(shift.strip(), size or around) or 0) >= _RAISED for shift in shifts)
    )


def is_small(declared: Declared, around: float) -> bool:
    """Whether text in a line is much smaller than what is around it, as notes' numbers are."""
    size = px(declared.get("font-size", ""), around)
    return size is not None and size < around * _SMALL_DIGIT


def parts(declared: Declared) -> bool:
    """Whether a gap is seen between text in a line and what stands beside it."""
    if any(name.startswith("border") for name in declared):
        return False  # A cell: no text in a line has a border of its own.
    gaps = [
        px(declared.get(f"{space}-{side}", "")) or 0
        for space in ("margin", "padding")
        for side in ("left", "right")
    ]
    if declared.get("position") == "relative":
        gaps += [px(declared.get(side, "")) or 0 for side in ("left", "right")]
    display = declared.get("display", "inline")
    return (
        max(gaps) >= _GAP
        or declared.get("float", "none") != "none"
        or declared.get("position") in OUT
        or not (display.startswith("inline") or display in {"none", "contents"})
        or (display != "inline" and any(side in declared for side in ("width", "min-width")))
    )


def strikes(declared: Declared) -> bool:
    """Whether text is struck through."""
    return "line-through" in declared.get("text-decoration-line", "")


def reverses(declared: Declared) -> bool:
    """Whether each letter is set to the left of the one before."""
    override = declared.get("unicode-bidi", "").endswith("override")
    return override and declared.get("direction") == "rtl"


def moves(declared: Declared) -> bool:
    """Whether an element in a flexible box or a grid is not shown where it is written."""
    return declared.get("order", "0") != "0"


def is_barred(declared: Declared) -> bool:
    """Whether text in a line has a ground of its own that is not white: where none shows, a bar."""
    back = colour(declared.get("background-color", ""))
    return back is not None and back[3] > 0 and not alike(back, (1.0, 1.0, 1.0, 1.0))


def is_apart(declared: Declared) -> bool:
    """Whether an element stands where it would not by what is around it, maybe over others."""
    return declared.get("position") in OUT


def covers(declared: Declared) -> bool:
    """Whether an element without text is drawn over others: as a ground, or as a line."""
    return declared.get("position") in OUT and any(
        name.startswith(("background-", "border")) and value not in {"none", "0", "transparent"}
        for name, value in declared.items()
    )


def overlaps(declared: Declared) -> bool:
    """Whether text in a line is drawn over what stands beside it."""
    spaces = ["margin-left"]
    if declared.get("position") == "relative":
        spaces.append("left")
    steps = [_length(declared.get(space, "")) for space in spaces]
    moved = [step for step in map(_length, _across(declared)) if step > -_FAR]
    return min(steps) <= -_GAP or any(abs(step) >= _GAP for step in moved)


def squeezes(declared: Declared) -> bool:
    """Whether the letters of a text are drawn over one another, or change while one looks on."""
    return _length(declared.get("letter-spacing", "")) <= -_GAP or is_animated(declared)


def spreads(declared: Declared) -> bool:
    """Whether what is in a flexible box or a grid is set apart."""
    return any(name in declared for name in ("gap", "column-gap", "justify-content"))


def is_animated(declared: Declared) -> bool:
    """Whether an animation changes how an element looks: it may be what shows it."""
    return declared.get("animation-name", "none") != "none"


def paints(declared: Declared) -> bool:
    """Whether letters are seen by other colours: of a shadow, an outline, or what is behind."""
    return (
        declared.get("text-shadow", "none") != "none"
        or bool(px(declared.get("-webkit-text-stroke-width", "").partition(" ")[0]))
        or declared.get("background-clip") == "text"
    )


def distorts(declared: Declared) -> bool:
    """Whether text is seen as others than it says: mirrored, turned, blurred, cut, or as dots."""
    turned = declared.get("transform", ""), declared.get("rotate", ""), declared.get("scale", "")
    effects = re.sub(_HARMLESS, "", declared.get("filter", "none"))
    grounds = declared.get("background-image", "")
    return (
        any(map(_is_turned, turned))
        or bool(effects.strip())
        or declared.get("-webkit-text-security", "none") != "none"
        or declared.get("mask-image", "none") != "none"
        or declared.get("mix-blend-mode", "normal") != "normal"
        or ("gradient" in grounds and "transparent" in grounds)
        or _is_cut(declared)
    )


def reorders(declared: Declared) -> bool:
    """Whether what is in an element may be shown in another order than it is written."""
    return (
        declared.get("flex-direction", "").endswith("-reverse")
        or declared.get("direction") == "rtl"
        or declared.get("display", "").endswith("grid")
    )


def is_cutting(declared: Declared) -> bool:
    """Whether nothing is seen of what is outside of an element's box."""
    return declared.get("overflow", "visible").split()[0] in _CUTTING


def cuts(declared: Declared, n_letters: int, n_lines: int, size: float) -> bool:
    """Whether a box that cuts what is outside is smaller than its text.

    Args:
        declared: Its style.
        n_letters: The digits of the longest line.
        n_lines: The lines.
        size: The font's size.
    """
    if not is_cutting(declared):
        return False
    widths = [px(declared.get(side, ""), size) for side in ("width", "max-width")]
    heights = [px(declared.get(side, ""), size) for side in ("height", "max-height")]
    return any(width is not None and width < _DIGIT * n_letters * size for width in widths) or (
        n_lines > 1 and any(height is not None and height < n_lines * size for height in heights)
    )


def draws(declared: Declared) -> bool:
    """Whether an image is drawn for an element that may be empty."""
    return "url(" in declared.get("background-image", "") or "url(" in declared.get("content", "")


def _share(value: str) -> float:
    found = px(value.removesuffix("%"))
    return 1.0 if found is None else found / (100 if value.endswith("%") else 1)


def _is_far(declared: Declared) -> bool:
    """Whether it is moved off the page, which has room below and a little on the right."""
    sideways = ["margin-left", "text-indent"]
    upwards = ["margin-top"]
    if declared.get("position") in _MOVED:
        sideways += ["left", "right"]
        upwards += ["top", "bottom"]
    across = [declared.get(side, "") for side in sideways]
    for moved in _TRANSLATED.finditer(declared.get("transform", "")):
        across += map(str.strip, moved[1].split(","))
    across += declared.get("translate", "").split()
    along = [declared.get(side, "") for side in upwards]
    return (
        any(_length(move) <= -_FAR for move in (*across, *along))
        or any(_length(move) >= _VERY_FAR for move in across)
        or (_pushes(declared.get("text-indent", "")) and is_cutting(declared))
    )


def _pushes(indent: str) -> bool:
    """Whether the first line begins where its box ends."""
    return indent.endswith("%") and _share(indent) >= 1


def _across(declared: Declared) -> Iterator[str]:
    """How far an element is moved to the right."""
    for moved in _TRANSLATED.finditer(declared.get("transform", "")):
        if not moved[0].startswith(("translatey", "translatez")):
            yield moved[1].split(",")[0].strip()
    yield from declared.get("translate", "").split()[:1]


def _is_turned(value: str) -> bool:
    """Whether a `transform`, a `rotate` or a `scale` mirrors text, or turns it upside down."""
    for name, written in _TRANSFORMS.findall(value if "(" in value else f"scale({value})"):
        numbers = [number for number in re.split(r"[\s,]+", written.strip()) if number]
        if name.startswith("rotate") or any(number.endswith(_ANGLES) for number in numbers):
            turns = max((abs(_turns(number)) % 1 for number in numbers), default=0.0)
            if _LEANING < turns < 1 - _LEANING:
                return True
        elif name in {"matrix", "matrix3d"}:
            if any(number.startswith("-") for number in (numbers[:1] + numbers[3:4])):
                return True
        elif name.startswith("scale") and any(number.startswith("-") for number in numbers):
            return True
    return False


def _turns(angle: str) -> float:
    found = _ANGLE.match(angle)
    return float(found[1]) / _OF_TURN[found[2]] if found else 0.0


def _is_cut(declared: Declared) -> bool:
    """Whether a path cuts away a part."""
    path = declared.get("clip-path", "").partition(" round ")[0]
    if path.startswith("inset"):
        return any((px(share) or 0) > 0 for share in re.findall(_NUMBER, path))
    return path.startswith(("polygon", "path", "circle", "ellipse", "rect", "xywh", "shape"))


def _length(value: str) -> float:
    return 0.0 if value.endswith("%") else px(value) or 0.0


def _is_clipped(declared: Declared) -> bool:
    clip = re.findall(_NUMBER, declared.get("clip", ""))
    if len(clip) == 4 and declared.get("position") in OUT:
        top, right, bottom, left = (px(side) or 0 for side in clip)
        if right - left <= 1 or bottom - top <= 1:
            return True
    path = declared.get("clip-path", "")
    shares = re.findall(_NUMBER, path.partition(" at ")[0])
    if path.startswith("inset"):
        wide = [float(share[:-1]) if share.endswith("%") else 0.0 for share in shares[:4]]
        top, right, bottom, left = wide if len(wide) == 4 else ([*wide, *wide, *wide] * 2)[:4]
        if len(wide) == 3:
            left = right
        return max(top + bottom, left + right) >= 100
    return path.startswith(("circle", "ellipse", "polygon")) and not any(map(px, shares))


def _is_flat(declared: Declared) -> bool:
    return declared.get("scale") in {"0", "0%"} or bool(_FLAT.search(declared.get("transform", "")))


def _has_no_room(declared: Declared) -> bool:
    """Whether nothing of it is inside a box that cuts what is outside."""
    if not is_cutting(declared):
        return False
    sizes = [px(declared.get(side, "")) for side in ("width", "height", "max-width", "max-height")]
    if px(declared.get("line-height", "")) == 0:
        return True
    return any(size is not None and size <= 1 for size in sizes)
