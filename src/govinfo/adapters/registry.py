"""Finds adapters by the entry-point group `govinfo.adapters`, loading each when it is needed."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from typing import Any

from attrs import frozen

from govinfo.adapters.base import HEAD, Adapter
from govinfo.errors import BrokenAdapter, UnsupportedFormat
from govinfo.installed import installed
from govinfo.source import Source

GROUP = "govinfo.adapters"
_OWN = "govinfo"
"""The package of the library's own adapters, where its distribution is not known."""
_NAMELESS = "an unnamed package"


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
    for entry in sorted(map(_load, _points()), key=_precedence):
        first = seen.setdefault(entry.name, entry)
        if first is entry:
            if entry.fault is not None:
                _warn(f"adapter {entry.name!r} of {entry.package} is left out: {entry.fault}")
        elif first.package != entry.package:
            _warn(
                f"two adapters are named {entry.name!r}: one of {first.package}, one of "
                f"{entry.package}; the one of {first.package} is used"
            )
    return tuple(seen.values())


def _installed_as() -> str:
    """The name of the distribution that brings the library."""
    distribution = installed()
    return distribution.name if distribution else _OWN


def _precedence(entry: Registered) -> tuple[str, bool, bool, str]:
    """By name; of one name first what works, then the library's own, then by package."""
    return (
        entry.name,
        entry.adapter is None,
        entry.package not in (_OWN, _installed_as()),
        entry.package,
    )


def _points() -> Iterator[EntryPoint]:
    try:
        yield from entry_points(group=GROUP)
    except Exception:  # noqa: BLE001 - one package's broken metadata break it for all
        for distribution in distributions():
            yield from _points_of(distribution)


def _points_of(distribution: Distribution) -> Iterator[EntryPoint]:
    try:
        yield from distribution.entry_points.select(group=GROUP)
    except Exception as error:  # noqa: BLE001 - likewise
        _warn(
            f"the entry points of {_name_of(distribution)} cannot be read: "
            f"{type(error).__name__}: {error}"
        )


def _name_of(distribution: Distribution | None) -> str:
    try:
        return (distribution.name if distribution is not None else None) or _NAMELESS
    except Exception:  # noqa: BLE001 - a package may lack its metadata
        return _NAMELESS


def _load(point: EntryPoint) -> Registered:
    package = _name_of(point.dist)
    try:
        adapter = point.load()()
        fault = _fault(adapter, point.name)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a stranger's module may raise anything
        return Registered(point.name, package, None, f"{type(error).__name__}: {error}")
    return Registered(point.name, package, None if fault else adapter, fault)


def _fault(adapter: object, name: str) -> str | None:
    lacking = [
        member
        for member in ("name", "extensions", "media_types", "sniff", "read")
        if not hasattr(adapter, member)
    ]
    if lacking:
        return f"it lacks {', '.join(lacking)}"
    if not isinstance(adapter, Adapter):
        return "it is no adapter"
    if adapter.name != name:
        return f"it is registered as {name!r} but calls itself {adapter.name!r}"
    for member in ("extensions", "media_types", "options"):
        value = getattr(adapter, member, ())
        if not isinstance(value, tuple) or not all(isinstance(one, str) for one in value):
            return f"its {member} are {value!r}, not a tuple of strings"
    methods = ("sniff", "read", *(["configured"] if _options(adapter) else []))
    uncallable = [member for member in methods if not callable(getattr(adapter, member, None))]
    return f"its {uncallable[0]} cannot be called" if uncallable else None


def _by_bytes(source: Source) -> Adapter:
    head = source.data[:HEAD]
    claims = [one for one in _usable() if not _is_generic(one) and _sniffs(one, head)]
    claims += [
        # Only a file's name makes a format that is text to its end the better of two.
        one
        for one in _usable()
        if _is_generic(one)
        and (not claims or source.extension in one.extensions)
        and _sniffs(one, head)
    ]
    if not claims:
        raise UnsupportedFormat(
            f"{source.name or 'these bytes'}: not a format that an installed adapter reads "
            f"({_names()}); name one with format= if you know it"
        )
    return min(
        claims,
        key=lambda adapter: (source.extension not in adapter.extensions, _is_generic(adapter)),
    )


def _is_generic(adapter: Adapter) -> bool:
    return bool(getattr(adapter, "generic", False))


def _usable() -> Iterator[Adapter]:
    return (entry.adapter for entry in registered() if entry.adapter is not None)


def _sniffs(adapter: Adapter, head: bytes) -> bool:
    try:
        return bool(adapter.sniff(head))
    except Exception as error:  # noqa: BLE001 - a broken plugin must not break other formats
        _warn(f"adapter {adapter.name!r} failed to sniff: {type(error).__name__}: {error}")
        return False


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=3)


def _names() -> str:
    return ", ".join(sorted(adapter.name for adapter in _usable())) or "none"
