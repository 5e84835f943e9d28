"""The desk of a fund, a bank, an insurer or a guarantor."""

from itertools import chain

from finance.applications import pipeline
from finance.applications.schemas import ApplicationState
from finance.instruments import queries as instruments
from finance.instruments.schemas import InstrumentState
from marketplace.app.worklist.duties import of_duties
from marketplace.app.worklist.tasks import in_order
from marketplace.app.worklist.views import Stage, Step, StepKey, Todo, TodoKind, Worklist
from marketplace.core.uow import UnitOfWork


def of_provider(uow: UnitOfWork) -> Worklist:
    """Build the desk of a provider's member."""
    stages = pipeline.count_deals(uow)
    todos = (
        Todo(
            kind=TodoKind.LOOK_AT_DEAL if deal.state is ApplicationState.NEW_MATCH else TodoKind.ADVANCE_DEAL,
            object_id=deal.id,
            title=deal.title,
            number=deal.number,
            party=deal.firm_name,
            amount_minor=deal.amount_minor,
            link=f"/app/pipeline/{deal.id}",
            since=deal.state_since,
            due_on=deal.due_on,
            overdue=deal.due_on is not None and deal.due_on < uow.today,
        )
        for deal in pipeline.list_waiting(uow)
    )
    empty = not any(stages.values())
    return Worklist(
        today=uow.today,
        todos=in_order(chain(todos, of_duties(uow))),
        deadlines=[],
        checklist=_provider_steps(uow) if empty else [],
        stages=[Stage(state=state, count=count) for state, count in stages.items()],
    )


def _provider_steps(uow: UnitOfWork) -> list[Step]:
    published = any(view.state is InstrumentState.PUBLISHED for view in instruments.list_own(uow))
    return [
        Step(key=StepKey.INSTRUMENT, done=published, link="/app/instruments"),
        Step(key=StepKey.DEAL, done=False, link="/app/pipeline"),
    ]
