"""Hypothesis strategies for reports, and for what becomes of them on the way to a reader.

They are derived from the classes of the template: a class of your own has strategies too.
"""

from __future__ import annotations

from hypothesis import strategies as st

from govinfo.testing.damage import DAMAGES, Damaged, damage
from govinfo.testing.figures import figures
from govinfo.testing.reports import reports
from govinfo.testing.sights import UNSEEN, WITHOUT_TEXT, Sight, sights
from govinfo.testing.writings import WRITINGS, Writing

__all__ = [
    "DAMAGES",
    "UNSEEN",
    "WITHOUT_TEXT",
    "WRITINGS",
    "Damaged",
    "Sight",
    "Writing",
    "damage",
    "figures",
    "layouts",
    "reports",
    "sights",
]


def layouts(format: str | None = None) -> st.SearchStrategy[Writing]:
    """Ways to write a document, none of which loses anything of it.

    Args:
        format: `docx`, `html`, `text` or `markdown`; any of them where not given.
    """
    if format is None:
        return st.sampled_from([one for writings in WRITINGS.values() for one in writings])
    return st.sampled_from(WRITINGS[format])
