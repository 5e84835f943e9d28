"""The chart of accounts: every kind of account, its normal side, and how one is named.

A roll-up account is touched by every payment, so it keeps no running balance. A floor of 0 means that the
account never stands on the wrong side of zero: nobody is paid more than is owed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal
from uuid import UUID

from marketplace.core.i18n import Text

Side = Literal["debit", "credit"]


class AccountKind(StrEnum):
    """What an account stands for; the first part of its key."""

    RECEIVABLE = "receivable"
    ENTITLEMENT = "entitlement"
    CLEARING = "clearing"
    BANK = "bank"
    UNMATCHED = "unmatched"
    RETURN_DUE = "return_due"
    REFUND_DUE = "refund_due"
    UNDISTRIBUTED = "undistributed"
    CREDIT = "credit"
    PAYABLE_INVENTOR = "payable_inventor"
    PAYABLE_UNIT = "payable_unit"
    PAYABLE_UNIVERSITY = "payable_university"
    PAYABLE_MANAGER = "payable_manager"
    PLATFORM_FEE = "platform_fee"
    PROCESSOR_FEE = "processor_fee"
    INFLIGHT = "inflight"
    RECOURSE = "recourse"
    RECOURSE_DUE = "recourse_due"
    DISPUTE = "dispute"
    CLAWBACK = "clawback"


@dataclass(frozen=True, slots=True)
class AccountRule:
    """How accounts of a kind behave; `floor_minor` is counted on the normal side."""

    side: Side
    label: Text
    rollup: bool = False
    floor_minor: int | None = 0


CHART: Mapping[AccountKind, AccountRule] = {
    AccountKind.RECEIVABLE: AccountRule("debit", Text("应收许可费", "Receivable")),
    AccountKind.ENTITLEMENT: AccountRule("credit", Text("许可方应得", "Licensor's entitlement")),
    AccountKind.CLEARING: AccountRule(
        "debit", Text("支付机构待结算", "Clearing"), rollup=True, floor_minor=None
    ),
    AccountKind.BANK: AccountRule(
        "debit", Text("监管账户", "Supervised bank account"), rollup=True, floor_minor=None
    ),
    AccountKind.UNMATCHED: AccountRule("credit", Text("待认领到账", "Unmatched receipts")),
    AccountKind.RETURN_DUE: AccountRule("credit", Text("应退付款方", "To be returned to payers")),
    AccountKind.REFUND_DUE: AccountRule("credit", Text("应退款", "Refund due")),
    AccountKind.UNDISTRIBUTED: AccountRule("credit", Text("待分配收入", "Undistributed income")),
    AccountKind.CREDIT: AccountRule("credit", Text("预收与多付", "Payer's credit")),
    AccountKind.PAYABLE_INVENTOR: AccountRule("credit", Text("应付发明人", "Payable to inventor")),
    AccountKind.PAYABLE_UNIT: AccountRule("credit", Text("应付院系", "Payable to school")),
    AccountKind.PAYABLE_UNIVERSITY: AccountRule("credit", Text("应付高校", "Payable to university")),
    AccountKind.PAYABLE_MANAGER: AccountRule(
        "credit", Text("应付技术经理人佣金", "Payable to technology manager")
    ),
    AccountKind.PLATFORM_FEE: AccountRule(
        "credit", Text("平台服务费", "Platform fee"), rollup=True, floor_minor=None
    ),
    AccountKind.PROCESSOR_FEE: AccountRule(
        "debit", Text("支付手续费", "Processor fee"), rollup=True, floor_minor=None
    ),
    AccountKind.INFLIGHT: AccountRule("credit", Text("付款在途", "Payout in flight")),
    AccountKind.RECOURSE: AccountRule("debit", Text("应收代偿追偿款", "Recourse against the firm")),
    AccountKind.RECOURSE_DUE: AccountRule(
        "credit", Text("担保、保险机构代位债权", "Subrogated claim of the cover's provider")
    ),
    AccountKind.DISPUTE: AccountRule("debit", Text("拒付争议占款", "Withdrawn by a dispute")),
    AccountKind.CLAWBACK: AccountRule("debit", Text("应收追回款", "Owed back by a payee")),
}


@dataclass(frozen=True, slots=True)
class Account:
    """One account; `name` tells it from others of its kind. Owner and contract are opaque ids for lists."""

    kind: AccountKind
    name: str = ""
    owner_id: UUID | None = None
    contract_id: UUID | None = None

    @property
    def key(self) -> str:
        """The unique key in the books, such as `receivable:0193…`."""
        return f"{self.kind}:{self.name}" if self.name else str(self.kind)


def receivable(invoice_id: UUID, contract_id: UUID) -> Account:
    """What is invoiced and still open."""
    return Account(AccountKind.RECEIVABLE, str(invoice_id), contract_id=contract_id)


def entitlement(contract_id: UUID) -> Account:
    """What the licensor's side will be owed once the payer pays: the mirror of the receivables."""
    return Account(AccountKind.ENTITLEMENT, str(contract_id), contract_id=contract_id)


