from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from govinfo.isolation import Failure, Guard, Pool, Reason, Stopped
from govinfo.isolation.pool import Pieces
from govinfo.isolation.work import Job
from govinfo.isolation.worker import Outcome, Worker
from isolation.deeds import DOUBLED, FRAGILE, SUMMED

GUARD = Guard(timeout=1.0, memory=256 << 20)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool()
    yield made
    made.close()


def results(pieces: Pieces) -> dict[int, object]:
    return {
        number: result
        for numbers, gathered in pieces
        for number, result in zip(numbers, gathered, strict=True)
    }


def test_items_are_done_together_in_one_process(pool: Pool) -> None:
    assert pool.run(DOUBLED, [1, 2, 3], GUARD) == ([([0, 1, 2], (2, 4, 6))], {})
    before = pool.pids
    pool.run(DOUBLED, [4], GUARD)
    assert pool.pids == before


@pytest.mark.parametrize(
    ("deed", "reason", "message"),
    [
        ("sleep", Reason.TIMEOUT, "it was not read within 1 seconds"),
        ("stick", Reason.TIMEOUT, "it was not read within 1 seconds"),
        ("segfault", Reason.CRASH, "the process that read it was ended by SIGSEGV"),
        ("leave", Reason.CRASH, "the process that read it ended with status 3"),
        ("exit", Reason.RAISED, "SystemExit: 4"),
        ("hoard", Reason.MEMORY, "it takes more memory than 256 MiB"),
        ("wrap", Reason.MEMORY, "it takes more memory than 256 MiB"),
        ("raise", Reason.RAISED, "ZeroDivisionError: by nothing"),
    ],
)
def test_an_item_costs_itself_alone(pool: Pool, deed: str, reason: Reason, message: str) -> None:
    pieces, failed = pool.run(DOUBLED, [1, deed, 2], GUARD)
    assert failed == {1: Failure(reason, message)}
    assert results(pieces) == {0: 2, 2: 4}


def test_an_item_that_disarms_its_alarm_is_ended_by_the_parent(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govinfo.isolation.worker._GRACE", 0.5)
    _, failed = pool.run(DOUBLED, ["deaf"], GUARD)
    assert failed[0].reason is Reason.TIMEOUT


def test_whoever_was_harmed_by_another_is_read_again(pool: Pool) -> None:
    pieces, failed = pool.run(FRAGILE, ["harm", 1, 2], GUARD)
    assert not failed
    assert results(pieces) == {0: "harmharm", 1: 2, 2: 4}


def test_what_cannot_be_gathered_costs_itself_alone(pool: Pool) -> None:
    pieces, failed = pool.run(SUMMED, [1, "shout", 2], GUARD)
    assert sorted(pieces) == [([0], 2), ([2], 4)]
    assert failed[1].reason is Reason.RAISED
    assert failed[1].message.startswith("TypeError: unsupported operand")


def test_what_is_printed_disturbs_nothing(pool: Pool) -> None:
    pieces, failed = pool.run(DOUBLED, ["shout", 1], GUARD)
    assert (results(pieces), failed) == ({0: "shoutshout", 1: 2}, {})


def test_a_child_that_died_idle_is_replaced(pool: Pool) -> None:
    pool.run(DOUBLED, [1], GUARD)
    for pid in pool.pids:
        os.kill(pid, signal.SIGKILL)
    pieces, failed = pool.run(DOUBLED, [1, 2], GUARD)
    assert (results(pieces), failed) == ({0: 2, 1: 4}, {})


def test_a_child_that_has_done_much_is_let_go(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    pool.run(DOUBLED, [1], GUARD)
    before = pool.pids
    monkeypatch.setattr("govinfo.isolation.worker._WORN", 3)
    assert pool.run(DOUBLED, [1, 2, 3], GUARD) == ([([0, 1, 2], (2, 4, 6))], {})
    assert len(pool.pids) == len(before) - 1
    assert pool.run(DOUBLED, [4], GUARD) == ([([0], (8,))], {})


def test_no_limits_at_all(pool: Pool) -> None:
    assert pool.run(DOUBLED, [1], Guard(None, None)) == ([([0], (2,))], {})


def test_stop_ends_what_is_going_on() -> None:
    pool = Pool()
    raised: list[BaseException] = []

    def work() -> None:
        try:
            pool.run(DOUBLED, ["sleep"], Guard(30.0, None))
        except Stopped as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while not pool.pids:
        time.sleep(0.01)
    pool.stop()
    thread.join(10)
    assert not thread.is_alive()
    assert len(raised) == 1
    with pytest.raises(Stopped):
        pool.run(DOUBLED, [1], GUARD)


def test_a_job_that_ends_as_the_pool_is_stopped_leaves_no_child(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = Pool()
    pool.run(DOUBLED, [1], GUARD)
    (pid,) = pool.pids
    run = Worker.run
    monkeypatch.setattr(Worker, "kill", lambda _: None)  # it has not arrived yet

    def stopped_after(worker: Worker, job: Job, items: Sequence[object], guard: Guard) -> Outcome:
        outcome = run(worker, job, items, guard)
        pool.stop()
        return outcome

    monkeypatch.setattr(Worker, "run", stopped_after)
    assert pool.run(DOUBLED, [1], GUARD) == ([([0], (2,))], {})
    assert pool.pids == ()
    assert not _runs(pid)


def test_children_end_with_their_parent(tmp_path: Path) -> None:
    code = (
        "import sys, time; sys.path[:0] = sys.argv[1:]\n"
        "from govinfo.isolation import Guard, Pool\n"
        "from isolation.deeds import DOUBLED\n"
        "pool = Pool(); pool.run(DOUBLED, [1], Guard()); print(*pool.pids, flush=True)\n"
        "pool.run(DOUBLED, ['sleep'], Guard(2.0, None))\n"
    )
    arguments = [sys.executable, "-c", code, str(Path(__file__).parents[1])]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=tmp_path) as parent:  # noqa: S603
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    for _ in range(100):
        if not _runs(pid):
            break
        time.sleep(0.1)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2]
    except OSError:
        return False
