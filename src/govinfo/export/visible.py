"""Texts of documents for people: what would command a terminal, or turn the letters, is shown."""

from __future__ import annotations

import re

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""A text whose control characters, directions of writing and half characters are spelt out.

    >>> print(visible("\x1b[31m红\u202e"))
    \x1b[31m红\u202e
    """
    return _COMMANDS.sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def visible_json(text: str) -> str:
    """JSON that means the same, with those characters as JSON spells them."""
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
