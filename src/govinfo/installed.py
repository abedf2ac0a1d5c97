"""How this library is installed, and what installed packages add to it."""

from __future__ import annotations

import warnings
from functools import cache
from importlib.metadata import Distribution, distributions, entry_points

_COMMAND = "govinfo"


@cache
def installed() -> Distribution | None:
    """The distribution that brings the command; `None` where the source is merely on the path."""
    return next(filter(_is_own, distributions()), None)


def _is_own(distribution: Distribution) -> bool:
    try:
        commands = distribution.entry_points.select(group="console_scripts", name=_COMMAND)
        return any(entry.module.startswith(f"{__package__}.") for entry in commands)
    except Exception:  # noqa: BLE001 - another package's broken metadata are not this one's
        return False


def extra(name: str) -> str:
    """How to install an extra of this library."""
    distribution = installed()
    return f"pip install '{distribution.name if distribution else __package__}[{name}]'"


def url(name: str) -> str:
    """An address of the project, such as `Issues`; `""` where the distribution names none."""
    distribution = installed()
    urls = (distribution.metadata.get_all("Project-URL") or []) if distribution else []
    return next((said.partition(", ")[2] for said in urls if said.startswith(f"{name}, ")), "")


@cache
def load_group(group: str) -> None:
    """Load the modules that installed packages name in a group of entry points, once.

    One that cannot be loaded is warned of, and the others are loaded.
    """
    for entry in entry_points(group=group):
        try:
            entry.load()
        except Exception as error:  # noqa: BLE001 - whatever a package does when it is imported
            warnings.warn(f"{entry.value} of {group} cannot be loaded: {error!r}", stacklevel=2)
