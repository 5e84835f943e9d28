"""Reads of the room, the firm's side. The provider's side is in `pipeline.py`."""

from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.applications import policy
from finance.applications.errors import RequestClosed
from finance.applications.gathering import fact_views, gather, of_record
from finance.applications.models import FundingApplication, FundingRequest
from finance.applications.schemas import (
    DECLARABLE,
    ChoiceView,
    DeclaredFact,
    FactFieldView,
    FactView,
    FirmApplication,
    FundingRequestBrief,
    FundingRequestView,
    LookView,
    Matches,
    MatchView,
    RequestState,
)  # fmt: skip
from finance.instruments import queries as instruments
from finance.instruments.schemas import InstrumentBrief
from finance.matching import FIELDS, FactSheet, Status, match, order
from marketplace.core.i18n import Text
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries as listings

_APPLICATIONS = """
SELECT a.id, a.number, a.version, a.request_id, a.instrument_id, a.instrument_version, v.draft -> 'name' AS instrument_name,
       a.provider_id, o.name AS provider_name, a.status, a.score, a.state, a.state_since, a.created_at AS submitted_at, a.reason,
       (SELECT max(c.withdrawn_at) FROM fact_consent c WHERE c.request_id = a.request_id AND c.provider_id = a.provider_id
        HAVING bool_and(c.withdrawn_at IS NOT NULL)) AS consent_withdrawn_at,
       (SELECT count(*) FROM fact_look l WHERE l.application_id = a.id) AS looks
FROM funding_application a
JOIN instrument_version v ON v.instrument_id = a.instrument_id AND v.number = a.instrument_version
JOIN organization o ON o.id = a.provider_id
WHERE a.request_id = ANY(:ids) ORDER BY a.created_at DESC, a.id
"""
_LOOKS = """
SELECT o.name AS provider_name, u.name AS reader_name, l.at FROM fact_look l
JOIN funding_application a ON a.id = l.application_id JOIN organization o ON o.id = a.provider_id
JOIN user_account u ON u.id = l.user_id WHERE a.request_id = :id ORDER BY l.at DESC, l.id
"""


def list_fact_fields() -> list[FactFieldView]:
    """Return every fact a product may ask for, with its words: what forms are built from."""
    return [
        FactFieldView(
            field=name,
            kind=spec.kind,
            unit=spec.unit,
            label=spec.label,
            document=spec.document,
            changeable_by=spec.changeable_by,
            choices=tuple(
                ChoiceView(value=value, label=label) for value, label in (spec.choices or {}).items()
            ),
            declarable=name in DECLARABLE,
        )
        for name, spec in FIELDS.items()
    ]


def list_facts_of_record(uow: UnitOfWork) -> list[FactView]:
    """Return what a request of the actor's firm would take from the records today, each fact with its record."""
    require(policy.can_request(uow.actor))
    firm_id = uow.actor.organization_id
    if firm_id is None:
        raise NotFound(what="organization")
    known = {fact.field: fact for fact in of_record(uow, firm_id=firm_id)}
    facts = tuple(known[name] for name in FIELDS if name in known)
    return list(fact_views(FactSheet(applicant_id=str(firm_id), subject_id="", on=uow.today, facts=facts)))


def list_requests(uow: UnitOfWork) -> list[FundingRequestBrief]:
    """Return the requests of the actor's firm, newest first, with their applications."""
    rows = uow.session.exec(
        select(FundingRequest)
        .where(policy.visible_requests(uow.actor))
        .order_by(col(FundingRequest.created_at).desc(), col(FundingRequest.id))
    ).all()
    applications = _applications(uow, [row.id for row in rows])
    return [FundingRequestBrief(**_brief(row), applications=applications.get(row.id, ())) for row in rows]


def get_request(uow: UnitOfWork, *, request_id: UUID) -> FundingRequestView:
    """Return a request of the actor's firm with the facts as they stand today; raises `NotFound`."""
    row = _visible(uow, request_id)
    title = None
    if row.listing_id is not None:
        title = listings.get_listing(uow.as_system(), listing_id=row.listing_id).title
    return FundingRequestView(
        **_brief(row),
        applications=_applications(uow, [row.id]).get(row.id, ()),
        listing_title=title,
        declared=tuple(DeclaredFact.model_validate(raw) for raw in row.declared),
        facts=fact_views(gather(uow, row)),
    )


