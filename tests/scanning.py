"""Pages as scanners and telephones make them: reports of ours, drawn, and spoilt as pictures."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from govinfo import Money, Report
from govinfo.grammar.compile import compile_class
from govinfo.grammar.equations import equations
from govinfo.grammar.values import Kind
from govinfo.template.editions import Edition

Spoil = Callable[[Image.Image, random.Random], Image.Image]

STYLES = {
    "song": '"AR PL SungtiL GB", "AR PL UMing CN", "Noto Serif CJK SC"; font-size: 10.5pt',
    "times": '"Liberation Serif", "Noto Serif CJK SC"; font-size: 10pt',
    "hei": '"Noto Sans CJK SC"; font-size: 9.5pt',
    "kai": '"AR PL KaitiM GB", "AR PL UKai CN", "Noto Serif CJK SC"; font-size: 10.5pt',
    "arial": '"Liberation Sans", "WenQuanYi Zen Hei", "Noto Sans CJK SC"; font-size: 10pt',
    "small": '"Liberation Serif", "Noto Serif CJK SC"; font-size: 9pt',
}
"""Fonts and sizes of tables; where one is not installed the next is taken."""


def drawn_report(edition: str, chance: random.Random) -> Report:
    """A report whose figures add up: mostly zeros and small numbers, some large, some blank."""
    chosen = Edition(edition)
    found: dict[str, Any] = {}
    for cls in chosen.tables:
        grammar = compile_class(cls)
        paths = []
        for row in chosen.rows_of(cls):
            for column in row.columns:
                path = grammar.path(row, column)
                if column.kind is Kind.MONEY:
                    amount = f"{chance.randint(0, 9999)}.{chance.randint(0, 99):02}"
                    found[path] = Money(amount, "万元")
                elif column.kind is Kind.CHANGE:
                    found[path] = chance.choice([0, chance.randint(-99, 99)])
                else:
                    found[path] = _count(chance)
                paths.append(path)
        _settle(found, grammar)
        if cls is chosen.tables[0]:
            for path in chance.sample(paths, chance.randint(0, len(paths) // 3)):
                found[path] = None
    year = chosen.year + chance.randint(0, 1)
    return Report.from_figures(
        found,
        edition=chosen,
        agency="云岭市青溪区水务局",
        year=year,
        overview=f"本机关制度健全，公开有序。全年通过门户网站公开信息{chance.randint(9, 999)}条。",
        problems="公开内容还不够细致。下一步将加强培训。",
        other_matters="本年度未收取信息处理费。",
    )


def _count(chance: random.Random) -> int:
    small, large = chance.randint(0, 9), chance.randint(10, 99)
    return chance.choice([0, 0, 0, small, small, large, large, chance.randint(100, 1999)])


def _settle(found: dict[str, Any], grammar: Any) -> None:
    """Make totals what their parts add up to; what is carried forward takes what is left."""
    for _ in range(8):
        for one in equations(grammar):
            left = [term.path for term in one.left if term.path in found]
            right = [term.path for term in one.right if term.path in found]
            more = sum(found[path] for path in left) - sum(found[path] for path in right)
            if right and (len(right) == 1 or more > 0):
                found[right[-1]] += more
            elif left:
                found[left[0]] -= more


def pdf_of(report: Report, style: str = "times", *, ruled: bool = True) -> bytes:
    """The report on pages of A4, its tables in a style, with or without lines."""
    return pdf_of_page(report.render("html").decode(), style, ruled=ruled)


def pdf_of_page(page: str, style: str = "times", *, ruled: bool = True) -> bytes:
    """A page of HTML on pages of A4."""
    import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415 - optional

    lines = "" if ruled else "table, td, th { border: none !important }"
    sheet = f"<style>table {{ font-family: {STYLES[style]} !important }} {lines}</style></head>"
    made: bytes = weasyprint.HTML(string=page.replace("</head>", sheet)).write_pdf()
    return made


def pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        found = []
        for at in range(len(document)):
            with closing(document[at]) as page, closing(page.render(scale=dpi / 72)) as bitmap:
                image = bitmap.to_pil().convert("RGB")
                image.info["dpi"] = (dpi, dpi)
                found.append(image)
        return found


def clean(image: Image.Image, _: random.Random) -> Image.Image:
    """As it was drawn."""
    return image


def skewed(image: Image.Image, chance: random.Random) -> Image.Image:
    """Laid on the glass at an angle."""
    angle = chance.uniform(-1.6, 1.6)
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=False, fillcolor="white")


def noisy(image: Image.Image, chance: random.Random) -> Image.Image:
    """With a sensor's noise, a little blurred, paper that is not white."""
    pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(0.5)), np.float32)
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(0, 12, pixels.shape[:2])
    paper = chance.uniform(225, 250) / 255
    return Image.fromarray(np.clip(pixels * paper + noise[..., None], 0, 255).astype(np.uint8))


def jpeg(image: Image.Image, chance: random.Random) -> Image.Image:
    """Kept as a small JPEG."""
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=chance.choice([30, 40, 55]))
    return Image.open(buffer).convert("RGB")


