"""The contract of adapters as a class of tests: docs/adapter-contract.md, clause by clause.

from govinfo.blocks import Document
from govinfo.testing import AdapterContract

class TestMine(AdapterContract):
    adapter_class = MyAdapter

    def write(self, document: Document) -> bytes:
        ...
"""

from __future__ import annotations

from govinfo.testing.behaving import Behaving
from govinfo.testing.found import Found
from govinfo.testing.reading import Reading
from govinfo.testing.refusing import Refusing


class AdapterContract(Behaving, Refusing, Reading, Found):
    """Inherit this, name the adapter, and write a document: pytest runs the whole contract.

    What else a class may declare is in `govinfo.testing.hooks.Hooks`.
    """
