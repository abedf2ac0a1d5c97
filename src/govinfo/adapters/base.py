"""The protocol that an adapter keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from attrs import field, frozen

from govinfo.blocks import Document
from govinfo.source import Limits, Source

HEAD = 4096
"""How many bytes `Adapter.sniff` is shown."""


@runtime_checkable
class Adapter(Protocol):
    """Reads one format. Register the class under the entry-point group `govinfo.adapters`.

    A module that holds an adapter should import its format's library inside `read`, so that
    listing and sniffing stay cheap. An instance is made once, without arguments, and its
    methods may be called from several threads.

    An adapter may also set `generic = True`: it then reads what no other adapter claims. It may
    name `options`, such as `("password",)`: keyword arguments of `govinfo.read` and
    `govinfo.parse`. Its method `configured(**options)` then returns an adapter that keeps them.

    Attributes:
        name: What the user writes in `format=`, such as `"docx"`.
        extensions: File name endings with their dot, in lower case.
        media_types: Such as `"text/html"`.
    """

    # Only to be read, so that a class may hold them as constants of narrower types.

    @property
    def name(self) -> str: ...  # noqa: D102 - under Attributes

    @property
    def extensions(self) -> tuple[str, ...]: ...  # noqa: D102 - likewise

    @property
    def media_types(self) -> tuple[str, ...]: ...  # noqa: D102 - likewise

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins with these bytes (at most `HEAD`) may be of this format."""

    def read(self, source: Source, limits: Limits) -> Document:
        """Read the file.

        Raises:
            GovInfoError: Nothing else, whatever the bytes.
        """


@frozen(slots=True)
class Picture:
    """What a reader sees of a page.

    Attributes:
        page: Page number, from 1.
        width: The page's width in points, as boxes of anchors count.
        height: Its height in points.
        data: A picture file.
        media_type: Of what format the file is: `image/png` or `image/jpeg`.
    """

    page: int
    width: float
    height: float
    data: bytes = field(repr=False)
    media_type: str = "image/png"


@runtime_checkable
class Pictured(Protocol):
    """An adapter of a format whose pages have a fixed look may also be this."""

    def pictures(self, source: Source, pages: Iterable[int]) -> tuple[Picture, ...]:
        """Pictures of pages by number, in the order given; numbers that no page has are left out.

        Raises:
            GovInfoError: Nothing else, whatever the bytes.
        """
