"""Under what name this library is installed, for words about what to install beside it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import Distribution, entry_points

_COMMAND = "govinfo"


@cache
def installed() -> Distribution | None:
    """The distribution that brings the command; `None` where the source is merely on the path."""
    found = (
        entry.dist
        for entry in entry_points(group="console_scripts", name=_COMMAND)
        if entry.module.startswith(f"{__package__}.")
    )
    return next(found, None)


def extra(name: str) -> str:
    """How to install an extra of this library."""
    distribution = installed()
    return f"pip install '{distribution.name if distribution else __package__}[{name}]'"


def url(name: str) -> str:
    """An address of the project, such as `Issues`; `""` where the distribution names none."""
    distribution = installed()
    urls = (distribution.metadata.get_all("Project-URL") or []) if distribution else []
    return next((said.partition(", ")[2] for said in urls if said.startswith(f"{name}, ")), "")
