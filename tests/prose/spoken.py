"""Two hundred sentences in the ways agencies speak, each with every figure to be taken of it.

They were written before the grammar of measures. `FIRST` was at hand while it was made, `BLIND` was
not looked at until it was done. Half of what they say is a trap: other years, other organs, parts
of a whole, plans, things that are counted in the same words.

A measure stands without `narrative.`, a figure of the tables by its path; a rate ends in `%`.
"""

from __future__ import annotations

from typing import NamedTuple


class Spoken(NamedTuple):
    """A sentence, what it says, and whose it is (`checks.sentences`)."""

    sentence: str
    told: tuple[tuple[str, int | str], ...] = ()
    table: str = "district"


ALL, WEB, WECHAT, WEIBO = (
    *("disclosed.total", "disclosed.website", "disclosed.wechat", "disclosed.weibo"),
)
GAZETTE, MEDIA, OTHER = "disclosed.gazette", "disclosed.new_media", "disclosed.other"
READ, PRESS, TALKS = "interpretations", "press_conferences", "online_interviews"
ANSWERS, ISSUES, POINTS = "responses", "gazette_issues", "reading_points"
TRAINED, PEOPLE, MEETINGS = "training.sessions", "training.participants", "meetings"
STAFF, FULL, PART = "staff.total", "staff.full_time", "staff.part_time"
DEPUTIES, MEMBERS, BOTH = "proposals.deputies", "proposals.members", "proposals.total"
RATE, CONTENT = "proposals.answer_rate", "proposals.satisfaction_rate"
RECEIVED, OVER = "requests.received.total", "requests.carried_over.total"
DONE, FORWARD = "requests.outcomes.total.total", "requests.carried_forward.total"
RECONSIDERED = "disputes.reconsideration.total"
SUED = "disputes.litigation.direct.total+disputes.litigation.after_reconsideration.total"

