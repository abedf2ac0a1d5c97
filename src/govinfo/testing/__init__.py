"""What tests of documents and adapters need; the extra `testing` brings its libraries.

Names are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from govinfo.errors import MissingDependency
from govinfo.installed import extra

if TYPE_CHECKING:
    from govinfo.testing.contract import AdapterContract as AdapterContract
    from govinfo.testing.grids import Slot as Slot
    from govinfo.testing.grids import slots as slots

_HOME = {
    "AdapterContract": "govinfo.testing.contract",
    "Slot": "govinfo.testing.grids",
    "slots": "govinfo.testing.grids",
}

__all__ = sorted(_HOME)  # noqa: PLE0605 - one list of names, above

_missing = [name for name in ("hypothesis", "pytest") if find_spec(name) is None]
if _missing:
    raise MissingDependency(f"govinfo.testing needs {' and '.join(_missing)}: {extra('testing')}")


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'govinfo.testing' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value
