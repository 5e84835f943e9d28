"""Rights with several holders: shares, consents, and what may not happen without them (专利法 §14)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from marketplace.contracts import queries as contracts, service as contracts_service
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import service as deals
from marketplace.deals.schemas import Answer
from marketplace.documents import queries as files
from marketplace.identity.permissions import Role
from marketplace.listings import holdings, queries, service
from marketplace.listings.errors import HoldersMustConsent, HolderTermsChanged, ListingIncomplete
from marketplace.listings.schemas import HolderDraft, PriceMode, RightDraft, RightKind
from marketplace.organizations import queries as organizations
from tests.factories.contracts import a_contract, sign
from tests.factories.deals import PLAN, Market, a_market
from tests.factories.identity import a_member
from tests.factories.listings import a_draft, a_term_sheet
from tests.factories.organizations import a_university, an_sme

HALF = 4_000


class Shared:
    """A university, a co-owning institute and a draft of theirs that is to be licensed exclusively."""

    def __init__(self, uow: UnitOfWork, **draft: Any) -> None:
        self.uow = uow
        self.university_id, self.institute_id = a_university(uow), a_university(uow, "无锡产研院")
        self.officer = replace(
            uow, actor=a_member(uow, self.university_id, "university", Role.TRANSFER_OFFICER, "陆明")
        )
        self.head = replace(
            uow, actor=a_member(uow, self.university_id, "university", Role.TRANSFER_HEAD, "周主任")
        )
        self.institute = replace(
            uow, actor=a_member(uow, self.institute_id, "university", Role.TRANSFER_HEAD, "许院长")
        )
        self.reader = replace(
            uow, actor=a_member(uow, self.institute_id, "university", Role.INVENTOR, "小许")
        )
        draft.setdefault("terms", a_term_sheet(licence_type="exclusive"))
        draft.setdefault("price_mode", PriceMode.LISTED)
        self.listing_id = service.create_listing(self.officer, draft=a_draft(**draft))
        view = organizations.find_view(uow, organization_id=self.institute_id)
        assert view is not None
        self.code = view.uscc or ""

    def name_holder(self, bps: int = HALF) -> None:
        service.set_holders(
            self.officer, listing_id=self.listing_id, holders=[HolderDraft(uscc=self.code, share_bps=bps)]
        )

    def approve(self) -> None:
        service.submit_listing(self.officer, listing_id=self.listing_id)
        service.approve_listing(self.head, listing_id=self.listing_id)

    def consent(self) -> None:
        view = holdings.get_holding(self.institute, listing_id=self.listing_id)
        service.consent_to_listing(
            self.institute, listing_id=self.listing_id, terms_hash=view.terms_hash or ""
        )


@pytest.fixture
def shared(uow: UnitOfWork) -> Shared:
    return Shared(uow)


def test_shares_of_all_holders_sum_to_the_whole(shared: Shared) -> None:
    assert [
        (h.share_bps, h.consents) for h in holdings.list_holders(shared.uow, listing_id=shared.listing_id)
    ] == [(10_000, True)]
    shared.name_holder(3_333)
    found = holdings.list_holders(shared.uow, listing_id=shared.listing_id)
    assert [(h.name, h.share_bps, h.consents) for h in found] == [
        ("江南大学", 6_667, True),
        ("无锡产研院", 3_333, False),
    ]


@pytest.mark.parametrize(
    ("holders", "code"),
    [
        (lambda _: [HolderDraft(uscc="91320200MA1XXXXXX9", share_bps=100)], "not_registered"),
        (lambda s: [HolderDraft(uscc=s.own, share_bps=100)], "own_share"),
        (lambda s: [HolderDraft(uscc=s.code, share_bps=100)] * 2, "duplicate"),
        (
            lambda s: [
                HolderDraft(uscc=s.code, share_bps=9_999),
                HolderDraft(uscc=s.third, share_bps=1),
            ],
            "shares_sum",
        ),
    ],
)
def test_wrong_holders_change_nothing(shared: Any, holders: Callable[[Any], Any], code: str) -> None:
    third = organizations.find_view(shared.uow, organization_id=an_sme(shared.uow))
    own = organizations.find_view(shared.uow, organization_id=shared.university_id)
    assert third is not None
    assert own is not None
    shared.third, shared.own = third.uscc, own.uscc
    with pytest.raises(InvalidInput) as refused:
        service.set_holders(shared.officer, listing_id=shared.listing_id, holders=holders(shared))
    assert [error.code for error in refused.value.errors] == [code]
    assert len(holdings.list_holders(shared.uow, listing_id=shared.listing_id)) == 1


def test_an_exclusive_licence_opens_with_the_last_consent(shared: Shared) -> None:
    shared.name_holder()
    shared.approve()
    with pytest.raises(HoldersMustConsent) as refused:
        service.publish_listing(shared.officer, listing_id=shared.listing_id)
    assert refused.value.names == "无锡产研院"
    assert "publish_listed" not in queries.get_listing(shared.officer, listing_id=shared.listing_id).moves
    shared.consent()
    assert service.publish_listing(shared.officer, listing_id=shared.listing_id).state == "open"


def test_a_non_exclusive_licence_needs_no_consent(uow: UnitOfWork) -> None:
    shared = Shared(uow, terms=a_term_sheet())
    shared.name_holder()
    shared.approve()
    assert service.publish_listing(shared.officer, listing_id=shared.listing_id).state == "open"


def test_a_consent_holds_for_the_terms_it_was_given_to(shared: Shared) -> None:
    shared.name_holder()
    shared.consent()
    old = queries.get_listing(shared.officer, listing_id=shared.listing_id)
    changed = a_draft(
        terms=a_term_sheet(licence_type="exclusive", deferred_fee_minor=1_00), price_mode=PriceMode.LISTED
    )
    service.revise_listing(shared.officer, listing_id=shared.listing_id, version=old.version, draft=changed)
    assert not holdings.get_holding(shared.institute, listing_id=shared.listing_id).consents
    with pytest.raises(HolderTermsChanged):
        service.consent_to_listing(
            shared.institute, listing_id=shared.listing_id, terms_hash=old.terms_hash or ""
        )
    shared.approve()
    with pytest.raises(HoldersMustConsent):
        service.publish_listing(shared.officer, listing_id=shared.listing_id)


def test_only_the_co_owners_own_signers_consent(shared: Shared) -> None:
    terms_hash = queries.get_listing(shared.officer, listing_id=shared.listing_id).terms_hash or ""
    give = lambda uow: service.consent_to_listing(uow, listing_id=shared.listing_id, terms_hash=terms_hash)  # noqa: E731
    for stranger in (shared.institute, shared.officer):
        with pytest.raises(NotFound):
            give(stranger)
    shared.name_holder()
    with pytest.raises(NotFound):
        give(shared.reader)
    officer = a_member(shared.uow, shared.institute_id, "university", Role.TRANSFER_OFFICER, "小陈")
    weak = replace(officer, permissions=officer.permissions - {"contract.sign"})
    with pytest.raises(Forbidden):
        give(replace(shared.uow, actor=weak))
    assert not holdings.list_holders(shared.uow, listing_id=shared.listing_id)[1].consents
    # the draft itself stays hidden from the co-owner: it sees the terms, not the university's desk
    with pytest.raises(NotFound):
        queries.get_listing(shared.institute, listing_id=shared.listing_id)
    assert [h.number for h in holdings.list_holdings(shared.institute)] != []


def test_holders_are_fixed_once_it_was_submitted(shared: Shared) -> None:
    service.submit_listing(shared.officer, listing_id=shared.listing_id)
    with pytest.raises(IllegalMove):
        shared.name_holder()


def test_a_co_owner_who_is_not_registered_allows_a_non_exclusive_licence_alone(uow: UnitOfWork) -> None:
    right = RightDraft(kind=RightKind.KNOW_HOW, title="工艺", co_owner="某某研究会", co_owner_consent=True)
    shared = Shared(uow, rights=[right])
    with pytest.raises(ListingIncomplete) as refused:
        service.submit_listing(shared.officer, listing_id=shared.listing_id)
    assert [error.pointer for error in refused.value.errors] == ["/rights/0/co_owner"]
    free = Shared(uow, rights=[right], terms=a_term_sheet())
    free.approve()


def market_of(shared: Shared) -> Market:
    firm_id = an_sme(shared.uow, name="试点企业")
    firm = replace(shared.uow, actor=a_member(shared.uow, firm_id, "sme", Role.FIRM_HEAD, "钱总"))
    view = queries.get_listing(shared.uow, listing_id=shared.listing_id)
    return Market(
        shared.uow, shared.university_id, shared.officer, shared.head, firm_id, firm, firm_id, firm, view
    )


def test_all_holders_license_and_sign_and_the_last_signature_counts(shared: Shared) -> None:
    shared.name_holder()
    shared.consent()
    shared.approve()
    service.publish_listing(shared.officer, listing_id=shared.listing_id)
    contract_id = _contract_of(shared)
    contract = contracts.get_contract(shared.institute, contract_id=contract_id)
    assert [(p.role, p.name) for p in contract.parties] == [
        ("licensor", "江南大学"),
        ("licensor", "无锡产研院"),
        ("licensee", "试点企业"),
    ]
    assert (contract.my_turn, contract.moves) == (True, ["sign", "cancel"])
    shares = contracts.list_holder_shares(shared.uow, contract_id=contract_id)
    assert [(s.organization_id, s.share_bps) for s in shares] == [
        (shared.university_id, 6_000),
        (shared.institute_id, 4_000),
    ]
    market = market_of(shared)
    firm = replace(shared.uow, actor=a_member(shared.uow, contract.firm_id, "sme", Role.FIRM_HEAD, "孙总"))
    assert sign(firm, contract).state == "signing"
    assert sign(market.officer, contract).state == "signing"
    done = sign(shared.institute, contract)
    assert (done.state, done.effective_on) == ("in_use_free", shared.uow.today)
    pdf = files.read_file(shared.institute, file_id=done.documents[-1].file_id)[1]
    found = contracts_service.verify_file(shared.uow, pdf=pdf)
    assert (found.valid, len(found.signatures)) == (True, 3)


def _contract_of(shared: Shared) -> UUID:
    market = market_of(shared)
    deal, _ = deals.start_application(market.firm, listing_id=shared.listing_id)
    deal = deals.revise_draft(market.firm, deal_id=deal.id, version=deal.version, patch=PLAN)
    deal = deals.submit_application(market.firm, deal_id=deal.id, terms_hash=market.listing.terms_hash or "")
    if deal.state == "queued":
        deals.release_queued(replace(shared.uow, now=shared.uow.now + timedelta(days=40)))
    answer = Answer(kind="accept", terms_hash=deal.terms_hash)
    deals.answer_application(shared.officer, deal_id=deal.id, answer=answer)
    deals.agree_terms(market.firm, deal_id=deal.id, terms_hash=deal.terms_hash or "")
    found = contracts_service.draft_contract(shared.uow, deal_id=deal.id)
    assert found is not None
    return found


def test_an_exclusive_licence_is_not_accepted_without_the_co_owner(shared: Shared) -> None:
    shared.name_holder()
    shared.consent()
    shared.approve()
    service.publish_listing(shared.officer, listing_id=shared.listing_id)
    shared.uow.session.connection().exec_driver_sql("UPDATE listing_holder SET consent_hash = NULL")
    shared.uow.session.expire_all()
    with pytest.raises(HoldersMustConsent):
        _contract_of(shared)


def test_an_alone_university_keeps_everything(uow: UnitOfWork) -> None:
    market = a_market(uow)
    contract = a_contract(market)
    shares = contracts.list_holder_shares(market.firm, contract_id=contract.id)
    assert [(s.organization_id, s.share_bps) for s in shares] == [(market.university_id, 10_000)]
    with pytest.raises(NotFound):
        contracts.list_holder_shares(market.outsider, contract_id=contract.id)
