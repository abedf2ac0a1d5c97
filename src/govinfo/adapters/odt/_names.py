"""Names of elements and attributes, as lxml writes them."""

from __future__ import annotations

from typing import Final

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"


def _in(namespace: str) -> str:
    return f"{{{_OASIS}:{namespace}:1.0}}"


OFFICE: Final = _in("office")
TEXT: Final = _in("text")
TABLE: Final = _in("table")
STYLE: Final = _in("style")
DRAW: Final = _in("drawing")
META: Final = _in("meta")
MANIFEST: Final = _in("manifest")
SVG: Final = _in("svg-compatible")
FO: Final = _in("xsl-fo-compatible")
DC: Final = "{http://purl.org/dc/elements/1.1/}"
LO: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_FIELD: Final = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
FIELD_MARK: Final = f"{_FIELD}fieldmark"
FIELD_PARAMETER: Final = f"{_FIELD}param"
FIELD_TYPE, FIELD_NAME, FIELD_VALUE = f"{_FIELD}type", f"{_FIELD}name", f"{_FIELD}value"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

P: Final = f"{TEXT}p"
H: Final = f"{TEXT}h"
LIST: Final = f"{TEXT}list"
SECTION: Final = f"{TEXT}section"
FRAME: Final = f"{DRAW}frame"
TEXT_BOX: Final = f"{DRAW}text-box"
IMAGE: Final = f"{DRAW}image"
TABLE_TABLE: Final = f"{TABLE}table"
STYLE_NAME: Final = f"{TEXT}style-name"
