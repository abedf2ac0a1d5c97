"""Builds the site of the documentation: `make docs`.

The pages are those that the repository shows. A list of links in README.md is also the table of
contents, and what stands outside of this folder is shown by a page whose own file is empty.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx import addnodes
from sphinx.environment.adapters.toctree import TocTree

HERE = Path(__file__).parent.resolve()
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from govinfo import __version__  # noqa: E402
from govinfo.export.schema import schema  # noqa: E402

project = "govinfo"
author = "the authors of govinfo"
copyright = author  # noqa: A001 - the name that Sphinx has for it
version = release = __version__
language = "en"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "index"
exclude_patterns = ["README.md", "zh/README.md", "_build"]
source_suffix = {".md": "markdown"}
default_role = "code"
html_theme = "furo"
html_title = f"govinfo {__version__}"
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "undoc-members": False}
napoleon_use_ivar = True

_SHOWN = {
    "index": "docs/README.md",
    "zh/index": "docs/zh/README.md",
    "introduction": "README.md",
    "zh/introduction": "README.zh-CN.md",
    "architecture": "ARCHITECTURE.md",
    "changes": "CHANGELOG.md",
    "contributing": "CONTRIBUTING.md",
    "security": "SECURITY.md",
    "stability": "STABILITY.md",
    "example-epub": "examples/govinfo-epub/README.md",
}
"""Pages that show a file which stands under another name: what it says comes from there."""
_PAGES = {(ROOT / path).resolve(): HERE / f"{name}.md" for name, path in _SHOWN.items()}
_LISTS = ("index", "zh/index", "layouts/README")
"""Pages whose links are the table of contents, too."""
_LINK = re.compile(r"(?<=\]\()(?P<path>[^)#:\s]+)(?=[)#])")
_WRAPPED = re.compile(
    r"(?<=[\u3001-\uffef])\n *(?=[\u3001-\uffef])|(?<=[、。，；：）”])\n *(?=[`“A-Za-z])"
)
_SECTION = re.compile(r"^## (?P<title>.+)$|\]\((?P<link>[^)#:]+\.md)\)", re.MULTILINE)


def setup(app: Any) -> None:
    """Take part in the build."""
    app.add_lexer("expect", TextLexer)
    app.connect("source-read", _read)
    app.connect("builder-inited", _write_schema)
    app.connect("html-page-context", _in_its_language, priority=400)  # before the theme's own


def _write_schema(app: Any) -> None:
    """The schema as a file of the site, which its `$id` stands for."""
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    (folder / "report.schema.json").write_text(text, encoding="utf-8")


def _in_its_language(app: Any, name: str, _template: str, context: Any, _tree: Any) -> None:
    """Chinese pages say that they are, and have the Chinese contents beside them."""
    if not name.startswith("zh/"):
        return

    def contents(**options: Any) -> str:
        lists = app.env.get_doctree("zh/index").findall(addnodes.toctree)
        made = [TocTree(app.env).resolve(name, app.builder, one, **options) for one in lists]
        return "".join(app.builder.render_partial(one)["fragment"] for one in made if one)

    context["language"] = "zh-CN"
    context["toctree"] = contents


def _read(app: Any, name: str, source: list[str]) -> None:
    del app
    path = ROOT / _SHOWN.get(name, f"docs/{name}.md")

    def link(found: re.Match[str]) -> str:
        leads_to = (path.parent / found["path"]).resolve()
        shown = _PAGES.get(leads_to, leads_to)
        return os.path.relpath(shown, (HERE / name).parent)

    text = _LINK.sub(link, path.read_text(encoding="utf-8"))
    parts = re.split(r"(^```.*?^```)", text, flags=re.MULTILINE | re.DOTALL)
    # Between ideographs, and after their punctuation, the end of a line is no blank.
    source[0] = "".join(
        part if part.startswith("```") else _WRAPPED.sub("", part) for part in parts
    )
    source[0] = _with_switch(name, source[0])
    if name in _LISTS:
        source[0] += _contents(source[0])


def _with_switch(name: str, text: str) -> str:
    """A page's text with a link below its title to the same page in the other language."""
    chinese = name.startswith("zh/")
    other = HERE / f"{name.removeprefix('zh/') if chinese else f'zh/{name}'}.md"
    link = os.path.relpath(other, (HERE / name).parent)
    if not other.exists() or f"]({link})" in text:
        return text
    title, _, rest = text.partition("\n")
    return f"{title}\n\n[{'English' if chinese else '中文'}]({link})\n{rest}"


def _contents(text: str) -> str:
    """The table of contents that a page's lists of links make, section by section."""
    lines: list[str] = []
    for found in _SECTION.finditer(text):
        if found["title"]:
            lines += ["```", "", "```{toctree}", ":hidden:", f":caption: {found['title']}", ""]
        elif lines:
            lines.append(found["link"])
    return "\n".join(["", *lines[1:], *(["```"] if lines else []), ""])
