"""What there is to read: files, folders, globs, archives, lists and URLs, one document each."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from attrs import frozen

from govinfo.corpus.archives import SEPARATOR, Archive, is_archive
from govinfo.errors import GovInfoError, LimitExceeded, MissingDependency, UnreadableSource
from govinfo.installed import extra
from govinfo.source import Limits, Source, load

_LIST = "@"
_DEEPEST = 3
"""How many archives may stand within one another within one."""
_TOO_DEEP = "archives within archives, too deep: unpack it"
_OURS = ("~$", ".", "Thumbs.db")
"""How the names of files begin that programs leave in folders for themselves."""


@frozen(slots=True)
class Item:
    """A document that can be read.

    Attributes:
        name: Where it is, for people and tables; unique.
        place: What opens it: a path, a URL, or an archive's name.
        member: Its name in the archive, if it is in one.
        inner: The archives within that one which hold it, from the outermost.
        error: What is wrong with it, if that is known already.
    """

    name: str
    place: str = ""
    member: str | None = None
    inner: tuple[str, ...] = ()
    error: GovInfoError | None = None


class Reader:
    """Reads items; of archives, the last one stays open."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._opened = ExitStack()
        self._chain: tuple[str, ...] = ()
        self._archive: Archive | None = None

    def read(self, item: Item) -> Source:
        """An item's bytes.

        Raises:
            GovInfoError: It has none; see `govinfo.errors`.
        """
        if item.error is not None:
            raise item.error
        if item.member is None:
            return load(item.place, self._limits)
        return self._holding((item.place, *item.inner)).read(item.member, self._limits)

    def close(self) -> None:
        """Close what is open."""
        self._opened.close()
        self._chain, self._archive = (), None

    def _holding(self, chain: tuple[str, ...]) -> Archive:
        if self._archive is None or self._chain != chain:
            self.close()
            archive: Archive | None = None
            for name in chain:
                archive = self._opened.enter_context(closing(Archive(name, archive)))
            self._chain, self._archive = chain, archive
        assert self._archive is not None  # a chain has links  # noqa: S101
        return self._archive


def items_of(sources: Iterable[str | os.PathLike[str]]) -> list[Item]:
    """Every document of some sources, by name.

    Args:
        sources: Paths of files, folders and archives (`.zip`, `.tar`, also packed), globs, URLs,
            and `@FILE`, a file that lists such sources, one a line.

    Raises:
        UnreadableSource: A list cannot be read.
        MissingDependency: A URL is given, and fsspec is not installed (extra `remote`).
    """
    found: dict[str, Item] = {}
    for source in sources:
        for item in _of(os.fspath(source)):
            found.setdefault(item.name, item)
    return [found[name] for name in sorted(found)]


def _of(source: str) -> Iterator[Item]:
    if source.startswith(_LIST):
        for line in _lines(source.removeprefix(_LIST)):
            yield from _of(line)
    elif "://" in source:
        yield from _remote(source)
    elif os.path.isdir(source):  # noqa: PTH112 - a name stays as it was written
        yield from _within(source)
    elif glob.has_magic(source) and not os.path.lexists(source):
        matched = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - likewise
        if not matched:
            yield _lacking(source, "nothing is named so")
        for name in matched:
            yield from _of(name)
    else:
        yield from _file(source)


def _lines(name: str) -> list[str]:
    text = load(name, Limits()).data.decode("utf-8-sig", errors="surrogateescape")
    return [line for line in map(str.strip, text.splitlines()) if line]


def _within(folder: str) -> Iterator[Item]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not _is_ours(name)]
        for name in files:
            if not _is_ours(name):
                yield from _file(os.path.join(place, name))  # noqa: PTH118 - likewise


def _is_ours(name: str) -> bool:
    return name.startswith(_OURS) or name == "__MACOSX"


def _file(place: str) -> Iterator[Item]:
    if not is_archive(place):
        yield Item(_shown(place), place)
        return
    yield from _members(place, (), None)


def _members(place: str, inner: tuple[str, ...], within: Archive | None) -> Iterator[Item]:
    """The documents of an archive, also of those that it holds."""
    name = SEPARATOR.join((place, *inner))
    try:
        archive = Archive(inner[-1] if inner else place, within)
    except GovInfoError as error:
        yield Item(_shown(name), place, error=error)
        return
    with closing(archive):
        for member in archive.members:
            if any(map(_is_ours, member.split("/"))):
                continue
            shown = _shown(f"{name}{SEPARATOR}{member}")
            if not is_archive(member):
                yield Item(shown, place, member, inner)
            elif len(inner) < _DEEPEST:
                yield from _members(place, (*inner, member), archive)
            else:
                yield Item(shown, place, error=LimitExceeded(f"{shown}: {_TOO_DEEP}"))


def _remote(url: str) -> Iterator[Item]:
    try:
        import fsspec  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingDependency(f"reading {url} needs fsspec: {extra('remote')}") from error
    try:
        system, path = fsspec.core.url_to_fs(url)
        names = _listed(system, path, url)
    except Exception as error:  # noqa: BLE001 - file systems raise what their clients raise
        yield _lacking(url, str(error) or type(error).__name__)
        return
    for name in names:
        yield from _file(name)


def _listed(system: Any, path: str, url: str) -> list[str]:
    if glob.has_magic(path):
        found = [name for name in system.glob(path) if not system.isdir(name)]
        if not found:
            raise FileNotFoundError("nothing is named so")
    elif not url.startswith(("http:", "https:")) and system.isdir(path):
        found = system.find(path)
    else:
        return [url]
    return [system.unstrip_protocol(name) for name in found if not _is_ours(Path(name).name)]


def _lacking(name: str, why: str) -> Item:
    return Item(_shown(name), error=UnreadableSource(f"{name}: {why}"))


def _shown(name: str) -> str:
    """A name that can be written, whatever bytes a file system has for it."""
    return os.fsencode(name).decode("utf-8", "backslashreplace").replace(os.sep, "/")
