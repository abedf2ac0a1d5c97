"""What a PDF unpacks to and draws is told before PDFium takes it up."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govinfo
from govinfo.adapters.pdf._lzw import unpacked
from govinfo.adapters.pdf._weight import refuse_bombs
from govinfo.source import Limits

SMALL = Limits(unpacked=1 << 20, letters=100)
FORM = b"/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>"


def stream(number: int, content: bytes, said: bytes = b"", *, packed: bool = False) -> bytes:
    if packed:
        content, said = zlib.compress(content), said + b"/Filter/FlateDecode"
    head = b"%d 0 obj\n<<%s/Length %d>>stream\n" % (number, said, len(content))
    return head + content + b"\nendstream\nendobj\n"


@pytest.mark.parametrize(
    ("told", "data"),
    [
        ("unpacked", stream(4, b" " * (2 << 20), packed=True)),
        ("unpacked", stream(4, b" " * (80 << 10))),
        ("unpacked", b"/Contents[%s]" % (b"4 0 R " * 40) + stream(4, b" " * 50_000, packed=True)),
        (
            "unpacked",
            b"".join(stream(n, b"/X Do " * 10, FORM % (n + 1)) for n in range(10, 16))
            + stream(16, b"0 0 m 9 9 l S", b"/Subtype/Form"),
        ),
        ("letters", stream(4, b"(" + b"a" * 60 + b")Tj <" + b"0041" * 60 + b">Tj")),
        ("cells", b"/Subtype/Widget " * 6_000),
    ],
)
def test_a_bomb_is_refused_by_the_limit_that_it_breaks(told: str, data: bytes) -> None:
    with pytest.raises(govinfo.LimitExceeded, match=rf"govinfo\.Limits\({told}=") as caught:
        refuse_bombs(data, SMALL)
    assert f"({told})" in str(caught.value)


def test_streams_packed_twice_are_refused() -> None:
    with pytest.raises(govinfo.CorruptDocument, match="twice"):
        refuse_bombs(stream(4, b"", b"/Filter[/FlateDecode/FlateDecode]"), SMALL)


@pytest.mark.parametrize(
    "data",
    [
        stream(4, b"(a)Tj", packed=True),
        stream(4, b"/X Do", FORM % 4),
        stream(4, b"/X Do", FORM % 5) + stream(5, b"/X Do", FORM % 4),
        stream(4, b"\x00" * (2 << 20), b"/Subtype/Image/Width 9", packed=True),
        stream(4, bytes(range(256)) * 400, b"/Length1 102400"),
        b"stream\nno end",
        b"",
    ],
)
def test_what_is_no_bomb_passes(data: bytes) -> None:
    refuse_bombs(data, SMALL)


def by_lzw(data: bytes, *, early: bool = True) -> bytes:
    """The bytes packed as by the programs that still did."""
    codes = {bytes((number,)): number for number in range(256)}
    held = bits = 0
    width, after, begun = 9, 258, b""
    packed = bytearray()

    def put(code: int) -> None:
        nonlocal held, bits
        held, bits = held << width | code, bits + width
        while bits >= 8:
            bits -= 8
            packed.append(held >> bits & 0xFF)

    put(256)
    for number in data:
        whole = begun + bytes((number,))
        if whole in codes:
            begun = whole
            continue
        put(codes[begun])
        codes[whole], after, begun = after, after + 1, whole[-1:]
        if after + early > 1 << width:
            width += 1
        if after == 4094:
            put(256)
            codes = {bytes((number,)): number for number in range(256)}
            width, after = 9, 258
    for code in (codes[begun], 257, 0):
        put(code)
    return bytes(packed)


@settings(max_examples=50)
@given(
    st.one_of(st.binary(min_size=1, max_size=3000), st.text("ab", min_size=1).map(str.encode)),
    st.integers(1, 9),
    st.booleans(),
)
def test_what_lzw_packs_is_unpacked(data: bytes, times: int, early: bool) -> None:
    assert b"".join(unpacked(by_lzw(data * times, early=early), early=early)) == data * times


def test_lzw_is_counted() -> None:
    bomb = stream(4, by_lzw(b" " * (2 << 20)), b"/Filter/LZWDecode")
    with pytest.raises(govinfo.LimitExceeded, match=r"govinfo\.Limits\(unpacked="):
        refuse_bombs(bomb, SMALL)
    drawn = by_lzw(b"(" + b"a" * 200 + b")Tj")
    with pytest.raises(govinfo.LimitExceeded, match=r"govinfo\.Limits\(letters="):
        refuse_bombs(stream(4, drawn, b"/Filter[/LZWDecode]"), SMALL)
    refuse_bombs(stream(4, by_lzw(b"(a)Tj"), b"/Filter/LZW"), SMALL)


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x80\x7f\xff\xff", b"\x00" * 40])
def test_lzw_that_is_none_unpacks_to_little(data: bytes) -> None:
    assert len(b"".join(unpacked(data))) < 100
