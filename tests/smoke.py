"""Builds the distributions and uses them as a stranger does: `make smoke PYTHONS="python3.12"`.

Each Python gets two empty environments: one with the wheel and the newest of what it needs, one
with the source distribution and the oldest that is admitted. In both the library is used from a
folder where nothing of the repository is in reach. It is no part of the test suite, for it needs a
package index.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEWEST, OLDEST = "highest", "lowest-direct"
USE = """
import subprocess, sys
from pathlib import Path

import govinfo


def run(*words, code=0):
    done = subprocess.run([sys.executable, "-m", "govinfo", *words], check=False)
    assert done.returncode == code, words


assert "site-packages" in govinfo.__file__, govinfo.__file__
report = govinfo.Report.from_figures(
    {"requests.received.total": 12}, edition="2021", agency="云岭市水务局", year=2023
)
for format, ending in (("docx", "docx"), ("html", "html"), ("text", "txt"), ("markdown", "md")):
    Path(f"report.{ending}").write_bytes(report.render(format))
    assert govinfo.parse(f"report.{ending}").requests.received.total == 12
    run("facts", f"report.{ending}", "-q", "-o", "facts.txt")
drawn = b"BT /F1 12 Tf 72 720 Td (government) Tj ET"
Path("page.pdf").write_bytes(
    b"%%PDF-1.4\\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\\n"
    b"4 0 obj<</Length %d>>stream\\n%b\\nendstream endobj\\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\\n"
    b"trailer<</Root 1 0 R>>\\n%%%%EOF\\n" % (len(drawn), drawn)
)
for engine in ("pdfium", "pdfplumber"):
    assert "government" in govinfo.read("page.pdf", engine=engine).dump(), engine
run("--version")
run("render", "--blank", "2021", "-o", "form.xlsx")
assert govinfo.parse("form.xlsx").edition == "2021"
run("check", "report.docx", "--format", "docx", "-o", "list.docx", code=1)
run("show", "report.docx", "-o", "review.html")
run("batch", "report.docx", "report.html", "-o", "panel", "-q")
assert govinfo.to_arrow([report]).num_rows == 1
assert len(report.to_frame()) == 200
"""


def main(pythons: list[str]) -> int:
    """Build, install, use.

    Returns:
        In how many environments that failed.
    """
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        dist = ROOT / "dist"
        _run(sys.executable, "-m", "build", "--outdir", str(dist), str(ROOT))
        wheel, source = max(dist.glob("*.whl"), key=_made), max(dist.glob("*.tar.gz"), key=_made)
        for number, python in enumerate(pythons):
            for archive, resolution in ((wheel, NEWEST), (source, OLDEST)):
                folder = Path(name, f"{number}-{resolution}")
                said = _used(python, archive, resolution, folder)
                failed += bool(said)
                print(f"{'failed' if said else 'passed'}: {python}, {archive.name}, {resolution}")  # noqa: T201
                print(said, end="")  # noqa: T201
    return failed


def _used(python: str, archive: Path, resolution: str, folder: Path) -> str:
    """What went wrong in an environment; `""` where nothing did."""
    try:
        _run("uv", "venv", "--quiet", "--python", python, str(folder))
        own = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        extras = f"{archive}[corpus,remote,spreadsheet]"
        options = ("--quiet", "--resolution", resolution, "--python", str(own))
        _run("uv", "pip", "install", *options, extras)
        _run(str(own), "-W", "error::DeprecationWarning:govinfo", "-c", USE, cwd=folder)
    except subprocess.CalledProcessError as error:
        return f"{error.output}{error.stderr}"
    return ""


def _made(path: Path) -> float:
    return path.stat().st_mtime


def _run(*command: str, cwd: Path | None = None) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    path = os.pathsep.join([str(Path(sys.executable).parent), environment.get("PATH", "")])
    subprocess.run(  # noqa: S603
        command,
        check=True,
        cwd=cwd,
        env={**environment, "PATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [sys.executable]))
