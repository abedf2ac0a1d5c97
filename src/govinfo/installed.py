"""How this library is installed, and what installed packages add to it."""

from __future__ import annotations

import re
import warnings
from functools import cache
from importlib.metadata import Distribution, distributions, entry_points

_COMMAND = "govinfo"
_OF_EXTRA = re.compile(r"\A(?P<what>[^;]++);.*\bextra *+== *+['\"](?P<extra>[\w-]++)['\"]")
"""A requirement, as metadata name it, that an extra brings."""


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
    """How to install what an extra of this library brings.

    Where the library came from a folder, a file or a repository, an index need not have it, or may
    have another's under its name: then what the extra brings is named, not the extra.
    """
    distribution = installed()
    if distribution is None:
        return f"pip install '{__package__}[{name}]'"
    wanted = [f"{distribution.name}[{name}]"]
    if distribution.read_text("direct_url.json"):
        wanted = [
            found["what"].strip()
            for requirement in distribution.requires or ()
            if (found := _OF_EXTRA.match(requirement)) and found["extra"] == name
        ] or wanted
    quoted = " ".join(f"'{one}'" for one in wanted)
    return f"pip install {quoted}"


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
