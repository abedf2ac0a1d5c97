"""Parses markup into lxml's tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from govinfo.errors import CorruptDocument

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse(markup: bytes) -> _Element:
    """The root of the tree that libxml2 makes of markup in UTF-8.

    Raises:
        CorruptDocument: There is no element in it.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.LxmlError as error:
        raise CorruptDocument(f"not a page: {error}") from error
    if root is None:
        raise CorruptDocument("not a page: there is no element in it")
    return root
