"""Cuts rich text into its tokens: groups, control words, bytes of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

# A number has at most ten digits; more are text to Word, too.
_TOKEN: Final = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z'])"
    rb"|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_BINARY: Final = b"bin"


class Token(NamedTuple):
    """A token.

    Attributes:
        kind: `open`, `close`, `word`, `hex`, `symbol` or `text`.
        value: The word, the symbol, or the bytes of text.
        number: The number after a word.
    """

    kind: str
    value: bytes = b""
    number: int | None = None


_OPEN: Final = Token("open")
_CLOSE: Final = Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; the raw data of pictures are left out.

    Raises:
        CorruptDocument: Raw data are said to go on after the file's end.
    """
    at, end = 0, len(data)
    while at < end:
        match = _TOKEN.match(data, at)
        if match is None:
            at += 1  # What no alternative takes: a backslash before an odd quote.
            continue
        at = match.end()
        token = _token(match)
        if token is None:
            continue
        if token.value == _BINARY and token.kind == "word":
            at += max(0, token.number or 0)
            if at > end:
                raise CorruptDocument("the file is cut short in the midst of a picture")
            continue
        yield token


def _token(match: re.Match[bytes]) -> Token | None:
    """The token that was found; `None` for the ends of lines, which part nothing."""
    kind = match.lastgroup
    if kind == "open":
        return _OPEN
    if kind == "close":
        return _CLOSE
    if kind == "hex":
        return Token("hex", bytes.fromhex(match["hex"].decode()))
    if kind in {"text", "symbol"}:
        return Token(kind, match[kind])
    if kind is None:
        return None
    return Token("word", match["word"], None if match["number"] is None else int(match["number"]))
