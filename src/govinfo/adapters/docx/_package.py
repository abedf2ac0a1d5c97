"""The package of a Word document: where its main part and the parts that serve it are."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from govinfo.adapters import compound, opc
from govinfo.adapters.docx._lean import lean
from govinfo.errors import CorruptDocument, UnsupportedFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.source import Limits

_CUSTOM_PART = re.compile(r"customxml/item\d+\.xml")


class Package(opc.Package):
    """The parts of a Word document.

    Args:
        data: The whole file.
        limits: How much it may unpack to, and a part may hold.

    Raises:
        GovInfoError: The bytes are no such package.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        if data.startswith(compound.BEGINNING):
            raise compound.refusal(data)
        super().__init__(data, limits, "a Word file")

    @cached_property
    def main(self) -> str:
        """Name of the part that holds the document.

        Raises:
            CorruptDocument: It is missing.
            UnsupportedFormat: The package is of another kind.
        """
        found = self._called("document")
        if len(found) == 1:
            return found[0]
        named = self.related("", "officeDocument")
        if named in self.names:
            return self._of_word(named)
        if found:
            return found[0]
        if any(name.startswith("word/") for name in self.names):
            raise CorruptDocument("the package lacks its main part, word/document.xml")
        raise UnsupportedFormat("a ZIP file, but not of a Word document")

    def _of_word(self, name: str) -> str:
        if name.endswith(("workbook.xml", "workbook.bin", "presentation.xml")):
            raise UnsupportedFormat(f"an Office file, but not a Word document: it holds {name}")
        return name

    def tree(self, name: str, *, looks: bool = False) -> _Element:
        """The root element of an XML part.

        Args:
            name: The part's name.
            looks: Whether colours and sizes are kept, even where they seem not to matter.

        Raises:
            LimitExceeded: It is larger, or more deeply nested, than the limits allow.
            CorruptDocument: It is missing or damaged beyond mending.
        """
        try:
            return etree.fromstring(lean(self.markup(name), looks=looks), opc.parser(recover=False))
        except etree.XMLSyntaxError:
            return super().tree(name)

    def companion(self, kind: str, *, looks: bool = False) -> _Element | None:
        """The root of a part that serves the document (`styles`, `numbering`), if there is one."""
        found = self._called(kind)
        name = found[0] if len(found) == 1 else self.related(self.main, kind)
        if name is None or name not in self.names:
            return None
        try:
            return self.tree(name, looks=looks)
        except CorruptDocument:
            return None

    def custom_parts(self) -> list[str]:
        """Names of the parts with data of other programs."""
        return [part for part in self.names if _CUSTOM_PART.fullmatch(part)]

    def _called(self, kind: str) -> list[str]:
        """Parts in Word's folder with the name for a kind; `document2.xml` is such a name too.

        Where there is one, it is the one that the relationships name. To unpack and parse those
        costs a small part of what the document costs, and they may be lost or broken.
        """
        name = re.compile(rf"word/{kind}\d*\.xml")
        return [part for part in self.names if name.fullmatch(part)]
