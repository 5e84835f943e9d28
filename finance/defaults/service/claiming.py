"""先行赔付: a claim on a cover, the provider's answer, its payment for the firm, and what the firm pays back."""

from datetime import timedelta
from uuid import UUID

from finance.bank import queries as bank_queries, service as bank
from finance.bank.schemas import TakenLine
from finance.defaults import policy, queries
from finance.defaults.announcing import announce_claim, names_of
from finance.defaults.errors import (
    ClaimTooEarly,
    ClaimUnderWay,
    NothingCovered,
    NothingOpen,
    PaymentDiffers,
    RepaidTooMuch,
)
from finance.defaults.models import Cover, CoverClaim, CoverClaimPart, CoverRepayment, DefaultCase
from finance.defaults.queries.covers import CLAIMABLE, claimable_on
from finance.defaults.reference import claim_reference, claim_references_in
from finance.defaults.schemas import ClaimState, ClaimView, CoverState, Repayment
from finance.defaults.service.interest import bill_interest
from finance.defaults.states import CLAIM, DEFAULT
from finance.ledger import recipes
from finance.ledger.recipes import Settled
from finance.payments import service as payments
from finance.receivables import service as receivables
from finance.receivables.schemas import LateInvoice
from marketplace.contracts import queries as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.money import share_of, yuan
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.defaults import ClaimAccepted, ClaimFiled, ClaimPaid, ClaimRefused
from marketplace.rulebook import queries as rulebook

METHOD = "cover"
_FILE = Text("申请代偿", "File a claim")


def file_claim(uow: UnitOfWork, *, case_id: UUID, cover_id: UUID) -> ClaimView:
    """Ask the provider of a confirmed cover to pay for the firm; bills the late interest so far.

    The sum is the cover's share of the demanded sums that became late while it ran, up to what is left of its cap.
    Raises `IllegalMove` before a demand, `ClaimTooEarly`, `NothingCovered`, `ClaimUnderWay`; announces `ClaimFiled`.
    """
    case = queries.lock_case(uow, case_id)
    require(policy.can_act(uow.actor, case))
    if case.state not in CLAIMABLE:
        raise IllegalMove(state=DEFAULT.states[case.state].in_(uow.locale), move=_FILE.in_(uow.locale))
    cover = queries.lock_cover(uow, cover_id)
    if cover.contract_id != case.contract_id or cover.state != CoverState.CONFIRMED:
        raise NothingCovered
    first = claimable_on(case, cover.waiting_days)
    if first is None or uow.today < first:
        raise ClaimTooEarly(waiting_days=cover.waiting_days, earliest=first or uow.today)
    _require_none_live(uow, case_id, cover_id)
    overdue = sum(invoice.open_minor for invoice in _covered(uow, case, cover))
    asked = min(share_of(overdue, cover.percent_bps), cover.cap_minor - _used(uow, cover_id))
    if asked <= 0:
        raise NothingCovered
    claim = CoverClaim(
        case_id=case.id, cover_id=cover.id, contract_id=case.contract_id, university_id=case.university_id,
        firm_id=case.firm_id, provider_id=cover.provider_id, state=CLAIM.initial, state_since=uow.now, filed_on=uow.today,
        overdue_minor=overdue, asked_minor=asked, created_at=uow.now,
        answer_by_on=uow.today + timedelta(days=rulebook.value("cover_answer_days", uow.today)),
    )  # fmt: skip
    uow.session.add(claim)
    uow.session.flush()
    claim.reference = claim_reference(claim.serial or 0)
    begin(uow, CLAIM, claim)
    _bill_interest(uow, case)
    uow.audit("claim.filed", "cover_claim", claim.id, asked_minor=asked)
    announce_claim(uow, claim, case, ClaimFiled, answer_by_on=claim.answer_by_on)
    uow.session.flush()
    return queries.get_claim(uow, claim_id=claim.id)


def _require_none_live(uow: UnitOfWork, case_id: UUID, cover_id: UUID) -> None:
    if uow.rows(
        "SELECT 1 FROM cover_claim WHERE case_id = :case AND cover_id = :cover AND state NOT IN ('refused', 'dropped')",
        case=case_id,
        cover=cover_id,
    ):
        raise ClaimUnderWay


