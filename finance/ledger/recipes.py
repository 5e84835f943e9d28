"""What can be booked: one function a business fact, and the only caller of `ledger_post`.

Each function names its fact by an idempotency key: a second call books nothing and returns the first
transaction; a second call with other amounts raises `LedgerError`. Amounts are minor units above 0.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from finance.ledger import chart
from finance.ledger.chart import CHART, Account, AccountKind, PayeeKind
from finance.ledger.errors import AlreadyReversed, BalanceTooLow, LedgerError
from marketplace.core.db import constraint_of
from marketplace.core.uow import UnitOfWork

CNY = "CNY"
_POST = text(
    "SELECT ledger_post(key, kind, currency, accounts, amounts, chart, effective_at, source_type, source_id, reverses_id, meta)"
    " FROM jsonb_to_recordset(CAST(:postings AS jsonb)) AS posting(key text, kind text, currency text, accounts text[],"
    " amounts bigint[], chart jsonb, effective_at timestamptz, source_type text, source_id uuid, reverses_id bigint, meta jsonb)"
)
_DEFECTS = frozenset(
    {"LG001", "LG002", "LG003", "22003"}
)  # raised by ledger_post; 22003 is a bigint overflow

Legs = Sequence[tuple[Account, int]]


@dataclass(frozen=True, slots=True)
class Settled:
    """The part of an invoice that a cover's payment settles."""

    invoice_id: UUID
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Share:
    """One payee's part of a payment."""

    payee_kind: PayeeKind
    payee_id: UUID
    amount_minor: int


def _posting(
    uow: UnitOfWork, kind: str, key: str, legs: Legs, *, source: tuple[str, UUID | None], currency: str = CNY,
    reverses_id: int | None = None, **meta: Any,
) -> dict[str, Any]:  # fmt: skip
    legs = sorted(((account, amount) for account, amount in legs if amount), key=lambda leg: leg[0].key)
    opened = [
        {
            "account": account.key, "kind": account.kind, "side": CHART[account.kind].side,
            "rollup": CHART[account.kind].rollup, "floor": CHART[account.kind].floor_minor,
            "owner": account.owner_id, "contract": account.contract_id,
        }
        for account, _ in legs
    ]  # fmt: skip
    return {
        "key": key, "kind": kind, "currency": currency, "accounts": [account.key for account, _ in legs],
        "amounts": [amount for _, amount in legs], "chart": opened, "effective_at": uow.now,
        "source_type": source[0], "source_id": source[1], "reverses_id": reverses_id, "meta": meta,
    }  # fmt: skip


def _post(uow: UnitOfWork, *said: Any, **more: Any) -> int:
    return _book(uow, [_posting(uow, *said, **more)])[0]


def _book(uow: UnitOfWork, postings: list[dict[str, Any]]) -> list[int]:
    """Book postings in their order and return their transactions, all in one statement."""
    try:
        booked = uow.session.connection().execute(_POST, {"postings": orjson.dumps(postings).decode()})
        return [int(txn) for txn in booked.scalars()]
    except IntegrityError as error:
        constraint = constraint_of(error)
        if constraint == "ck_ledger_account_floor":
            raise BalanceTooLow from error
        if constraint == "uq_ledger_txn_reverses_id":
            raise AlreadyReversed(txn_id=postings[0]["reverses_id"]) from error
        raise
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in _DEFECTS:
            raise LedgerError(str(error.orig).splitlines()[0]) from error
        raise


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


def invoice_issued(uow: UnitOfWork, *, invoice_id: UUID, contract_id: UUID, amount_minor: int) -> int:
    """Book an invoice: the payer owes it, and the licensor's side will be owed the same once it is paid."""
    legs = [
        (chart.receivable(invoice_id, contract_id), amount_minor),
        (chart.entitlement(contract_id), -amount_minor),
    ]
    return _post(uow, "invoice_issued", f"inv:{invoice_id}", legs, source=("invoice", invoice_id))


