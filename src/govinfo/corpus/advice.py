"""What to do about a document that was not read, by the class of its error."""

from __future__ import annotations

_ADVICE = {
    "NotAReport": "nothing, if it is none; else look at it with `govinfo blocks`",
    "UnsupportedFormat": "install a plugin for its format, or convert it to DOCX or PDF",
    "CorruptDocument": "fetch it again; open it in the program that wrote it and save it anew",
    "EncryptedDocument": "give its password with --password",
    "NoTextLayer": "recognise its text first (OCR), with a text layer as the result",
    "LimitExceeded": "look at it; if it is meant, raise the limit that the message names",
    "UnreadableSource": "see whether it is there and may be read, then go on with --resume",
    "MissingDependency": "install what the message names, then go on with --resume",
    "BrokenAdapter": "report it to whoever wrote the adapter that the message names",
    "Timeout": "look at it; if it is meant, go on with --resume and a longer --timeout",
    "OutOfMemory": "look at it; if it is meant, go on with --resume and more --memory",
    "Crash": "look at it with care: it brings down what reads it; report it",
    "Unexpected": "report it: no document may do that",
    "Lost": "see why the executor lost its workers, then go on with --resume",
}


KINDS = frozenset(_ADVICE)
"""Every class that there is advice for."""


def todo(error: str) -> str:
    """What to do about an error."""
    return _ADVICE.get(error, _ADVICE["Unexpected"])
