"""What a provider does with a deal in its pipeline, and what it is told of it."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.applications import pipeline, policy, queries
from finance.applications.announcing import announce
from finance.applications.errors import LicenceEnded, NotAColleague
from finance.applications.gathering import licence_holds
from finance.applications.models import ApplicationNote, FactLook, FactSnapshot, FundingApplication
from finance.applications.schemas import ApplicationState, MoveDeal, PipelineDeal
from finance.applications.states import APPLICATION, BY_FIRM, Facts
from marketplace.core.fsm import advance
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork
from marketplace.events.applications import (
    ApplicationAdvanced,
    ApplicationCommitted,
    ApplicationLicenceEnded,
    ApplicationPassed,
)
from marketplace.identity import queries as identity


def read_deal(uow: UnitOfWork, *, application_id: UUID) -> PipelineDeal:
    """Return a deal to a member of its provider and note, once a day, that she read the firm's facts."""
    view = pipeline.get_deal(uow, application_id=application_id)
    if view.consented and uow.actor.user_id is not None:
        statement = insert(FactLook).values(
            id=new_id(), version=1, created_at=uow.now, application_id=application_id, user_id=uow.actor.user_id,
            on_day=uow.today, at=uow.now,
        )  # fmt: skip
        uow.session.connection().execute(statement.on_conflict_do_nothing())
    return view


def move_deal(uow: UnitOfWork, *, application_id: UUID, form: MoveDeal) -> PipelineDeal:
    """Take a deal to another state of the pipeline; announces what the firm should know.

    Raises `IllegalMove`, `ReasonNeeded`, `OwnerNeeded`, `DueDatePast`, `NotAColleague`, `Forbidden`, and `LicenceEnded` for
    a promise of money on a licence that has ended.
    """
    row = queries.lock_application(uow, application_id)
    require(policy.can_move_deal(uow.actor, row))
    name = _move_to(uow, row, form.to)
    if form.owner_id is not None:
        _check_colleague(uow, row, form.owner_id)
    if form.to == ApplicationState.COMMITTED and not licence_holds(uow, sheet_hash=row.sheet_hash):
        raise LicenceEnded(number=row.number)
    owner_id, due_on = form.owner_id or row.owner_id, form.due_on or row.due_on
    advance(
        uow, APPLICATION, row, name, facts=Facts(uow.today, form.reason, owner_id, due_on), reason=form.reason
    )
    row.owner_id, row.due_on = owner_id, due_on
    if name == "pass":
        row.reason = form.reason
    uow.audit("application.moved", "funding_application", row.id, to=row.state)
    _tell_firm(uow, row)
    uow.session.flush()
    return pipeline.get_deal(uow, application_id=application_id)


def add_note(uow: UnitOfWork, *, application_id: UUID, text: str) -> PipelineDeal:
    """Write a private note on a deal; never a fact, never shown to the firm."""
    row = queries.lock_application(uow, application_id)
    require(policy.can_move_deal(uow.actor, row))
    uow.session.add(
        ApplicationNote(
            application_id=row.id, author_id=uow.actor.user_id, text=text, at=uow.now, created_at=uow.now
        )
    )
    uow.session.flush()
    return pipeline.get_deal(uow, application_id=application_id)


def tell_ended_licence(uow: UnitOfWork, *, contract_id: UUID) -> int:
    """Announce `ApplicationLicenceEnded` for each application, open or committed, assessed on a licence; returns how many."""
    rows = uow.session.exec(
        select(FundingApplication)
        .join(FactSnapshot, col(FactSnapshot.hash) == col(FundingApplication.sheet_hash))
        .where(
            col(FactSnapshot.body).contains({"facts": [{"source_id": f"contract:{contract_id}"}]}),
            col(FundingApplication.state).not_in([ApplicationState.PASSED, ApplicationState.WITHDRAWN]),
        )
        .order_by(col(FundingApplication.id))
    ).all()
    for row in rows:
        announce(uow, row, ApplicationLicenceEnded, committed=row.state == ApplicationState.COMMITTED)
    return len(rows)


def _move_to(uow: UnitOfWork, row: FundingApplication, to: ApplicationState) -> str:
    for move in APPLICATION.open_moves(row.state):
        if move.to == to and move.name not in BY_FIRM:
            return move.name
    raise IllegalMove(
        state=APPLICATION.states[row.state].in_(uow.locale), move=APPLICATION.states[to].in_(uow.locale)
    )


def _check_colleague(uow: UnitOfWork, row: FundingApplication, owner_id: UUID) -> None:
    people = identity.list_members(uow, organization_id=row.provider_id, permission="pipeline.move")
    if owner_id not in people:
        raise NotAColleague


def _tell_firm(uow: UnitOfWork, row: FundingApplication) -> None:
    if row.state == ApplicationState.COMMITTED:
        announce(uow, row, ApplicationCommitted)
    elif row.state == ApplicationState.PASSED:
        announce(uow, row, ApplicationPassed, reason=row.reason)
    else:
        announce(uow, row, ApplicationAdvanced, to_state=row.state)
