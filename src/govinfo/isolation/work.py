"""What parent and child say to each other, and how: frames of pickled values over pipes."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Callable
from enum import StrEnum
from typing import IO, Any

from attrs import frozen

_SIZE = struct.Struct("<Q")


@frozen(slots=True)
class Guard:
    """What one item may cost.

    Attributes:
        timeout: Seconds by the clock; `None` for no limit.
        memory: Bytes over what the process holds before it, enforced where the system can (Linux);
            `None` for no limit.
    """

    timeout: float | None = 60.0
    memory: int | None = 1 << 30


@frozen(slots=True)
class Job:
    """What a child does with items.

    Both functions stand at the top of a module that the child can import.

    Attributes:
        read: Makes a result of an item; what it raises is that item's failure.
        gather: Makes of the results of many items what is sent back.
        prepare: Called once in each child, before the clock of its first item runs: loads what
            takes long to load.
    """

    read: Callable[[Any], Any]
    gather: Callable[[list[Any]], Any]
    prepare: Callable[[], object] | None = None


class Reason(StrEnum):
    """Why an item has no result."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"
    RAISED = "raised"


@frozen(slots=True)
class Failure:
    """An item without a result.

    Attributes:
        reason: What kind of failure it is.
        message: One sentence for people.
    """

    reason: Reason
    message: str


class Said(StrEnum):
    """What a child says; each stands first in a tuple."""

    READY = "ready"
    BEGAN = "began"
    """With the item's number."""
    RAISED = "raised"
    """With the item's number and a text; others go on."""
    MEMORY = "memory"
    """With the item's number; the child then ends."""
    LOST = "lost"
    """With a text: nothing can be gathered; the child then ends."""
    DONE = "done"
    """With the numbers of the items that have a result, and what was gathered."""


def lacked_memory(error: BaseException | None) -> bool:
    """Whether memory is at the root of an error, whatever it was wrapped in."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def send(pipe: IO[bytes], value: object) -> None:
    """Write a frame."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_SIZE.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """The next frame's value.

    Raises:
        EOFError: The other side has ended, perhaps in the middle of a frame.
    """
    (size,) = _SIZE.unpack(_exactly(pipe, _SIZE.size))
    return pickle.loads(_exactly(pipe, size))  # noqa: S301 - from our own process


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
