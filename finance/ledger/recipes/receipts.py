"""What is owed and what comes in: invoices, payments, bank lines, covers, credit, and money that goes back by bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from finance.ledger import chart
from finance.ledger.recipes.posting import Legs, book, post, posting
from marketplace.core.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Settled:
    """The part of an invoice that a cover's payment settles."""

    invoice_id: UUID
    amount_minor: int


def _received(
    invoice_id: UUID, contract_id: UUID, payer_id: UUID, amount_minor: int, applied_minor: int
) -> Legs:
    """The credit side of money that came in: it settles the invoice up to what is open, the rest is the payer's."""
    return [
        (chart.receivable(invoice_id, contract_id), -applied_minor),
        (chart.credit(payer_id), applied_minor - amount_minor),
        (chart.entitlement(contract_id), applied_minor),
        (chart.undistributed(contract_id), -applied_minor),
    ]


@dataclass(frozen=True, slots=True)
class Issued:
    """An invoice that was issued; the amount in fen."""

    invoice_id: UUID
    contract_id: UUID
    amount_minor: int


def invoice_issued(uow: UnitOfWork, *, invoice_id: UUID, contract_id: UUID, amount_minor: int) -> int:
    """Book an invoice; see `invoices_issued`."""
    return invoices_issued(uow, [Issued(invoice_id, contract_id, amount_minor)])[0]


def invoices_issued(uow: UnitOfWork, issued: Sequence[Issued]) -> list[int]:
    """Book invoices: the payer owes each, and the licensor's side will be owed the same once it is paid."""
    return book(
        uow,
        [
            posting(
                uow, "invoice_issued", f"inv:{of.invoice_id}",
                [
                    (chart.receivable(of.invoice_id, of.contract_id), of.amount_minor),
                    (chart.entitlement(of.contract_id), -of.amount_minor),
                ],
                source=("invoice", of.invoice_id),
            )
            for of in issued
        ],
    )  # fmt: skip


def credit_note_issued(
    uow: UnitOfWork, *, credit_note_id: UUID, invoice_id: UUID, contract_id: UUID, amount_minor: int
) -> int:
    """Book a credit note: a part of an invoice is no longer owed."""
    legs = [
        (chart.entitlement(contract_id), amount_minor),
        (chart.receivable(invoice_id, contract_id), -amount_minor),
    ]
    return post(
        uow, "credit_note_issued", f"cn:{credit_note_id}", legs, source=("credit_note", credit_note_id)
    )


def write_off_booked(
    uow: UnitOfWork, *, write_off_id: UUID, invoice_id: UUID, contract_id: UUID, amount_minor: int
) -> int:
    """Book that what is open on an invoice is no longer expected; `reverse` takes it back when the money comes."""
    legs = [
        (chart.entitlement(contract_id), amount_minor),
        (chart.receivable(invoice_id, contract_id), -amount_minor),
    ]
    return post(uow, "write_off_booked", f"wo:{write_off_id}", legs, source=("write_off", write_off_id))


@dataclass(frozen=True, slots=True)
class Capture:
    """A payment that a provider captured; `applied_minor` settles the invoice, what is over is the payer's credit."""

    payment_id: UUID
    provider: str
    provider_ref: str
    invoice_id: UUID
    contract_id: UUID
    payer_id: UUID
    gross_minor: int
    applied_minor: int


def payment_captured(uow: UnitOfWork, capture: Capture) -> int:
    """Book a captured payment whole: what the provider keeps for itself is booked once it has told it."""
    return payments_captured(uow, [capture])[0]


def payments_captured(uow: UnitOfWork, captures: Sequence[Capture]) -> list[int]:
    """Book captured payments of different contracts at once, in their order."""
    return book(
        uow,
        [
            posting(
                uow, "payment_captured", f"cap:{of.provider}:{of.provider_ref}",
                [
                    (chart.clearing(of.provider), of.gross_minor),
                    *_received(of.invoice_id, of.contract_id, of.payer_id, of.gross_minor, of.applied_minor),
                ],
                source=("payment", of.payment_id), provider_ref=of.provider_ref,
            )
            for of in captures
        ],
    )  # fmt: skip


def provider_settled(
    uow: UnitOfWork, *, provider: str, payout_ref: str, bank_account: str, amount_minor: int
) -> int:
    """Book a provider's transfer of captured money to our supervised bank account."""
    legs = [(chart.bank(bank_account), amount_minor), (chart.clearing(provider), -amount_minor)]
    return post(
        uow, "provider_settled", f"settle:{provider}:{payout_ref}", legs, source=("provider_payout", None),
        payout_ref=payout_ref,
    )  # fmt: skip


