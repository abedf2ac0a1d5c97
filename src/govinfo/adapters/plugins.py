"""Formats that a package of its own reads, so that a file of one can say what to install."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen


@frozen(slots=True)
class Plugin:
    """A package that registers an adapter, known whether it is installed or not.

    Attributes:
        package: What to install.
        adapter: Name of its adapter.
        format: What it reads, for people.
        begins: Whether a file that begins with these bytes, at most `HEAD`, is for it.
    """

    package: str
    adapter: str
    format: str
    begins: Callable[[bytes], bool]


def _is_opendocument_text(head: bytes) -> bool:
    """A package that begins with its type, or XML that names the type in its root."""
    kind = b"application/vnd.oasis.opendocument.text"
    if head.startswith(b"PK\x03\x04"):
        return head.startswith(b"mimetype" + kind, 30)
    return b"<office:document" in head and kind in head


KNOWN = (Plugin("govinfo-odt", "odt", "OpenDocument text", _is_opendocument_text),)


def plugin_for(head: bytes) -> Plugin | None:
    """The plugin that reads files that begin so, if one is known."""
    return next((plugin for plugin in KNOWN if plugin.begins(head)), None)


def plugin_named(adapter: str) -> Plugin | None:
    """The plugin that brings an adapter of this name, if one is known."""
    return next((plugin for plugin in KNOWN if plugin.adapter == adapter), None)
