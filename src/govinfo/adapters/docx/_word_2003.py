"""Documents of Word 2003 in XML, as programs that fill in templates write them under the name .doc.

Their elements are nearly those of a package's parts, in another namespace: they are renamed and put
where Word puts them today. What the older schema has beside is left out, as the parts of a page
are that it holds amid the text: notes, headers and footers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_OLD: Final = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_NEW: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HINT: Final = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_NOTED: Final = "{http://schemas.microsoft.com/aml/2001/core}"
_DRAWN: Final = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_HYPHEN: Final = re.compile(r"-(\w)")
_RENAMED: Final = {"vmerge": "vMerge", "hmerge": "hMerge", "hlink": "hyperlink"}
_BESIDE: Final = frozenset(
    f"{_OLD}{name}" for name in ("footnote", "endnote", "hdr", "ftr", "binData", "footnotePr")
)


def parts_of(root: _Element) -> Iterator[tuple[str, _Element]]:
    """The parts of a package that say the same, with their names; the document is changed.

    Raises:
        CorruptDocument: It has no body.
    """
    body = root.find(f"{_OLD}body")
    if body is None:
        raise CorruptDocument("a document of Word 2003 without a body")
    for element in list(body.iter(f"{_OLD}listPr")):
        _write_out(element)
    styles = root.find(f"{_OLD}styles")
    for part in (body, styles):
        if part is not None:
            _reduce(part)
            _rename(part)
    document = etree.Element(f"{_NEW}document")
    document.append(body)
    yield "word/document.xml", document
    if styles is not None:
        yield "word/styles.xml", styles


def _write_out(numbered: _Element) -> None:
    """Put a paragraph's automatic number, as Word noted it, before its text."""
    shown = numbered.find(f"{_HINT}t")
    properties = numbered.getparent()
    paragraph = None if properties is None else properties.getparent()
    if properties is None or paragraph is None or paragraph.tag != f"{_OLD}p":
        return
    properties.remove(numbered)
    if shown is not None and shown.get(f"{_HINT}val"):
        run = etree.Element(f"{_OLD}r")
        etree.SubElement(run, f"{_OLD}t").text = shown.get(f"{_HINT}val")
        paragraph.insert(paragraph.index(properties) + 1, run)


def _reduce(part: _Element) -> None:
    """Leave out what is not text or its looks, and what only stands around such elements."""
    for element in list(part.iter()):
        parent = element.getparent()
        if element is part or parent is None:
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _BESIDE or _is_deleted(element):
            parent.remove(element)
        elif not tag.startswith((_OLD, *_DRAWN)):
            at = parent.index(element)
            parent[at : at + 1] = list(element)


def _is_deleted(element: _Element) -> bool:
    kind = element.get(f"{_OLD}type")
    return element.tag == f"{_NOTED}annotation" and kind in {"Word.Deletion", "Word.Comment"}


def _rename(part: _Element) -> None:
    for element in part.iter(f"{_OLD}*"):
        element.tag = _renamed(str(element.tag))
        for attribute, value in list(element.attrib.items()):
            if str(attribute).startswith(_OLD):
                del element.attrib[attribute]
                element.set(_renamed(str(attribute)), value)


def _renamed(name: str) -> str:
    """A name in today's namespace and spelling: `first-line-chars` is `firstLineChars`."""
    bare = _HYPHEN.sub(lambda match: match[1].upper(), name.removeprefix(_OLD))
    return f"{_NEW}{_RENAMED.get(bare, bare)}"
