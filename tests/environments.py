"""Fresh environments into which tests install packages, without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import frozen

import govinfo

_SOURCE = Path(govinfo.__file__).parents[1]


@frozen
class Environment:
    """A virtual environment that sees this one's packages and has room for its own."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run its Python, outside of this repository."""
        clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(  # noqa: S603
            [str(self.python), *arguments],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
            cwd=self.folder,
            env={**clean, "PYTHONUTF8": "1"},
            timeout=300,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def install(self, *packages: Path) -> None:
        """Install folders or wheels by pip, as a user does, but from this machine only."""
        self._pip("install", "--no-deps", "--no-index", "--no-build-isolation", *map(str, packages))

    def uninstall(self, package: str) -> None:
        self._pip("uninstall", "--yes", package)

    def _pip(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "pip", "--python", str(self.python), "--quiet"]
        options = ["--disable-pip-version-check", "--no-input"]
        done = subprocess.run(  # noqa: S603
            [*command, *options, *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def make_environment(folder: Path) -> Environment:
    """A fresh environment; the test is skipped where pip is not installed."""
    if find_spec("pip") is None:
        pytest.skip("pip is not installed")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    made = Environment(folder)
    own = made.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    paths = dict.fromkeys([str(_SOURCE), *(sysconfig.get_path(k) for k in ("purelib", "platlib"))])
    Path(own, "of_the_tests.pth").write_text("\n".join(paths), encoding="utf-8")
    return made


def wheel(folder: Path, package: str, files: Mapping[str, str], points: str) -> Path:
    """A wheel with these files, whose `entry_points.txt` has these lines."""
    made = folder / f"{package.replace('-', '_')}-1.0-py3-none-any.whl"
    info = f"{package.replace('-', '_')}-1.0.dist-info"
    tags = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n"
        )
        archive.writestr(f"{info}/WHEEL", tags)
        archive.writestr(f"{info}/entry_points.txt", f"[govinfo.adapters]\n{points}\n")
        archive.writestr(f"{info}/RECORD", "")
    return made
