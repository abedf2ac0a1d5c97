"""What styles say about text: whether it is shown, struck or raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from govinfo_odt import _names as n

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govinfo_odt._package import Parts

_MOST_PARENTS = 30


@frozen(slots=True)
class Looks:
    """How a style changes text; `None` where it says nothing."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None

    @property
    def is_gone(self) -> bool:
        """Whether a reader takes the text for not being there."""
        return bool(self.hidden or self.struck)

    def over(self, outer: Looks) -> Looks:
        """These looks where they say something, others elsewhere."""
        return Looks(
            outer.hidden if self.hidden is None else self.hidden,
            outer.struck if self.struck is None else self.struck,
            outer.raised if self.raised is None else self.raised,
        )


PLAIN = Looks()


class Styles:
    """The styles of paragraphs and of spans, each with its parents."""

    def __init__(self, parts: Parts) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        roots = [parts.content] if parts.styles is None else [parts.styles, parts.content]
        for root in roots:
            for style in root.iter(f"{n.STYLE}style"):
                family = style.get(f"{n.STYLE}family", "")
                self._elements[family, style.get(f"{n.STYLE}name", "")] = style
        self._looks: dict[tuple[str, str], Looks] = {}

    def looks(self, family: str, name: str | None) -> Looks:
        """What a style of a family (`paragraph`, `text`) says, its parents included."""
        if not name:
            return PLAIN
        key = (family, name)
        if key not in self._looks:
            looks = PLAIN
            for style in reversed(list(self._chain(family, name))):
                looks = _own(style).over(looks)
            self._looks[key] = looks
        return self._looks[key]

    def list_of(self, paragraph_style: str | None) -> str | None:
        """Name of the list style that belongs to a paragraph style, if there is one."""
        for style in self._chain("paragraph", paragraph_style or ""):
            name = style.get(f"{n.STYLE}list-style-name")
            if name is not None:
                return name
        return None

    def _chain(self, family: str, name: str) -> list[_Element]:
        chain: list[_Element] = []
        while (style := self._elements.get((family, name))) is not None:
            chain.append(style)
            name = style.get(f"{n.STYLE}parent-style-name", "")
            if len(chain) > _MOST_PARENTS:
                break
        return chain


def _own(style: _Element) -> Looks:
    properties = style.find(f"{n.STYLE}text-properties")
    if properties is None:
        return PLAIN
    display = properties.get(f"{n.TEXT}display")
    line = properties.get(f"{n.STYLE}text-line-through-style") or properties.get(
        f"{n.STYLE}text-line-through-type"
    )
    position = properties.get(f"{n.STYLE}text-position")
    return Looks(
        None if display is None else display == "none",
        None if line is None else line != "none",
        None if position is None else not position.startswith("0"),
    )
