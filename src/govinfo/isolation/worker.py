"""One child process, seen from the parent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any, cast

from attrs import field, frozen

from govinfo.isolation.work import Failure, Guard, Job, Reason, Said, receive, send

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from govinfo.isolation.child import main; main()"
)
_GRACE = 5.0
"""Seconds over an item's own in which the child should have ended by itself."""
_FAREWELL = 5.0
"""Seconds that an idle child has to end."""
_WORN = 1_000
"""Items after which a child is let go."""


@frozen(slots=True)
class Outcome:
    """What became of a job.

    Attributes:
        numbers: The items that have a result.
        result: What was gathered of them.
        failed: The items that raised.
        died: Why the child died, if it did; there is no result then.
        culprit: The item that it was reading.
    """

    numbers: Sequence[int] = ()
    result: Any = None
    failed: dict[int, Failure] = field(factory=dict)
    died: Failure | None = None
    culprit: int | None = None


class Worker:
    """A child process that does one job after another."""

    def __init__(self) -> None:
        with tempfile.TemporaryFile() as complaints:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
                [sys.executable, "-c", _BOOT, json.dumps([path or os.curdir for path in sys.path])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
            self._overdue = False
            self._asked = 0
            self._current: int | None = None
            self._until: float | None = None
            try:
                receive(self._answers)
            except EOFError:
                self.end()
                complaints.seek(0)
                said = complaints.read().decode(errors="replace").strip()
                raise RuntimeError(f"no child process can be started: {said}") from None
            except BaseException:
                self.end()  # interrupted while it starts: no one else knows of it
                raise

    @property
    def alive(self) -> bool:
        """Whether it can do another job."""
        return self._process.poll() is None

    @property
    def worn(self) -> bool:
        """Whether it has done so much that a new one is better: what C libraries keep, grows."""
        return self._asked >= _WORN

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def run(self, job: Job, items: Sequence[Any], guard: Guard) -> Outcome:
        """Do a job, and watch over it."""
        failed: dict[int, Failure] = {}
        self._current = None
        self._asked += len(items)
        with self._watched():
            try:
                send(self._jobs, (job, list(items), guard))
                return self._followed(guard, failed)
            except (EOFError, BrokenPipeError):
                self.end(gently=True)  # it has ended by itself: how, it still has to say
                return Outcome(died=self._reason(guard), culprit=self._current)

    def _followed(self, guard: Guard, failed: dict[int, Failure]) -> Outcome:
        """What the child says, to the end of the job."""
        while True:
            said, *told = receive(self._answers)
            match said:
                case Said.BEGAN:
                    (self._current,) = told
                    self._expect(guard.timeout)
                case Said.RAISED:
                    number, text = told
                    failed[number] = Failure(Reason.RAISED, text)
                case Said.DONE:
                    return Outcome(told[0], told[1], failed)
                case Said.MEMORY:
                    self.end()
                    return Outcome(died=_of_memory(guard), culprit=told[0])
                case _:
                    self.end()
                    return Outcome(died=Failure(Reason.RAISED, told[0]))

    def end(self, *, gently: bool = False) -> None:
        """End the process: at once, or when it has nothing more to do."""
        if not gently:
            self._process.kill()
        with suppress(BrokenPipeError):
            self._jobs.close()
        try:
            self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._answers.close()

    def kill(self) -> None:
        """End the process at once, from another thread than the one that waits for it."""
        self._process.kill()

    @property
    def _jobs(self) -> IO[bytes]:
        return cast("IO[bytes]", self._process.stdin)

    @property
    def _answers(self) -> IO[bytes]:
        return cast("IO[bytes]", self._process.stdout)

    def _expect(self, timeout: float | None) -> None:
        self._until = None if timeout is None else time.monotonic() + timeout + _GRACE

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Kill the child where it neither answers in time nor ends by itself."""
        over = threading.Event()

        def watch() -> None:
            while not over.wait(1.0):
                if self._until is not None and time.monotonic() > self._until:
                    self._overdue = True
                    self._process.kill()
                    return

        self._until = None
        watcher = threading.Thread(target=watch, name="govinfo-watch", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()

    def _reason(self, guard: Guard) -> Failure:
        status = self._process.returncode
        late = -getattr(signal, "SIGALRM", 0) or None
        if self._overdue or status == late:
            return Failure(Reason.TIMEOUT, f"it was not read within {guard.timeout:g} seconds")
        if status < 0:
            name = signal.Signals(-status).name
            return Failure(Reason.CRASH, f"the process that read it was ended by {name}")
        return Failure(Reason.CRASH, f"the process that read it ended with status {status}")


def _of_memory(guard: Guard) -> Failure:
    allowed = "all there is" if guard.memory is None else f"{guard.memory >> 20:,} MiB"
    return Failure(Reason.MEMORY, f"it takes more memory than {allowed}")
