"""Pages that a program hands on as a string: a site's interface in JSON, a script as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_ESCAPED_TABLE = re.compile(r"&lt;table(?:\s|&gt;)", re.IGNORECASE)
AROUND = re.compile(r"</?(?:html|body)(?:\s[^<>]*)?>", re.IGNORECASE)
WORDS = re.compile("[\u4e00-\u9fff]")
_ENDED = re.compile("</table>", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_PUBLISHED = re.compile(r"pub|release|发布")
_DATE = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d")
_MEMBER = re.compile(r':\s*("(?:[^"\\]|\\.)*+")', re.DOTALL)
"""A string behind a key: what a script writes by a call is none."""


def page_in_json(data: bytes) -> str | None:
    """The page that is a string in JSON, with the title and the date beside it; `None` if none is.

    Only a page with a table is looked for; of several, none is surely the one that is meant.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"{", b"["):
        return None
    try:
        value = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    found: dict[str, str] = {}
    telling = 0
    for holder in _objects(value):
        page = _only(holder.values())
        telling += any(isinstance(said, str) and WORDS.search(said) for said in holder.values())
        if page is not None:
            found[page] = f"<title>{escape(title_in(holder))}</title>{_date_in(holder)}{page}"
    if len(found) != 1:
        return None
    page, whole = next(iter(found.items()))
    return whole if _is_page(page, alone=telling == 1) else None


def page_in_script(script: str) -> str | None:
    """The page that is a string in a script's data; `None` if none is, or several are."""
    return _only(_decoded(literal[1]) for literal in _MEMBER.finditer(script))


def _objects(value: object) -> Iterator[dict[str, object]]:
    # A stack rather than recursion: how deep they nest is up to the file.
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            yield one
            left += one.values()
        elif isinstance(one, list):
            left += one


def _only(values: Iterable[object]) -> str | None:
    """The only text with a table in markup, which may have been escaped once more."""
    pages = dict.fromkeys(
        page for value in values if isinstance(value, str) for page in [_page(value)] if page
    )
    return next(iter(pages)) if len(pages) == 1 else None


def _page(text: str) -> str:
    if not TABLE.search(text) and _ESCAPED_TABLE.search(text):
        text = unescape(text)
    return text if TABLE.search(text) else ""


def _is_page(markup: str, *, alone: bool) -> bool:
    """Whether markup is a page: else it is a piece of one, or Markdown.

    A page has other elements beside tables, or it is a table, and all that is said.
    """
    parts = _ENDED.split(AROUND.sub("", markup))
    beside = [TABLE.split(part, maxsplit=1)[0] for part in parts]
    return any(map(TAG.search, beside)) or (alone and not any(map(str.strip, beside)))


def title_in(holder: dict[str, object]) -> str:
    """The title that an object has; `""` where it has none."""
    titles = (
        value
        for key, value in holder.items()
        if key.lower().endswith("title") and isinstance(value, str)
    )
    return next((title for title in titles if title), "")


def _date_in(holder: dict[str, object]) -> str:
    """The day on which the page was published, as pages declare it; `""` where none is said."""
    for key, value in holder.items():
        if isinstance(value, str) and _PUBLISHED.search(key.lower()) and _DATE.match(value):
            return f'<meta name="PubDate" content="{escape(value)}">'
    return ""


def _decoded(literal: str) -> object:
    try:
        return json.loads(literal, strict=False)
    except ValueError:
        return None
