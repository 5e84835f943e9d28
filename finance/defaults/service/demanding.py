"""The demand and its delivery, and the end of the contract that may follow."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from finance.defaults import letters, policy, queries
from finance.defaults.announcing import announce_case
from finance.defaults.errors import CureTooShort, DayOutOfRange, NothingOpen
from finance.defaults.models import DefaultCase, DefaultInvoice
from finance.defaults.queries import sums
from finance.defaults.schemas import CaseView, DeliveryRecord, NewDemand
from finance.defaults.service.interest import bill_interest
from finance.defaults.states import DEFAULT
from marketplace.contracts import queries as contract_queries, service as contracts
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.documents import service as documents
from marketplace.documents.schemas import LetterData
from marketplace.events.defaults import DefaultRescinded, DemandDelivered, DemandSent
from marketplace.rulebook import queries as rulebook


def send_demand(uow: UnitOfWork, *, case_id: UUID, form: NewDemand) -> CaseView:
    """Demand what is open in a case by a letter in PDF; the sender becomes the person responsible (民法典 §873).

    The time to pay is the rulebook's at least (技术合同解释 §15) and runs from delivery. Raises `TooEarlyToDemand`,
    `CureTooShort`, `NothingOpen`, `IllegalMove`; announces `DemandSent`.
    """
    case = queries.lock_case(uow, case_id)
    require(policy.can_act(uow.actor, case))
    late = sums.of_case(uow.as_system(), case)
    shortest = rulebook.value("demand_cure_days", uow.today)
    cure_days = shortest if form.cure_days is None else form.cure_days
    advance(uow, DEFAULT, case, "demand", facts=queries.facts_of(uow, case, late))
    if cure_days < shortest:
        raise CureTooShort(days=shortest)
    if not any(one.open_minor for one in late):
        raise NothingOpen
    rows = uow.session.exec(
        select(DefaultInvoice).where(col(DefaultInvoice.case_id) == case.id).with_for_update()
    ).all()
    open_minor = {one.invoice_id: one.open_minor for one in late}
    for row in rows:
        row.demanded_minor = open_minor[row.invoice_id] or None
    letter = letters.demand(uow, case, late, cure_days=cure_days, note=form.note)
    case.demand_file_id = _store(uow, case, letter)
    case.demanded_on, case.cure_days, case.owner_id = uow.today, cure_days, uow.actor.user_id
    uow.audit("default.demanded", "default_case", case.id, cure_days=cure_days)
    uow.session.flush()
    announce_case(uow, case, DemandSent, cure_days=cure_days)
    uow.session.flush()
    return queries.get_case(uow, case_id=case_id)


def _store(uow: UnitOfWork, case: DefaultCase, letter: LetterData) -> UUID:
    """Keep a letter for both sides and for whoever stands behind a confirmed cover."""
    providers = uow.rows(
        "SELECT DISTINCT provider_id FROM cover WHERE contract_id = :contract AND state = 'confirmed'",
        contract=case.contract_id,
    )
    readers = [case.university_id, case.firm_id, *(row["provider_id"] for row in providers)]
    pdf = documents.typeset_letter(letter)
    name = f"{letter.title}-{case.number}.pdf"
    return documents.store_file(uow, data=pdf, name=name, media_type="application/pdf", readers=readers).id


def record_delivery(uow: UnitOfWork, *, case_id: UUID, form: DeliveryRecord) -> CaseView:
    """Note when and how the demand reached the firm: the time to pay runs from that day.

    Raises `DayOutOfRange` for a day before the demand or in the future, `IllegalMove`; announces `DemandDelivered`.
    """
    case = queries.lock_case(uow, case_id)
    require(policy.can_act(uow.actor, case))
    return _deliver(uow, case, form.delivered_on, form.how, form.proof)


def acknowledge_demand(uow: UnitOfWork, *, case_id: UUID) -> CaseView:
    """Note that the firm itself says today that it has the demand. Raises `IllegalMove` once delivery is on record."""
    case = queries.lock_case(uow, case_id)
    require(policy.can_answer(uow.actor, case))
    return _deliver(uow, case, uow.today, "platform", "")


def _deliver(uow: UnitOfWork, case: DefaultCase, day: date, how: str, proof: str) -> CaseView:
    advance(uow, DEFAULT, case, "deliver")
    earliest = case.demanded_on or uow.today
    if not earliest <= day <= uow.today:
        raise DayOutOfRange(earliest=earliest, latest=uow.today)
    case.delivered_on, case.delivered_how, case.delivery_proof = day, how, proof
    case.cure_until_on = day + timedelta(days=case.cure_days or 0)
    uow.audit("default.delivered", "default_case", case.id, on=day.isoformat(), how=how)
    announce_case(uow, case, DemandDelivered, cure_until_on=case.cure_until_on)
    uow.session.flush()
    return queries.get_case(uow, case_id=case.id)


def rescind(uow: UnitOfWork, *, case_id: UUID, reason: str) -> CaseView:
    """Declare the contract rescinded from today because the demand was not met (技术合同解释 §15). Final.

    Bills the late interest so far, sends the declaration, ends the contract in the same transaction. Raises
    `NothingOpen`, `IllegalMove`, `Forbidden`; announces `DefaultRescinded` and, from the contract, `ContractRescinded`.
    """
    case = queries.lock_case(uow, case_id)
    require(policy.can_rescind(uow.actor, case))
    advance(uow, DEFAULT, case, "rescind", reason=reason)
    unpaid = queries.list_open_invoices(uow, case_id=case.id, demanded_only=True)
    if not unpaid:
        raise NothingOpen
    terms = contract_queries.get_contract(uow.as_system(), contract_id=case.contract_id).terms
    late = sums.of_case(uow.as_system(), case)
    for invoice in unpaid:
        bill_interest(
            uow, invoice_id=invoice.id, bps_per_day=case.late_bps_per_day, payment_days=terms.payment_days
        )
    contracts.rescind_contract(uow, contract_id=case.contract_id, reason=reason, rescinded_on=uow.today)
    case.rescission_file_id = _store(uow, case, letters.rescission(uow, case, late, reason=reason))
    case.rescinded_on = case.ended_on = uow.today
    case.end_reason = reason
    uow.audit("default.rescinded", "default_case", case.id)
    announce_case(uow, case, DefaultRescinded, rescinded_on=uow.today)
    uow.session.flush()
    return queries.get_case(uow, case_id=case_id)
