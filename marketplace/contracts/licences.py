"""The licences of a firm, for rules of rooms above."""

from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from marketplace.contracts.models import Contract
from marketplace.contracts.schemas import LicenceFacts
from marketplace.core.uow import UnitOfWork
from marketplace.terms import TermSheet


def list_licences(uow: UnitOfWork, *, firm_id: UUID) -> list[LicenceFacts]:
    """Return the licences of a firm, latest change first, without asking who reads: for rules of rooms above."""
    statement = (
        select(
            col(Contract.id),
            col(Contract.listing_id),
            col(Contract.state),
            col(Contract.terms),
            col(Contract.ends_on),
        )
        .where(col(Contract.firm_id) == firm_id)
        .order_by(col(Contract.state_since).desc(), col(Contract.id))
    )
    return [
        LicenceFacts(
            contract_id=row["id"],
            listing_id=row["listing_id"],
            state=row["state"],
            is_use_first=TermSheet.model_validate(row["terms"]).is_use_first,
            ends_on=row["ends_on"],
        )
        for row in uow.rows(statement)
    ]
