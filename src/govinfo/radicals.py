"""Ideographs for the radicals that look like them.

Browsers and converters write the radicals U+2E80 to U+2FD5 where a font shares their glyphs with
ideographs: 淮安市洪泽区⼈⺠政府 for 淮安市洪泽区人民政府. A reader sees no difference.
"""

from __future__ import annotations

import unicodedata

# The CJK Radicals Supplement has hardly any decompositions in Unicode's own tables; these are
# the equivalent unified ideographs of those with one (EquivalentUnifiedIdeograph.txt).
_SUPPLEMENT = (
    "⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尢⺐尣⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月"
    "⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罒⺴罒⺵罒⺶羊⺷羊⺸羊"
    "⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长"
    "⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿"
    "⻯竜⻰龙⻱龜⻲亀⻳龟㇐一㇑丨㇒丿㇓丿㇔丶㇖亅㇚亅㇟乚㇠乙"
)
# Unicode decomposes these two to forms that are not used in the mainland, where fonts share
# the glyph with the ordinary ones.
_MAINLAND = "⼾户⾭青"


def _pairs(listed: str) -> dict[int, str]:
    return {ord(listed[at]): listed[at + 1] for at in range(0, len(listed), 2)}


IDEOGRAPHS = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **_pairs(_SUPPLEMENT),
    **_pairs(_MAINLAND),
}
"""For `str.translate`."""