FIRST = (
    Spoken("2023年，全区主动公开政府信息8460条。", ((ALL, 8460),)),
    Spoken("全年通过区政府门户网站公开政府信息3215条。", ((WEB, 3215),)),
    Spoken(
        "一年来，主动公开各类政府信息2450余条，其中政府网站公开1830条、政务微信公开520条、"
        "政务微博公开100条。",
        ((ALL, 2450), (WEB, 1830), (WECHAT, 520), (WEIBO, 100)),
    ),
    Spoken("“青溪发布”微信公众号全年推送文章365篇。", ((WECHAT, 365),)),
    Spoken("官方微博发布信息1024条，官方微信发布信息887条。", ((WEIBO, 1024), (WECHAT, 887))),
    Spoken("通过政府公报公开文件45件。", ((GAZETTE, 45),)),
    Spoken("编印区政府公报6期，免费发放3000册。", ((ISSUES, 6),)),
    Spoken("政务新媒体发布各类信息1.3万条。", ((MEDIA, 13000),)),
    Spoken("利用其他方式公开政府信息76条。", ((OTHER, 76),)),
    Spoken("全年发布政策解读稿件58篇。", ((READ, 58),)),
    Spoken("共制作发布政策解读材料32件，其中图解12件、视频6个。", ((READ, 32),)),
    Spoken("召开新闻发布会9场，开展在线访谈12期。", ((PRESS, 9), (TALKS, 12))),
    Spoken("回应社会关切23次。", ((ANSWERS, 23),)),
    Spoken("全年举办政务公开业务培训班3期，培训工作人员260人次。", ((TRAINED, 3), (PEOPLE, 260))),
    Spoken("组织政府信息公开培训2次，参训人员120余人次。", ((TRAINED, 2), (PEOPLE, 120))),
    Spoken("目前，全区从事政府信息公开工作人员共86人。", ((STAFF, 86),)),
    Spoken("配备政府信息公开专职人员4名、兼职人员18名。", ((FULL, 4), (PART, 18))),
    Spoken("在区档案馆、图书馆设立政府信息公开查阅点5个。", ((POINTS, 5),)),
    Spoken(
        "全年共办理人大代表建议86件、政协委员提案112件，办复率100%，满意率98.5%。",
        ((DEPUTIES, 86), (MEMBERS, 112), (RATE, "100%"), (CONTENT, "98.5%")),
    ),
    Spoken("承办市、区人大代表建议和政协提案共计37件，全部按期办结。", ((BOTH, 37),)),
    Spoken("召开政务公开工作推进会4次。", ((MEETINGS, 4),)),
    Spoken("我局主动公开政府信息312条，网站发布信息298条。", ((ALL, 312), (WEB, 298)), "bureau"),
    Spoken("2022年，我局在局门户网站公开信息445条。", ((WEB, 445),), "bureau"),
    Spoken("年内开展业务培训1次，培训30人。", ((TRAINED, 1), (PEOPLE, 30)), "bureau"),
    Spoken("局办公室配有专职工作人员1名。", ((FULL, 1),), "bureau"),
    Spoken("2021年主动公开政府信息270条，2022年增至351条。", (), "bureau"),
    Spoken("主动公开政府信息较上年增加430条。"),
    Spoken("自网站开通以来，累计公开政府信息12.6万条。"),
    Spoken("下一步，将组织培训不少于4次，培训200人次以上。"),
    Spoken("2022年全区公开信息7300条。"),
    Spoken("其中，区教育局主动公开信息560条，区民政局主动公开信息431条。"),
    Spoken("公开重点领域信息1200条，其中财政预决算信息96条。"),
    Spoken("上半年发布政策解读21篇。"),
    Spoken("全年开展“放管服”改革培训5次，覆盖窗口人员300人。"),
    Spoken("办理“12345”热线工单3800件，满意率97%。"),
    Spoken("收到市民建议45件，均已答复。"),
    Spoken("微信公众号关注人数达4.5万人。"),
    Spoken("转载上级政策解读36篇。"),
    Spoken("政务新媒体账号由43个减少到28个。"),
    Spoken("力争2024年开展专题培训3次以上。"),
    Spoken("每季度至少召开1次政务公开专题会议。"),
    Spoken("建成政务公开专区14个。"),
    Spoken("设置专栏8个，更新栏目内容640条次。"),
    Spoken("抽查政务新媒体42个，合格率100%。"),
    Spoken("网站全年总访问量860万人次，同比增长12%。"),
    Spoken("办理政协提案12件，涉及水利建设的5件、河道治理的7件。", ((MEMBERS, 12),), "bureau"),
    Spoken("收到人大建议3件，比去年少2件。", ((DEPUTIES, 3),), "bureau"),
    Spoken(
        "主动公开信息方面：全年主动公开政府信息共618条，其中通过政府网站公开402条，"
        "通过微信公众号公开216条。",
        ((ALL, 618), (WEB, 402), (WECHAT, 216)),
        "bureau",
    ),
    Spoken("通过政务微博、微信公开信息530条。", ((MEDIA, 530),)),
    Spoken("通过网站、微信、公开栏等多种渠道主动公开政府信息970余条。", ((ALL, 970),)),
    Spoken("在村（社区）公开栏发布信息180余条。", ((OTHER, 180),)),
    Spoken("政策文件解读率达到100%，发布解读信息44条。", ((READ, 44),)),
    Spoken("区政府网站公开规范性文件7件，发布工作动态890条。"),
    Spoken("信息公开专栏公开信息210条，其中政策文件类35条。"),
    Spoken("新增公开目录12项，修订信息公开指南1份。"),
    Spoken("先后组织开展各类政务公开培训会议6场次，参训610人次。", ((TRAINED, 6), (PEOPLE, 610))),
    Spoken("参加上级政务公开培训2人次。"),
    Spoken("选派3名工作人员参加市级培训。"),
    Spoken(
        "政府信息公开工作机构1个，工作人员3人（其中专职1人，兼职2人）。",
        ((STAFF, 3), (FULL, 1), (PART, 2)),
        "bureau",
    ),
    Spoken(
        "全区共有政务公开工作人员210名，其中专职52名，兼职158名。",
        ((STAFF, 210), (FULL, 52), (PART, 158)),
    ),
    Spoken("公共查阅点3处，全年接待查阅群众120人次。", ((POINTS, 3),)),
    Spoken("在政务服务大厅设查阅场所1处。", ((POINTS, 1),), "bureau"),
    Spoken("建议、提案办复率、满意率均为100%。", ((RATE, "100%"), (CONTENT, "100%"))),
    Spoken(
        "人大代表建议15件、政协提案9件，均在规定时限内办理完毕，代表、委员满意率达100%。",
        ((DEPUTIES, 15), (MEMBERS, 9), (CONTENT, "100%")),
        "bureau",
    ),
    Spoken("区政府系统承办省、市人大建议11件。", ((DEPUTIES, 11),)),
    Spoken("区人大常委会审议意见3件，均已办结。"),
    Spoken("政协提案立案率为88%。"),
    Spoken("按类别分，经济类提案31件，占24.4%。"),
    Spoken("委员提案中，解决或基本解决的60件，占81.1%。"),
    Spoken("公开建议提案答复文件28件。"),
    Spoken("市长信箱答复来信207件，办结率99%。"),
    Spoken("全年举行新闻发布会七场，区政府领导出席三场。", ((PRESS, 7),)),
    Spoken("参加市政府新闻发布会2次。"),
    Spoken("策划网络访谈6场、网上直播3场。", ((TALKS, 6),)),
    Spoken("主要负责同志参加在线访谈1次。"),
    Spoken("积极回应网民留言1100条，回应热点舆情15件。", ((ANSWERS, 15),)),
    Spoken("本年度共收到政府信息公开申请50件，公开政府信息8460条。", ((RECEIVED, 50), (ALL, 8460))),
    Spoken(
        "全年新收政府信息公开申请50件，办结48件，结转下年度5件。",
        ((RECEIVED, 50), (DONE, 48), (FORWARD, 5)),
    ),
    Spoken("全年因政府信息公开被申请行政复议8件。", ((RECONSIDERED, 8),)),
    Spoken("本年度收到政府信息公开申请4件，未发生行政诉讼。", ((RECEIVED, 4), (SUED, 0)), "bureau"),
    Spoken("上年结转申请3件。", ((OVER, 3),)),
    Spoken("截至2023年底，政府网站公开政府信息5120条。", ((WEB, 5120),)),
    Spoken("截至目前，累计发布政策解读310篇。"),
    Spoken("2023年1月至6月公开信息1400条。"),
    Spoken("各镇街公开政府信息4300条，区级部门公开政府信息4160条。"),
    Spoken("全区各级各部门主动公开政府信息9.2万条，区政府办公室公开516条。", ((ALL, 92000),)),
    Spoken("共发布微信推文412条，微博86条。", ((WECHAT, 412), (WEIBO, 86))),
    Spoken("政务微信公众号发布信息共计1,286条。", ((WECHAT, 1286),)),
    Spoken("公报全年出刊12期。", ((ISSUES, 12),)),
    Spoken("抖音号发布短视频95条。"),
    Spoken("拟公开信息320条经保密审查，不予公开12条。"),
    Spoken("网站日均发布信息14条。"),
    Spoken("人均培训2次。"),
    Spoken("邀请专家为全区120名政务公开工作人员授课。"),
    Spoken("开展政务公开专题培训，共计培训人员185人。", ((PEOPLE, 185),)),
    Spoken("本年度未开展培训。"),
    Spoken("主动公开政府信息的及时率为99%。"),
    Spoken("发布图文解读18篇、专家解读5篇、视频解读4个。"),
    Spoken("对12份文件进行解读，解读比例100%。"),
    Spoken(
        "共公开各类信息1560条。其中：组织机构类12条，财政信息45条，业务工作类803条。",
        ((ALL, 1560),),
    ),
    Spoken("依申请公开信息20条。"),
)
"""At hand while the grammar was made."""

