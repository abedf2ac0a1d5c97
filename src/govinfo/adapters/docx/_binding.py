"""Content controls bound to a part of the package (`w:dataBinding`): the part is what counts.

When Word opens a document it writes the part's text into such a control, whatever stands there.
Programs that fill in forms often change only one of the two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govinfo.adapters.docx import _names as w
from govinfo.adapters.numerals import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo.adapters.docx._package import Package

_CORE_PROPERTIES: Final = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_ITEM_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
_PREFIX: Final = re.compile(r"xmlns:([\w.-]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")
# Only plain paths are followed: any other expression may cost as much as its author likes.
_STEP: Final = re.compile(r"/(@)?(?:([\w.-]+):)?([\w.-]+)(?:\[(\d{1,6})\])?")
_PATH: Final = re.compile(rf"(?:{_STEP.pattern})+(?:/text\(\)(?:\[1\])?)?")


def fill_in(root: _Element, package: Package) -> None:
    """Write into the controls of a document the texts that they are bound to.

    Args:
        root: The document; it is changed.
        package: Where the bound parts are; one that cannot be read changes nothing.
    """
    names = package.custom_parts()
    items: dict[str, _Element] | None = None
    for binding in list(root.iter(w.DATA_BINDING)):
        properties = binding.getparent()
        if properties is None or properties.tag != w.SDT_PR or _keeps_content(properties):
            continue
        if items is None:
            items = _items(package, names)
        text = _bound(binding, items)
        control = properties.getparent()
        if text is not None and control is not None:
            _write(control, properties, _displayed(properties, text))


def _keeps_content(properties: _Element) -> bool:
    """Whether a control shows its text in a way of its own: a date's format, a box, a picture."""
    return any(properties.find(tag) is not None for tag in (*w.KEEPS_CONTENT, w.CHECKBOX))


def _items(package: Package, names: list[str]) -> dict[str, _Element]:
    """The roots of the parts with data, by the id under which controls know them."""
    items = {}
    core = package.properties()
    if core is not None:
        items[_CORE_PROPERTIES] = core
    for name in names:
        root = package.optional_tree(name)
        described = package.optional_tree(package.related(name, "customXmlProps"))
        if root is not None:
            item_id = "" if described is None else described.get(_ITEM_ID, "")
            items[item_id.upper() or name] = root
    return items


def _bound(binding: _Element, items: dict[str, _Element]) -> str | None:
    """The text that a binding names; `None` where there is none."""
    wanted = binding.get(w.STORE_ITEM, "").upper()
    roots = [items[wanted]] if wanted in items else [] if wanted else list(items.values())
    path = binding.get(w.XPATH, "").strip()
    if not _PATH.fullmatch(path):
        return None
    spaces = {
        prefix: single or double
        for prefix, single, double in _PREFIX.findall(binding.get(w.PREFIXES, ""))
    }
    return next(
        (text for root in roots if (text := _followed(root, path, spaces)) is not None), None
    )


def _followed(root: _Element, path: str, spaces: dict[str, str]) -> str | None:
    """The text at a path of names and positions."""
    found: _Element | None = None
    for match in _STEP.finditer(path.partition("/text()")[0]):
        attribute, prefix, name, position = match.groups()
        space = spaces.get(prefix or "")
        if prefix and space is None:
            return None
        tag = f"{{{space}}}{name}" if space else name
        if attribute:
            return None if found is None else found.get(tag)
        children = [root] if found is None else found.iterchildren(tag)
        at = whole(position, 1)
        found = next((one for index, one in enumerate(children, 1) if index == at), None)
        if found is None or found.tag != tag:
            return None
    return None if found is None else "".join(map(str, found.itertext()))


def _displayed(properties: _Element, text: str) -> str:
    """What a list shows for a value; any other text as it is."""
    for item in properties.iter(w.LIST_ITEM):
        if item.get(w.VALUE) == text:
            return item.get(w.DISPLAY_TEXT) or text
    return text


def _write(control: _Element, properties: _Element, text: str) -> None:
    content = control.find(w.SDT_CONTENT)
    if content is None:
        return
    for prompt in properties.findall(w.SHOWING_PLACEHOLDER):
        if text:
            properties.remove(prompt)
    texts = list(content.iter(w.T))
    if not texts:
        texts = [_new_text(content)]
    for element in texts:
        element.text = ""
    texts[0].text = text
    texts[0].set(w.SPACE, "preserve")


def _new_text(content: _Element) -> _Element:
    """A text element where the control has none."""
    place = next(content.iter(w.P), content)
    run = place.makeelement(w.R)
    text = place.makeelement(w.T)
    run.append(text)
    place.append(run)
    return text
