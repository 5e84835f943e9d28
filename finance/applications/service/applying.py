"""Handing a request to a provider with the consent to read the facts, and taking either back."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.applications import policy, queries
from finance.applications.announcing import announce
from finance.applications.errors import AlreadyApplied, ConsentNeeded, ExplainExclusion
from finance.applications.gathering import gather
from finance.applications.models import FactConsent, FactSnapshot, FundingApplication, FundingRequest
from finance.applications.schemas import (
    ApplicationState,
    FirmApplication,
    FundingRequestView,
    SubmitApplication,
)
from finance.applications.states import APPLICATION, Facts
from finance.instruments import queries as instruments
from finance.instruments.schemas import InstrumentState, InstrumentView
from finance.matching import FactSheet, GateVerdict, Match, Status, match
from marketplace.core.fsm import advance, begin
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.applications import ApplicationSubmitted, ApplicationWithdrawn


def submit_application(uow: UnitOfWork, *, request_id: UUID, form: SubmitApplication) -> FirmApplication:
    """Hand a request to a product's provider on today's facts; stores the snapshot, announces `ApplicationSubmitted`.

    Raises `NotFound` for a product not on offer, `AlreadyApplied`, `ConsentNeeded`, and `ExplainExclusion` when a
    gate fails and no message says why it is sent all the same.
    """
    request = queries.lock_open_request(uow, request_id)
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
        id=new_id(), number=queries.next_number(uow, "RS"), request_id=request.id, firm_id=request.firm_id, created_at=uow.now,
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
    announce(uow, row, ApplicationSubmitted)
    uow.session.flush()
    return queries.get_application(uow, application_id=row.id)


def withdraw_application(uow: UnitOfWork, *, application_id: UUID) -> FirmApplication:
    """Take an application back, and with the last one to a provider its right to read the facts.

    Announces `ApplicationWithdrawn`. Raises `IllegalMove` once it was decided.
    """
    row = queries.lock_application(uow, application_id)
    require(policy.can_withdraw(uow.actor, row))
    take_back(uow, row)
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


def take_back(uow: UnitOfWork, row: FundingApplication) -> None:
    """Withdraw a locked application and announce it; raises `IllegalMove` once it was decided."""
    advance(uow, APPLICATION, row, "withdraw", facts=Facts(uow.today))
    _end_consent_without_purpose(uow, row)
    announce(uow, row, ApplicationWithdrawn)


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
