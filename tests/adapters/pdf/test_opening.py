from __future__ import annotations

import contextlib
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

import govinfo
from adapters.pdf import typeset
from adapters.pdf.drawing import ENGINES, Sketch, paragraphs, read, tables
from govinfo.adapters.base import Adapter
from govinfo.adapters.pdf import PdfAdapter
from govinfo.blocks import Table
from govinfo.cli import main
from govinfo.commands.files import UNREADABLE
from govinfo.errors import (
    CorruptDocument,
    EncryptedDocument,
    GovInfoError,
    LimitExceeded,
    NotAReport,
    NoTextLayer,
)
from govinfo.source import Limits, Source
from reports.told import FULL

TEXT = "一、总体情况"
LATIN = "Annual report"


def plain(pages: int = 1) -> bytes:
    sketch = Sketch(pageCompression=0)
    for _ in range(pages):
        sketch.text(90, 300, TEXT).page()
    return sketch.data()


def locked(user: str, owner: str) -> bytes:
    sketch = Sketch(encrypt=StandardEncryption(user, ownerPassword=owner, strength=128))
    # A Latin font: reportlab leaves the names of CID fonts unencrypted, and pdfminer trips.
    sketch.canvas.setFont("Helvetica", 12)
    sketch.canvas.drawString(90, 500, LATIN)
    return sketch.data()


def test_it_keeps_the_protocol_and_is_made_without_arguments() -> None:
    adapter = PdfAdapter()
    assert isinstance(adapter, Adapter)
    assert (adapter.name, adapter.extensions) == ("pdf", (".pdf",))
    assert pickle.loads(pickle.dumps(adapter)) == adapter  # noqa: S301


