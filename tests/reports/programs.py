"""Runs LibreOffice and Chromium on documents, and skips where they are not installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_FILTERS = {"html": "html:HTML (StarWriter)"}
"""By which of its filters LibreOffice writes a format, where it has several."""

_SHEETS = frozenset({"xlsx", "xls", "ods", "csv"})
"""What its spreadsheet writes, which may be installed or not for itself."""


def by_libreoffice(folder: Path, files: dict[str, bytes], to: str) -> dict[str, bytes]:
    """Convert files, by name, into another format; all in one run, since each costs seconds."""
    part = "localc" if to in _SHEETS else "lowriter"
    program = shutil.which(part) and shutil.which("soffice")
    if program is None:
        pytest.skip(f"LibreOffice ({part}) is not installed")
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    pages = any(name.endswith(".html") for name in files)
    command = [
        program,
        f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}",
        "--headless",
        *(["--infilter=HTML (StarWriter)"] if pages else []),
        *("--convert-to", _FILTERS.get(to, to), "--outdir", str(folder / "out")),
        *(str(folder / name) for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603
    made = {f"{Path(name).stem}.{to}": folder / "out" / f"{Path(name).stem}.{to}" for name in files}
    return {name: path.read_bytes() for name, path in made.items()}


def there_and_back(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Word files as LibreOffice writes them after keeping them as its own."""
    return by_libreoffice(folder / "back", by_libreoffice(folder / "there", files, "odt"), "docx")


def by_chromium(folder: Path, page: bytes) -> bytes:
    """A page as the browser holds it after its scripts have run."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    source = folder / "page.html"
    source.write_bytes(page)
    options = [
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *("--dump-dom", f"--user-data-dir={folder / 'browser'}"),
    ]
    return subprocess.run(  # noqa: S603
        [program, *options, source.as_uri()], check=True, capture_output=True, timeout=90
    ).stdout
