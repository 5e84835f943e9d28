"""Endpoints of the suggestions of tax classes."""

from fastapi import APIRouter

from finance.taxes import queries, service
from finance.taxes.schemas import NewTaxOverrule, TaxClasses
from marketplace.core.problems import Forbidden, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api/tax-classes", tags=["taxes"])
_READS = (SignInRequired, Forbidden)


@router.get("", responses=problems(*_READS), operation_id="list_tax_classes")
def list_tax_classes(uow: MemberUowDep) -> TaxClasses:
    """What each kind of income and payout is suggested to be taxed as, and what one's university decided instead."""
    return queries.list_classes(uow)


@router.post(
    "", responses=problems(*_READS, InvalidInput, NotFound), status_code=201, operation_id="overrule_tax"
)
def overrule_tax(form: NewTaxOverrule, uow: MemberUowDep) -> TaxClasses:
    """Decide otherwise, with a reason; nothing is booked by it."""
    return service.overrule_tax(uow, form=form)
