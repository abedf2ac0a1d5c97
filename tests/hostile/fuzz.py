"""Coverage-guided fuzzing of one adapter, or of all that follows it: `make fuzz TARGET=pdf`.

Needs atheris, which is no dependency: `pip install atheris`. What is found is kept in the folder
`.fuzz`, out of the repository; a finding becomes an input of the corpus beside this file.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["govinfo"]):
    import govinfo
    from hostile import corpus

_TARGETS = ("text", "html", "docx", "pdf", "all")


def _once(target: str, data: bytes) -> None:
    limits = govinfo.Limits(bytes=1 << 20, unpacked=16 << 20, seconds=5)
    try:
        report = govinfo.parse(data, format=None if target == "all" else target, limits=limits)
        report.check()
        report.to_json()
    except (govinfo.BrokenAdapter, govinfo.UnexpectedFailure):
        raise
    except govinfo.GovInfoError:
        pass


def main() -> None:
    """Fuzz the target that is named first; what follows is libFuzzer's."""
    target = sys.argv[1] if len(sys.argv) > 1 else "all"
    if target not in _TARGETS:
        sys.exit(f"name one of {', '.join(_TARGETS)}")
    seeds = Path(".fuzz") / target
    seeds.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(corpus.plain()):
        (seeds / f"plain-{number}").write_bytes(data)
    arguments = [sys.argv[0], str(seeds), f"-artifact_prefix={seeds}/", *sys.argv[2:]]
    atheris.Setup(arguments, lambda data: _once(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