def _covered(uow: UnitOfWork, case: DefaultCase, cover: Cover) -> list[LateInvoice]:
    """Return the open demanded invoices whose first day late lies within the cover's period, oldest first."""
    return [
        invoice
        for invoice in queries.list_open_invoices(uow, case_id=case.id, demanded_only=True)
        if cover.from_on <= invoice.due_on + timedelta(days=1) <= cover.until_on
    ]


def _used(uow: UnitOfWork, cover_id: UUID) -> int:
    """Return in fen what claims have taken of a cover's cap: what was paid, and what is asked for now."""
    rows = uow.rows(
        "SELECT coalesce(sum(CASE state WHEN 'paid' THEN paid_minor ELSE asked_minor END), 0)::bigint AS minor FROM cover_claim"
        " WHERE cover_id = :cover AND state IN ('filed', 'accepted', 'paid')",
        cover=cover_id,
    )
    return int(rows[0]["minor"])


def _bill_interest(uow: UnitOfWork, case: DefaultCase) -> None:
    days = contracts.get_contract(uow.as_system(), contract_id=case.contract_id).terms.payment_days
    for invoice in queries.list_open_invoices(uow, case_id=case.id, demanded_only=True):
        bill_interest(uow, invoice_id=invoice.id, bps_per_day=case.late_bps_per_day, payment_days=days)


def _locked(uow: UnitOfWork, claim_id: UUID) -> tuple[CoverClaim, DefaultCase]:
    """Lock the case, then its claim: the order in which a payment takes them."""
    view = queries.get_claim(uow, claim_id=claim_id)
    case = queries.lock_case(uow.as_system(), view.case_id)
    return queries.lock_claim(uow, claim_id), case


def accept_claim(uow: UnitOfWork, *, claim_id: UUID) -> ClaimView:
    """Agree as the provider to pay. Raises `Forbidden`, `IllegalMove`; announces `ClaimAccepted`."""
    claim, case = _locked(uow, claim_id)
    require(policy.can_answer_cover(uow.actor, claim))
    advance(uow, CLAIM, claim, "accept")
    claim.accepted_on = uow.today
    claim.pay_by_on = uow.today + timedelta(days=rulebook.value("cover_payment_days", uow.today))
    uow.audit("claim.accepted", "cover_claim", claim.id)
    announce_claim(uow, claim, case, ClaimAccepted, pay_by_on=claim.pay_by_on)
    uow.session.flush()
    return queries.get_claim(uow, claim_id=claim_id)


def refuse_claim(uow: UnitOfWork, *, claim_id: UUID, reason: str) -> ClaimView:
    """Refuse as the provider, with the reason; another claim may follow. Raises `Forbidden`, `IllegalMove`."""
    claim, case = _locked(uow, claim_id)
    require(policy.can_answer_cover(uow.actor, claim))
    advance(uow, CLAIM, claim, "refuse", reason=reason)
    claim.refused_reason = reason
    uow.audit("claim.refused", "cover_claim", claim.id)
    announce_claim(uow, claim, case, ClaimRefused, reason=reason)
    uow.session.flush()
    return queries.get_claim(uow, claim_id=claim_id)


def settle_claim(uow: UnitOfWork, *, claim_id: UUID, line_id: UUID) -> ClaimView:
    """Say which receipt on the university's account paid an accepted claim; invoices are settled, oldest first.

    Books the money and the provider's claim against the firm in the same transaction; the same receipt again changes
    nothing. Raises `PaymentDiffers` for another sum, `NothingOpen`, `NotFound`, `Forbidden`, `IllegalMove`.
    """
    claim, case = _locked(uow, claim_id)
    require(policy.can_place(uow.actor, claim))
    if claim.state == ClaimState.PAID and claim.line_id == line_id:
        return queries.get_claim(uow, claim_id=claim_id)
    if claim.state != ClaimState.ACCEPTED:
        move = CLAIM.move("pay").label.in_(uow.locale)
        raise IllegalMove(state=CLAIM.states[claim.state].in_(uow.locale), move=move)
    lines = bank_queries.list_unmatched(uow, university_id=claim.university_id, line_id=line_id)
    if not lines:
        raise NotFound(what="bank line")
    [line] = lines
    if line.amount_minor != claim.asked_minor:
        raise PaymentDiffers(asked_yuan=yuan(claim.asked_minor), paid_yuan=yuan(line.amount_minor))
    _settle(uow, claim, case, line)
    return queries.get_claim(uow, claim_id=claim_id)


