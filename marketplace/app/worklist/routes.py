"""The first look at the desk: what the reader must do now, what comes next, and the figures of her side.

Composed from the rooms' own reads, so nobody is shown a task that the room would refuse her.
"""

from fastapi import APIRouter

from marketplace.app.worklist.duties import of_duties
from marketplace.app.worklist.firm import of_firm
from marketplace.app.worklist.platform import of_platform
from marketplace.app.worklist.provider import of_provider
from marketplace.app.worklist.tasks import in_order
from marketplace.app.worklist.university import of_university
from marketplace.app.worklist.views import Worklist
from marketplace.core.problems import SignInRequired
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["worklist"])


@router.get("/worklist", responses=problems(SignInRequired), operation_id="get_worklist")
def get_worklist(uow: MemberUowDep) -> Worklist:
    """What the reader must do now, the days to come and the figures of her organization."""
    match uow.actor.organization_kind:
        case "sme":
            return of_firm(uow)
        case "university":
            return of_university(uow)
        case _ if uow.actor.may("health.read"):
            return of_platform(uow)
        case _ if uow.actor.may("pipeline.read"):
            return of_provider(uow)
        case _:
            return Worklist(today=uow.today, todos=in_order(of_duties(uow)), deadlines=[], checklist=[])