def sealed(image: Image.Image, chance: random.Random) -> Image.Image:
    """With a red seal over the table."""
    width, height = image.size
    radius = int(width * 0.1)
    x, y = chance.randint(width // 3, width * 2 // 3), chance.randint(height // 4, height * 3 // 4)
    ink = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(ink)
    red = (205, 40, 40)
    box = (x - radius, y - radius, x + radius, y + radius)
    draw.ellipse(box, outline=red, width=max(2, radius // 18))
    points = []
    for at in range(10):
        reach = radius * (0.35 if at % 2 == 0 else 0.14)
        angle = np.pi * at / 5 - np.pi / 2
        points.append((x + reach * np.cos(angle), y + reach * np.sin(angle)))
    draw.polygon(points, fill=red)
    name = "云岭市青溪区水务局"
    for at, letter in enumerate(name):
        turn = (at - (len(name) - 1) / 2) * 26
        sign = Image.new("RGBA", (radius // 2, radius // 2), (0, 0, 0, 0))
        ImageDraw.Draw(sign).text((2, 0), letter, fill=(*red, 255), font=_font(radius // 4))
        sign = sign.rotate(-turn, Image.Resampling.BICUBIC, expand=True)
        reach = radius * 0.72
        at_x = x + reach * np.sin(np.radians(turn)) - sign.width / 2
        at_y = y - reach * np.cos(np.radians(turn)) - sign.height / 2
        ink.paste(sign, (int(at_x), int(at_y)), sign)
    return Image.fromarray(
        (np.asarray(image, np.uint16) * np.asarray(ink, np.uint16) // 255).astype(np.uint8)
    )


def _font(size: int) -> Any:
    for name in ("NotoSerifCJK-Bold.ttc", "NotoSansCJK-Regular.ttc"):
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default()


def faxed(image: Image.Image, chance: random.Random) -> Image.Image:
    """Black and white only, with specks."""
    grey = np.asarray(noisy(image, chance).convert("L"), np.int16)
    made = np.where(grey < chance.randint(120, 170), 0, 255).astype(np.uint8)
    specks = np.random.default_rng(chance.randrange(1 << 30)).random(made.shape) < 0.0004
    made[specks] = 0
    return Image.fromarray(made).convert("1").convert("RGB")


def photographed(image: Image.Image, chance: random.Random) -> Image.Image:
    """From a little aside, in uneven light, on a table."""
    width, height = image.size
    shift = [(chance.uniform(0, 0.03) * width, chance.uniform(0, 0.03) * height) for _ in range(4)]
    margin = int(width * 0.04)
    big = (width + 2 * margin, height + 2 * margin)
    corners = [(margin, margin), (margin + width, margin), (margin + width, margin + height),
               (margin, margin + height)]  # fmt: skip
    signs = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    moved = [
        (x + dx * sx, y + dy * sy)
        for (x, y), (dx, dy), (sx, sy) in zip(corners, shift, signs, strict=True)
    ]
    matrix = _perspective(moved, [(0, 0), (width, 0), (width, height), (0, height)])
    made = image.transform(
        big, Image.Transform.PERSPECTIVE, matrix, Image.Resampling.BICUBIC, fillcolor=(92, 80, 70)
    )
    pixels = np.asarray(made, np.float32)
    y, x = np.mgrid[0 : big[1], 0 : big[0]]
    side = chance.uniform(-0.2, 0.2)
    light = 0.82 + side * (x / big[0] - 0.5) + 0.14 * (y / big[1] - 0.5)
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(0, 6, pixels.shape)
    pixels = np.clip(pixels * light[..., None] + noise, 0, 255)
    return jpeg(
        Image.fromarray(pixels.astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.6)), chance
    )


def _perspective(
    source: Sequence[tuple[float, float]], target: Sequence[tuple[float, float]]
) -> Any:
    """The eight numbers by which Pillow finds for a place of the result that of the picture."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return np.linalg.solve(np.array(rows, float), np.array(wanted, float)).tolist()


SPOILS: dict[str, Spoil] = {
    spoil.__name__: spoil for spoil in (clean, skewed, noisy, jpeg, sealed, faxed, photographed)
}


def as_png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    dpi = image.info.get("dpi")
    image.save(buffer, "PNG", **({"dpi": dpi} if dpi else {}))
    return buffer.getvalue()


def as_jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=60, dpi=image.info.get("dpi", (200, 200)))
    return buffer.getvalue()


def as_tiff(images: Sequence[Image.Image], dpi: int) -> bytes:
    buffer = io.BytesIO()
    first, *others = (image.copy() for image in images)  # each keeps what it was last saved as
    options = {"compression": "tiff_lzw", "dpi": (dpi, dpi)}
    first.save(buffer, "TIFF", save_all=True, append_images=others, **options)
    return buffer.getvalue()


def as_pdf(images: Sequence[Image.Image], dpi: int) -> bytes:
    """The pictures as pages of a PDF, nothing else on them."""
    buffer = io.BytesIO()
    first, *others = images
    first.save(buffer, "PDF", resolution=dpi, save_all=True, append_images=others, quality=80)
    return buffer.getvalue()
