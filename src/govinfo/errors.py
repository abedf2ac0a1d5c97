"""The errors that leave the library: what a *file* does wrong.

What a *report* does wrong is never an error but a diagnostic (see `govinfo.diagnostics`).
Each branch also inherits the built-in it resembles, so `except ValueError` keeps working.
"""

from __future__ import annotations


class GovInfoError(Exception):
    """The root of everything that `govinfo.parse` and `govinfo.read` raise."""


class UnsupportedFormat(GovInfoError, ValueError):  # noqa: N818 - the state, not "Error", is the term
    """No installed adapter recognises these bytes, or none has the format's name."""


class CorruptDocument(GovInfoError, ValueError):  # noqa: N818
    """The bytes claim a format that they do not keep."""


class EncryptedDocument(GovInfoError, ValueError):  # noqa: N818
    """The document needs a password to be opened."""


class NoTextLayer(GovInfoError, ValueError):  # noqa: N818
    """The document holds pictures of text only."""


class LimitExceeded(GovInfoError, ValueError):  # noqa: N818
    """The document is larger than a limit allows (see `govinfo.Limits`)."""


class NotAReport(GovInfoError, ValueError):  # noqa: N818
    """The document could be read, but nothing in it is a part of an annual report."""


class UnreadableSource(GovInfoError, OSError):  # noqa: N818
    """The path, URL or file object gives no bytes."""


class MissingDependency(GovInfoError, ImportError):  # noqa: N818
    """An optional library is not installed; the message names the extra that brings it."""


class UnexpectedFailure(GovInfoError, RuntimeError):  # noqa: N818
    """The library itself failed on a document, which is a fault of the library: report it."""


class BrokenAdapter(GovInfoError, LookupError):  # noqa: N818
    """An adapter cannot be used, or failed in a way that none may; the message says why."""
