"""Broken plugins, installed: none breaks the library or another format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govinfo
from environments import make_environment, wheel

ADAPTER = """
from govinfo.blocks import Document, Paragraph

class Plugin:
    name = "{name}"
    extensions = (".{name}",)
    media_types = ("text/x-{name}",)

    def sniff(self, head):
        return head.startswith(b"!{name}")

    def read(self, source, limits):
        return Document((Paragraph("read"),), format=self.name)
"""
FINE = "fine"
BROKEN: dict[str, tuple[str, str]] = {
    "imports": ("raise ImportError('lxml is missing')", "ImportError: lxml is missing"),
    "raises": ("raise RuntimeError('no licence')", "RuntimeError: no licence"),
    "exits": ("import sys; sys.exit('goodbye')", "SystemExit: goodbye"),
    "mistyped": ("class Plugin(:", "SyntaxError: "),
    "lacks-library": ("import a_library_that_is_not_installed", "ModuleNotFoundError: "),
    "lacks-class": ("class Other: pass", "AttributeError: "),
    "lacks-method": ("class Plugin:\n    name = 'lacks-method'", "it lacks extensions"),
    "no-class": ("Plugin = 3", "TypeError: "),
    "wants-arguments": ("class Plugin:\n    def __init__(self, path): pass", "TypeError: "),
    "misnamed": (ADAPTER.format(name="another"), "calls itself 'another'"),
    "string-extensions": (
        ADAPTER.format(name="string-extensions").replace('(".string-extensions",)', '".x"'),
        "its extensions are '.x', not a tuple of strings",
    ),
    "string-options": (
        f"{ADAPTER.format(name='string-options')}    options = 'password'",
        "its options are 'password', not a tuple of strings",
    ),
    "options-of-nothing": (
        f"{ADAPTER.format(name='options-of-nothing')}    options = ('password',)",
        "its configured cannot be called",
    ),
    "method-is-value": (
        f"{ADAPTER.format(name='method-is-value')}    read = b''",
        "its read cannot be called",
    ),
}
"""By name: the module, and what is said of it."""
BREAKING = {
    "read-raises": ("raise KeyError('body')", "failed: KeyError: 'body'"),
    "read-returns": ("return None", "returned a NoneType, not a Document"),
    "read-exits": ("raise SystemExit(3)", "failed: SystemExit: 3"),
}
"""By name: how an otherwise sound adapter reads, and what is said of it."""
FILES = {
    "text": "一、总体情况\n甲。\n".encode(),
    "html": "<!doctype html><html><body><p>一、总体情况</p></body></html>".encode(),
}
PROBE = """
import json, sys, warnings
import govinfo
said = {}
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    files = json.load(sys.stdin)
    for name, text in files.items():
        try:
            said[name] = govinfo.read(text.encode()).format
        except govinfo.GovInfoError as error:
            said[name] = f"{type(error).__name__}: {error}"
    for name in json.loads(sys.argv[1]):
        try:
            govinfo.read(b"x", format=name)
        except govinfo.GovInfoError as error:
            said[name] = f"{type(error).__name__}: {error}"
print(json.dumps({"said": said, "warned": [str(warning.message) for warning in caught]}))
"""


def module_of(name: str) -> str:
    return name.replace("-", "_")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What an environment says in which every broken plugin is installed at once."""
    folder = tmp_path_factory.mktemp("plugins")
    environment = make_environment(folder / "environment")
    sources = {name: source for name, (source, _) in BROKEN.items()}
    sources[FINE] = ADAPTER.format(name=FINE)
    for name, (reads, _) in BREAKING.items():
        head, _, _ = ADAPTER.format(name=name).partition("        return Document(")
        sources[name] = f"{head}        {reads}"
    sources["sniff-raises"] = ADAPTER.format(name="sniff-raises").replace(
        "return head.startswith", "return head.starts_with"
    )
    wheels = [
        wheel(
            folder,
            f"govinfo-{name}",
            {f"govinfo_{module_of(name)}.py": source},
            f"{name} = govinfo_{module_of(name)}:Plugin",
        )
        for name, source in sources.items()
    ]
    missing = wheel(folder, "govinfo-lost", {}, "lost = govinfo_lost:Plugin")
    second = wheel(
        folder,
        "a-second-text",
        {"a_second_text.py": ADAPTER.format(name="text")},
        "text = a_second_text:Plugin",
    )
    environment.install(*wheels, missing, second)
    return environment, _probe(environment, [*BROKEN, "lost"])


