"""The write of the room: a suggestion is overruled, with a reason."""

from finance.taxes import policy, queries
from finance.taxes.errors import contract_not_found
from finance.taxes.models import TaxOverrule
from finance.taxes.schemas import NewTaxOverrule, TaxClasses
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork


def overrule_tax(uow: UnitOfWork, *, form: NewTaxOverrule) -> TaxClasses:
    """Decide how a flow is treated instead of the suggestion, for one contract of the actor's university or for all.

    Nothing is booked by it. Raises `Forbidden`, and `NotFound` for a number that no contract of the university has.
    """
    require(policy.can_overrule(uow.actor))
    university_id, person = uow.actor.organization_id, uow.actor.user_id
    if university_id is None or person is None:
        raise LookupError("can_overrule lets only people of a university pass")
    contract_id = None
    if form.contract_number:
        rows = uow.rows(
            "SELECT id FROM contract WHERE number = :number AND university_id = :org",
            number=form.contract_number,
            org=university_id,
        )
        if not rows:
            raise contract_not_found()
        contract_id = rows[0]["id"]
    row = TaxOverrule(
        university_id=university_id, contract_id=contract_id, flow=form.flow, treatment=form.treatment, reason=form.reason,
        by_id=person, at=uow.now,
    )  # fmt: skip
    uow.session.add(row)
    uow.audit(
        "tax.overruled", "organization", university_id, flow=form.flow, contract=form.contract_number, treatment=form.treatment,
        reason=form.reason,
    )  # fmt: skip
    uow.session.flush()
    return queries.list_classes(uow)
