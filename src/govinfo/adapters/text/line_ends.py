"""Line ends and blanks that a program wrote as signs, for texts that have few line ends."""

from __future__ import annotations

import re
from collections import Counter

_FEWEST = 5
"""Signs from which a text with fewer line ends than that is a string of a program's."""
_TABLES = re.compile(r"^[ \t]*\[\s?\[.*\][ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrt\"/\\]))")
_LETTERS = {"n": "\n", "r": "\n", "t": "\t"}
_DEEPEST = 4
"""Programs that have each escaped what the one before wrote."""
_LATIN = r"A-Za-z\u00c0-\u024f\u0300-\u036f"
"""Letters, those with marks of tones too: the n of a syllable like (quán) ends no line."""
_SIGN = re.compile(
    r"<(?:n|eol|newline)\s?/?>|&lt;(?:br|n)\s?/?&gt;|\[(?:SEP|EOL|NEWLINE)\]|[⏎↵¶␊␤]"
    rf"|/n(?![{_LATIN}])|(?<![{_LATIN}\\])n{{1,2}}(?![{_LATIN}])",
    re.IGNORECASE,
)
"""What stands for a line's end: in the vocabulary of a language model, in an editor, or of an
escape that lost its backslash."""
_IN_SIGNS = "nN<[&⏎↵¶␊␤"
"""One of which is in each of them."""
_BLANK = "\u2581"
"""What stands for a blank where words were cut into the pieces of such a vocabulary."""


def with_line_ends(text: str) -> str:
    """The text with its lines ended, and its blanks blank."""
    text = text.replace(_BLANK, " ")
    if not _is_of_few_lines(text, sum(map(text.count, _IN_SIGNS))):
        return text
    for _ in range(_DEEPEST):
        if not _is_of_few_lines(text, _beside_tables(text).count("\\n")):
            break
        text = _ESCAPED.sub(_escape, text.strip().strip('"'))
    signs = Counter(map(_kind, _SIGN.findall(_beside_tables(text))))
    kind, many = next(iter(signs.most_common(1)), ("", 0))
    if not _is_of_few_lines(text, many):
        return text
    return _SIGN.sub(lambda sign: "\n" if _kind(sign[0]) == kind else sign[0], text)


def _beside_tables(text: str) -> str:
    """The text without the tables that a program printed, a line each: they are values."""
    return _TABLES.sub("", text)


def _is_of_few_lines(text: str, signs: int) -> bool:
    return signs > max(_FEWEST, text.count("\n"))


def _kind(sign: str) -> str:
    return "".join(dict.fromkeys(sign.lower()))


def _escape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _LETTERS.get(match[2], match[2])
