"""Writes of the room: requests, applications, consents, and the provider's pipeline."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.applications import pipeline, policy, queries
from finance.applications.errors import (
    AlreadyApplied,
    ConsentNeeded,
    ExplainExclusion,
    LicenceEnded,
    NotAColleague,
    RequestClosed,
)  # fmt: skip
from finance.applications.gathering import gather, licence_holds
from finance.applications.models import (
    ApplicationNote,
    FactConsent,
    FactLook,
    FactSnapshot,
    FundingApplication,
    FundingRequest,
)  # fmt: skip
from finance.applications.schemas import (
    ApplicationState,
    FirmApplication,
    FundingRequestDraft,
    FundingRequestView,
    MoveDeal,
    PipelineDeal,
    RequestState,
    SubmitApplication,
)  # fmt: skip
from finance.applications.states import APPLICATION, BY_FIRM, REQUEST, Facts
from finance.instruments import queries as instruments
from finance.instruments.schemas import InstrumentState, InstrumentView
from finance.matching import FactSheet, GateVerdict, Match, Status, match
from marketplace.core.fsm import advance, begin
from marketplace.core.i18n import Text
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import FieldError, IllegalMove, InvalidInput, NotFound
from marketplace.core.tables import check_version
from marketplace.core.uow import UnitOfWork
from marketplace.events.applications import (
    ApplicationAdvanced,
    ApplicationCommitted,
    ApplicationLicenceEnded,
    ApplicationPassed,
    ApplicationSubmitted,
    ApplicationWithdrawn,
)  # fmt: skip
from marketplace.identity import queries as identity
from marketplace.listings import queries as listings
from marketplace.organizations import queries as organizations


def open_request(uow: UnitOfWork, *, draft: FundingRequestDraft, firm_id: UUID | None = None) -> UUID:
    """Open a funding request of the actor's firm (the system names one). Raises `Forbidden`, `InvalidInput`."""
    if not uow.actor.is_system:
        require(policy.can_request(uow.actor))
        firm_id = uow.actor.organization_id
    if firm_id is None:
        raise ValueError("the system must name the firm")
    _check_listing(uow, draft)
    row = FundingRequest(
        id=new_id(), number=_number(uow, "RZ"), firm_id=firm_id, state="", state_since=uow.now, declared_on=uow.today,
        created_at=uow.now, created_by=uow.actor.user_id, title=draft.title, purpose=draft.purpose,
        amount_minor=draft.amount_minor, stage=draft.stage, listing_id=draft.listing_id, declared=_declared(draft),
    )  # fmt: skip
    begin(uow, REQUEST, row)
    uow.session.add(row)
    uow.session.flush()
    return row.id


def revise_request(
    uow: UnitOfWork, *, request_id: UUID, version: int, draft: FundingRequestDraft
) -> FundingRequestView:
    """Change an open request; applications already made keep their snapshot. Raises `StaleVersion`, `RequestClosed`."""
    row = _open_request(uow, request_id)
    check_version(row, version)
    _check_listing(uow, draft)
    row.title, row.purpose, row.amount_minor, row.stage = (
        draft.title,
        draft.purpose,
        draft.amount_minor,
        draft.stage,
    )
    row.listing_id, row.declared, row.declared_on = draft.listing_id, _declared(draft), uow.today
    uow.session.flush()
    return queries.get_request(uow, request_id=request_id)


def close_request(uow: UnitOfWork, *, request_id: UUID) -> FundingRequestView:
    """Close a request and take back every application under way; announces `ApplicationWithdrawn` for each."""
    row = _open_request(uow, request_id)
    statement = (
        select(FundingApplication)
        .where(
            col(FundingApplication.request_id) == request_id,
            col(FundingApplication.state).not_in(sorted(APPLICATION.final)),
        )
        .order_by(col(FundingApplication.id))
        .with_for_update()
    )
    for application in uow.session.exec(statement).all():
        _withdraw(uow, application)
    advance(uow, REQUEST, row, "close")
    uow.session.flush()
    return queries.get_request(uow, request_id=request_id)


