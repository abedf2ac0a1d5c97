"""Traditional forms of the characters, and Taiwan's words, for those of these reports.

Mirrors of simplified pages are converted character by character, or word by word; what is printed
is compared in its simplified form, and never converted.
"""

from __future__ import annotations

import re

_TRADITIONAL = (
    "並乾佈佔併來侷係俬個備傢傳僅價億優內兩別刪則創劃動務匯區協參員問啓啟單噹嚮嚴國圍圖團執報場夠"
    "學寀實審寫寬將專對導層屬師幹幾廢廣廳強彔彙後徑從復徵態應戶捲採擊據擬敍敗敘數斷於昇時曆曏書會"
    "朮條業構標樣機檔檢欄權歷歸氣決沒況淨淺減測準滿漲濟瀏災為無煙熱營爭爲獲獻現環產産畢當發監眾瞭"
    "確碼祇祕稅種稱穩穫競筆箇節範簡糾約納紙級組結絡統經綜維網線編緻縣總織繞繫繳繼續罰羣義聞聯職聽"
    "脩臺與舉菸萬蓆蔘藉處號衆術衕衛衞裏補裡製複覆覈見規視覽訂計訓託記訟訪設許訴註証詐評詞詢試話該"
    "誌認誤說説課調談請論諮講證識議護讀變負財責費資賬購較載輯輸輿轉辦農迴這週進運過達遞適選遺還郵"
    "鄉醫釋鉤銀銷錄錯錶鍵鎮鐵長門開間閤閱閲闆關隊階際隨隱隻電頁項順預領頭頻題額願類顯颱餘館駁體髮"
    "麪麵點黨齊齣堅貫徹積極緊華東陽寧懷軍遠臨獨擴們擔驅觀頒車暢雖績勵潔擇終籌讓掛園暫帶勢質給習礎殘細針紹蓋簽"
)
_SIMPLIFIED = (
    "并干布占并来局系私个备家传仅价亿优内两别删则创划动务汇区协参员问启启单当向严国围图团执报场够"
    "学采实审写宽将专对导层属师干几废广厅强录汇后径从复征态应户卷采击据拟叙败叙数断于升时历向书会"
    "术条业构标样机档检栏权历归气决没况净浅减测准满涨济浏灾为无烟热营争为获献现环产产毕当发监众了"
    "确码只秘税种称稳获竞笔个节范简纠约纳纸级组结络统经综维网线编致县总织绕系缴继续罚群义闻联职听"
    "修台与举烟万席参借处号众术同卫卫里补里制复复核见规视览订计训托记讼访设许诉注证诈评词询试话该"
    "志认误说说课调谈请论咨讲证识议护读变负财责费资账购较载辑输舆转办农回这周进运过达递适选遗还邮"
    "乡医释勾银销录错表键镇铁长门开间合阅阅板关队阶际随隐只电页项顺预领头频题额愿类显台余馆驳体发"
    "面面点党齐出坚贯彻积极紧华东阳宁怀军远临独扩们担驱观颁车畅虽绩励洁择终筹让挂园暂带势质给习础残细针绍盖签"
)

TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""For `str.translate`."""

_WORDS = {
    "資訊": "信息",
    "網路": "网络",
    "專案": "项目",
    "透過": "通过",
    "釋出": "发布",
    "稽核": "审核",
    "性檔案": "性文件",
}
"""Words of as many characters, in the characters that no simplified text has.

檔案 is also the Traditional form of 档案, but for that which ends 規範性檔案.
"""

_OTHER = re.compile(f"[{_TRADITIONAL}]|{'|'.join(_WORDS)}")


def simplified(text: str) -> str:
    """A text in simplified characters and the words of these reports, as many characters of it."""
    if _OTHER.search(text) is None:
        return text  # Most are, and a pattern tells so in a tenth of the time.
    for word, own in _WORDS.items():
        text = text.replace(word, own)
    return text.translate(TO_SIMPLIFIED)
