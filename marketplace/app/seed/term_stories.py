"""Terms that move: bargained about, shared by two universities, amended, disputed and ruled upon."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from marketplace.app.seed.plot import WAN
from marketplace.app.seed.room_stories import workbook
from marketplace.app.seed.stage import Stage
from marketplace.contracts import amendments, queries as contracts, service as contracting
from marketplace.contracts.after_signature import IncomeClaim, MatterRefusal, Ruling
from marketplace.contracts.schemas import NewAmendment
from marketplace.deals import queries as deals, service as dealing
from marketplace.deals.schemas import (
    AcceptCommission,
    AcceptOffer,
    CommissionTerms,
    DealView,
    InviteManager,
    NewContribution,
    NewOffer,
)
from marketplace.terms import FixedRate, TermSheet

MEDIATION: Final = "（2026）苏技调字第 118 号"


def bargain(stage: Stage, deal: DealView) -> None:
    """A die caster asks for less, the university meets him halfway with a manager's help; the price is on notice now."""
    manage(stage, deal)
    offer(
        stage, "firm2", deal, days_ago=15, changes={"deferred_fee_minor": 10 * WAN}, rate_bps=150,
        message="第一年只改一条线，许可费和提成都按一条线的产值算，请考虑。",
    )  # fmt: skip
    offered = offer(
        stage, "officer", deal, days_ago=11, changes={"deferred_fee_minor": 13 * WAN, "buyout_price_minor": 120 * WAN},
        rate_bps=200, message="费用可以降到 13 万元、提成降到 2%，同时约定买断价，方便贵厂以后一次结清。",
    )  # fmt: skip
    accepted = AcceptOffer(terms_hash=offered.table_hash or "")
    dealing.accept_offer(stage.at("firm2", 8), deal_id=deal.id, form=accepted)
    stage.react()


def offer(
    stage: Stage, login: str, deal: DealView, *, days_ago: int, changes: dict[str, Any], rate_bps: int, message: str
) -> DealView:  # fmt: skip
    """Let a side offer what lies on the table with some clauses changed; returns the deal afterwards."""
    who = stage.at(login, days_ago)
    known = deals.get_deal(who, deal_id=deal.id)
    lies_open = next((each.terms for each in known.offers if each.state == "open"), known.terms)
    if lies_open is None or lies_open.royalty is None:
        raise LookupError(f"no royalty lies on the table of {deal.number}")
    royalty = lies_open.royalty.model_copy(update={"schedule": FixedRate(rate_bps=rate_bps)})
    terms = TermSheet.model_validate({**lies_open.model_dump(), **changes, "royalty": royalty.model_dump()})
    form = NewOffer(terms=terms, message=message, base_hash=known.table_hash or "")
    offered = dealing.propose_offer(who, deal_id=deal.id, offer=form)
    stage.react()
    return offered


def manage(stage: Stage, deal: DealView) -> None:
    """The university's technology manager helps for 5 % of what comes in, and writes down what she did."""
    manager = stage.at("manager", 17)
    terms = CommissionTerms(kind="share", payer="university", rate_bps=500, cap_minor=8 * WAN)
    if manager.actor.user_id is None:
        raise LookupError("the manager has no account")
    invited = InviteManager(
        manager_id=manager.actor.user_id, terms=terms, message="请协助和厂里谈清第一年的用量和验收办法。"
    )
    view = dealing.invite_manager(stage.at("officer", 18), deal_id=deal.id, form=invited)
    shown = AcceptCommission(terms_hash=view.commission.terms_hash if view.commission else "")
    dealing.accept_commission(manager, deal_id=deal.id, form=shown)
    visit = NewContribution(
        kind="visit",
        text="到厂里看了薄壁壳体的铣削线，量了二十件壁厚。",
        worked_on=stage.at("manager", 13).today,
    )
    dealing.record_contribution(stage.at("manager", 12), deal_id=deal.id, form=visit)
    stage.react()


def amend(stage: Stage, contract_id: UUID) -> None:
    """The die caster's licence also covers scooters since two months ago, with a higher cap; both sides signed."""
    officer = stage.at("officer", 66)
    old = contracts.get_contract(officer, contract_id=contract_id).terms
    royalty = old.royalty.model_copy(update={"cap_total_minor": 180 * WAN}) if old.royalty else None
    new = old.model_copy(update={"field_of_use": "汽车和电动两轮车零部件压铸", "royalty": royalty})
    draft = NewAmendment(
        terms=new, from_on=stage.at("officer", 60).today, reason="企业新接电动两轮车订单，扩大使用范围并相应提高封顶额。"
    )  # fmt: skip
    contracting.propose_amendment(officer, contract_id=contract_id, draft=draft)
    for login, days_ago in (("officer", 66), ("firm2", 63)):
        who = stage.at(login, days_ago, hour=2)
        [shown] = amendments.list_amendments(who, contract_id=contract_id)
        contracting.sign_amendment(
            who, contract_id=contract_id, number=shown.number, content_sha256=shown.content_sha256
        )
    stage.react()


def rule(stage: Stage, contract_id: UUID, day: date) -> None:
    """The university says the firm has sold already, the firm says those were samples, and a mediator finds another day."""
    dispute(
        stage, "firm2", contract_id, income=158, asserted=148, contested=145,
        text="企业公众号公布了首批壳体的发货，附发货截图和开票记录。", reason="这批是送检样件，未向客户收费，不是销售收入。",
    )  # fmt: skip
    [matter] = _contested(stage, contract_id)
    decided = Ruling(
        on=day, document_number=MEDIATION,
        text="样件不计；第二批 400 件已收货款，以该批到账日为首次收入日。",
    )  # fmt: skip
    contracting.record_ruling(
        stage.at("admin", 138), contract_id=contract_id, matter_id=matter, ruling=decided
    )
    stage.react()


def dispute(
    stage: Stage, login: str, contract_id: UUID, *, income: int, asserted: int, contested: int, text: str, reason: str
) -> None:  # fmt: skip
    """Let the university assert a first income, so many days ago, and the firm contest it."""
    officer = stage.at("officer", asserted)
    file = contracting.hand_in_file(officer, contract_id=contract_id, data=_invoices(), name="开票记录.xlsx")
    claim = IncomeClaim(first_income_on=stage.at("officer", income).today, text=text, file_ids=[file.file_id])
    contracting.assert_first_income(officer, contract_id=contract_id, claim=claim)
    stage.react()
    [matter] = [each.id for each in _life(stage, contract_id) if each.state == "open"]
    contracting.refuse_matter(
        stage.at(login, contested), contract_id=contract_id, matter_id=matter, refusal=MatterRefusal(reason=reason)
    )  # fmt: skip
    stage.react()


def _life(stage: Stage, contract_id: UUID) -> list[Any]:
    life = contracts.get_contract(stage.at("officer", 0), contract_id=contract_id).life
    return list(life.matters) if life else []


def _contested(stage: Stage, contract_id: UUID) -> list[UUID]:
    return [each.id for each in _life(stage, contract_id) if each.state == "contested"]


def _invoices() -> bytes:
    return workbook(
        (("开票日期", "品名", "数量", "金额（元）"), ("当月 8 日", "首批产品", "400", "26000.00"))
    )