def submit_application(uow: UnitOfWork, *, request_id: UUID, form: SubmitApplication) -> FirmApplication:
    """Hand a request to a product's provider on today's facts; stores the snapshot, announces `ApplicationSubmitted`.

    Raises `NotFound` for a product not on offer, `AlreadyApplied`, `ConsentNeeded`, and `ExplainExclusion` when a
    gate fails and no message says why it is sent all the same.
    """
    request = _open_request(uow, request_id)
    product = instruments.get_instrument(uow, instrument_id=form.instrument_id)
    if product.state != InstrumentState.PUBLISHED or not product.valid_from <= uow.today <= product.valid_to:
        raise NotFound(what="instrument")
    _refuse_second(uow, request_id, form.instrument_id)
    consented = _consent_in_force(uow, request.id, product.provider_id) is not None
    if not (consented or form.consent):
        raise ConsentNeeded(provider=product.provider_name)
    sheet = gather(uow, request)
    found = match(instruments.offer_of(product), sheet)
    _demand_words(uow, found, form.message)
    if not consented:
        _grant_consent(uow, request, product)
    _keep(uow, sheet)
    row = FundingApplication(
        id=new_id(), number=_number(uow, "RS"), request_id=request.id, firm_id=request.firm_id, created_at=uow.now,
        provider_id=product.provider_id, instrument_id=product.id, instrument_version=product.version,
        sheet_hash=found.sheet_hash, status=found.status.value, score=found.score, message=form.message, state="",
        state_since=uow.now, submitted_by=uow.actor.user_id,
    )  # fmt: skip
    begin(uow, APPLICATION, row)
    uow.session.add(row)
    uow.session.flush()
    uow.audit(
        "application.submitted", "funding_application", row.id, sheet_hash=row.sheet_hash, score=row.score
    )
    uow.publish(
        ApplicationSubmitted(
            application_id=row.id, request_id=request.id, firm_id=row.firm_id, firm_name=_firm_name(uow, row.firm_id),
            provider_id=row.provider_id, number=row.number, title=request.title, instrument_name=product.name.zh,
        )
    )  # fmt: skip
    uow.session.flush()
    return queries.get_application(uow, application_id=row.id)


def withdraw_application(uow: UnitOfWork, *, application_id: UUID) -> FirmApplication:
    """Take an application back, and with the last one to a provider its right to read the facts.

    Announces `ApplicationWithdrawn`. Raises `IllegalMove` once it was decided.
    """
    row = queries.lock_application(uow, application_id)
    require(policy.can_withdraw(uow.actor, row))
    _withdraw(uow, row)
    uow.session.flush()
    return queries.get_application(uow, application_id=application_id)


def withdraw_consent(uow: UnitOfWork, *, request_id: UUID, provider_id: UUID) -> FundingRequestView:
    """Let a provider read the facts behind a request no longer, from this instant (个人信息保护法 §15).

    Raises `NotFound` when there is no consent in force.
    """
    request = queries.lock_request(uow, request_id)
    consent = _consent_in_force(uow, request.id, provider_id)
    if consent is None:
        raise NotFound(what="consent")
    consent.withdrawn_at = uow.now
    uow.audit("consent.withdrawn", "funding_request", request.id, provider_id=str(provider_id))
    uow.session.flush()
    return queries.get_request(uow, request_id=request_id)


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
    _announce(uow, row)
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
        title, product = _names(uow, row)
        uow.publish(
            ApplicationLicenceEnded(
                application_id=row.id, request_id=row.request_id, firm_id=row.firm_id, provider_id=row.provider_id,
                firm_name=_firm_name(uow, row.firm_id), number=row.number, title=title, instrument_name=product,
                committed=row.state == ApplicationState.COMMITTED,
            )
        )  # fmt: skip
    return len(rows)


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


def _open_request(uow: UnitOfWork, request_id: UUID) -> FundingRequest:
    row = queries.lock_request(uow, request_id)
    if row.state != RequestState.OPEN:
        raise RequestClosed(number=row.number)
    return row


def _check_listing(uow: UnitOfWork, draft: FundingRequestDraft) -> None:
    if draft.listing_id is None:
        return
    try:
        listings.get_listing(uow, listing_id=draft.listing_id)
    except NotFound:
        message = Text(zh="没有这项成果，或尚未公开。", en="There is no such result, or it is not public.")
        raise InvalidInput(errors=(FieldError("/listing_id", "unknown_listing", message),)) from None


def _declared(draft: FundingRequestDraft) -> list[dict[str, object]]:
    return [fact.model_dump(mode="json") for fact in draft.facts]


def _number(uow: UnitOfWork, prefix: str) -> str:
    """Return the next public number, `RZ-2026-000123` for requests, `RS-…` for applications: unique, gaps allowed."""
    seq = uow.rows("SELECT nextval('funding_number') AS n")[0]["n"]
    return f"{prefix}-{uow.today.year}-{seq:06d}"


