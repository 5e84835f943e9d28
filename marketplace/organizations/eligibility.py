"""May a firm use first and pay later, and does it come before others? A pure function of facts and a date.

Source: 苏政办发〔2025〕28号 (results go first to 科技型中小企业 of the pilot zones); 国科发政〔2017〕115号 for the registration.
Each condition says what it saw, where that comes from and what would change it. Nothing here is a refusal by a
machine: exclusion is information that an officer decides on.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from marketplace.core.i18n import Text
from marketplace.organizations.schemas import CertificateKind, OrganizationKind, OrganizationView

STAFF_LIMIT = 500
SALES_LIMIT_MINOR = 20_000_000_000  # 2 亿元
ASSETS_LIMIT_MINOR = 20_000_000_000


class Verdict(StrEnum):
    """The three values of a condition: never treat what is unknown as passed or failed."""

    PASS = "pass"  # noqa: S105  a verdict, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"


class Condition(BaseModel):
    """One condition: its verdict, the value seen, the source, and the one thing that would change it."""

    model_config = ConfigDict(frozen=True)

    code: str
    verdict: Verdict
    title: Text
    saw: Text
    source: str
    remedy: Text | None = None


class EligibilityDecision(BaseModel):
    """The answer, as it is stored with a deal. `priority`: comes first while the priority window is open."""

    model_config = ConfigDict(frozen=True)

    as_of: date
    may_apply: bool
    priority: bool
    conditions: list[Condition]


def decide(firm: OrganizationView, as_of: date) -> EligibilityDecision:
    """Decide on a firm at a date.

    `may_apply` needs a checked 统一社会信用代码 and a firm within the size limits; `priority` also the registration
    valid on that date and a pilot zone (苏政办发〔2025〕28号).
    """
    code, size = _code(firm), _size(firm)
    registered, zone = _registration(firm, as_of), _zone(firm)
    may_apply = code.verdict is Verdict.PASS and size.verdict is not Verdict.FAIL
    priority = may_apply and registered.verdict is Verdict.PASS and zone.verdict is Verdict.PASS
    return EligibilityDecision(
        as_of=as_of, may_apply=may_apply, priority=priority, conditions=[code, size, registered, zone]
    )


def _code(firm: OrganizationView) -> Condition:
    present = firm.kind is OrganizationKind.SME and firm.uscc is not None
    return Condition(
        code="uscc",
        verdict=Verdict.PASS if present else Verdict.FAIL,
        title=Text(zh="统一社会信用代码有效", en="Valid unified social credit code"),
        saw=Text(zh=firm.uscc or "未登记", en=firm.uscc or "none on file"),
        source="GB 32100-2015; GB 11714",
        remedy=None
        if present
        else Text(
            zh="在“机构资料”中补充营业执照上的代码。",
            en="Add the code of the business licence to the firm's record.",
        ),
    )


def _size(firm: OrganizationView) -> Condition:
    title = Text(zh="规模在科技型中小企业范围内", en="Within the size limits of a technology SME")
    source = "国科发政〔2017〕115号: 职工 ≤ 500 人，销售收入 ≤ 2 亿元，资产总额 ≤ 2 亿元"
    if firm.staff is None or firm.sales_minor is None or firm.assets_minor is None:
        return Condition(
            code="size", verdict=Verdict.UNKNOWN, title=title, saw=Text(zh="资料不全", en="figures missing"), source=source,
            remedy=Text(zh="在“机构资料”中补充职工人数、销售收入和资产总额。", en="Add staff, sales and assets to the firm's record."),
        )  # fmt: skip
    fits = (
        firm.staff <= STAFF_LIMIT
        and firm.sales_minor <= SALES_LIMIT_MINOR
        and firm.assets_minor <= ASSETS_LIMIT_MINOR
    )
    sales, assets = firm.sales_minor // 1_000_000, firm.assets_minor // 1_000_000
    return Condition(
        code="size",
        verdict=Verdict.PASS if fits else Verdict.FAIL,
        title=title,
        saw=Text(
            zh=f"职工 {firm.staff} 人，年销售 {sales:,} 万元，资产 {assets:,} 万元",
            en=f"{firm.staff} staff, sales {firm.sales_minor // 100:,} yuan, assets {firm.assets_minor // 100:,} yuan",
        ),
        source=source,
    )


def _registration(firm: OrganizationView, as_of: date) -> Condition:
    title = Text(
        zh="科技型中小企业入库登记在决定之日有效",
        en="Technology-SME registration valid on the day of the decision",
    )
    source = "国科发政〔2017〕115号; 全国科技型中小企业信息服务平台"
    held = sorted(
        (c for c in firm.certificates if c.kind is CertificateKind.TECH_SME), key=lambda c: c.valid_to
    )
    if not held:
        return Condition(
            code="tech_sme", verdict=Verdict.FAIL, title=title, saw=Text(zh="没有登记记录", en="no registration on file"), source=source,
            remedy=Text(zh="完成本年度评价入库后，把登记编号填入“机构资料”。", en="Register this year and add the number to the firm's record."),
        )  # fmt: skip
    last = held[-1]
    revoked = last.revoked_on is not None and last.revoked_on <= as_of
    valid = last.valid_from <= as_of <= last.valid_to and not revoked
    until = Text(
        zh=f"{last.number}，有效期至 {last.valid_to}", en=f"{last.number}, valid until {last.valid_to}"
    )
    if revoked:
        until = Text(
            zh=f"{last.number}，已于 {last.revoked_on} 撤销",
            en=f"{last.number}, revoked on {last.revoked_on}",
        )
    return Condition(
        code="tech_sme", verdict=Verdict.PASS if valid else Verdict.FAIL, title=title, saw=until, source=source,
        remedy=None if valid else Text(zh="重新评价入库并更新登记编号后，可恢复优先资格。", en="Register again to regain priority."),
    )  # fmt: skip


def _zone(firm: OrganizationView) -> Condition:
    title = Text(zh="在试点高新区注册经营", en="Registered in a pilot zone")
    return Condition(
        code="pilot_zone",
        verdict=Verdict.PASS if firm.zone_is_pilot else Verdict.FAIL,
        title=title,
        saw=Text(zh=firm.zone_name or "不在高新区", en=firm.zone_name or "not in a zone"),
        source="苏政办发〔2025〕28号",
        remedy=None
        if firm.zone_is_pilot
        else Text(
            zh="不影响申请：优先期结束后即可办理。",
            en="You may still apply; your turn comes later.",
        ),
    )
