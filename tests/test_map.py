"""What the map, the glossary and the guide for contributors name is where they say."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "README.zh-CN.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "STABILITY.md",
    "docs/README.md",
    "docs/glossary.md",
    "docs/zh/README.md",
    "docs/zh/glossary.md",
)
FILE = re.compile(r"`([\w./-]+(?:/|\.py|\.md|\.toml))`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
NAME = re.compile(r"`((?:\w+\.)+[A-Za-z_]\w*)`")
ROOMS = {path.stem for path in (ROOT / "src" / "govinfo").iterdir()}


@pytest.mark.parametrize("page", PAGES)
def test_files_are_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    roots = (ROOT, ROOT / "src" / "govinfo", (ROOT / page).parent)
    lost = [one for one in FILE.findall(text) if not any((root / one).exists() for root in roots)]
    lost += [one for one in LINK.findall(text) if not ((ROOT / page).parent / one).exists()]
    assert lost == []


@pytest.mark.parametrize("page", PAGES)
def test_names_are_there(page: str) -> None:
    """Names of modules and what is in them, such as `solve.damages.DAMAGES`."""
    text = (ROOT / page).read_text("utf-8")
    lost = [one for one in NAME.findall(text) if one.split(".")[0] in ROOMS and not found(one)]
    assert lost == []


def found(name: str) -> bool:
    if Path(name).suffix in (".py", ".md"):
        return True
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            thing: object = import_module(".".join(("govinfo", *parts[:end])))
        except ImportError:
            continue
        for part in parts[end:]:
            known = getattr(thing, "__annotations__", {})
            if not hasattr(thing, part) and part not in known:
                return False
            thing = getattr(thing, part, None)
        return True
    return False


def test_every_room_is_on_the_map() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    folders = [path for path in (ROOT / "src" / "govinfo").iterdir() if path.is_dir()]
    assert [
        one.name for one in folders if f"`{one.name}/`" not in text and one.name[0] != "_"
    ] == []
