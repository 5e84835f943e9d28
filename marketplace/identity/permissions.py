"""What each role may do. Services ask for permissions; no role name appears anywhere else."""

from enum import StrEnum


class Role(StrEnum):
    """The part a member plays in her organization."""

    FIRM_HEAD = "firm_head"
    TRANSFER_OFFICER = "transfer_officer"
    TRANSFER_HEAD = "transfer_head"
    INVENTOR = "inventor"
    TECHNOLOGY_MANAGER = "technology_manager"
    FUND_MANAGER = "fund_manager"
    LOAN_OFFICER = "loan_officer"
    COVER_OFFICER = "cover_officer"
    ZONE_OFFICER = "zone_officer"
    PROVINCE_OFFICER = "province_officer"
    ADMINISTRATOR = "administrator"


_UNIVERSITY_READS = {"listing.read_own", "deal.read", "contract.read", "invoice.read", "distribution.read"}
_TRANSFER = _UNIVERSITY_READS | {
    "listing.write",
    "listing.submit",
    "listing.notice",
    "listing.publish",
    "deal.answer",
    "contract.sign",
    "bank.import",
    "bank.match",
    "ledger.read",
    "month.close",
    "cost.record",
    "payout.request",
    "invoice.manage",
    "refund.request",
    "document.read",
    "default.read",
    "default.act",
}
_PROVIDER = {"instrument.write", "pipeline.read", "pipeline.move"}
_LENDER = _PROVIDER | {"instrument.read", "document.read", "default.read", "cover.register", "cover.answer"}

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.FIRM_HEAD: frozenset(
        {
            "need.write",
            "deal.apply",
            "deal.read",
            "contract.read",
            "contract.sign",
            "income.declare",
            "invoice.read",
            "invoice.pay",
            "funding.request",
            "instrument.read",
            "document.read",
            "organization.write",
            "default.read",
            "default.answer",
            "cover.register",
        }
    ),
    Role.TRANSFER_OFFICER: frozenset(_TRANSFER),
    # Four eyes: the head approves what officers submit and what is paid out, and may do their work as well.
    Role.TRANSFER_HEAD: frozenset(
        _TRANSFER
        | {
            "listing.approve",
            "distribution.approve",
            "payout.approve",
            "organization.write",
            "default.rescind",
            "invoice.approve",
            "refund.approve",
            "month.approve",
        }
    ),
    Role.INVENTOR: frozenset({"listing.read_own", "distribution.read_share"}),
    # A technology manager follows the deals whose commission she has agreed to, and no others of her university.
    Role.TECHNOLOGY_MANAGER: frozenset({"listing.read_own", "deal.manage", "distribution.read_share"}),
    Role.FUND_MANAGER: frozenset(_PROVIDER | {"instrument.read"}),
    Role.LOAN_OFFICER: frozenset(_LENDER),
    # Whoever stands behind a firm, an insurer or a guarantor, has the same work in hand as a bank.
    Role.COVER_OFFICER: frozenset(_LENDER),
    Role.ZONE_OFFICER: frozenset({"zone.read", "credit.read", "document.read"}),
    Role.PROVINCE_OFFICER: frozenset({"province.read"}),
    Role.ADMINISTRATOR: frozenset(
        {
            "clock.move",
            "health.read",
            "inbox.replay",
            "audit.read",
            "organization.verify",
            "contract.rule",
            "payout.run",
            "refund.request",
            "refund.approve",
            "month.close",
            "month.approve",
        }
    ),
}

SECOND_FACTOR = frozenset(
    {
        "contract.sign",
        "default.rescind",
        "distribution.approve",
        "payout.approve",
        "invoice.approve",
        "refund.approve",
        "month.approve",
        "bank.match",
        "clock.move",
        "inbox.replay",
    }
)
"""Permissions that need a fresh second factor outside the demo."""
