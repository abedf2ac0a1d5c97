"""Finds adapters by the entry-point group `govinfo.adapters`, loading each when it is needed."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from attrs import frozen

from govinfo.adapters.base import HEAD, Adapter
from govinfo.errors import BrokenAdapter, UnsupportedFormat
from govinfo.source import Source

GROUP = "govinfo.adapters"


@frozen(slots=True)
class Registered:
    """One entry point: its name, who provides it, and, once loaded, its adapter or its fault."""

    name: str
    package: str
    adapter: Adapter | None
    fault: str | None


def choose(source: Source, name: str | None = None) -> Adapter:
    """The adapter for a source: by name where one is given, otherwise by its bytes.

    Raises:
        UnsupportedFormat: None has the name, or none recognises the bytes.
        BrokenAdapter: The one asked for by name cannot be loaded.
    """
    return by_name(name) if name is not None else _by_bytes(source)


def configured(adapter: Adapter, options: Mapping[str, Any]) -> Adapter:
    """The adapter with its options.

    Those of other adapters are left aside, so that files of many formats are read alike.

    Raises:
        TypeError: No installed adapter has an option of this name.
    """
    own = _options(adapter)
    known = {*own, *(name for other in _usable() for name in _options(other))} if options else set()
    unknown = sorted(set(options) - known)
    if unknown:
        raise TypeError(
            f"no adapter has an option {unknown[0]!r}; there are: {', '.join(sorted(known))}"
        )
    chosen = {name: value for name, value in options.items() if name in own}
    made: Adapter = adapter.configured(**chosen) if chosen else adapter  # type: ignore[attr-defined]
    return made


def _options(adapter: Adapter) -> tuple[str, ...]:
    return tuple(getattr(adapter, "options", ()))


def by_name(name: str) -> Adapter:
    """The adapter with this name.

    Raises:
        UnsupportedFormat: None has it.
        BrokenAdapter: It cannot be loaded.
    """
    found = next((entry for entry in registered() if entry.name == name), None)
    if found is None:
        raise UnsupportedFormat(f"no adapter named {name!r}; there are: {_names()}")
    if found.adapter is None:
        raise BrokenAdapter(f"adapter {name!r} of {found.package} cannot be used: {found.fault}")
    return found.adapter


def registered() -> tuple[Registered, ...]:
    """Every adapter, by name; broken ones with what is wrong with them."""
    return _registered()


@cache
def _registered() -> tuple[Registered, ...]:
    seen: dict[str, Registered] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        entry = _load(point)
        first = seen.get(entry.name)
        if first is not None:
            if first.package != entry.package:
                warnings.warn(
                    f"two adapters are named {entry.name!r}: one of {first.package}, one of "
                    f"{entry.package}; the one of {first.package} is used",
                    stacklevel=2,
                )
            continue
        if entry.fault is not None:
            warnings.warn(
                f"adapter {entry.name!r} of {entry.package} is left out: {entry.fault}",
                stacklevel=2,
            )
        seen[entry.name] = entry
    return tuple(seen.values())


def _load(point: EntryPoint) -> Registered:
    package = point.dist.name if point.dist is not None else "an unnamed package"
    try:
        adapter = point.load()()
    except Exception as error:  # noqa: BLE001 - a stranger's module may raise anything
        return Registered(point.name, package, None, f"{type(error).__name__}: {error}")
    fault = _fault(adapter, point.name)
    return Registered(point.name, package, None if fault else adapter, fault)


def _fault(adapter: object, name: str) -> str | None:
    lacking = [
        member
        for member in ("name", "extensions", "media_types", "sniff", "read")
        if not hasattr(adapter, member)
    ]
    if lacking:
        return f"it lacks {', '.join(lacking)}"
    if adapter.name != name:  # type: ignore[attr-defined]
        return f"it is registered as {name!r} but calls itself {adapter.name!r}"  # type: ignore[attr-defined]
    return None


def _by_bytes(source: Source) -> Adapter:
    head = source.data[:HEAD]
    claims = [adapter for adapter in _usable() if _sniffs(adapter, head)]
    if not claims:
        raise UnsupportedFormat(
            f"{source.name or 'these bytes'}: not a format that an installed adapter reads "
            f"({_names()}); name one with format= if you know it"
        )
    return min(
        claims,
        key=lambda adapter: (
            source.extension not in adapter.extensions,
            getattr(adapter, "generic", False),
        ),
    )


def _usable() -> Iterator[Adapter]:
    return (entry.adapter for entry in registered() if entry.adapter is not None)


def _sniffs(adapter: Adapter, head: bytes) -> bool:
    try:
        return bool(adapter.sniff(head))
    except Exception as error:  # noqa: BLE001 - a broken plugin must not break other formats
        warnings.warn(
            f"adapter {adapter.name!r} failed to sniff: {type(error).__name__}: {error}",
            stacklevel=2,
        )
        return False


def _names() -> str:
    return ", ".join(sorted(adapter.name for adapter in _usable())) or "none"