def _settle(uow: UnitOfWork, claim: CoverClaim, case: DefaultCase, line: TakenLine) -> None:
    cover = queries.lock_cover(uow, claim.cover_id)
    unpaid = _covered(uow, case, cover)
    if not unpaid:
        raise NothingOpen
    taken = bank.take_line(uow, line_id=line.id, how=METHOD)
    settled, left = [], taken.amount_minor
    for invoice in unpaid:
        applied = min(left, invoice.open_minor)
        if applied:
            _pay_part(uow, claim, invoice, applied, taken)
            settled.append(Settled(invoice.id, applied))
            left -= applied
    recipes.cover_paid(
        uow, claim_id=claim.id, line_id=taken.id, bank_account=taken.account_no, contract_id=case.contract_id,
        firm_id=claim.firm_id, provider_id=claim.provider_id, amount_minor=taken.amount_minor, settled=settled,
    )  # fmt: skip
    claim.line_id, claim.paid_on, claim.paid_minor = taken.id, taken.booked_on, taken.amount_minor - left
    advance(uow, CLAIM, claim, "pay")
    uow.audit("claim.paid", "cover_claim", claim.id, paid_minor=claim.paid_minor)
    announce_claim(uow, claim, case, ClaimPaid, paid_minor=claim.paid_minor)
    uow.session.flush()


def _pay_part(
    uow: UnitOfWork, claim: CoverClaim, invoice: LateInvoice, applied_minor: int, line: TakenLine
) -> None:
    part = CoverClaimPart(
        claim_id=claim.id, invoice_id=invoice.id, applied_minor=applied_minor, paid_on=line.booked_on
    )
    uow.session.add(part)
    uow.session.flush()
    applied = receivables.apply_payment(
        uow.as_system(), invoice_id=invoice.id, method=METHOD, source_id=part.id, amount_minor=applied_minor
    )
    payer = names_of(uow, claim.provider_id)[claim.provider_id]
    payments.finish_settlement(
        uow, payment_id=part.id, method=METHOD, applied=applied.model_copy(update={"firm_name": payer}),
        amount_minor=applied_minor,
    )  # fmt: skip


def recognize_payments(uow: UnitOfWork, *, university_id: UUID, statement_id: UUID) -> int:
    """Settle claims whose reference and exact sum stand on fresh receipts; returns how many. What differs waits for a person."""
    found = 0
    for line in bank_queries.list_unmatched(uow, university_id=university_id, statement_id=statement_id):
        references = claim_references_in(line.memo)
        claim_id = references and queries.find_claim_by_reference(
            uow, references, university_id=university_id
        )
        if not claim_id:
            continue
        claim, case = _locked(uow, claim_id)
        cover = queries.lock_cover(uow, claim.cover_id)
        accepted = claim.state == ClaimState.ACCEPTED and claim.asked_minor == line.amount_minor
        if accepted and _covered(uow, case, cover):
            _settle(uow, claim, case, line)
            found += 1
    return found


def note_repayment(uow: UnitOfWork, *, claim_id: UUID, form: Repayment) -> ClaimView:
    """Note as the provider what the firm paid back; the same bank number again changes nothing. Raises `RepaidTooMuch`."""
    claim, case = _locked(uow, claim_id)
    require(policy.can_answer_cover(uow.actor, claim))
    known = uow.rows(
        "SELECT 1 FROM cover_repayment WHERE claim_id = :claim AND bank_number = :number",
        claim=claim_id,
        number=form.bank_number,
    )
    if known:
        return queries.get_claim(uow, claim_id=claim_id)
    left = claim.paid_minor - claim.repaid_minor
    if form.amount_minor > left:
        raise RepaidTooMuch(open_yuan=yuan(left))
    row = CoverRepayment(
        claim_id=claim.id, bank_number=form.bank_number, amount_minor=form.amount_minor, told_on=uow.today
    )
    uow.session.add(row)
    claim.repaid_minor += form.amount_minor
    uow.session.flush()
    recipes.recourse_repaid(
        uow, repayment_id=row.id, claim_id=claim.id, contract_id=case.contract_id, firm_id=claim.firm_id,
        provider_id=claim.provider_id, amount_minor=form.amount_minor,
    )  # fmt: skip
    uow.audit("claim.repaid", "cover_claim", claim.id, amount_minor=form.amount_minor)
    uow.session.flush()
    return queries.get_claim(uow, claim_id=claim_id)
