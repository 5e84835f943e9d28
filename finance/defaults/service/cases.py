"""Opening and ending cases: the first day late, payment, the end of the time to pay, letting a case rest."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import policy, queries
from finance.defaults.announcing import announce_case
from finance.defaults.errors import DayOutOfRange
from finance.defaults.models import CoverClaim, CreditRecord, DefaultCase, DefaultInvoice
from finance.defaults.schemas import CaseState, CaseView, CaseWithdrawal, ClaimState, RecordState
from finance.defaults.service.interest import bill_interest
from finance.defaults.service.recording import withdraw_record
from finance.defaults.states import CLAIM, DEFAULT, OPEN
from finance.receivables import queries as receivables
from finance.receivables.schemas import LATE_INTEREST, LateInvoice
from marketplace.contracts import queries as contracts
from marketplace.core.due import each_due, work_off
from marketplace.core.fsm import advance, begin
from marketplace.core.money import yuan
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork
from marketplace.events.defaults import CureEnded, DefaultCured, DefaultOpened, DefaultWithdrawn

LONGEST_GRACE = timedelta(days=365)
_METHODS = {"stripe": "在线支付", "bank_transfer": "对公转账", "cover": "保险或担保机构代偿"}


def open_cases(uow: UnitOfWork, *, limit: int = 100) -> int:
    """Open a case for each contract with a fee past its last day, or let the fee join it; returns how many fees.

    Driven by rows that are due, contracts taken in the order of their ids. Scans take turns, since a claim that began before
    another scan ended would not see its cases; so any number of scans at once, or a scan after days of downtime, opens each
    case once, dated by its first day late. Invoices that somebody else holds are left to the next scan.
    """
    job = "open_default_cases"
    uow.take_turns(job)
    found = queries.claim_late(uow, job=job, limit=limit)

    def open_each(contracts: Sequence[UUID]) -> int:
        for contract_id in contracts:
            _open_or_join(uow, contract_id, found[contract_id])
        return sum(len(found[contract_id]) for contract_id in contracts)

    return work_off(uow, job, sorted(found), open_each, key=lambda contract_id: contract_id)


def _open_or_join(uow: UnitOfWork, contract_id: UUID, invoices: list[UUID]) -> None:
    late = receivables.list_with_payments(uow, ids=invoices)
    case_id = queries.find_open(uow, contract_id=contract_id)
    if case_id is None:
        _open(uow, late)
    elif (case := queries.lock_case(uow, case_id)).state == CaseState.REMINDED:
        _join(uow, case, late)


def _open(uow: UnitOfWork, late: list[LateInvoice]) -> None:
    first = late[0]
    terms = contracts.get_contract(uow, contract_id=first.contract_id).terms
    case = DefaultCase(
        contract_id=first.contract_id, contract_number=first.contract_number, title=first.title,
        university_id=first.university_id, firm_id=first.firm_id, state=DEFAULT.initial, state_since=uow.now,
        opened_on=first.due_on + timedelta(days=1), late_bps_per_day=terms.late_interest_bps_per_day,
    )  # fmt: skip
    uow.session.add(case)
    uow.session.flush()
    case.number = f"WY-{case.opened_on.year}-{case.serial or 0:06d}"
    begin(uow, DEFAULT, case)
    _join(uow, case, late)
    announce_case(uow, case, DefaultOpened, opened_on=case.opened_on)


def _join(uow: UnitOfWork, case: DefaultCase, late: list[LateInvoice]) -> None:
    uow.session.add_all(DefaultInvoice(case_id=case.id, invoice_id=one.id, due_on=one.due_on) for one in late)
    uow.session.flush()


def take_case(uow: UnitOfWork, *, case_id: UUID) -> CaseView:
    """Make the actor the person responsible for an open case at her university."""
    case = queries.lock_case(uow, case_id)
    require(policy.can_act(uow.actor, case))
    if case.state not in OPEN:
        raise IllegalMove(state=DEFAULT.states[case.state].in_(uow.locale), move="")
    if case.owner_id != uow.actor.user_id:
        case.owner_id = uow.actor.user_id
        uow.audit("default.taken", "default_case", case.id)
        uow.session.flush()
    return queries.get_case(uow, case_id=case_id)


def settle_invoice(uow: UnitOfWork, *, invoice_id: UUID, credit_number: str = "") -> None:
    """Draw the consequences of an invoice that is paid off: bill its late interest, and cure the case it stood in.

    For the handlers of `InvoicePaid` and of a credit note (its number) for the rest; a repeat changes nothing.
    A case is cured with the last sum that was demanded, or, before a demand, with the last one late. What else is late then gets a case of its own.
    """
    [invoice] = receivables.list_with_payments(uow, ids=[invoice_id])
    if invoice.kind == LATE_INTEREST:
        return
    cases = [
        queries.lock_case(uow, case_id) for case_id in queries.list_of_invoice(uow, invoice_id=invoice_id)
    ]
    if cases or any(payment.received_on > invoice.due_on for payment in invoice.payments):
        terms = contracts.get_contract(uow, contract_id=invoice.contract_id).terms
        bill_interest(
            uow,
            invoice_id=invoice_id,
            bps_per_day=terms.late_interest_bps_per_day,
            payment_days=terms.payment_days,
        )
    for case in cases:
        if not queries.list_open_invoices(
            uow, case_id=case.id, demanded_only=case.state != CaseState.REMINDED
        ):
            _cure(uow, case, invoice, credit_number)


def _cure(uow: UnitOfWork, case: DefaultCase, invoice: LateInvoice, credit_number: str) -> None:
    if credit_number:
        reason, settled_by = f"账单 {invoice.number} 余额减免：贷项通知 {credit_number}", credit_number
    else:
        last = invoice.payments[-1]
        how = _METHODS.get(last.method, last.method)
        reason = f"账单 {invoice.number} 付清：{how} {yuan(last.applied_minor)} 元，{last.received_on.isoformat()} 入账"
        settled_by = str(last.source_id)
    advance(uow, DEFAULT, case, "cure", reason=reason)
    case.ended_on, case.end_reason, case.settled_by = uow.today, reason, settled_by
    close_open_steps(uow, case, reason=reason)
    announce_case(uow, case, DefaultCured, cured_on=uow.today)
    uow.session.flush()


def close_open_steps(uow: UnitOfWork, case: DefaultCase, *, reason: str) -> None:
    """Drop claims nobody has paid, and take back the credit record unless a cover had to pay for the firm."""
    claims = uow.session.exec(
        select(CoverClaim)
        .where(col(CoverClaim.case_id) == case.id)
        .order_by(col(CoverClaim.id))
        .with_for_update()
    ).all()
    for claim in claims:
        if claim.state in (ClaimState.FILED, ClaimState.ACCEPTED):
            advance(uow, CLAIM, claim, "drop", reason=reason)
    record = uow.session.exec(
        select(CreditRecord).where(col(CreditRecord.case_id) == case.id).with_for_update()
    ).one_or_none()
    pending = (RecordState.ANNOUNCED, RecordState.OBJECTED, RecordState.ISSUED)
    covered = any(claim.state == ClaimState.PAID for claim in claims)
    if record is not None and record.state in pending and not covered:
        withdraw_record(uow, record, case, reason=reason)
    uow.session.flush()


def end_cure_periods(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Open the right to rescind where the last day to pay has passed, earliest first; returns how many.

    A case whose sums have arrived is left to `settle_invoice`, however late the news of the payment comes.
    """
    due = (
        select(DefaultCase)
        .where(col(DefaultCase.state) == CaseState.CURING, col(DefaultCase.cure_until_on) < uow.today)
        .order_by(col(DefaultCase.cure_until_on), col(DefaultCase.id))
    )

    def end(case: DefaultCase) -> bool:
        if not queries.list_open_invoices(uow, case_id=case.id, demanded_only=True):
            return False
        advance(uow, DEFAULT, case, "end_cure")
        announce_case(uow, case, CureEnded, cure_until_on=case.cure_until_on)
        return True

    return each_due(uow, "end_cure_periods", due, end, limit=limit)


def withdraw_case(uow: UnitOfWork, *, case_id: UUID, form: CaseWithdrawal) -> CaseView:
    """Let a case rest until a day; sums still unpaid then open a new one. Raises `DayOutOfRange`, `IllegalMove`."""
    case = queries.lock_case(uow, case_id)
    require(policy.can_act(uow.actor, case))
    if not uow.today <= form.grace_until_on <= uow.today + LONGEST_GRACE:
        raise DayOutOfRange(earliest=uow.today, latest=uow.today + LONGEST_GRACE)
    advance(uow, DEFAULT, case, "withdraw", reason=form.reason)
    case.ended_on, case.end_reason, case.grace_until_on = uow.today, form.reason, form.grace_until_on
    close_open_steps(uow, case, reason=form.reason)
    uow.audit("default.withdrawn", "default_case", case.id, grace_until_on=form.grace_until_on.isoformat())
    announce_case(uow, case, DefaultWithdrawn, reason=form.reason, grace_until_on=form.grace_until_on)
    uow.session.flush()
    return queries.get_case(uow, case_id=case_id)
