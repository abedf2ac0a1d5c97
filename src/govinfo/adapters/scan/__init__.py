"""Reads pictures of pages: scans and photographs (PNG, JPEG, TIFF), by the extra `ocr`.

What needs the extra is imported when a picture is read, so that all else works without it.
"""

from __future__ import annotations

import io
import warnings
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen
from attrs.validators import in_

from govinfo.blocks import Document
from govinfo.errors import CorruptDocument, MissingDependency, NoTextLayer
from govinfo.installed import extra

if TYPE_CHECKING:
    from govinfo.source import Limits, Source

Ocr = Literal["auto", "never", "always"]
OCR: tuple[Ocr, ...] = ("auto", "never", "always")
"""Whether pictures of text are read: where nothing else is there and the extra is installed; not
at all; of every page, whatever text it has."""
FORMATS = ("PNG", "JPEG", "TIFF")
"""The formats of pictures that are read, as Pillow names them."""
_NEEDED = ("cv2", "onnxruntime", "rapidocr")
_BEGINNINGS = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"MM\x00+",
)


def is_installed() -> bool:
    """Whether what reads pictures is installed."""
    return all(find_spec(name) is not None for name in _NEEDED)


def how_to_install() -> str:
    """What is to be done where it is not."""
    return f"reading pictures needs the extra 'ocr': {extra('ocr')}"


def why_unread(ocr: Ocr) -> str:
    """Why the pictures in a document are not read; `""` where they are.

    Raises:
        MissingDependency: They must be read, and what reads them is not installed.
    """
    reason = "ocr='never'" if ocr == "never" else "" if is_installed() else how_to_install()
    if reason and ocr == "always":
        raise MissingDependency(reason)
    return reason


@frozen(slots=True)
class ScanAdapter:
    """The adapter of pictures, a page each; a TIFF may have many.

    Attributes:
        ocr: `"never"` refuses them.
    """

    ocr: Ocr = field(default="auto", validator=in_(OCR))
    name: str = "scan"
    extensions: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
    media_types: tuple[str, ...] = ("image/png", "image/jpeg", "image/tiff")
    options: tuple[str, ...] = ("ocr",)

    def configured(self, **options: Any) -> ScanAdapter:
        """The adapter with `ocr` set.

        Raises:
            ValueError: It is none of `OCR`.
        """
        return evolve(self, **options)

    def sniff(self, head: bytes) -> bool:
        """Whether a file begins as a picture does."""
        return head.startswith(_BEGINNINGS)

    def read(self, source: Source, limits: Limits) -> Document:
        """Read a picture, or several.

        Raises:
            MissingDependency: The extra `ocr` is not installed.
            NoTextLayer: Pictures are not to be read, or no text was found on them.
            CorruptDocument: It cannot be opened.
            LimitExceeded: It has more pages, or more dots, than `limits` allow.
        """
        if self.ocr == "never":
            raise NoTextLayer("this is a picture, and ocr='never' says not to read pictures")
        _refuse_damaged(source.data)
        if not is_installed():
            raise MissingDependency(f"this is a picture; {how_to_install()}")
        from govinfo.adapters.pdf._document import blocks_of  # noqa: PLC0415 - costs
        from govinfo.adapters.scan._files import pictures_of  # noqa: PLC0415 - needs the extra
        from govinfo.adapters.scan._page import pages_of  # noqa: PLC0415 - likewise

        pages, scans = pages_of(pictures_of(source.data, limits), limits)
        if not any(page.runs for page in pages):
            raise NoTextLayer("no text was found on the picture")
        return Document(blocks_of(pages, limits), {}, self.name, scans)


def _refuse_damaged(data: bytes) -> None:
    """Refuse what only begins as a picture; for that nothing has to be installed.

    Raises:
        CorruptDocument: It cannot be opened.
    """
    dots_of(data)


def dots_of(data: bytes) -> tuple[int, int]:
    """How many dots wide and high a picture is, as far as it tells: 0 where they are very many.

    Raises:
        CorruptDocument: It cannot be opened.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - costs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what is large, which is measured when it is read
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                return image.size
        except Image.DecompressionBombError:
            return 0, 0  # That is for the limits to say.
        except UnidentifiedImageError as error:
            raise CorruptDocument(
                "the picture cannot be opened: it only begins like one"
            ) from error
        except (OSError, SyntaxError, ValueError) as error:
            raise CorruptDocument(f"the picture cannot be opened: {error}") from error