def test_sniffing_and_listing_load_no_pdf_library() -> None:
    code = (
        "import sys; from govinfo.adapters.pdf import PdfAdapter; "
        "assert PdfAdapter().sniff(b'%PDF-1.7'); "
        "assert not {'pypdfium2', 'pdfplumber', 'pdfminer'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


@pytest.mark.parametrize(
    ("head", "expected"),
    [(b"%PDF-1.4\n", True), (b"\r\n\x00%PDF-2.0", True), (b"PK\x03\x04", False), (b"", False)],
)
def test_sniff(head: bytes, expected: bool) -> None:
    assert PdfAdapter().sniff(head) is expected


@pytest.mark.parametrize("engine", ENGINES)
def test_an_encrypted_file_needs_its_password(engine: str) -> None:
    data = locked("secret", "owner")
    with pytest.raises(EncryptedDocument):
        read(data, engine)
    with pytest.raises(EncryptedDocument):
        read(data, engine, "wrong")
    assert paragraphs(read(data, engine, "secret")) == [LATIN]


def test_the_public_functions_and_the_command_line_take_the_password(tmp_path: Path) -> None:
    data = locked("secret", "owner")
    assert paragraphs(govinfo.read(data, password="secret")) == [LATIN]  # noqa: S106
    with pytest.raises(NotAReport):  # read, and found to be none
        govinfo.parse(data, password="secret", engine="pdfplumber")  # noqa: S106
    file = tmp_path / "locked.pdf"
    file.write_bytes(data)
    assert CliRunner().invoke(main, ["blocks", str(file)]).exit_code == UNREADABLE
    opened = CliRunner().invoke(main, ["blocks", "--password", "secret", str(file)])
    assert LATIN in opened.stdout
    assert opened.exit_code == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_with_an_owner_password_only_opens(engine: str) -> None:
    assert paragraphs(read(locked("", "owner"), engine)) == [LATIN]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_without_text_is_refused(engine: str) -> None:
    data = Sketch().fill(90, 90, 500, 700, (0.9, 0.9, 0.9)).data()
    with pytest.raises(NoTextLayer, match="pictures of text only"):
        read(data, engine)


def test_a_broken_cross_reference_table_is_repaired() -> None:
    data = re.sub(rb"startxref\s+\d+", b"startxref\n7", plain())
    assert paragraphs(read(data)) == [TEXT]


def test_a_file_without_its_end_is_repaired_or_refused() -> None:
    data = plain()
    for share in range(1, 20):
        try:
            document = read(data[: len(data) * share // 20])
        except GovInfoError:
            continue
        assert paragraphs(document) in ([TEXT], [])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-" + bytes(5000)])
def test_what_is_no_pdf_is_corrupt(engine: str, data: bytes) -> None:
    with pytest.raises(CorruptDocument):
        read(data, engine)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_the_bytes_only_our_errors_leave(data: st.DataObject) -> None:
    document = bytearray(plain())
    for _ in range(data.draw(st.integers(1, 30))):
        document[data.draw(st.integers(0, len(document) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(GovInfoError):
        read(bytes(document), data.draw(st.sampled_from(ENGINES)))


_DAMAGE = """
import random, sys
from pathlib import Path
from govinfo.adapters.pdf import PdfAdapter
from govinfo.errors import GovInfoError
from govinfo.source import Limits, Source

rng, whole = random.Random(5), Path(sys.argv[1]).read_bytes()
for number in range(int(sys.argv[2])):
    data = bytearray(whole[: rng.randrange(len(whole))] if number % 3 == 0 else whole)
    for _ in range(rng.randrange(1, 40) if number % 3 == 1 else 0):
        data[rng.randrange(len(data))] = rng.randrange(256)
    if number % 3 == 2:
        start = rng.randrange(len(data))
        del data[start : start + rng.randrange(1, 600)]
    try:
        PdfAdapter().read(Source(bytes(data)), Limits())
    except GovInfoError:
        pass
"""


@pytest.mark.parametrize("kind", ["tables", "form"])
def test_damaged_files_never_end_the_process(kind: str, tmp_path: Path) -> None:
    """In a process of its own: a fault in PDFium would take this one with it."""
    sketch = Sketch(pageCompression=0)
    if kind == "form":
        sketch.canvas.acroForm.textfield(name="field", value="12", x=100, y=500)
        sketch.text(90, 90, TEXT)
    file = tmp_path / "whole.pdf"
    file.write_bytes(sketch.data() if kind == "form" else typeset.pdf(FULL, "in order"))
    command = [sys.executable, "-X", "faulthandler", "-c", _DAMAGE, str(file), "120"]
    done = subprocess.run(command, check=False, capture_output=True, timeout=300)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()[-2000:]


@pytest.mark.parametrize("engine", ENGINES)
def test_limits(engine: str) -> None:
    adapter = PdfAdapter(engine=engine)  # type: ignore[arg-type]
    for limits in (Limits(pages=2), Limits(line=3), Limits(blocks=2)):
        with pytest.raises(LimitExceeded):
            adapter.read(Source(plain(pages=3)), limits)
    sketch = Sketch()
    for k in range(5):
        sketch.line(90, 100 + 20 * k, 200, 100 + 20 * k).line(90 + 20 * k, 100, 90 + 20 * k, 180)
    with pytest.raises(LimitExceeded):
        adapter.read(Source(sketch.text(95, 105, "甲").data()), Limits(cells=12))


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_filled_into_a_form_is_read_and_notes_are_not(engine: str) -> None:
    sketch = Sketch()
    for y in (100, 130):
        sketch.line(80, y, 280, y)
    for x in (80, 150, 280):
        sketch.line(x, 100, x, 130)
    sketch.text(90, 108, "规章")
    sketch.canvas.acroForm.textfield(
        name="field", value="12", x=151, y=int(sketch.height) - 129, width=128, height=28
    )
    sketch.canvas.freeTextAnnotation("a note", DA="/F1 12 Tf", Rect=(300, 500, 400, 520))
    document = sketch.read(engine)
    assert [[cell.text for cell in table.cells] for table in tables(document)] == [["规章", "12"]]
    assert not paragraphs(document)


def test_a_grid_of_no_more_cells_than_the_limit_is_read() -> None:
    sketch = Sketch()
    for k in range(36):
        x, y = 90 + 30 * (k % 3), 100 + 20 * (k // 3)
        sketch.box(x, y, x + 30, y + 20).text(x + 4, y + 4, str(k), 8)
    (table,) = PdfAdapter().read(Source(sketch.data()), Limits(cells=36)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == [str(k) for k in range(36)]


def test_metadata_is_what_the_file_says_of_itself() -> None:
    sketch = Sketch().text(90, 100, TEXT)
    sketch.canvas.setTitle("年度报告")
    data = sketch.data()
    for engine in ENGINES:
        assert read(data, engine).metadata["Title"] == "年度报告"
