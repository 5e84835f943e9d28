"""One small market with a person for every role, on both sides of every wall."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from finance.instruments import service as instruments
from finance.receivables import service as receivables
from finance.receivables.schemas import NewTaxInvoice
from marketplace.contracts import queries as contracts
from marketplace.core.actor import Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import service as datarooms
from marketplace.enquiries import service as enquiries
from marketplace.identifiers import make_uscc
from marketplace.identity.models import LoginSession, Membership
from marketplace.identity.permissions import Role
from marketplace.identity.tokens import hash_token
from marketplace.listings import service as listings
from marketplace.needs import service as needs
from marketplace.notifications.models import Notification
from marketplace.organizations import service as organizations
from marketplace.organizations.schemas import NewOrganization, OrganizationKind
from tests.factories.applications import an_application
from tests.factories.deals import a_market
from tests.factories.defaults import a_case_on_record
from tests.factories.identity import a_member
from tests.factories.instruments import a_product, a_provider, a_published_product
from tests.factories.listings import a_draft
from tests.factories.needs import a_need_draft
from tests.factories.organizations import a_university, an_sme
from tests.factories.payments import a_bill, a_credit_note
from tests.factories.rooms import PURPOSE, a_png

DAY = timedelta(days=1)


@dataclass(frozen=True)
class World:
    """Objects by the name of their path parameter, and session tokens by persona (None: anonymous)."""

    objects: dict[str, UUID | str | int]
    tokens: dict[str, str | None]


def an_organization(uow: UnitOfWork, kind: OrganizationKind) -> UUID:
    draft = NewOrganization(kind=kind, name=f"演示{kind.value}", industry="物联网", track="人工智能")
    return organizations.register_organization(uow, draft=draft)


def a_world(uow: UnitOfWork) -> World:
    """Build the market; everything that can be unpublished is."""
    market = a_market(uow)
    draft_id = listings.create_listing(market.officer, draft=a_draft(title="尚未公开的成果草稿"))
    people: dict[str, Actor] = {
        "officer": market.officer.actor,
        "head": market.head.actor,
        "inventor": a_member(uow, market.university_id, "university", Role.INVENTOR),
        "manager": a_member(uow, market.university_id, "university", Role.TECHNOLOGY_MANAGER),
        "firm": market.firm.actor,
        "rival_officer": a_member(
            uow, (rival := a_university(uow, "东南大学")), "university", Role.TRANSFER_OFFICER
        ),
        "rival_head": a_member(uow, rival, "university", Role.TRANSFER_HEAD),
        "rival_firm": a_member(uow, an_sme(uow, name="另一家企业"), "sme", Role.FIRM_HEAD),
    }
    for name, kind, role in (
        ("fund", OrganizationKind.FUND, Role.FUND_MANAGER),
        ("bank", OrganizationKind.BANK, Role.LOAN_OFFICER),
        ("zone", OrganizationKind.ZONE, Role.ZONE_OFFICER),
        ("province", OrganizationKind.DEPARTMENT, Role.PROVINCE_OFFICER),
        ("administrator", OrganizationKind.DEPARTMENT, Role.ADMINISTRATOR),
    ):
        people[name] = a_member(uow, an_organization(uow, kind), kind.value, role)
    note = Notification(
        user_id=people["officer"].user_id or new_id(), source="t", template="listing_approved", params={"title": "甲", "number": "乙"},
        link="/", at=uow.now,
    )  # fmt: skip
    uow.session.add(note)
    uow.session.flush()
    provider_id = a_provider(uow)
    handed = an_application(market.firm, a_published_product(uow, provider_id))
    bill = a_bill(uow, market=market)
    contract = contracts.get_contract(market.firm, contract_id=bill.invoice.contract_id)
    room = datarooms.add_file(market.officer, listing_id=draft_id, content=a_png(), name="样机照片.png")
    access, _ = datarooms.ask_access(market.firm, listing_id=market.listing.id, purpose=PURPOSE)
    enquiry, _ = enquiries.ask(market.firm, listing_id=market.listing.id, text="冬天出风温度够不够？")
    late = a_case_on_record(
        bill.system,
        invoice=bill.invoice,
        provider_id=a_provider(uow, OrganizationKind.GUARANTOR, "测试担保"),
        zone_id=people["zone"].organization_id or new_id(),
    )
    credit = a_credit_note(bill, amount_minor=1)
    tax = receivables.ask_tax_invoice(
        bill.firm,
        invoice_id=bill.invoice.id,
        form=NewTaxInvoice(
            kind="ordinary", title="企业", tax_number=make_uscc("91", "320200", 7), email="cw@example.cn"
        ),
    )
    objects = late | {
        "adjustment_id": credit.id,
        "tax_invoice_id": tax.id,
        "enquiry_id": enquiry.id,
        "access_id": access.id,
        "data_file_id": room.files[0].id,
        "need_id": needs.create_need(market.firm, draft=a_need_draft()),
        "deal_id": contract.deal_id,
        "contract_id": contract.id,
        "invoice_id": bill.invoice.id,
        "file_id": contract.documents[0].file_id,
        "request_id": handed.request_id,
        "application_id": handed.application.id,
        "provider_id": provider_id,
        "instrument_id": instruments.create_instrument(uow, draft=a_product(), provider_id=provider_id),
        "listing_id": draft_id,
        "organization_id": market.university_id,
        "notification_id": note.id,
        "objection_id": new_id(),
        "matter_id": new_id(),
        "batch_id": new_id(),
        "key": f"receivable:{bill.invoice.id}",
        "txn_id": uow.rows("SELECT id FROM ledger_txn WHERE source_id = :id", id=bill.invoice.id)[0]["id"],
    }
    tokens = {"anonymous": None} | {name: _sign_in(uow, actor) for name, actor in people.items()}
    return World(objects, tokens)


def _sign_in(uow: UnitOfWork, actor: Actor) -> str:
    token = f"token-{actor.user_id}"
    membership = uow.session.exec(select(Membership).where(Membership.user_id == actor.user_id)).one()
    uow.session.add(
        LoginSession(
            token_hash=hash_token(token), user_id=membership.user_id, membership_id=membership.id, expires_at=uow.wall + DAY,
            last_seen_at=uow.wall + DAY,  # that it is in use, noted every five minutes, is no answer to a request
        )
    )  # fmt: skip
    uow.session.flush()
    return token
