"""Changes to a document that keep more of it whole than those of single bytes do."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

Mutate = Callable[[bytes, int], bytes]

_ODD = (
    "\u202e", "\u200b", "\x1b[31m", "\x0c", "\t", "\u3000", "　　", "|", "-", "----", "·····",
    "9" * 30, "٣", "²", "㊀", "〇", "一", "十", "（一）", "（", "）", "/", "—", "2023", "年", "件",
    "0", "-1", "1.5", "１２", "万元", "，", "。", "\r", "\x00", "\U0001d7d9", "其中：", "总计",
    "<td>", "&#0;", "&#xD800;", "colspan=9 ", "rowspan=0 ", "-2147483649", "4294967296", "1e309",
)  # fmt: skip


def mutated(data: bytes, most: int, seed: int, mutate: Mutate) -> bytes:
    """The document changed in one place or a few; `mutate` changes bytes."""
    draw = random.Random(seed)
    if data.startswith(b"PK\x03\x04") and draw.random() < 0.9:
        data = _in_a_part(data, draw, mutate) or mutate(data, most)
    elif draw.random() < 0.5:
        data = _in_lines(data, draw)
    else:
        data = mutate(data, most)
    return data[:most]


def _in_lines(data: bytes, draw: random.Random) -> bytes:
    apart = draw.choice((b"\n", b"\n", b">", b"\n\n", b"\t", b"|", b"\\", b"/", b" "))
    lines = data.split(apart)
    for _ in range(draw.randint(1, 4)):
        at, other = draw.randrange(len(lines)), draw.randrange(len(lines))
        match draw.randrange(6):
            case 0:
                lines[at], lines[other] = lines[other], lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2 if len(lines) > 1:
                del lines[at]
            case 3:
                lines[at] += lines[other]
            case 4:
                lines[at:at] = lines[at : at + 9] * draw.randint(1, 9)
            case _:
                text = lines[at].decode("utf-8", "surrogateescape")
                cut, end = draw.randint(0, len(text)), draw.randint(0, 2)
                text = text[:cut] + draw.choice(_ODD) + text[cut + end :]
                lines[at] = text.encode("utf-8", "surrogateescape")
    return apart.join(lines)


def _in_a_part(data: bytes, draw: random.Random, mutate: Mutate) -> bytes | None:
    """The package with one part changed; `None` where it cannot be unpacked."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
            infos = [info for info in old.infolist() if info.file_size < 1 << 20]
            chosen = draw.choice([info.filename for info in infos])
            for info in infos:
                part = old.read(info)
                if info.filename == chosen:
                    whole = draw.random() < 0.7
                    part = _in_lines(part, draw) if whole else mutate(part, len(part) + 64)
                if info.filename != chosen or draw.random() > 0.02:
                    new.writestr(info.filename, part)
    except Exception:  # noqa: BLE001 - what was damaged before is changed byte by byte
        return None
    return made.getvalue()