def get_matches(uow: UnitOfWork, *, request_id: UUID) -> Matches:
    """Return how every product in force answers a request today, grouped by status, in the stable order."""
    row = _visible(uow, request_id)
    sheet = gather(uow, row)
    products = {view.id: view for view in instruments.list_live(uow, on=uow.today)}
    under_way = {
        application.instrument_id: application.id
        for application in _applications(uow, [row.id]).get(row.id, ())
        if application.state not in ("passed", "withdrawn")
    }
    groups: dict[Status, list[MatchView]] = {status: [] for status in Status}
    for found in order(match(instruments.offer_of(view), sheet) for view in products.values()):
        brief = products[found.instrument_id].model_dump(include=set(InstrumentBrief.model_fields))
        groups[found.status].append(
            MatchView(
                instrument=InstrumentBrief.model_validate(brief),
                match=found,
                application_id=under_way.get(found.instrument_id),
            )
        )
    return Matches(
        request_id=row.id,
        on=sheet.on,
        sheet_hash=sheet.hash(),
        facts=fact_views(sheet),
        eligible=tuple(groups[Status.ELIGIBLE]),
        possible=tuple(groups[Status.POSSIBLE]),
        excluded=tuple(groups[Status.EXCLUDED]),
    )


def list_looks(uow: UnitOfWork, *, request_id: UUID) -> list[LookView]:
    """Return who read the facts behind a request of the actor's firm, latest first; raises `NotFound`."""
    row = _visible(uow, request_id)
    return [LookView(**look) for look in uow.rows(_LOOKS, id=row.id)]


def get_application(uow: UnitOfWork, *, application_id: UUID) -> FirmApplication:
    """Return an application of the actor's firm; raises `NotFound`."""
    row = uow.session.exec(
        select(FundingApplication).where(
            col(FundingApplication.id) == application_id, policy.visible_applications(uow.actor)
        )
    ).one_or_none()
    if row is None or not policy.can_withdraw(uow.actor, row):
        raise NotFound(what="application")
    return next(
        one for one in _applications(uow, [row.request_id])[row.request_id] if one.id == application_id
    )


def lock_request(uow: UnitOfWork, request_id: UUID) -> FundingRequest:
    """Lock a request of the actor's firm for a change; raises `NotFound`."""
    statement = (
        select(FundingRequest)
        .where(col(FundingRequest.id) == request_id, policy.visible_requests(uow.actor))
        .with_for_update(of=FundingRequest)
    )
    found: FundingRequest | None = uow.session.exec(statement).one_or_none()
    if found is None:
        raise NotFound(what="funding request")
    return found


def lock_open_request(uow: UnitOfWork, request_id: UUID) -> FundingRequest:
    """Do the same with a request that is still open; raises `RequestClosed` as well."""
    row = lock_request(uow, request_id)
    if row.state != RequestState.OPEN:
        raise RequestClosed(number=row.number)
    return row


def lock_application(uow: UnitOfWork, application_id: UUID) -> FundingApplication:
    """Lock an application that the actor may know of, from either side; raises `NotFound`."""
    statement = (
        select(FundingApplication)
        .where(col(FundingApplication.id) == application_id, policy.visible_applications(uow.actor))
        .with_for_update(of=FundingApplication)
    )
    found: FundingApplication | None = uow.session.exec(statement).one_or_none()
    if found is None:
        raise NotFound(what="application")
    return found


def next_number(uow: UnitOfWork, prefix: str) -> str:
    """Return the next public number, `RZ-2026-000123` for requests, `RS-…` for applications: unique, gaps allowed."""
    seq = uow.rows("SELECT nextval('funding_number') AS n")[0]["n"]
    return f"{prefix}-{uow.today.year}-{seq:06d}"


def _visible(uow: UnitOfWork, request_id: UUID) -> FundingRequest:
    row = uow.session.exec(
        select(FundingRequest).where(col(FundingRequest.id) == request_id, policy.visible_requests(uow.actor))
    ).one_or_none()
    if row is None:
        raise NotFound(what="funding request")
    return row


def _brief(row: FundingRequest) -> dict[str, Any]:
    names = (
        "id",
        "number",
        "version",
        "state",
        "title",
        "purpose",
        "amount_minor",
        "stage",
        "listing_id",
        "created_at",
    )
    return {name: getattr(row, name) for name in names}


def _applications(uow: UnitOfWork, ids: list[UUID]) -> dict[UUID, tuple[FirmApplication, ...]]:
    found: dict[UUID, list[FirmApplication]] = {}
    for row in uow.rows(_APPLICATIONS, ids=ids) if ids else []:
        view = FirmApplication(
            **{name: row[name] for name in FirmApplication.model_fields if name != "instrument_name"},
            instrument_name=Text(**row["instrument_name"]),
        )
        found.setdefault(row["request_id"], []).append(view)
    return {request_id: tuple(views) for request_id, views in found.items()}