def undistributed(contract_id: UUID) -> Account:
    """Paid, not yet split among those entitled."""
    return Account(AccountKind.UNDISTRIBUTED, str(contract_id), contract_id=contract_id)


def credit(payer_id: UUID) -> Account:
    """What a payer paid beyond what was open."""
    return Account(AccountKind.CREDIT, str(payer_id), owner_id=payer_id)


def clearing(provider: str) -> Account:
    """Captured by a payment provider, not yet settled to a bank account."""
    return Account(AccountKind.CLEARING, provider)


def bank(account_no: str) -> Account:
    """Money in a supervised bank account."""
    return Account(AccountKind.BANK, account_no)


def unmatched(account_no: str) -> Account:
    """Money in a bank account that nobody has recognized yet."""
    return Account(AccountKind.UNMATCHED, account_no)


def return_due(return_id: UUID) -> Account:
    """Money that goes back to its payer: held until the bank's statement shows that it went."""
    return Account(AccountKind.RETURN_DUE, str(return_id))


def refund_due(refund_id: UUID, contract_id: UUID) -> Account:
    """A refund that was approved: held until the provider says that it went, or did not."""
    return Account(AccountKind.REFUND_DUE, str(refund_id), contract_id=contract_id)


def inflight(payout_id: UUID) -> Account:
    """A payout on its way: held until the provider confirms or refuses."""
    return Account(AccountKind.INFLIGHT, str(payout_id))


def recourse(claim_id: UUID, firm_id: UUID, contract_id: UUID) -> Account:
    """What a firm owes to the insurer or guarantor that paid for it."""
    return Account(AccountKind.RECOURSE, str(claim_id), owner_id=firm_id, contract_id=contract_id)


def recourse_due(claim_id: UUID, provider_id: UUID, contract_id: UUID) -> Account:
    """What an insurer or guarantor is owed for what it paid: the mirror of the recourse."""
    return Account(AccountKind.RECOURSE_DUE, str(claim_id), owner_id=provider_id, contract_id=contract_id)


def dispute(payment_id: UUID, contract_id: UUID) -> Account:
    """What a provider took back of a payment while the payer's bank looks at a dispute."""
    return Account(AccountKind.DISPUTE, str(payment_id), contract_id=contract_id)


def clawback(claim_id: UUID, contract_id: UUID) -> Account:
    """What a payee owes back of a share that was paid out before its payment was lost in a dispute."""
    return Account(AccountKind.CLAWBACK, str(claim_id), contract_id=contract_id)


PLATFORM_FEE = Account(AccountKind.PLATFORM_FEE)
PROCESSOR_FEE = Account(AccountKind.PROCESSOR_FEE)

PayeeKind = Literal["inventor", "unit", "university", "manager", "platform"]
_PAYABLE: Mapping[PayeeKind, AccountKind] = {
    "inventor": AccountKind.PAYABLE_INVENTOR,
    "unit": AccountKind.PAYABLE_UNIT,
    "university": AccountKind.PAYABLE_UNIVERSITY,
    "manager": AccountKind.PAYABLE_MANAGER,
}


def payable(kind: PayeeKind, payee_id: UUID) -> Account:
    """What is owed to an inventor, a school, a university or a technology manager; the platform's own share is its fee account."""
    return PLATFORM_FEE if kind == "platform" else Account(_PAYABLE[kind], str(payee_id), owner_id=payee_id)
