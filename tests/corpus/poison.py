"""A plugin that does what no plugin should: it reads files that begin with its mark."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govinfo.adapters import registry

MARK = b"%POISON "
_SOURCE = """
import os, signal, time

class PoisonAdapter:
    name = "poison"
    extensions = (".poison",)
    media_types = ("application/x-poison",)

    def sniff(self, head):
        return head.startswith(b"%POISON ")

    def read(self, source, limits):
        deed = source.data.split()[1].decode()
        if deed == "hang":
            time.sleep(1000)
        elif deed == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif deed == "memory":
            bytearray(1 << 31)
        elif deed == "leave":
            os._exit(7)
        raise KeyError(deed)
"""
_ENTRY = "[govinfo.adapters]\npoison = poison_adapter:PoisonAdapter\n"

EXPECTED = {
    "hang": "Timeout",
    "crash": "Crash",
    "memory": "OutOfMemory",
    "leave": "Crash",
    "raise": "BrokenAdapter",
}
"""What stands in the failures of each."""
GARBAGE = {
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9: "CorruptDocument",
    b"%PDF-1.7\n" + bytes(range(256)) * 9: "CorruptDocument",
}
"""Bytes that are no document, with what is said of them."""


@contextmanager
def installed(folder: Path) -> Iterator[None]:
    """The plugin as one of this process and its children."""
    install(folder)
    sys.path.insert(0, str(folder))
    registry._registered.cache_clear()  # noqa: SLF001 - it was looked for before
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        registry._registered.cache_clear()  # noqa: SLF001 - it was looked for before


def install(folder: Path) -> None:
    """Make the plugin, to be found where the folder is on the path of modules."""
    folder.mkdir()
    (folder / "poison_adapter.py").write_text(_SOURCE, encoding="utf-8")
    told = folder / "poison-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: poison\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(_ENTRY)


def poison(deed: str, number: int = 0) -> bytes:
    return MARK + f"{deed} {number}".encode()


def spread(folder: Path, each: int) -> dict[str, str]:
    """So many poisoned files of each kind; what is to be said of each, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    said = {}
    for deed, error in EXPECTED.items():
        for number in range(each):
            path = folder / f"{deed}-{number}.poison"
            path.write_bytes(poison(deed, number))
            said[str(path)] = error
    for number, (data, error) in enumerate(GARBAGE.items()):
        path = folder / f"garbage-{number}.bin"
        path.write_bytes(data)
        said[str(path)] = error
    return said
