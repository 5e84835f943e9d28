"""The closed word lists of finance facts, each word in both languages.

Industries and tracks are the lists of 苏政办发〔2025〕28号; cities are GB/T 2260 codes of Jiangsu.
"""

from typing import Final

from marketplace.core.i18n import Text

Choices = dict[str, Text]


def _same(words: dict[str, str]) -> Choices:
    return {zh: Text(zh=zh, en=en) for zh, en in words.items()}


INDUSTRIES: Final[Choices] = _same(
    {
        "生物医药": "biomedicine",
        "集成电路": "integrated circuits",
        "新能源": "new energy",
        "新型电力(智能电网)": "smart grid",
        "高端装备": "high-end equipment",
        "节能环保": "energy saving and environment",
        "船舶海工": "shipbuilding and offshore",
        "物联网": "internet of things",
    }
)

TRACKS: Final[Choices] = _same(
    {
        "人工智能": "artificial intelligence",
        "前沿新材料": "frontier materials",
        "氢能和新型储能": "hydrogen and new storage",
        "低空经济": "low-altitude economy",
        "第三代半导体": "third-generation semiconductors",
        "6G": "6G",
        "量子科技": "quantum technology",
        "合成生物": "synthetic biology",
        "未来网络": "future networks",
        "具身智能机器人": "embodied robots",
        "商业航天": "commercial space",
    }
)

FIELDS_OF_WORK: Final[Choices] = {**INDUSTRIES, **TRACKS}

CITIES: Final[Choices] = {
    "3201": Text("南京", "Nanjing"),
    "3202": Text("无锡", "Wuxi"),
    "3203": Text("徐州", "Xuzhou"),
    "3204": Text("常州", "Changzhou"),
    "3205": Text("苏州", "Suzhou"),
    "3206": Text("南通", "Nantong"),
    "3207": Text("连云港", "Lianyungang"),
    "3208": Text("淮安", "Huaian"),
    "3209": Text("盐城", "Yancheng"),
    "3210": Text("扬州", "Yangzhou"),
    "3211": Text("镇江", "Zhenjiang"),
    "3212": Text("泰州", "Taizhou"),
    "3213": Text("宿迁", "Suqian"),
}

STAGES: Final[Choices] = {
    "seed": Text("种子期", "seed"),
    "angel": Text("天使期", "angel"),
    "early": Text("初创期", "early"),
    "growth": Text("成长期", "growth"),
    "mature": Text("成熟期", "mature"),
}

PURPOSES: Final[Choices] = {
    "proof_of_concept": Text("概念验证", "proof of concept"),
    "development": Text("研发攻关", "development"),
    "pilot_line": Text("中试线建设", "pilot line"),
    "equipment": Text("设备购置", "equipment"),
    "working_capital": Text("流动资金", "working capital"),
    "licence_fee": Text("支付许可费", "licence fee"),
    "trial_risk": Text("先用后付风险保障", "cover of a free-use period"),
    "challenge_risk": Text("攻关失败风险保障", "cover of a challenge project"),
    "share_transfer": Text("老股或份额转让", "transfer of existing shares"),
    "expansion": Text("扩产与市场推广", "expansion"),
}

LEGAL_FORMS: Final[Choices] = {
    "limited": Text("有限责任公司", "limited company"),
    "joint_stock": Text("股份有限公司", "joint-stock company"),
    "partnership": Text("合伙企业", "partnership"),
    "sole": Text("个人独资企业", "sole proprietorship"),
    "team": Text("尚未设立公司的团队", "team without a company"),
}

LICENCE_STATES: Final[Choices] = {
    "none": Text("没有许可合同", "no licence"),
    "signed": Text("已签约未起用", "signed, not yet in use"),
    "in_use_free": Text("免费使用期", "in the free period"),
    "paying": Text("付费期", "paying"),
}

RIGHT_TYPES: Final[Choices] = {
    "invention": Text("发明专利", "invention patent"),
    "utility_model": Text("实用新型", "utility model"),
    "software": Text("软件著作权", "software copyright"),
    "trademark": Text("注册商标", "trademark"),
    "layout": Text("集成电路布图设计", "layout design"),
    "licence": Text("专利许可使用权", "right of use under a licence"),
}

BAD_LISTS: Final[Choices] = {
    "dishonest": Text("失信被执行人名单", "list of dishonest judgment debtors"),
    "abnormal": Text("经营异常名录", "list of abnormal operation"),
    "tax": Text("重大税收违法名单", "list of serious tax violations"),
    "safety": Text("安全生产严重失信名单", "list of serious safety violations"),
}
