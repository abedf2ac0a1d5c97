"""Coverage-guided fuzzing of one adapter, or of what follows all of them: `make fuzz TARGET=pdf`.

Needs atheris, which is no dependency: `pip install atheris`. Seeds, what covers more than they do,
and findings are kept in the folder `.fuzz`, out of the repository. A finding is told once for each
place that it comes from, and the search goes on; it becomes a test.
"""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
import zlib
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["govinfo"]):
    import govinfo
    from govinfo.template.assemble import report_of
    from hostile import drawing, mutating, seeds

_FOLDER = Path(".fuzz")
_SECONDS = 10.0
"""Processor time of one input: the code is slower where what it covers is counted."""


class _Slow(Exception):  # noqa: N818 - told as a finding, never raised
    pass


def _used(target: str, data: bytes) -> None:
    limits = govinfo.Limits(bytes=1 << 20, unpacked=16 << 20, seconds=5)
    format = None if target == "all" else target
    if target == "interpret":
        document = drawing.document(data)
        report = report_of(document)
        govinfo.interpret(document, govinfo.Requests)
    else:
        report = govinfo.parse(data, format=format, limits=limits)
    report.check()
    if zlib.crc32(data) % 4 == 0:
        report.to_json()
        report._repr_html_()


def _once(target: str, data: bytes) -> None:
    start = time.process_time()
    try:
        _used(target, data)
    except (govinfo.BrokenAdapter, govinfo.UnexpectedFailure) as error:
        _tell(target, data, error.__cause__ or error)
    except govinfo.GovInfoError:
        pass
    except Exception as error:  # noqa: BLE001 - whatever leaks is a finding
        _tell(target, data, error)
    if time.process_time() - start > _SECONDS:
        _tell(target, data, _Slow(f"{time.process_time() - start:.1f} s"))


def _tell(target: str, data: bytes, error: BaseException) -> None:
    frames = traceback.extract_tb(error.__traceback__)
    where = " ".join(f"{frame.filename}:{frame.lineno}" for frame in frames[-2:])
    name = hashlib.sha256(f"{type(error).__name__} {where}".encode()).hexdigest()[:12]
    path = _FOLDER / "findings" / f"{target}-{name}"
    if not path.exists():
        path.write_bytes(data)
        print(f"finding {path}: {type(error).__name__}: {error} at {where}", flush=True)  # noqa: T201 - a script


def main() -> None:
    """Fuzz the target that is named first; what follows is libFuzzer's."""
    target = sys.argv[1] if len(sys.argv) > 1 else "all"
    if target not in seeds.TARGETS:
        sys.exit(f"name one of {', '.join(seeds.TARGETS)}")
    kept = _FOLDER / target
    for folder in (kept, _FOLDER / "findings"):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds.seeds(target)):
        (kept / f"seed-{number}").write_bytes(data)
    arguments = [sys.argv[0], str(kept), f"-artifact_prefix={_FOLDER}/findings/{target}-"]
    atheris.Setup(
        [*arguments, *sys.argv[2:]],
        lambda data: _once(target, data),
        custom_mutator=lambda data, most, seed: mutating.mutated(data, most, seed, atheris.Mutate),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