def provider_fee_charged(uow: UnitOfWork, *, provider: str, movement_ref: str, fee_minor: int) -> int:
    """Book what a provider kept of a payment, by its own movement; below 0 when it gave some back."""
    legs = [(chart.PROCESSOR_FEE, fee_minor), (chart.clearing(provider), -fee_minor)]
    return post(
        uow, "provider_fee_charged", f"fee:{provider}:{movement_ref}", legs, source=("provider_movement", None),
        movement_ref=movement_ref,
    )  # fmt: skip


def bank_line_received(uow: UnitOfWork, *, line_id: UUID, bank_account: str, amount_minor: int) -> int:
    """Book money that a bank statement shows, before anyone knows what it is for."""
    legs = [(chart.bank(bank_account), amount_minor), (chart.unmatched(bank_account), -amount_minor)]
    return post(uow, "bank_line_received", f"bank:{line_id}", legs, source=("bank_line", line_id))


def bank_line_matched(
    uow: UnitOfWork, *, match_id: UUID, bank_account: str, invoice_id: UUID, contract_id: UUID, payer_id: UUID,
    amount_minor: int, applied_minor: int,
) -> int:  # fmt: skip
    """Book that a bank line, or a part of it, pays an invoice; what is over is the payer's credit."""
    legs = [
        (chart.unmatched(bank_account), amount_minor),
        *_received(invoice_id, contract_id, payer_id, amount_minor, applied_minor),
    ]
    return post(uow, "bank_line_matched", f"match:{match_id}", legs, source=("bank_match", match_id))


def return_promised(
    uow: UnitOfWork, *, return_id: UUID, bank_account: str, payer_id: UUID | None, amount_minor: int
) -> int:
    """Set money aside that goes back: out of a payer's credit, or of what nobody recognized; raises `BalanceTooLow`."""
    source = chart.unmatched(bank_account) if payer_id is None else chart.credit(payer_id)
    legs = [(source, amount_minor), (chart.return_due(return_id), -amount_minor)]
    return post(uow, "return_promised", f"ret:{return_id}:due", legs, source=("bank_return", return_id))


def return_sent(uow: UnitOfWork, *, return_id: UUID, bank_account: str, amount_minor: int) -> int:
    """Book that the bank sent money back to its payer."""
    legs = [(chart.return_due(return_id), amount_minor), (chart.bank(bank_account), -amount_minor)]
    return post(uow, "return_sent", f"ret:{return_id}:sent", legs, source=("bank_return", return_id))


def cover_paid(
    uow: UnitOfWork, *, claim_id: UUID, line_id: UUID, bank_account: str, contract_id: UUID, firm_id: UUID,
    provider_id: UUID, amount_minor: int, settled: Sequence[Settled],
) -> int:  # fmt: skip
    """Book that an insurer or guarantor paid for a firm: invoices are settled, and its claim against the firm arises.

    What is over is the provider's credit, never the firm's: it settled nothing, so nothing passes to the provider for it.
    """
    applied_minor = sum(part.amount_minor for part in settled)
    legs = [
        (chart.unmatched(bank_account), amount_minor),
        *((chart.receivable(part.invoice_id, contract_id), -part.amount_minor) for part in settled),
        (chart.credit(provider_id), applied_minor - amount_minor),
        (chart.entitlement(contract_id), applied_minor),
        (chart.undistributed(contract_id), -applied_minor),
        (chart.recourse(claim_id, firm_id, contract_id), applied_minor),
        (chart.recourse_due(claim_id, provider_id, contract_id), -applied_minor),
    ]
    return post(uow, "cover_paid", f"cover:{claim_id}", legs, source=("bank_line", line_id))


def recourse_repaid(
    uow: UnitOfWork, *, repayment_id: UUID, claim_id: UUID, contract_id: UUID, firm_id: UUID, provider_id: UUID,
    amount_minor: int,
) -> int:  # fmt: skip
    """Book that a firm paid back its insurer or guarantor directly, as the latter says; raises `BalanceTooLow`."""
    legs = [
        (chart.recourse_due(claim_id, provider_id, contract_id), amount_minor),
        (chart.recourse(claim_id, firm_id, contract_id), -amount_minor),
    ]
    return post(uow, "recourse_repaid", f"recourse:{repayment_id}", legs, source=("repayment", repayment_id))


def credit_applied(
    uow: UnitOfWork,
    *,
    application_id: UUID,
    payer_id: UUID,
    invoice_id: UUID,
    contract_id: UUID,
    amount_minor: int,
) -> int:
    """Book that a payer's credit settles an invoice."""
    legs = [
        (chart.credit(payer_id), amount_minor),
        (chart.receivable(invoice_id, contract_id), -amount_minor),
        (chart.entitlement(contract_id), amount_minor),
        (chart.undistributed(contract_id), -amount_minor),
    ]
    return post(
        uow, "credit_applied", f"apply:{application_id}", legs, source=("credit_application", application_id)
    )
