"""Drawing up a contract from agreed terms."""

import hashlib
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from marketplace.contracts.announcing import announce
from marketplace.contracts.models import Contract, ContractCounter, ContractDocument, ContractParty
from marketplace.contracts.states import CONTRACT
from marketplace.core import fsm
from marketplace.core.ids import new_id
from marketplace.core.problems import InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries as deals, service as deals_service
from marketplace.deals.schemas import DealView
from marketplace.documents import service as documents
from marketplace.documents.schemas import ContractData, PartyData, RightData
from marketplace.events.contracts import ContractDrafted
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingView
from marketplace.organizations import queries as organizations
from marketplace.organizations.schemas import OrganizationView

PDF = "application/pdf"


def draft_contract(uow: UnitOfWork, *, deal_id: UUID) -> UUID | None:
    """Draw up the contract of an application whose terms are agreed: number, text, PDF; announces `ContractDrafted`.

    Raises `InvalidInput` for terms that the law voids.
    Returns None when there is one already or the terms are not agreed, so that a repeated call adds nothing.
    """
    system = uow.as_system()
    contract_id = new_id()
    if not deals_service.attach_contract(system, deal_id=deal_id, contract_id=contract_id):
        return None
    deal = deals.get_deal(system, deal_id=deal_id)
    listing = listings.get_listing(system, listing_id=deal.listing_id)
    data = _data(uow, _next_number(uow), deal, listing)
    if void := documents.void_terms(data.sheet, as_of=uow.today):
        raise InvalidInput(errors=void)
    pdf = documents.typeset_contract(data)
    file = documents.store_file(
        uow,
        data=pdf,
        name=f"{data.number}.pdf",
        media_type=PDF,
        readers=[party.organization_id for party in data.parties],
    )
    row = Contract(
        id=contract_id, number=data.number, deal_id=deal_id, listing_id=deal.listing_id, university_id=deal.university_id,
        firm_id=deal.firm_id, state="", state_since=uow.now, project_name=data.project_name,
        terms=data.sheet.model_dump(mode="json"), terms_hash=data.terms_hash, content=data.model_dump(mode="json"),
        content_sha256=hashlib.sha256(pdf).hexdigest(), file_id=file.id, is_demo=deal.is_demo,
    )  # fmt: skip
    fsm.begin(uow, CONTRACT, row)
    uow.session.add(row)
    uow.session.flush()
    for position, party in enumerate(data.parties):
        uow.session.add(
            ContractParty(
                contract_id=contract_id, position=position, organization_id=party.organization_id, role=party.role,
                name=party.name, uscc=party.uscc,
            )
        )  # fmt: skip
    uow.session.add(
        ContractDocument(contract_id=contract_id, position=0, file_id=file.id, sha256=file.sha256, at=uow.now)
    )
    uow.audit("contract.drafted", "contract", contract_id, number=data.number, content_sha256=file.sha256)
    announce(uow, row, ContractDrafted, content_sha256=file.sha256)
    uow.session.flush()
    return contract_id


def _next_number(uow: UnitOfWork) -> str:
    """Take the next number of the year. The row stays locked until the commit, so that a rollback leaves no gap."""
    year = uow.today.year
    statement = insert(ContractCounter).values(year=year, last=1)
    statement = statement.on_conflict_do_update(
        index_elements=["year"], set_={"last": col(ContractCounter.last) + 1}
    )
    last = uow.session.execute(statement.returning(col(ContractCounter.last))).scalar_one()
    return f"HT-{year}-{last:06d}"


def _data(uow: UnitOfWork, number: str, deal: DealView, listing: ListingView) -> ContractData:
    university = organizations.find_view(uow, organization_id=deal.university_id)
    firm = organizations.find_view(uow, organization_id=deal.firm_id)
    if university is None or firm is None or deal.terms is None or deal.terms_hash is None:
        raise NotFound(what="deal")
    plan = [*deal.sales_plan_minor, 0, 0, 0][:3]
    licensors = _licensors(uow, university, listing)
    owners = [party.name for party in licensors]
    return ContractData(
        number=number,
        project_name=listing.title,
        listing_number=listing.number,
        made_on=uow.today,
        parties=(
            *licensors,
            _party(firm, "licensee", deal.contact_name, with_account=False),
        ),
        rights=tuple(
            RightData(
                kind=right.kind.value,
                title=right.title or listing.title,
                number=right.display,
                owner="、".join(
                    filter(None, [*owners, right.co_owner if right.co_owner not in owners else ""])
                ),
                filed_on=right.filed_on,
                granted_on=right.granted_on,
                ends_on=right.ends_on,
            )
            for right in listing.rights
        ),
        sheet=deal.terms,
        terms_hash=deal.terms_hash,
        sales_minor=(plan[0], plan[1], plan[2]),
    )


def _licensors(uow: UnitOfWork, university: OrganizationView, listing: ListingView) -> list[PartyData]:
    """Return the university and the registered co-owners: all of them grant the licence and sign (专利法 §14)."""
    found = []
    for holder in listings.list_holders(uow, listing_id=listing.id):
        if holder.is_university:
            view, contact = university, listing.contact_name
        else:
            other = organizations.find_view(uow, organization_id=holder.organization_id)
            if other is None:
                raise NotFound(what="organization")
            view, contact = other, ""
        party = _party(view, "licensor", contact, with_account=holder.is_university)
        found.append(party.model_copy(update={"share_bps": holder.share_bps}))
    return found


def _party(view: OrganizationView, role: str, contact: str, *, with_account: bool) -> PartyData:
    return PartyData(
        organization_id=view.id,
        role="licensor" if role == "licensor" else "licensee",
        name=view.name,
        uscc=view.uscc or "",
        address=view.address,
        contact=contact,
        bank_name=view.bank_name if with_account else "",
        bank_account=view.bank_account if with_account else "",
    )
