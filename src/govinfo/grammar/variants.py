"""Traditional forms of the characters that labels and headings of these reports use.

Mirrors of simplified pages are converted character by character; a label is compared in its
simplified form. Running text is never converted.
"""

from __future__ import annotations

_TRADITIONAL = (
    "為佈來侷係俬個備傢傳億內劃動務區參員問啓單噹國圍圖執報寀審專對屬廢廣廳強彙後徑從復徵態應捲採據數於昇時書會朮條業構標機檔檢權氣決沒況減濟無煙熱爲獲現環產産當發監眾"
    "確祕稅稱穩穫箇範糾納組結絡統經維網線編縣總織繫繳繼續罰羣聞職脩臺舉菸萬蔘處號衆術衕衛裏補製複規視訂計訓訟訪設許訴註証詢試誌認說談請證議護讀變負財責費資購輯輸輿轉"
    "辦農迴這進運過郵鄉釋鉤銀錯錶鎮鐵長門開間閤閱關隱隻電頁項題額類館駁體髮麪點齣覆閲"
)
_SIMPLIFIED = (
    "为布来局系私个备家传亿内划动务区参员问启单当国围图执报采审专对属废广厅强汇后径从复征态应卷采据数于升时书会术条业构标机档检权气决没况减济无烟热为获现环产产当发监众"
    "确秘税称稳获个范纠纳组结络统经维网线编县总织系缴继续罚群闻职修台举烟万参处号众术同卫里补制复规视订计训讼访设许诉注证询试志认说谈请证议护读变负财责费资购辑输舆转"
    "办农回这进运过邮乡释勾银错表镇铁长门开间合阅关隐只电页项题额类馆驳体发面点出复阅"
)

TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""For `str.translate`."""
