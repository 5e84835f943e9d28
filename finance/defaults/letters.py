"""The words of the room's letters: demand, declaration of rescission, credit record. In Chinese, as they are sent."""

from datetime import date, timedelta
from typing import Any

from finance.defaults.models import DefaultCase
from finance.defaults.schemas import LateSum
from marketplace.core.money import BPS, yuan
from marketplace.core.uow import UnitOfWork
from marketplace.documents.schemas import LetterData
from marketplace.organizations import queries as organizations

KINDS = {
    "entry_fee": "入门费", "deferred_fee": "许可费", "milestone_fee": "里程碑款", "royalty": "提成",
    "minimum_royalty": "最低提成", "buyout": "买断价款",
}  # fmt: skip
_COLUMNS = ("账单编号", "款项", "最迟支付日", "逾期天数", "未付金额（元）")


def _long(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def percent_a_day(bps_per_day: int) -> str:
    """Write bps a day as people read it: 5 → `0.05`."""
    return f"{bps_per_day / 100:.2f}"


def sides(uow: UnitOfWork, case: DefaultCase) -> dict[str, Any]:
    """Return how the two sides stand in a letter from the licensor to the firm."""
    university = organizations.find_view(uow, organization_id=case.university_id)
    firm = organizations.find_view(uow, organization_id=case.firm_id)
    if university is None or firm is None:
        raise LookupError(f"the sides of {case.number} are not registered")
    return {
        "sender": university.name, "sender_code": university.uscc or "", "receiver": firm.name, "receiver_code": firm.uscc or "",
        "bank": f"{university.bank_name} {university.bank_account}".strip(),
    }  # fmt: skip


def _rows(late: list[LateSum]) -> tuple[tuple[str, ...], ...]:
    rows = [
        (
            one.number,
            KINDS.get(one.kind, one.kind),
            one.due_on.isoformat(),
            str(one.days_late),
            yuan(one.open_minor),
        )
        for one in late
        if one.open_minor
    ]
    total = yuan(sum(one.open_minor for one in late))
    return (*rows, ("合计", "", "", "", total))


def demand(
    uow: UnitOfWork, case: DefaultCase, late: list[LateSum], *, cure_days: int, note: str
) -> LetterData:
    """Return the demand: what is late, what a day costs, how long the firm has from delivery, and what follows."""
    who = sides(uow, case)
    bank = who.pop("bank")
    total = sum(one.open_minor for one in late)
    interest = sum(one.interest_minor for one in late)
    # What one more day adds, rounded half up as the bill will be.
    daily = (2 * total * case.late_bps_per_day + BPS) // (2 * BPS)
    return LetterData(
        **who, title="催告函", number=f"{case.number}-CG", made_on=uow.today,
        opening=(
            f"贵我双方订立的《{case.title}》技术许可合同（编号 {case.contract_number}）项下，下列款项已过最迟支付日，贵公司尚未付清：",
        ),
        columns=_COLUMNS, rows=_rows(late),
        closing=(
            (f"截至 {_long(uow.today)}，未付款项合计 {yuan(total)} 元，按合同约定的每日 {percent_a_day(case.late_bps_per_day)}% 已产生逾期违约金 "
            f"{yuan(interest)} 元，此后每日增加 {yuan(daily)} 元，违约金另行开具账单。"),
            (f"现依据《中华人民共和国民法典》第八百七十三条，请贵公司自本函送达之日起 {cure_days} 日内付清上述未付款项"
            f"（例如 {_long(uow.today)} 送达的，最后一日为 {_long(uow.today + timedelta(days=cure_days))}）。"),
            ("逾期仍未付清的，依据《最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释》第十五条，我方有权解除合同；"
            "合同解除后，贵公司应当停止使用该技术，交还技术资料，并承担违约责任。"),
            *((note,) if note else ()),
        ),
        notes=(
            f"付款账户：{who['sender']} {bank}。请在附言中写明各账单的付款参考码，或在平台账单页面在线支付。".replace("  ", " "),
            "付清后本案自动结案，无需另行申请。对欠款有异议的，请在上述期限内通过平台联系技术转移部门。",
        ),
    )  # fmt: skip


def rescission(uow: UnitOfWork, case: DefaultCase, late: list[LateSum], *, reason: str) -> LetterData:
    """Return the declaration by which the licensor rescinds."""
    who = sides(uow, case)
    who.pop("bank")
    if case.delivered_on is None or case.cure_until_on is None:
        raise LookupError(f"{case.number} was never delivered")
    return LetterData(
        **who, title="解除合同通知书", number=f"{case.number}-JC", made_on=uow.today,
        opening=(
            (f"我方于 {_long(case.demanded_on or uow.today)} 就编号 {case.contract_number} 的技术许可合同发出催告函，"
            f"于 {_long(case.delivered_on)} 送达贵公司，付款的最后一日为 {_long(case.cure_until_on)}。截至本日，下列款项仍未付清："),
        ),
        columns=_COLUMNS, rows=_rows(late),
        closing=(
            f"依据《最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释》第十五条，我方自 {_long(uow.today)} 起解除上述合同。理由：{reason}",
            ("请贵公司立即停止使用该技术，并按合同约定返还或者销毁技术资料（《中华人民共和国民法典》第八百七十三条）。"
            "解除前已开具的账单和逾期违约金仍应支付；解除之日起不再产生新的许可费。"),
        ),
    )  # fmt: skip


def credit(content: dict[str, Any], *, sha256: str, made_on: date) -> LetterData:
    """Return the credit record for people; the data file with that SHA-256 says the same for machines."""
    debtor, creditor, default = content["debtor"], content["creditor"], content["default"]
    states = "；".join(
        f"{words} {default[name]}"
        for name, words in (
            ("first_day_late", "首日逾期"), ("demanded_on", "催告"), ("delivered_on", "送达"), ("cure_until_on", "履行期限届满"),
            ("rescinded_on", "解除合同"),
        )
        if default[name]
    )  # fmt: skip
    covered = content["paid_by_cover_minor"]
    return LetterData(
        title="履约信用信息", number=content["record"], sender=creditor["name"], sender_code=creditor["uscc"],
        receiver=content["receiver"]["name"], made_on=made_on,
        opening=(
            f"{debtor['name']}（统一社会信用代码 {debtor['uscc'] or '—'}）在编号 {content['contract']} 的技术许可合同项下未按期付款。{states}。",
        ),
        columns=("账单编号", "最迟支付日", "账单金额（元）", "签发日未付（元）"),
        rows=tuple(
            (one["invoice"], one["due_on"], yuan(one["amount_minor"]), yuan(one["open_minor"])) for one in content["sums"]
        ),
        closing=(
            f"告知时未付 {yuan(content['overdue_minor'])} 元；签发日未付 {yuan(content['open_minor'])} 元"
            + (f"，其中保险或担保机构已代偿 {yuan(covered)} 元，机构对企业享有追偿权。" if covered else "。"),
            f"企业于 {content['announced_on']} 被告知，异议期至 {content['objection_until_on']}，"
            + ("曾提出异议，许可方已书面答复。" if content["objected"] else "未提出异议。"),
        ),
        notes=(
            f"数据文件 SHA-256：{sha256}",
            "本信息只涉及企业，不含任何个人信息（个人信息保护法第十三条）。依据：民法典第八百七十三条；先行赔付、信用推送为地方实践。",
        ),
        with_seal=True,
    )  # fmt: skip
