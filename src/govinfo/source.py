"""Where bytes come from: a path, a URL, bytes, or a binary file; and how many are allowed.

What was read keeps a `Provenance`, so that a figure can be traced to its file long after.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from os import PathLike, fspath
from time import monotonic
from typing import IO

from attrs import frozen

from govinfo.errors import LimitExceeded, MissingDependency, UnreadableSource
from govinfo.installed import extra


@frozen(slots=True)
class Limits:
    """How much a document may hold before it is refused with `LimitExceeded`.

    Attributes:
        bytes: Size of the file.
        unpacked: Bytes of what is unpacked from it: the parts of a package together, what the
            pages of a PDF draw.
        ratio: How many times its packed size a part may be, once it is larger than a megabyte.
        line: Characters of one line or paragraph.
        blocks: Paragraphs and tables.
        cells: Table cells, all tables together.
        pages: Pages.
        letters: Letters of one page.
        depth: Nesting of elements.
        seconds: Time that the pages of a document may take together; looked at between pages.
            A page that is read as a picture, which takes some seconds, may take as much by itself.
        scanned: Pages that are read as pictures.
        pixels: Dots of such a page; one of A4 has 35 million at 600 dots an inch.
    """

    bytes: int = 256 * 1024 * 1024
    unpacked: int = 64 * 1024 * 1024
    ratio: int = 1_000
    line: int = 1_000_000
    blocks: int = 40_000
    cells: int = 100_000
    pages: int = 2_000
    letters: int = 60_000
    depth: int = 500
    seconds: float = 60.0
    scanned: int = 50
    pixels: int = 40_000_000

    def exceeded(self, name: str, what: str, times: int = 1) -> LimitExceeded:
        """The error that says what is over a limit, how much that is, and how to raise it.

        Args:
            name: The limit: `cells`.
            what: What is over it: `the page's tables have more cells`.
            times: How often the limit may be held, for what a document has several of for each.
        """
        over = f"{times} times the limit" if times > 1 else "the limit"
        return LimitExceeded(
            f"{what} than {over} of {getattr(self, name):,} ({name}); "
            f"pass limits=govinfo.Limits({name}=...) if that is meant"
        )


class Clock:
    """The time that a document, or a page, has taken since the clock was made.

    Attributes:
        limits: `seconds` is how much it may take.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._start = monotonic()

    def check(self) -> None:
        """Stop where it is more than `limits.seconds`.

        Raises:
            LimitExceeded: It is.
        """
        if monotonic() - self._start > self.limits.seconds:
            raise self.limits.exceeded("seconds", "the pages take more time")


@frozen(slots=True)
class Source:
    """Bytes and, where known, the name they came under.

    Attributes:
        data: The whole file.
        name: File name or URL; `""` where the bytes came without one. Only its ending is used,
            and only to choose between adapters that both recognise the bytes.
    """

    data: bytes
    name: str = ""

    @property
    def extension(self) -> str:
        """The name's ending in lower case with its dot, such as `.docx`; `""` without one."""
        tail = self.name.replace("\\", "/").rpartition("/")[2].partition("?")[0]
        stem, dot, ending = tail.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""


@frozen(slots=True)
class Provenance:
    """Which file was read, and by what.

    Attributes:
        name: File name or URL as it was given; `""` where the bytes came without one.
        sha256: Of the whole file, in hexadecimal digits.
        format: Name of the adapter that read it, such as `docx`.
        version: Version of the library.
        read_at: When, in UTC, to the second.
    """

    name: str
    sha256: str
    format: str
    version: str
    read_at: datetime

    @classmethod
    def of(cls, source: Source, format: str, version: str) -> Provenance:
        """That of a source which is being read now."""
        now = datetime.now(UTC).replace(microsecond=0)
        return cls(source.name, sha256(source.data).hexdigest(), format, version, now)


Location = str | PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | Source
"""What `govinfo.read` and `govinfo.parse` take."""


def load(location: Location, limits: Limits) -> Source:
    """Read the bytes at a location.

    Args:
        location: A path, a URL that fsspec understands, bytes, a binary file object, or what
            this function returned.
        limits: `limits.bytes` bounds what is read.

    Raises:
        UnreadableSource: The file does not exist or cannot be read.
        LimitExceeded: It is larger than `limits.bytes`.
        MissingDependency: A URL was given and fsspec is not installed.
        TypeError: The argument is none of these kinds.
    """
    if isinstance(location, Source):
        return _checked(location.data, location.name, limits)
    if isinstance(location, (bytes, bytearray, memoryview)):
        return _checked(bytes(location), "", limits)
    if isinstance(location, (str, PathLike)):
        name = fspath(location)
        opened = _open_url(name) if "://" in name else _open_path(name)
        with opened as file:
            return _checked(_read(file, name, limits), name, limits)
    if hasattr(location, "read"):
        name = getattr(location, "name", "")
        name = name if isinstance(name, str) else ""
        return _checked(_read(location, name, limits), name, limits)
    raise TypeError(
        "expected a path, a URL, bytes or a binary file, "
        f"got {type(location).__name__}: open text files in binary mode"
    )


def _open_path(path: str) -> IO[bytes]:
    try:
        return open(path, "rb")  # noqa: PTH123 - a context manager either way
    except OSError as error:
        raise UnreadableSource(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise UnreadableSource(f"{path!r}: {error}") from error


def _open_url(url: str) -> IO[bytes]:
    try:
        import fsspec  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingDependency(f"reading {url} needs fsspec: {extra('remote')}") from error
    try:
        opened: IO[bytes] = fsspec.open(url, "rb").open()
    except ImportError as error:
        raise MissingDependency(f"reading {url}: {error}; {extra('remote')}") from error
    except Exception as error:
        # Every file system of fsspec raises what its own client raises.
        raise UnreadableSource(f"{url}: {_why(error, url)}") from error
    return opened


def _why(error: BaseException, url: str) -> str:
    """What an error says, or what led to it where that says the address and no more."""
    while str(error) in {"", url} and error.__cause__ is not None:
        error = error.__cause__
    return type(error).__name__ if str(error) in {"", url} else str(error)


def _read(file: IO[bytes], name: str, limits: Limits) -> bytes:
    try:
        data = file.read(limits.bytes + 1)
    except OSError as error:
        raise UnreadableSource(f"{name or 'file'}: {error.strerror or error}") from error
    if not isinstance(data, bytes):
        raise TypeError(f"{name or 'the file'} gives text: open it in binary mode ('rb')")
    return data


def _checked(data: bytes, name: str, limits: Limits) -> Source:
    if len(data) > limits.bytes:
        raise limits.exceeded("bytes", f"{name or 'the document'} has more bytes")
    return Source(data, name)