def _refuse_second(uow: UnitOfWork, request_id: UUID, instrument_id: UUID) -> None:
    earlier = uow.session.exec(
        select(FundingApplication.number).where(
            col(FundingApplication.request_id) == request_id,
            col(FundingApplication.instrument_id) == instrument_id,
            col(FundingApplication.state).not_in(
                [ApplicationState.PASSED.value, ApplicationState.WITHDRAWN.value]
            ),
        )
    ).first()
    if earlier is not None:
        raise AlreadyApplied(number=earlier)


def _consent_in_force(uow: UnitOfWork, request_id: UUID, provider_id: UUID) -> FactConsent | None:
    return uow.session.exec(
        select(FactConsent).where(
            col(FactConsent.request_id) == request_id,
            col(FactConsent.provider_id) == provider_id,
            col(FactConsent.withdrawn_at).is_(None),
        )
    ).one_or_none()


def _grant_consent(uow: UnitOfWork, request: FundingRequest, product: InstrumentView) -> None:
    # 个人信息保护法 §23: handing facts to another party needs a consent of its own, per recipient.
    uow.session.add(
        FactConsent(
            request_id=request.id, provider_id=product.provider_id, granted_by=uow.actor.user_id, granted_at=uow.now,
            created_at=uow.now,
        )
    )  # fmt: skip
    uow.audit("consent.granted", "funding_request", request.id, provider_id=str(product.provider_id))


def _demand_words(uow: UnitOfWork, found: Match, message: str) -> None:
    if found.status is not Status.EXCLUDED or message:
        return
    failed = [gate.text.in_(uow.locale) for gate in found.gates if gate.verdict is GateVerdict.FAIL]
    raise ExplainExclusion(
        count=len(failed), gates="；".join(failed) if uow.locale == "zh-CN" else "; ".join(failed)
    )


def _keep(uow: UnitOfWork, sheet: FactSheet) -> None:
    statement = insert(FactSnapshot).values(
        id=new_id(), version=1, created_at=uow.now, hash=sheet.hash(), body=sheet.model_dump(mode="json")
    )
    uow.session.connection().execute(statement.on_conflict_do_nothing(index_elements=["hash"]))


def _withdraw(uow: UnitOfWork, row: FundingApplication) -> None:
    advance(uow, APPLICATION, row, "withdraw", facts=Facts(uow.today))
    _end_consent_without_purpose(uow, row)
    title, product = _names(uow, row)
    uow.publish(
        ApplicationWithdrawn(
            application_id=row.id, request_id=row.request_id, firm_id=row.firm_id, provider_id=row.provider_id,
            firm_name=_firm_name(uow, row.firm_id), number=row.number, title=title, instrument_name=product,
        )
    )  # fmt: skip


def _end_consent_without_purpose(uow: UnitOfWork, row: FundingApplication) -> None:
    # 个人信息保护法 §47: when the purpose is gone, so is the right to read. What was decided on stays with its provider.
    uow.session.flush()
    others = uow.session.exec(
        select(FundingApplication.id).where(
            col(FundingApplication.request_id) == row.request_id,
            col(FundingApplication.provider_id) == row.provider_id,
            col(FundingApplication.state) != ApplicationState.WITHDRAWN.value,
        )
    ).first()
    consent = _consent_in_force(uow, row.request_id, row.provider_id)
    if others is None and consent is not None:
        consent.withdrawn_at = uow.now


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


def _announce(uow: UnitOfWork, row: FundingApplication) -> None:
    title, product = _names(uow, row)
    about = {
        "application_id": row.id, "request_id": row.request_id, "firm_id": row.firm_id, "provider_id": row.provider_id,
        "number": row.number, "title": title, "instrument_name": product,
    }  # fmt: skip
    if row.state == ApplicationState.COMMITTED:
        uow.publish(ApplicationCommitted.model_validate(about))
    elif row.state == ApplicationState.PASSED:
        uow.publish(ApplicationPassed.model_validate(about | {"reason": row.reason}))
    else:
        uow.publish(ApplicationAdvanced.model_validate(about | {"to_state": row.state}))


def _names(uow: UnitOfWork, row: FundingApplication) -> tuple[str, str]:
    request = uow.session.get_one(FundingRequest, row.request_id)
    product = instruments.get_version(uow, instrument_id=row.instrument_id, number=row.instrument_version)
    return request.title, product.name.zh


def _firm_name(uow: UnitOfWork, firm_id: UUID) -> str:
    return organizations.list_briefs(uow, ids=[firm_id])[firm_id].name
