"""The amendments of a contract and what they change. Reads; the hashes of all versions of its terms stand here."""

from typing import Any, Literal
from uuid import UUID

from sqlmodel import col, select

from marketplace.contracts import policy
from marketplace.contracts.models import Contract, ContractAmendment, ContractAmendmentSignature
from marketplace.contracts.schemas import AmendmentSignatureView, AmendmentView
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.terms import PastTerms, Revision, TermSheet, revise

_PAST = """
SELECT from_on, before_terms FROM contract_amendment WHERE contract_id = :id AND state = 'in_force' ORDER BY number
"""
_PLAN = "SELECT sales_plan_minor FROM deal WHERE id = :id"
_PARTIES = "SELECT organization_id, name FROM contract_party WHERE contract_id = :id ORDER BY position"


def past_terms(uow: UnitOfWork, contract_id: UUID) -> tuple[PastTerms, ...]:
    """Return the terms that amendments have replaced, oldest first, each with the first day of its successor."""
    return tuple(
        PastTerms(until_on=row["from_on"], sheet=TermSheet.model_validate(row["before_terms"]))
        for row in uow.rows(_PAST, id=contract_id)
    )


def list_amendments(uow: UnitOfWork, *, contract_id: UUID) -> list[AmendmentView]:
    """Return the amendments of a visible contract in order, with what each changes; raises `NotFound`."""
    contract = _visible(uow, contract_id)
    names = {row["organization_id"]: row["name"] for row in uow.rows(_PARTIES, id=contract_id)}
    rows = uow.session.exec(
        select(ContractAmendment)
        .where(col(ContractAmendment.contract_id) == contract_id)
        .order_by(col(ContractAmendment.number))
    ).all()
    return [_view(uow, row, names, contract) for row in rows]


def preview_amendment(uow: UnitOfWork, *, contract_id: UUID, terms: TermSheet) -> Revision:
    """Return what terms would change in a visible contract, and cost over its years; changes nothing. Raises `NotFound`."""
    contract = _visible(uow, contract_id)
    return _revision(uow, contract, TermSheet.model_validate(contract.terms), terms)


def _visible(uow: UnitOfWork, contract_id: UUID) -> Contract:
    known = select(Contract).where(policy.VISIBLE, col(Contract.id) == contract_id)
    found: Contract | None = uow.session.execute(known, policy.scope(uow.actor)).scalar_one_or_none()
    if found is None:
        raise NotFound(what="contract")
    return found


def _revision(uow: UnitOfWork, contract: Contract, before: TermSheet, after: TermSheet) -> Revision:
    """Compare two sheets of a contract from its day of effect on; the plan of the application is its two sides' own."""
    sides = (contract.firm_id, contract.university_id)
    rows = uow.rows(_PLAN, id=contract.deal_id) if uow.actor.belongs_to(*sides) else []
    plan = rows[0]["sales_plan_minor"] if rows else []
    began = contract.effective_on or uow.today
    return revise(before, after, plan=plan, effective_on=began, locale=uow.locale)


def _view(
    uow: UnitOfWork, row: ContractAmendment, names: dict[UUID, str], contract: Contract
) -> AmendmentView:
    signed = {
        each.organization_id: each
        for each in uow.session.exec(
            select(ContractAmendmentSignature).where(col(ContractAmendmentSignature.amendment_id) == row.id)
        )
    }
    moves: list[Literal["sign", "withdraw"]] = []
    if row.state == "proposed" and uow.actor.belongs_to(*names) and uow.actor.may("contract.sign"):
        moves = ["withdraw"] if uow.actor.organization_id in signed else ["sign", "withdraw"]
    kept: dict[str, Any] = {
        name: getattr(row, name)
        for name in (
            "number", "state", "proposed_at", "reason", "from_on", "before_hash", "terms_hash", "content_sha256", "file_id",
            "sha256", "in_force_at", "withdrawal",
        )
    }  # fmt: skip
    revision = _revision(
        uow, contract, TermSheet.model_validate(row.before_terms), TermSheet.model_validate(row.terms)
    )
    return AmendmentView(
        **kept,
        **dict(revision),
        proposed_by_name=names[row.proposing_id],
        signatures=[
            AmendmentSignatureView(
                organization_id=id_,
                name=name,
                signed_at=signed[id_].signed_at if id_ in signed else None,
                signer_name=signed[id_].signer_name if id_ in signed else "",
            )
            for id_, name in names.items()
        ],
        moves=moves,
    )


def find_by_file(uow: UnitOfWork, *, sha256: str) -> tuple[str, list[str]] | None:
    """Return number and parties of the amendment in force whose signed file has this hash; None when there is none."""
    rows = uow.rows(
        """
        SELECT c.number || '-B' || a.number AS number, array_agg(p.name ORDER BY p.position) AS parties
        FROM contract_amendment a JOIN contract c ON c.id = a.contract_id JOIN contract_party p ON p.contract_id = c.id
        WHERE a.sha256 = :sha256 AND a.state = 'in_force' GROUP BY c.number, a.number
        """,
        sha256=sha256,
    )
    return (rows[0]["number"], rows[0]["parties"]) if rows else None
