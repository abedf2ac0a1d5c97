"""Takes the README's picture of the review page: `python docs/screenshot.py`, with Chromium.

Pixels differ from machine to machine, so that no test compares the picture; take it again when the
page has changed.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

import govinfo
from govinfo.checks.cells import one_cell
from govinfo.render.review import Review, page

TARGET = Path(__file__).parent / "pictures" / "review.png"
SIZE: ViewportSize = {"width": 1180, "height": 620}
COLOURS = 64


def main() -> None:
    """Write the picture."""
    report = govinfo.parse(one_cell.example.encode())
    found = tuple(one for one in report.check() if one.code in {"GI204", "GI209"})
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = Path(folder, "page.html")
        made.write_text(page([Review("report.docx", report, found)], "zh"), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        shown = browser.new_page(viewport=SIZE, color_scheme="light")
        shown.goto(made.as_uri())
        shown.screenshot(path=TARGET)
        browser.close()
    Image.open(TARGET).convert("RGB").quantize(COLOURS).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
