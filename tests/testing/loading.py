"""An adapter that loads its format's library before it is needed."""

from __future__ import annotations

import lxml.etree

from govinfo.adapters.docx import DocxAdapter


class LoadingAdapter(DocxAdapter):
    parser = lxml.etree.XMLParser
