"""From income to the inventor: a commission agreed before, patent fees taken out once, the first payout confirmed, a refund declined."""

from uuid import UUID

from finance.bank import service as bank
from finance.distributions import service as splitting
from finance.distributions.schemas import NewCost
from finance.payouts import queries as payouts, service as paying
from finance.payouts.schemas import NewAccount, NewBatch, PayeeRef, Results
from finance.receivables import queries as invoices
from finance.refunds import queries as refunds, service as refunding
from finance.refunds.schemas import DebtAfter, NewRefund, RefundWay
from marketplace.app.seed.stage import Stage
from marketplace.contracts import queries as contracts
from marketplace.deals import service as deals
from marketplace.deals.schemas import AcceptCommission, CommissionTerms, InviteManager

CARD = "6222020200112233446"
SCHOOL_ACCOUNT = "329900000100217"


def agree_before(stage: Stage, contract_id: UUID, *, days_ago: int) -> None:
    """The university promises its technology manager 3 % of what comes in, and writes down the patent fees it bore."""
    officer, manager = stage.at("officer", days_ago), stage.at("manager", days_ago)
    contract = contracts.get_contract(officer, contract_id=contract_id)
    if manager.actor.user_id is None:
        raise LookupError("the demo has no technology manager")
    terms = CommissionTerms(kind="share", payer="university", rate_bps=300, cap_minor=5_000_000)
    invited = InviteManager(manager_id=manager.actor.user_id, terms=terms, message="请跟进首期款和产线验收。")
    deal = deals.invite_manager(officer, deal_id=contract.deal_id, form=invited)
    if deal.commission is None:
        raise LookupError("the commission was not kept")
    accepted = AcceptCommission(terms_hash=deal.commission.terms_hash)
    deals.accept_commission(manager, deal_id=contract.deal_id, form=accepted)
    cost = NewCost(
        contract_id=contract_id, kind="patent", amount_minor=1_260_000, source="校内审批单：三件发明专利申请费与年费",
        agreed_on=officer.today,
    )  # fmt: skip
    recorded = splitting.record_cost(officer, draft=cost)
    splitting.agree_cost(stage.at("head", days_ago - 1), cost_id=recorded.id)
    stage.react()


def pay_out(stage: Stage, *, days_ago: int) -> None:
    """The inventor gives her card, the officer the school's account; two persons pay, and the bank confirms."""
    inventor = stage.at("inventor", days_ago)
    if inventor.actor.user_id is None:
        raise LookupError("the demo has no inventor")
    own = PayeeRef(kind="inventor", id=inventor.actor.user_id)
    card = NewAccount(payee=own, account_name="陆文渊", bank_name="江漫科创银行（演示）", account_no=CARD)
    paying.set_account(inventor, draft=card)
    officer = stage.at("officer", days_ago - 1)
    owed = payouts.list_payables(officer).payees
    school = next(one for one in owed if one.payee.kind == "unit")
    account = NewAccount(
        payee=school.payee, account_name=f"江南大学（{school.name}）", bank_name="江漫科创银行（演示）", account_no=SCHOOL_ACCOUNT
    )  # fmt: skip
    paying.set_account(officer, draft=account)
    batch = paying.request_batch(officer, draft=NewBatch(payees=[own, school.payee]))
    paying.approve_batch(stage.at("head", days_ago - 2), batch_id=batch.id)
    results = Results(confirmed=[line.id for line in batch.payouts])
    done = stage.at("officer", days_ago - 4)
    paying.record_results(done, batch_id=batch.id, results=results)
    rows = [
        "交易日期,收入金额,支出金额,对方户名,对方账号,摘要,流水号",
        *(
            f"{done.today},,{line.amount_minor / 100:.2f},{line.account_name},,收益发放 {batch.number},jiangnan01{number}"
            for number, line in enumerate(batch.payouts)
        ),
    ]
    content = "\n".join(rows).encode("gb18030")
    bank.import_statement(done, content=content, file_name="江南大学-银行流水-收益发放.csv")
    stage.react()


def decline_refund(stage: Stage, contract_id: UUID, *, days_ago: int) -> None:
    """The firm wants a part back, its line came up late; the money is with the inventors by then, and the head says no."""
    officer = stage.at("officer", days_ago)
    [invoice] = invoices.list_invoices(officer, contract_id=contract_id).items
    [payment] = refunds.list_refundable(officer, invoice_id=invoice.id)
    form = NewRefund(
        amount_minor=1_500_000, debt=DebtAfter.FALLS, way=RefundWay.BANK,
        reason="企业来函：首条压铸线晚投产三周，希望退还一部分许可费。",
    )  # fmt: skip
    asked = refunding.request_refund(officer, payment_id=payment.payment_id, form=form)
    stage.react()
    answer = "款项已按规定分配并发放到发明人，按合同不予退还；投产推迟的影响可以在变更条款时商量。"
    refunding.decline_refund(stage.at("head", days_ago - 1), refund_id=asked.id, reason=answer)
    stage.react()
