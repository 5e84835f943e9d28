"""Reads of the room."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final
from uuid import UUID

from finance.taxes import policy
from finance.taxes.classes import ACCOUNTS, LABELS, flow_of_charge, sentence, suggest
from finance.taxes.schemas import TaxClass, TaxClasses, TaxFlow, TaxOverruleView
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork

_OVERRULED: Final = Text(
    "改判：{treatment}；建议：{suggested}", "decided: {treatment}; suggested: {suggested}"
)
_OVERRULES: Final = """
SELECT o.id, o.flow, c.number AS contract_number, o.treatment, o.reason, u.name AS by_name, o.at FROM tax_overrule o
  JOIN user_account u ON u.id = o.by_id LEFT JOIN contract c ON c.id = o.contract_id
 WHERE (:all OR o.university_id = :org) AND (CAST(:flow AS text) IS NULL OR o.flow = :flow) ORDER BY o.at DESC, o.id DESC LIMIT 200
"""


def list_classes(uow: UnitOfWork) -> TaxClasses:
    """Return every flow with its suggestions and what the actor's university decided instead. Raises `Forbidden`."""
    require(policy.can_read(uow.actor))
    found: dict[str, list[TaxOverruleView]] = {}
    for row in uow.rows(
        _OVERRULES, all=uow.actor.may("audit.read"), org=uow.actor.organization_id, flow=None
    ):
        found.setdefault(row["flow"], []).append(TaxOverruleView(**row))
    return TaxClasses(
        items=[
            TaxClass(
                flow=flow, label=label.in_(uow.locale), rules=suggest(flow, uow.today, uow.locale), overrules=found.get(flow, []),
            )
            for flow, label in LABELS.items()
        ],
        may_overrule=bool(policy.can_overrule(uow.actor)),
    )  # fmt: skip


def class_of_account(uow: UnitOfWork) -> Callable[[str, UUID | None], str]:
    """Return what says the tax class of a kind of account, and of a contract where one is named, for a file in both languages.

    What was decided instead stands before the suggestion; empty for accounts that only hold money on its way.
    """

    @cache
    def said(kind: str, contract_id: UUID | None) -> str:
        flow = ACCOUNTS.get(kind)
        if flow is None:
            return ""
        treatment = find_treatment(uow, flow, contract_id=contract_id)
        suggested = sentence(suggest(flow, uow.today, uow.locale), uow.locale)
        return (
            _OVERRULED.in_(uow.locale, treatment=treatment, suggested=suggested) if treatment else suggested
        )

    return said


def find_treatment(uow: UnitOfWork, flow: TaxFlow, *, contract_id: UUID | None = None) -> str:
    """Return how a flow is treated instead of the suggestion, with the reason; empty where nobody overruled it.

    What was decided for the contract goes before what its university decided for all. Without a contract that of the
    actor's own organization counts. Knows no policy: whoever sees the flow sees how it is treated.
    """
    rows: list[dict[str, Any]] = uow.rows(
        "SELECT o.treatment, o.reason FROM tax_overrule o WHERE o.flow = :flow AND o.university_id = coalesce("
        " (SELECT c.university_id FROM contract c WHERE c.id = :contract), :org) AND (o.contract_id IS NULL OR o.contract_id = :contract)"
        " ORDER BY o.contract_id IS NULL, o.at DESC, o.id DESC LIMIT 1",
        flow=flow,
        contract=contract_id,
        org=uow.actor.organization_id,
    )
    return f"{rows[0]['treatment']}（{rows[0]['reason']}）" if rows else ""


def find_treatment_of_charge(uow: UnitOfWork, charge_kind: str, contract_id: UUID) -> str:
    """Return how a kind of bill of a contract is treated instead of the suggestion; empty where nobody overruled it."""
    return find_treatment(uow, flow_of_charge(charge_kind), contract_id=contract_id)
