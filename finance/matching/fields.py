"""The closed list of facts a gate may ask for: kind, unit, words, proof, and who can change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from finance.matching import vocabulary as v
from marketplace.core.i18n import Text

Kind = Literal["choice", "choices", "number", "flag", "certificate"]
Unit = Literal["fen", "months", "people", "bps", "level", "count", "points"]
ChangeableBy = Literal["applicant", "time", "provider", "nobody"]


@dataclass(frozen=True, slots=True)
class FactField:
    """What one fact is.

    `grows`: it rises by one with every month that passes. `may_fall`: a person can sensibly be told to
    lower it. `ordered`: the words of a choice follow each other in time, and only forward.
    """

    kind: Kind
    label: Text
    document: Text
    changeable_by: ChangeableBy = "applicant"
    unit: Unit | None = None
    choices: Mapping[str, Text] | None = None
    grows: bool = False
    may_fall: bool = False
    ordered: bool = False


_BUSINESS_LICENCE = Text("营业执照", "business licence")
_REPORTS = Text("上年度财务报表", "financial statements of last year")
_REQUEST = Text("融资申请", "the funding request")
_SOCIAL = Text("社保缴纳证明", "social insurance record")
_CREDIT = Text("企业征信报告", "credit report")
_RIGHTS = Text("专利登记簿副本", "extract of the patent register")
_LICENCE = Text("许可合同", "licence contract")


def _money(
    zh: str, en: str, document: Text, who: ChangeableBy = "applicant", *, may_fall: bool = False
) -> FactField:
    return FactField("number", Text(zh, en), document, who, unit="fen", may_fall=may_fall)


def _number(zh: str, en: str, unit: Unit, document: Text, who: ChangeableBy = "applicant") -> FactField:
    return FactField("number", Text(zh, en), document, who, unit=unit)


def _flag(zh: str, en: str, document: Text, who: ChangeableBy = "applicant") -> FactField:
    return FactField("flag", Text(zh, en), document, who)


def _certificate(zh: str, en: str) -> FactField:
    return FactField(
        "certificate", Text(zh, en), Text(f"{zh}证书或公告", f"{en} certificate or announcement")
    )


def _choice(
    zh: str, en: str, choices: v.Choices, document: Text, who: ChangeableBy = "applicant"
) -> FactField:
    return FactField("choice", Text(zh, en), document, who, choices=choices)


def _choices(
    zh: str, en: str, choices: v.Choices, document: Text, who: ChangeableBy = "applicant"
) -> FactField:
    return FactField("choices", Text(zh, en), document, who, choices=choices)


FIELDS: Final[Mapping[str, FactField]] = {
    # what she asks for
    "amount_minor": _money("申请金额", "amount asked", _REQUEST, may_fall=True),
    "purpose": _choice("资金用途", "purpose", v.PURPOSES, _REQUEST, "nobody"),
    "stage": FactField("choice", Text("发展阶段", "stage"), _REQUEST, "time", choices=v.STAGES, ordered=True),
    "own_funds_minor": _money("自有配套资金", "own funds", Text("银行存款证明", "bank balance certificate")),
    "equity_offered": _flag("愿意出让股权", "is willing to give equity", _REQUEST),
    "guarantee_offered": _flag("实际控制人愿意提供连带责任保证", "the controller stands surety", _REQUEST),
    # the firm
    "legal_form": _choice("组织形式", "legal form", v.LEGAL_FORMS, _BUSINESS_LICENCE),
    "firm_age_months": FactField(
        "number", Text("成立时间", "age of the firm"), _BUSINESS_LICENCE, "time", unit="months", grows=True
    ),
    "city": _choice("注册地", "registered in", v.CITIES, _BUSINESS_LICENCE, "nobody"),
    "in_pilot_zone": _flag(
        "注册在试点高新区", "registered in a pilot zone", Text("园区入驻证明", "zone certificate"), "nobody"
    ),
    "staff": _number("职工人数", "staff", "people", _SOCIAL),
    "graduate_share_bps": _number("大学本科以上人员占比", "share of graduates", "bps", _SOCIAL),
    "sales_minor": _money("上年度销售收入", "sales of last year", _REPORTS, "time"),
    "assets_minor": _money("资产总额", "total assets", _REPORTS, "time"),
    "rd_share_bps": _number(
        "研发费用占成本费用比例", "R&D share of cost", "bps", Text("研发费用专项审计报告", "R&D audit report")
    ),
    "orders_minor": _money("在手订单", "orders on hand", Text("销售合同", "sales contracts")),
    "innovation_points": _number(
        "企业创新积分", "innovation points", "points", Text("创新积分查询单", "innovation points statement")
    ),
    "tech_sme": _certificate("科技型中小企业登记", "tech SME registration"),
    "hnte": _certificate("高新技术企业", "high-tech enterprise"),
    "innovative_sme": _certificate("创新型中小企业", "innovative SME"),
    "specialized_sme": _certificate("专精特新中小企业", "specialized SME"),
    "little_giant": _certificate("专精特新“小巨人”", "little giant"),
    "bad_lists": _choices(
        "负面名单", "negative lists", v.BAD_LISTS, Text("信用中国查询报告", "Credit China report"), "time"
    ),
    "overdue_debt": _flag("有逾期债务", "has overdue debt", _CREDIT),
    "guaranteed_balance_minor": _money("在保余额", "guaranteed balance", _CREDIT, may_fall=True),
    "bank_debt_minor": _money("银行贷款余额", "bank debt", _CREDIT, may_fall=True),
    "qualified_investor": _flag(
        "受让方为合格投资者",
        "the buyer is a qualified investor",
        Text("合格投资者证明", "proof of qualified investor"),
    ),
    "shares_transferable": _flag(
        "章程或合伙协议允许转让",
        "transfer allowed by articles",
        Text("章程或合伙协议", "articles or partnership agreement"),
    ),
    # the project
    "fields": _choices("产业与赛道", "industries and tracks", v.FIELDS_OF_WORK, _REQUEST, "nobody"),
    "trl": _number("技术成熟度", "technology readiness", "level", Text("检测或验证报告", "test report")),
    "full_time_team": _number("全职核心成员", "full-time core team", "people", _SOCIAL),
    "team_share_bps": FactField(
        "number",
        Text("团队持股比例", "team's shareholding"),
        Text("股东名册", "register of shareholders"),
        unit="bps",
        may_fall=True,
    ),
    "cash_capital_paid": _flag(
        "现金出资已到位", "cash capital is paid in", Text("验资报告", "capital verification report")
    ),
    "national_project": _flag(
        "承担国家或省级科技任务",
        "runs a national or provincial project",
        Text("立项文件", "project approval"),
    ),
    "challenge_contract": _flag(
        "已签订揭榜挂帅合同", "holds a challenge contract", Text("揭榜合同", "challenge contract")
    ),
    "milestones": _number(
        "约定里程碑数", "agreed milestones", "count", Text("项目任务书", "project task sheet")
    ),
    "trial_customers": _number(
        "试用客户数", "trial customers", "count", Text("试用协议或报告", "trial agreements")
    ),
    "pilot_permit": _flag(
        "环评与安评手续齐备", "environment and safety permits in hand", Text("环评批复", "permit")
    ),
    # the licence and the rights
    "licence_state": _choice("许可合同状态", "state of the licence", v.LICENCE_STATES, _LICENCE),
    "use_first_pay_later": _flag("合同为先使用后付费", "the licence is use-first-pay-later", _LICENCE),
    "contract_registered": _flag(
        "技术合同已认定登记",
        "technology contract is registered",
        Text("技术合同登记证明", "registration certificate"),
    ),
    "licence_months_left": _number("许可剩余期限", "licence term left", "months", _LICENCE, "nobody"),
    "right_types": _choices("权利类型", "kinds of rights", v.RIGHT_TYPES, _RIGHTS),
    "patents_in_force": _number("有效专利数", "patents in force", "count", _RIGHTS),
    "rights_clean": _flag("权利无冻结、无争议", "rights are not frozen or disputed", _RIGHTS),
    "pledge_consent": _flag(
        "权利人同意质押", "the right holder agrees to a pledge", Text("质押同意书", "consent to pledge")
    ),
    "appraised_value_minor": _money(
        "知识产权评估值", "appraised value", Text("知识产权评估报告", "IP appraisal report")
    ),
}


def names(*kinds: Kind) -> list[str]:
    """Return the names of all fields of these kinds, in the order of the list."""
    return [name for name, field in FIELDS.items() if field.kind in kinds]
