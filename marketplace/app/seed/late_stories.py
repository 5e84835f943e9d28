"""A firm does not pay: reminded, demanded, thirty days, a claim on the insurer, recourse, and the word to its zone."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from finance.bank import service as bank
from finance.defaults import queries as defaults, service as defaulting
from finance.defaults.schemas import ClaimView, CoverView, DeliveryRecord, NewCover, NewDemand, Repayment
from finance.receivables import service as billing
from marketplace.app.seed.plot import WAN
from marketplace.app.seed.stage import Stage
from marketplace.contracts import queries as contracts, service as contracting
from marketplace.core.clock import business_date

DUE, OPENED, DEMANDED, DELIVERED, CURED, CLAIMED, ACCEPTED, PAID = 132, 100, 92, 90, 59, 58, 50, 44
ANNOUNCED, REPAID = 18, 10
"""How many days ago each step was taken; the free months end 133 to 136 days ago, as long as they happen to be."""
POLICY: Final = "CY-XYHF-2026-00417"


def tell(stage: Stage, contract_id: UUID) -> None:
    """The insurer has paid four fifths for the firm and gets it back in parts; the last fifth is still open."""
    cover_id = insure(stage, contract_id)
    for days_ago in (DUE, OPENED):
        contracting.end_free_periods(stage.clock(days_ago))
        stage.react()
        billing.raise_due_invoices(stage.clock(days_ago))
        stage.react()
    defaulting.open_cases(stage.clock(OPENED))
    stage.react()
    case_id = demand(stage, contract_id)
    claim = defaulting.file_claim(stage.at("officer", CLAIMED), case_id=case_id, cover_id=cover_id)
    defaulting.accept_claim(stage.at("insurer", ACCEPTED), claim_id=claim.id)
    stage.react()
    pay_claim(stage, claim)
    defaulting.announce_credit(stage.at("officer", ANNOUNCED), case_id=case_id)
    stage.react()
    repaid = Repayment(amount_minor=2 * WAN, bank_number="TY20261118000932")
    defaulting.note_repayment(stage.at("insurer", REPAID), claim_id=claim.id, form=repaid)
    defaulting.issue_records(stage.clock(ANNOUNCED - 16))
    stage.react()


def insure(stage: Stage, contract_id: UUID) -> UUID:
    """Register the policy with which the firm came, and confirm it; returns the cover."""
    cover = propose_cover(stage, "firm6", contract_id, POLICY, days_ago=206)
    defaulting.confirm_cover(stage.at("insurer", 203), cover_id=cover.id)
    stage.react()
    return cover.id


def propose_cover(stage: Stage, login: str, contract_id: UUID, number: str, *, days_ago: int) -> CoverView:
    """Let a firm register a policy of the insurer for a year of its contract."""
    firm = stage.at(login, days_ago)
    signed = contracts.get_contract(firm, contract_id=contract_id)
    form = NewCover(
        contract_number=signed.number, provider_id=stage.cast.actors["insurer"].organization_id, policy_number=number,
        percent_bps=8000, cap_minor=20 * WAN, waiting_days=20, from_on=firm.today, until_on=firm.today + timedelta(days=365),
    )  # fmt: skip
    cover = defaulting.register_cover(firm, form=form)
    stage.react()
    return cover


def demand(stage: Stage, contract_id: UUID) -> UUID:
    """Send the demand and let its thirty days pass; returns the case."""
    [case] = [
        each
        for each in defaults.list_cases(stage.at("officer", OPENED)).items
        if each.contract_id == contract_id
    ]
    note = "三次提醒后仍未付款，请在收到本函之日起三十日内付清。"
    defaulting.send_demand(stage.at("officer", DEMANDED), case_id=case.id, form=NewDemand(note=note))
    delivery = DeliveryRecord(
        delivered_on=stage.at("officer", DELIVERED).today, how="courier", proof="EMS 1187 3320 0645，本人签收"
    )
    defaulting.record_delivery(stage.at("officer", DELIVERED), case_id=case.id, form=delivery)
    stage.react()
    defaulting.end_cure_periods(stage.clock(CURED))
    stage.react()
    return case.id


def pay_claim(stage: Stage, claim: ClaimView) -> None:
    """Let the insurer's money arrive with the claim's reference, and the officer read it from the statement."""
    day = business_date(stage.clock(PAID).now).isoformat()
    rows = (
        "交易日期,收入金额,对方户名,对方账号,摘要,流水号",
        f"{day},{claim.asked_minor / 100:.2f},长垣科技保险（演示）,3299000007000016,代偿 {claim.reference},jiangnan0003",
    )
    statement = "\n".join(rows).encode("gb18030")
    bank.import_statement(
        stage.at("officer", PAID), content=statement, file_name="江南大学-银行流水-代偿.csv"
    )
    stage.react()