def _probe(environment: Any, names: list[str]) -> Any:
    files = {name: data.decode() for name, data in FILES.items()}
    files |= {name: f"!{name}" for name in (*BREAKING, FINE)}
    program = PROBE.replace("json.load(sys.stdin)", f"json.loads({json.dumps(json.dumps(files))})")
    return json.loads(environment.run("-c", program, json.dumps(names)).stdout)


@pytest.mark.parametrize("name", FILES)
def test_other_formats_are_read(said: Any, name: str) -> None:
    assert said[1]["said"][name] == name


def test_a_sound_plugin_beside_them_is_used(said: Any) -> None:
    assert said[1]["said"][FINE] == FINE


@pytest.mark.parametrize(("name", "fault"), [(name, fault) for name, (_, fault) in BROKEN.items()])
def test_a_broken_one_is_warned_of_and_left_out(said: Any, name: str, fault: str) -> None:
    told = [warning for warning in said[1]["warned"] if f"'{name}' of govinfo-{name}" in warning]
    assert len(told) == 1
    assert fault in told[0]


@pytest.mark.parametrize(("name", "fault"), [(name, fault) for name, (_, fault) in BROKEN.items()])
def test_a_broken_one_that_is_asked_for_says_why(said: Any, name: str, fault: str) -> None:
    assert said[1]["said"][name].startswith(f"BrokenAdapter: adapter '{name}' of govinfo-{name}")
    assert fault in said[1]["said"][name]


def test_one_without_its_module_says_so(said: Any) -> None:
    assert "ModuleNotFoundError: No module named 'govinfo_lost'" in said[1]["said"]["lost"]


@pytest.mark.parametrize(("name", "fault"), [(n, fault) for n, (_, fault) in BREAKING.items()])
def test_one_that_fails_to_read_says_so(said: Any, name: str, fault: str) -> None:
    assert said[1]["said"][name].startswith("BrokenAdapter: ")
    assert f"adapter '{name}' {fault}" in said[1]["said"][name]


def test_one_that_fails_to_sniff_is_warned_of(said: Any) -> None:
    told = [warning for warning in said[1]["warned"] if "'sniff-raises' failed to sniff" in warning]
    assert told
    assert "starts_with" in told[0]


def test_a_second_one_of_a_name_does_not_replace_the_librarys_own(said: Any) -> None:
    (told,) = [warning for warning in said[1]["warned"] if "two adapters" in warning]
    assert told.endswith(
        "one of govinfo-reports, one of a-second-text; the one of govinfo-reports is used"
    )


def test_to_import_the_library_loads_and_says_nothing(said: Any) -> None:
    done = said[0].run("-W", "error", "-c", "import govinfo; print(govinfo.__version__)")
    assert (done.stdout.strip(), done.stderr) == (govinfo.__version__, "")


def test_the_command_lists_them_all(said: Any) -> None:
    listed = said[0].run("-c", "from govinfo.cli import main; main(['adapters'])").stdout
    assert f"{FINE}\t.{FINE}\t(govinfo-{FINE})" in listed
    for name in BROKEN:
        assert f"{name}\tbroken: " in listed


def test_entry_points_that_cannot_be_read(tmp_path: Path) -> None:
    environment = make_environment(tmp_path / "environment")
    point = f"{FINE} = govinfo_fine:Plugin"
    fine = wheel(tmp_path, "govinfo-fine", {"govinfo_fine.py": ADAPTER.format(name=FINE)}, point)
    environment.install(fine)
    (info,) = environment.folder.rglob("govinfo_fine-1.0.dist-info")
    garbled = info.with_name("govinfo_garbled-1.0.dist-info")
    garbled.mkdir()
    (garbled / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: govinfo-garbled\nVersion: 1.0\n"
    )
    (garbled / "entry_points.txt").write_text("[govinfo.adapters]\ngarbled\n")
    nameless = info.with_name("nameless-1.0.dist-info")
    nameless.mkdir()
    (nameless / "entry_points.txt").write_text("[govinfo.adapters]\nlost = nameless:Plugin\n")
    said = _probe(environment, [])
    assert [said["said"][name] for name in (*FILES, FINE)] == [*FILES, FINE]
    assert any("govinfo-garbled" in warning for warning in said["warned"])
    assert any("'lost'" in warning for warning in said["warned"])