SNARES = (
    Spoken("全年共发布信息1200条，其中政策解读类信息30条。", ((READ, 30),)),
    Spoken("微信公众号阅读量300万次，微信群发布信息80条。"),
    Spoken("开展税务业务培训12次，培训人员300人次。"),
    Spoken("举办消防安全培训2次，培训人员300人次。"),
    Spoken("围绕安全生产举办培训班6期。"),
    Spoken("办理省人大代表建议3件、市人大代表建议8件。"),
    Spoken("网站收到建议12条，答复网民建议9条。"),
    Spoken("6件政协提案被评为优秀提案，重点提案2件。"),
    Spoken("面向社会公开招聘专职人员20名。"),
    Spoken("新增专职人员2名，新设查阅点1个。"),
    Spoken("办理政协提案12件，12345热线办结率99%，满意率98%。", ((MEMBERS, 12),)),
    Spoken("去年全年公开政府信息6800条。"),
    Spoken("截至2023年底，累计主动公开政府信息9.6万条。"),
    Spoken("2023年前三季度公开政府信息5200条。"),
    Spoken("自2020年起共举办培训班12期。"),
    Spoken("10月15日召开新闻发布会1场。"),
    Spoken("落实《2022年政务公开工作要点》，主动公开政府信息8460条。", ((ALL, 8460),)),
    Spoken("编印《青溪区人民政府公报》6期。", ((ISSUES, 6),)),
    Spoken("在重点领域主动公开信息210条，围绕民生公开信息96条。"),
    Spoken("在政务服务大厅公开信息300条。"),
    Spoken("审核公开信息560条，删除公开信息12条。"),
    Spoken("印发文件12件，网站公开5件。"),
    Spoken("区教育局网站公开信息300条，区卫健局通过微信公众号公开信息90条。"),
    Spoken("通过市水务局网站公开信息300条。"),
    Spoken("市政府主动公开政府信息1.2万条。"),
    Spoken("原创政策解读15篇，全年发布政策解读42篇。", ((READ, 42),)),
    Spoken("主动公开政府信息3—5条。"),
    Spoken("主动公开政府信息8000条以上。"),
    Spoken("通过文字、图片等形式制作政策解读21个。", ((READ, 21),)),
    Spoken("全年新增公开区政府规范性文件7件，制作政策解读14个。", ((READ, 14),)),
    Spoken("区政府网站公开信息4000条，全区各部门网站公开信息9000条。"),
    Spoken("“青溪发布”微博全年发布信息两千零一十二条。", ((WEIBO, 2012),)),
    Spoken("整改后，将组织全区培训2次，培训人员200人。"),
    Spoken("培训政务公开工作人员210名。", ((PEOPLE, 210),)),
    Spoken("群众满意率98%，提案满意率100%。", ((CONTENT, "100%"),)),
    Spoken("参加或举办新闻发布会总次数3次。", ((PRESS, 3),)),
)
"""What such sentences were found to be taken for while the grammar was made."""

