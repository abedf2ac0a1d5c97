"""Each limit is kept before what it bounds is spent, and the error says how to raise it."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile
from pathlib import Path

import attrs
import pytest

import govinfo
import odtml
import ofdml
import sheetml
import wordml
from govinfo import LimitExceeded, Limits
from hostile import corpus

_MEGABYTE = 1 << 20
_PACKAGES: dict[str, tuple[str, dict[str, str]]] = {
    "docx": ("word/document.xml", {k: str(v) for k, v in wordml.parts(wordml.par()).items()}),
    "odt": ("content.xml", odtml.parts(odtml.par("公开"))),
    "ofd": ("Doc_0/Document.xml", ofdml.parts(ofdml.page(ofdml.text(9, 9, "公开")))),
    "xlsx": ("xl/workbook.xml", sheetml.workbook(sheetml.worksheet(""))),
}
_TEXT = corpus.REPORT.encode()
_PAGE = b"<html><body>" + b"<p>\xe5\x85\xac</p>" * 50
_TABLE = b"<html><body><table>" + b"<tr><td>1<td>2" * 50
_LETTERS = corpus.pdf_of(b"BT /F 9 Tf (" + b"a" * 300 + b") Tj ET")

CASES: dict[str, tuple[Limits, bytes]] = {
    "bytes": (Limits(bytes=99), _TEXT),
    "line": (Limits(line=9), _TEXT),
    "blocks": (Limits(blocks=9), _TEXT),
    "blocks of a page": (Limits(blocks=9), _PAGE),
    "cells": (Limits(cells=9), _TABLE),
    "pages": (Limits(pages=1), b"\f".join([_TEXT] * 3)),
    "pages of a pdf": (Limits(pages=1), corpus.pages_of(2)),
    "letters": (Limits(letters=99), _LETTERS),
    "depth": (Limits(depth=9), b"<html><body>" + b"<div>" * 50 + b"x"),
    "seconds": (Limits(seconds=0.0), corpus.pages_of(2)),
}


def _bomb(format: str, size: int) -> bytes:
    """A package of which the main part unpacks to so many bytes of one letter."""
    name, parts = _PACKAGES[format]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for other, content in parts.items():
            if other != name:
                package.writestr(other, content)
        with package.open(name, "w") as part:
            for _ in range(size >> 20):
                part.write(b"a" * _MEGABYTE)
    return made.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_a_limit_is_kept(case: str) -> None:
    limits, data = CASES[case]
    name = case.split(maxsplit=1)[0]
    with pytest.raises(LimitExceeded) as caught:
        govinfo.read(data, limits=limits)
    assert f"{getattr(limits, name):,} ({name})" in str(caught.value)
    assert f"limits=govinfo.Limits({name}=...)" in str(caught.value)
    govinfo.read(data)


def test_every_limit_has_a_case() -> None:
    """Those of pictures have theirs in `tests/adapters/scan`."""
    tested = {case.split()[0] for case in CASES} | {"unpacked", "ratio", "scanned", "pixels"}
    assert tested == {field.name for field in attrs.fields(Limits)}


@pytest.mark.parametrize("format", _PACKAGES)
@pytest.mark.parametrize(
    ("name", "limits"),
    [
        ("unpacked", Limits(unpacked=4 * _MEGABYTE, ratio=10**9)),
        ("ratio", Limits(ratio=50)),
        ("bytes", Limits(bytes=4 * _MEGABYTE, ratio=10**9)),
    ],
)
@pytest.mark.parametrize("told", [None, 100])
def test_packages_are_counted_as_they_unpack(
    format: str, name: str, limits: Limits, told: int | None
) -> None:
    data = _bomb(format, 48 * _MEGABYTE)
    data = data if told is None else corpus.lying(data)
    tracemalloc.start()
    try:
        with pytest.raises((LimitExceeded, govinfo.CorruptDocument)) as caught:
            govinfo.read(data, format=format, limits=limits)
        assert tracemalloc.get_traced_memory()[1] < 16 * _MEGABYTE
    finally:
        tracemalloc.stop()
    if told is None:
        assert f"limits=govinfo.Limits({name}=...)" in str(caught.value)


def test_a_package_of_very_many_parts() -> None:
    data = ofdml.zipped({f"a{number}": b"" for number in range(60)})
    with pytest.raises(LimitExceeded, match=r"blocks=\.\.\."):
        govinfo.read(data, format="ofd", limits=Limits(blocks=50))


def test_tags_are_counted_before_they_are_read() -> None:
    body = wordml.par() * 3_000
    with pytest.raises(LimitExceeded, match=r"20 times the limit of 90 \(blocks\)"):
        wordml.read(wordml.zipped(wordml.parts(body)), Limits(blocks=90, cells=90))


def test_refusals_are_made_in_one_place() -> None:
    """Others have no limit that could be raised."""
    root = Path(govinfo.__file__).parent
    made = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"raise LimitExceeded\(", path.read_text(encoding="utf-8"))
    }
    assert made == {
        "adapters/docx/_reader.py",
        "adapters/html/_read.py",
        "adapters/odt/_package.py",
        "adapters/odt/_read.py",
        "adapters/opc.py",
        "corpus/archives.py",
        "export/arrow.py",
    }
