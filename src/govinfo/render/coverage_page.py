"""Which unit has which year as a page to look at, in the style of the page of one report."""

from __future__ import annotations

from markupsafe import Markup

from govinfo.between.coverage import Coverage
from govinfo.diagnostics import Language, Words
from govinfo.render.coverage import LOOKS, WORDS, detail, notes, rows
from govinfo.render.review import LANGUAGES, policy_of, templates

_PAGE = Words("Coverage", "报告收集情况")
_UNITS = Words("{} units, {} years", "{} 个单位，{} 个年度")


def coverage_page(found: Coverage, language: Language = "en") -> str:
    """One file of HTML that asks for nothing else.

    Args:
        found: What `govinfo.coverage` found.
        language: Language of the page.
    """
    held = templates()
    style = "\n".join(held.get_template(f"{name}.css").render() for name in _STYLES)
    grid = [
        (
            name,
            [
                (one.state.replace(" ", "-"), LOOKS[one.state].mark, detail(one, language))
                for one in entries
            ],
        )
        for name, entries in rows(found)
    ]
    states = [
        (state.replace(" ", "-"), LOOKS[state].mark, LOOKS[state].words.text(language), count)
        for state, count in found.counts.items()
        if count
    ]
    return held.get_template("coverage.html").render(
        page=_PAGE.text(language),
        about=_UNITS.text(language).format(len(grid), len(found.years)),
        found=found,
        grid=grid,
        states=states,
        notes=list(notes(found, language)),
        say={name: words.text(language) for name, words in WORDS.items()},
        lang=LANGUAGES[language],
        style=Markup(style),  # noqa: S704 - the package's own
        policy=policy_of(style, ""),
    )


_STYLES = ("review", "between", "coverage")