def credit_note_issued(
    uow: UnitOfWork, *, credit_note_id: UUID, invoice_id: UUID, contract_id: UUID, amount_minor: int
) -> int:
    """Book a credit note: a part of an invoice is no longer owed."""
    legs = [
        (chart.entitlement(contract_id), amount_minor),
        (chart.receivable(invoice_id, contract_id), -amount_minor),
    ]
    return _post(
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
    return _post(uow, "write_off_booked", f"wo:{write_off_id}", legs, source=("write_off", write_off_id))


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
    return _book(
        uow,
        [
            _posting(
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
    return _post(
        uow, "provider_settled", f"settle:{provider}:{payout_ref}", legs, source=("provider_payout", None),
        payout_ref=payout_ref,
    )  # fmt: skip


def provider_fee_charged(uow: UnitOfWork, *, provider: str, movement_ref: str, fee_minor: int) -> int:
    """Book what a provider kept of a payment, by its own movement; below 0 when it gave some back."""
    legs = [(chart.PROCESSOR_FEE, fee_minor), (chart.clearing(provider), -fee_minor)]
    return _post(
        uow, "provider_fee_charged", f"fee:{provider}:{movement_ref}", legs, source=("provider_movement", None),
        movement_ref=movement_ref,
    )  # fmt: skip


def bank_line_received(uow: UnitOfWork, *, line_id: UUID, bank_account: str, amount_minor: int) -> int:
    """Book money that a bank statement shows, before anyone knows what it is for."""
    legs = [(chart.bank(bank_account), amount_minor), (chart.unmatched(bank_account), -amount_minor)]
    return _post(uow, "bank_line_received", f"bank:{line_id}", legs, source=("bank_line", line_id))


def bank_line_matched(
    uow: UnitOfWork, *, match_id: UUID, bank_account: str, invoice_id: UUID, contract_id: UUID, payer_id: UUID,
    amount_minor: int, applied_minor: int,
) -> int:  # fmt: skip
    """Book that a bank line, or a part of it, pays an invoice; what is over is the payer's credit."""
    legs = [
        (chart.unmatched(bank_account), amount_minor),
        *_received(invoice_id, contract_id, payer_id, amount_minor, applied_minor),
    ]
    return _post(uow, "bank_line_matched", f"match:{match_id}", legs, source=("bank_match", match_id))


def return_promised(
    uow: UnitOfWork, *, return_id: UUID, bank_account: str, payer_id: UUID | None, amount_minor: int
) -> int:
    """Set money aside that goes back: out of a payer's credit, or of what nobody recognized; raises `BalanceTooLow`."""
    source = chart.unmatched(bank_account) if payer_id is None else chart.credit(payer_id)
    legs = [(source, amount_minor), (chart.return_due(return_id), -amount_minor)]
    return _post(uow, "return_promised", f"ret:{return_id}:due", legs, source=("bank_return", return_id))


def return_sent(uow: UnitOfWork, *, return_id: UUID, bank_account: str, amount_minor: int) -> int:
    """Book that the bank sent money back to its payer."""
    legs = [(chart.return_due(return_id), amount_minor), (chart.bank(bank_account), -amount_minor)]
    return _post(uow, "return_sent", f"ret:{return_id}:sent", legs, source=("bank_return", return_id))


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
    return _post(uow, "cover_paid", f"cover:{claim_id}", legs, source=("bank_line", line_id))


def recourse_repaid(
    uow: UnitOfWork, *, repayment_id: UUID, claim_id: UUID, contract_id: UUID, firm_id: UUID, provider_id: UUID,
    amount_minor: int,
) -> int:  # fmt: skip
    """Book that a firm paid back its insurer or guarantor directly, as the latter says; raises `BalanceTooLow`."""
    legs = [
        (chart.recourse_due(claim_id, provider_id, contract_id), amount_minor),
        (chart.recourse(claim_id, firm_id, contract_id), -amount_minor),
    ]
    return _post(uow, "recourse_repaid", f"recourse:{repayment_id}", legs, source=("repayment", repayment_id))


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
    return _post(
        uow, "credit_applied", f"apply:{application_id}", legs, source=("credit_application", application_id)
    )


def income_split(
    uow: UnitOfWork, *, distribution_id: UUID, contract_id: UUID, shares: Sequence[Share]
) -> int:
    """Book the split of a payment among all who are entitled to a part of it; payees may repeat."""
    owed: dict[Account, int] = {}
    for share in shares:
        account = chart.payable(share.payee_kind, share.payee_id)
        owed[account] = owed.get(account, 0) - share.amount_minor
    legs = [(chart.undistributed(contract_id), -sum(owed.values())), *owed.items()]
    return _post(
        uow, "income_split", f"split:{distribution_id}", legs, source=("distribution", distribution_id)
    )


def payout_held(
    uow: UnitOfWork, *, payout_id: UUID, payee_kind: PayeeKind, payee_id: UUID, amount_minor: int
) -> int:
    """Set money aside before the bank is asked to pay it out; raises `BalanceTooLow`."""
    legs = [(chart.payable(payee_kind, payee_id), amount_minor), (chart.inflight(payout_id), -amount_minor)]
    return _post(uow, "payout_held", f"po:{payout_id}:hold", legs, source=("payout", payout_id))


def payout_posted(uow: UnitOfWork, *, payout_id: UUID, bank_account: str, amount_minor: int) -> int:
    """Book a payout that the bank confirmed."""
    legs = [(chart.inflight(payout_id), amount_minor), (chart.bank(bank_account), -amount_minor)]
    return _post(uow, "payout_posted", f"po:{payout_id}:post", legs, source=("payout", payout_id))


def payout_voided(
    uow: UnitOfWork, *, payout_id: UUID, payee_kind: PayeeKind, payee_id: UUID, amount_minor: int
) -> int:
    """Give held money back to the payee's account after the bank refused."""
    legs = [(chart.inflight(payout_id), amount_minor), (chart.payable(payee_kind, payee_id), -amount_minor)]
    return _post(uow, "payout_voided", f"po:{payout_id}:void", legs, source=("payout", payout_id))


def payout_returned(
    uow: UnitOfWork, *, payout_id: UUID, bank_account: str, payee_kind: PayeeKind, payee_id: UUID, amount_minor: int
) -> int:  # fmt: skip
    """Book that a payout confirmed before came back from the payee's bank: it is owed to the payee again."""
    legs = [
        (chart.bank(bank_account), amount_minor),
        (chart.payable(payee_kind, payee_id), -amount_minor),
    ]
    return _post(uow, "payout_returned", f"po:{payout_id}:return", legs, source=("payout", payout_id))


def reverse(uow: UnitOfWork, *, txn_id: int, reason: str) -> int:
    """Book the mirror of a transaction; raises `AlreadyReversed` and, if the money is gone, `BalanceTooLow`."""
    rows = uow.rows(
        "SELECT t.currency, t.source_type, t.source_id, a.key, a.kind, a.owner_id, a.contract_id, e.amount_minor"
        " FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id"
        " WHERE t.id = :txn ORDER BY a.id",
        txn=txn_id,
    )
    if not rows:
        raise LedgerError(f"there is no transaction {txn_id}")
    legs = [
        (
            Account(
                AccountKind(row["kind"]), row["key"].partition(":")[2], row["owner_id"], row["contract_id"]
            ),
            -row["amount_minor"],
        )
        for row in rows
    ]
    first = rows[0]
    return _post(
        uow, "reversal", f"reverse:{txn_id}", legs, source=(first["source_type"], first["source_id"]),
        currency=first["currency"], reverses_id=txn_id, reason=reason,
    )  # fmt: skip


RECIPES: Mapping[str, Callable[..., int]] = MappingProxyType(
    {
        "invoice_issued": invoice_issued,
        "credit_note_issued": credit_note_issued,
        "write_off_booked": write_off_booked,
        "payment_captured": payment_captured,
        "provider_fee_charged": provider_fee_charged,
        "provider_settled": provider_settled,
        "bank_line_received": bank_line_received,
        "bank_line_matched": bank_line_matched,
        "return_promised": return_promised,
        "return_sent": return_sent,
        "cover_paid": cover_paid,
        "recourse_repaid": recourse_repaid,
        "credit_applied": credit_applied,
        "income_split": income_split,
        "payout_held": payout_held,
        "payout_posted": payout_posted,
        "payout_voided": payout_voided,
        "payout_returned": payout_returned,
        "reversal": reverse,
    }
)
"""Every kind of transaction in the books and the function that books it."""
