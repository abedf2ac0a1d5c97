"""Where the text boxes of a document hang, and where their text is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govinfo.adapters.binary import i32, u32

if TYPE_CHECKING:
    from govinfo.adapters.doc._file import WordFile

_SHAPES, _TEXTS = 40, 56
_SHAPE_SIZE, _TEXT_SIZE = 26, 22
_LETTER: Final = 4


def boxes(file: WordFile) -> list[tuple[int, int, int]]:
    """Each box: the letter of the body that it hangs on, and the first and last of its text.

    One whose shape is not known hangs on the end of the body.
    """
    shapes = file.part(_SHAPES)
    count = max(0, (len(shapes) - _LETTER) // (_LETTER + _SHAPE_SIZE))
    hangs = {
        i32(shapes, _LETTER * (count + 1) + _SHAPE_SIZE * at): u32(shapes, _LETTER * at)
        for at in range(count)
    }
    texts = file.part(_TEXTS)
    start, end = file.boxes
    number = max(0, (len(texts) - _LETTER) // (_LETTER + _TEXT_SIZE))
    found = []
    for at in range(number):
        first, last = u32(texts, _LETTER * at), u32(texts, _LETTER * (at + 1))
        shape = i32(texts, _LETTER * (number + 1) + _TEXT_SIZE * at + 14)
        first, last = start + first, min(start + last, end)
        if first < last:
            found.append((hangs.get(shape, file.body_length), first, last))
    return sorted(found)