BLIND = (
    Spoken("2023年度，我区主动公开政府信息7208条。", ((ALL, 7208),)),
    Spoken(
        "全年共主动公开信息156条，其中在政府门户网站公开132条，在微信公众平台公开24条。",
        ((ALL, 156), (WEB, 132), (WECHAT, 24)),
        "bureau",
    ),
    Spoken("区政府网站全年发布各类信息11500多条。", ((WEB, 11500),)),
    Spoken("微信公众号“青溪水务”发布信息139条。", ((WECHAT, 139),), "bureau"),
    Spoken("通过政务新媒体主动公开信息2600条。", ((MEDIA, 2600),)),
    Spoken("全年出版政府公报4期，刊登各类文件38件。", ((ISSUES, 4),)),
    Spoken(
        "政府公报公开政府信息38条，政府网站公开政府信息4021条，政务微博公开政府信息915条，"
        "政务微信公开政府信息1302条，其他方式公开政府信息64条。",
        ((GAZETTE, 38), (WEB, 4021), (WEIBO, 915), (WECHAT, 1302), (OTHER, 64)),
    ),
    Spoken("发布各类政策解读67篇次。", ((READ, 67),)),
    Spoken("全年共发布政策解读信息29条，解读形式涵盖图表、动漫等。", ((READ, 29),)),
    Spoken("围绕惠企政策制作解读材料41份。", ((READ, 41),)),
    Spoken("组织召开新闻发布会11次，举办在线访谈8次。", ((PRESS, 11), (TALKS, 8))),
    Spoken("全年回应公众关注热点或重大舆情18次。", ((ANSWERS, 18),)),
    Spoken("举办信息公开培训班2期，接受培训人员145人次。", ((TRAINED, 2), (PEOPLE, 145))),
    Spoken("组织政务公开业务培训4场，累计培训320人次。", ((TRAINED, 4), (PEOPLE, 320))),
    Spoken(
        "召开政府信息公开工作会议或专题会议3次，举办各类培训班1次，接受培训人员数50人次。",
        ((MEETINGS, 3), (TRAINED, 1), (PEOPLE, 50)),
        "bureau",
    ),
    Spoken("现有专职工作人员2名，兼职工作人员6名。", ((FULL, 2), (PART, 6)), "bureau"),
    Spoken("明确1名专职人员负责政府信息公开日常工作。", ((FULL, 1),), "bureau"),
    Spoken("设立政府信息查阅点2个，配备电脑4台。", ((POINTS, 2),)),
    Spoken("全区设置政府信息公开查阅场所17个。", ((POINTS, 17),)),
    Spoken(
        "2022年，我局承办区人大代表建议4件、区政协提案6件，办结率100%。",
        ((DEPUTIES, 4), (MEMBERS, 6), (RATE, "100%")),
        "bureau",
    ),
    Spoken(
        "全年承办建议提案共62件，答复率和满意率均达到100%。",
        ((BOTH, 62), (RATE, "100%"), (CONTENT, "100%")),
    ),
    Spoken("办理人大议案建议21件。", ((DEPUTIES, 21),)),
    Spoken("收到政协提案8件，已全部答复。", ((MEMBERS, 8),), "bureau"),
    Spoken("全年召开政务公开专题会议2次，研究部署重点任务15项。", ((MEETINGS, 2),)),
    Spoken("去年公开政府信息6800条，今年公开政府信息7208条。", ((ALL, 7208),)),
    Spoken("2022年度公开信息量为6800条，较2021年增长9%。"),
    Spoken("公开政府信息的数量同比增加408条。"),
    Spoken("十年来，共主动公开政府信息6.1万条。"),
    Spoken("2024年，计划举办培训班2期，培训150人次。"),
    Spoken("区住建局公开信息830条，发布政策解读12篇。"),
    Spoken("据统计，区直部门公开政府信息3900条。"),
    Spoken("公开行政许可信息2300条、行政处罚信息540条。"),
    Spoken("第三季度召开新闻发布会3场。"),
    Spoken("举办安全生产培训6期，培训企业负责人420人次。"),
    Spoken("开展普法宣传培训8场，1200人次参加。"),
    Spoken("受理群众投诉建议96件，办结率98%。"),
    Spoken("“我为群众办实事”征集建议31条。"),
    Spoken("网站开设专题12个，发布专题信息465条。"),
    Spoken("微信粉丝数突破3万人，单篇阅读量达1.2万次。"),
    Spoken("全区政务新媒体共有36个，其中微信公众号24个、微博12个。"),
    Spoken("转发省、市政府网站信息260条。"),
    Spoken("删除过期信息150条，整改错敏信息23条。"),
    Spoken("收到网站留言342条，已答复340条。"),
    Spoken("在线访谈专栏访问量达2万次。"),
    Spoken("确定政务公开联络员74名。"),
    Spoken("政务公开领导小组成员单位25个，工作人员培训合格率100%。"),
    Spoken("目前有工作人员12名，负责窗口服务。"),
    Spoken("全年共编发政务信息简报45期。"),
    Spoken("查阅点接待群众210人次，提供资料85份。"),
    Spoken("政府信息公开查阅点全年开放，接待来访者。"),
    Spoken("我局主动公开政府信息513条，全文电子化率达100%。", ((ALL, 513),), "bureau"),
    Spoken("截止到2023年12月31日，共公开政府信息2260条。", ((ALL, 2260),)),
    Spoken("2023年1月1日至12月31日，区政府网站主动公开政府信息4127条。", ((WEB, 4127),)),
    Spoken(
        "全年在门户网站公开各类信息783条，在新浪微博发布信息210条。",
        ((WEB, 783), (WEIBO, 210)),
        "bureau",
    ),
    Spoken(
        "公开政府信息328条，其中网站209条，微信119条。",
        ((ALL, 328), (WEB, 209), (WECHAT, 119)),
        "bureau",
    ),
    Spoken("政务微信推送信息600余条，政务微博更新300余条。", ((WECHAT, 600), (WEIBO, 300))),
    Spoken("全年主动公开文件类信息67件，动态类信息420条。"),
    Spoken("政务公开专栏发布信息88条。", (), "bureau"),
    Spoken("印发文件32份，其中主动公开20份。"),
    Spoken("落实公开属性源头管理，全年审核公文560件，主动公开310件。"),
    Spoken("开展政务公开业务培训三次，培训人员九十余人。", ((TRAINED, 3), (PEOPLE, 90))),
    Spoken("集中培训2次、个别指导30余次。", ((TRAINED, 2),)),
    Spoken("组织全区78家单位参加培训，参加培训人员156人。", ((PEOPLE, 156),)),
    Spoken("参加市里组织的业务培训3次。"),
    Spoken("派员参加培训4人次。"),
    Spoken("政务公开工作力量得到充实，专职人员由1名增至3名。"),
    Spoken("镇政府现有政务公开专兼职人员5名。"),
    Spoken(
        "从事政府信息公开工作人员数15人，其中专职人员数3人，兼职人员数12人。",
        ((STAFF, 15), (FULL, 3), (PART, 12)),
    ),
    Spoken(
        "政府信息公开工作专门机构1个，设置查阅点1个，从事信息公开工作人员3人。",
        ((POINTS, 1), (STAFF, 3)),
        "bureau",
    ),
    Spoken("提案办理满意率为99.2%。", ((CONTENT, "99.2%"),)),
    Spoken(
        "代表建议和委员提案的见面率、办结率、满意率均达100%。", ((RATE, "100%"), (CONTENT, "100%"))
    ),
    Spoken("全年办理市人大代表建议6件，其中主办2件、协办4件。", ((DEPUTIES, 6),), "bureau"),
    Spoken("区政协十届三次会议期间共收到提案186件，经审查立案143件。"),
    Spoken("征集民生实事建议210条，吸纳48条。"),
    Spoken("公开人大代表建议办理结果15件、政协提案办理结果22件。"),
    Spoken("群众满意率达96%。"),
    Spoken("依申请公开答复率100%，满意率100%。"),
    Spoken("举办新闻发布会场次居全市第1位。"),
    Spoken("召开新闻发布会、媒体吹风会共14场。"),
    Spoken("全年开展在线访谈8期，回复网民提问56条。", ((TALKS, 8),)),
    Spoken("回应群众关切问题35个。", ((ANSWERS, 35),)),
    Spoken("共受理政府信息公开申请53件，已答复48件。", ((f"{RECEIVED}+{OVER}", 53), (DONE, 48))),
    Spoken("全年共收到申请50件，无行政诉讼。", ((RECEIVED, 50), (SUED, 0))),
    Spoken("本年度收到信息公开申请4件，答复4件。", ((RECEIVED, 4), (DONE, 4)), "bureau"),
    Spoken("被申请行政复议1件，未被提起行政诉讼。", ((RECONSIDERED, 1), (SUED, 0)), "bureau"),
    Spoken("共结转2024年办理5件。"),
    Spoken(
        "行政诉讼5件，均为政府信息公开类。",
        ((SUED, 5),),
    ),
    Spoken("全年公开政府信息0条。", ((ALL, 0),), "bureau"),
    Spoken("微博发布0条，微信发布35条。", ((WEIBO, 0), (WECHAT, 35)), "bureau"),
    Spoken("主动公开的政府信息中，机构职能类8条，规划计划类15条。"),
    Spoken("主动公开政府信息约900条。", ((ALL, 900),)),
    Spoken("公开各类政府信息达1800余条次。", ((ALL, 1800),)),
    Spoken("共制发规范性文件7件，同步解读7件。", (("proactive.normative_documents.issued", 7),)),
    Spoken("开展政策解读23次，参与群众3000人次。"),
    Spoken("编制政策解读12篇，其中文字解读8篇、图片解读4篇，解读率100%。", ((READ, 12),)),
    Spoken("对政务公开工作人员进行培训2次，实现全覆盖。", ((TRAINED, 2),)),
    Spoken("以会代训5次，培训全区业务人员500人次。", ((PEOPLE, 500),)),
    Spoken("电子显示屏滚动公开信息460条。"),
    Spoken("青溪区广播电视台播出政务信息730条。"),
)
"""Not looked at until the grammar was done."""
