"""The fact sheet of a request: gathered from the rooms below, never typed twice.

What is of record wins over what was declared. Every fact keeps its origin and its day.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from dateutil.relativedelta import relativedelta

from finance.applications.models import FundingRequest
from finance.applications.schemas import DeclaredFact, FactView
from finance.matching import FIELDS, Fact, FactSheet, FactValue, Provenance, seen
from marketplace.contracts import queries as contracts, service as contracts_service
from marketplace.contracts.schemas import ContractState
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries as listings
from marketplace.listings.schemas import RightKind
from marketplace.organizations import queries as organizations
from marketplace.organizations.schemas import CertificateKind, CertificateView, OrganizationView

CERTIFICATES: Final = {
    CertificateKind.TECH_SME: "tech_sme",
    CertificateKind.HIGH_TECH: "hnte",
    CertificateKind.SPECIALIZED: "specialized_sme",
}
_RUNNING: Final = (ContractState.IN_USE_FREE, ContractState.PAYING)
_PROVEN: Final[dict[str, Provenance]] = {"confirmed_by_registry": "registry", "document_seen": "document"}


def gather(uow: UnitOfWork, request: FundingRequest) -> FactSheet:
    """Return the fact sheet of a request as of today."""
    facts = {fact.field: fact for fact in declared_facts(request)}
    recorded = of_record(uow, firm_id=request.firm_id, listing_id=request.listing_id)
    for fact in (*_asked(request, uow.today), *recorded):
        facts[fact.field] = fact
    return FactSheet(
        applicant_id=str(request.firm_id),
        subject_id=str(request.id),
        on=uow.today,
        facts=tuple(facts[name] for name in FIELDS if name in facts),
    )


def of_record(uow: UnitOfWork, *, firm_id: UUID, listing_id: UUID | None = None) -> tuple[Fact, ...]:
    """Return what the rooms below know about a firm and the result she brings to production; each fact names its record."""
    return (
        *_of_listing(uow, listing_id),
        *_of_licence(uow, firm_id, listing_id),
        *_of_firm(uow, firm_id),
    )


def declared_facts(request: FundingRequest) -> list[Fact]:
    """Return what the firm declared, dated on the day she said it."""
    return [DeclaredFact.model_validate(raw).fact(request.declared_on) for raw in request.declared]


def licence_holds(uow: UnitOfWork, *, sheet_hash: str) -> bool:
    """Say whether the licence of a snapshot still runs, if it has one; it cannot end before the caller commits."""
    [snapshot] = uow.rows("SELECT body FROM fact_snapshot WHERE hash = :hash", hash=sheet_hash)
    source = next((f["source_id"] for f in snapshot["body"]["facts"] if f["field"] == "licence_state"), None)
    kind, _, contract_id = (source or "").partition(":")
    return kind != "contract" or contracts_service.hold_state(uow, contract_id=UUID(contract_id)) in _RUNNING


def fact_views(sheet: FactSheet) -> tuple[FactView, ...]:
    """Return the facts of a sheet in words."""
    return tuple(
        FactView(
            field=fact.field,
            label=FIELDS[fact.field].label,
            value=fact.value,
            text=seen(fact, sheet),
            provenance=fact.provenance,
            as_of=fact.as_of,
            valid_to=fact.valid_to,
            source_id=fact.source_id,
        )
        for fact in sheet.facts
    )


def _asked(request: FundingRequest, today: date) -> Iterator[Fact]:
    for field in ("amount_minor", "purpose", "stage"):
        yield Fact(
            field=field,
            value=getattr(request, field),
            as_of=today,
            provenance="declared",
            source_id=str(request.id),
        )


def _of_firm(uow: UnitOfWork, firm_id: UUID) -> Iterator[Fact]:
    firm = organizations.find_view(uow, organization_id=firm_id)
    if firm is None:
        raise NotFound(what="organization")
    found: list[tuple[str, FactValue | None, Provenance]] = [
        ("legal_form", _legal_form(firm.name), "computed"),
        ("firm_age_months", _months(firm.founded_on, uow.today), "computed"),
        (
            "city",
            firm.region_code[:4] if firm.region_code[:4] in (FIELDS["city"].choices or {}) else None,
            "registry",
        ),
        ("in_pilot_zone", firm.zone_is_pilot, "registry"),
        ("staff", firm.staff, "declared"),
        ("sales_minor", firm.sales_minor, "declared"),
        ("assets_minor", firm.assets_minor, "declared"),
    ]
    for field, value, provenance in found:
        if value is not None:
            yield Fact(
                field=field,
                value=value,
                as_of=uow.today,
                provenance=provenance,
                source_id=f"organization:{firm.id}",
            )
    yield from _certificates(firm, uow.today)


def _certificates(firm: OrganizationView, today: date) -> Iterator[Fact]:
    for kind, field in CERTIFICATES.items():
        held = [c for c in firm.certificates if c.kind is kind and c.valid_from <= today]
        if held:
            yield _certificate(field, max(held, key=lambda c: (c.valid_to, str(c.id))), today)


def _certificate(field: str, certificate: CertificateView, today: date) -> Fact:
    """A revoked certificate is known not to be held; one that ran out keeps the day on which it did."""
    revoked = certificate.revoked_on is not None and certificate.revoked_on <= today
    return Fact(
        field=field,
        value=False if revoked else certificate.number,
        as_of=today,
        provenance=_PROVEN.get(certificate.status, "declared"),
        valid_to=None if revoked else certificate.valid_to,
        source_id=f"certificate:{certificate.id}",
    )


def _of_listing(uow: UnitOfWork, listing_id: UUID | None) -> Iterator[Fact]:
    if listing_id is None:
        return
    listing = listings.get_listing(uow.as_system(), listing_id=listing_id)
    source = f"listing:{listing.id}"
    fields = tuple(word for word in (listing.industry, listing.track) if word is not None)
    alive = [
        right
        for right in listing.rights
        if right.kind is RightKind.PATENT and (right.ends_on is None or right.ends_on >= uow.today)
    ]
    found: list[tuple[str, FactValue | None]] = [
        ("fields", tuple(str(word) for word in fields) or None),
        ("trl", listing.trl),
        ("patents_in_force", len(alive)),
    ]
    for field, value in found:
        if value is not None:
            yield Fact(field=field, value=value, as_of=uow.today, provenance="registry", source_id=source)


def _of_licence(uow: UnitOfWork, firm_id: UUID, listing_id: UUID | None) -> Iterator[Fact]:
    """The running licence for the result of the request, or else the firm's latest running one."""
    running = [one for one in contracts.list_licences(uow, firm_id=firm_id) if one.state in _RUNNING]
    of_result = [one for one in running if one.listing_id == listing_id]
    if listing_id is not None and not of_result:
        yield _licence_fact(uow, "licence_state", "none", f"listing:{listing_id}")
        return
    for licence in (of_result or running)[:1]:
        source = f"contract:{licence.contract_id}"
        yield _licence_fact(uow, "licence_state", licence.state.value, source)
        yield _licence_fact(uow, "use_first_pay_later", licence.is_use_first, source)
        if licence.ends_on is not None:
            left = relativedelta(licence.ends_on, uow.today)
            yield _licence_fact(uow, "licence_months_left", max(0, left.years * 12 + left.months), source)


def _licence_fact(uow: UnitOfWork, field: str, value: FactValue, source: str) -> Fact:
    return Fact(field=field, value=value, as_of=uow.today, provenance="registry", source_id=source)


def _legal_form(name: str) -> str | None:
    """公司法 §7: the name of a company says what it is."""
    if "股份有限公司" in name or "股份公司" in name:
        return "joint_stock"
    if "有限责任公司" in name or "有限公司" in name:
        return "limited"
    return "partnership" if "合伙" in name else None


def _months(founded_on: date | None, today: date) -> int | None:
    if founded_on is None or founded_on > today:
        return None
    gap = relativedelta(today, founded_on)
    return gap.years * 12 + gap.months
