"""A firm says what she needs; facts are gathered, products answer with reasons."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from pydantic import ValidationError
from sqlalchemy import event

from finance.applications import queries, service
from finance.applications.errors import RequestClosed
from finance.applications.gathering import gather
from finance.applications.models import FundingRequest
from finance.applications.schemas import DeclaredFact, FundingRequestDraft
from finance.applications.states import REQUEST
from finance.instruments import service as instruments
from finance.matching.vocabulary import INDUSTRIES, TRACKS
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.listings.schemas import Industry, Track
from tests.factories.applications import a_request
from tests.factories.contracts import a_running_contract
from tests.factories.deals import a_market
from tests.factories.identity import a_member
from tests.factories.instruments import WAN, a_product, a_published_product
from tests.factories.listings import an_open_listing
from tests.factories.organizations import a_university, an_sme
from tests.finance.applications.conftest import Market


def test_the_machine_has_no_dead_ends() -> None:
    assert REQUEST.faults() == []


def test_industries_and_tracks_are_the_words_of_the_listings() -> None:
    assert [*INDUSTRIES] == [item.value for item in Industry]
    assert [*TRACKS] == [item.value for item in Track]


def test_facts_of_record_are_gathered_and_declared_ones_added(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    view = queries.get_request(market.firm, request_id=request_id)
    found = {fact.field: (fact.value, fact.provenance) for fact in view.facts}
    assert found["amount_minor"] == (300 * WAN, "declared")
    assert found["legal_form"] == ("limited", "computed")
    assert found["city"] == ("3202", "registry")
    assert found["in_pilot_zone"] == (True, "registry")
    assert found["staff"] == (46, "declared")
    assert found["trl"] == (7, "declared")
    assert found["fields"] == (("节能环保",), "declared")
    months = (market.firm.today.year - 2018) * 12 + market.firm.today.month - 5 - (market.firm.today.day < 4)
    assert found["firm_age_months"] == (months, "computed")
    certificate = next(fact for fact in view.facts if fact.field == "tech_sme")
    assert certificate.valid_to == date(market.firm.today.year + 1, 3, 31)
    assert "hnte" not in found  # nobody knows: unknown, not failed


def test_the_result_behind_the_request_speaks_for_itself(uow: UnitOfWork, market: Market) -> None:
    university_id = a_university(uow)
    officer = a_member(uow, university_id, "university", Role.TRANSFER_OFFICER)
    head = a_member(uow, university_id, "university", Role.TRANSFER_HEAD)
    listing = an_open_listing(uow, officer, head)
    draft = a_request(listing_id=listing.id, facts=(DeclaredFact(field="trl", value=9),))
    request_id = service.open_request(market.firm, draft=draft)
    view = queries.get_request(market.firm, request_id=request_id)
    found = {fact.field: (fact.value, fact.provenance, fact.source_id) for fact in view.facts}
    source = f"listing:{listing.id}"
    assert found["trl"] == (7, "registry", source)  # the record wins over what was declared
    assert found["fields"] == (("节能环保",), "registry", source)
    assert found["patents_in_force"] == (1, "registry", source)
    assert view.listing_title == listing.title


def test_a_running_licence_is_known_and_not_asked_for(uow: UnitOfWork) -> None:
    street = a_market(uow)
    before = a_request(
        listing_id=street.listing.id, facts=(DeclaredFact(field="licence_state", value="paying"),)
    )
    request_id = service.open_request(street.firm, draft=before)

    def licence() -> dict[str, object]:
        view = queries.get_request(street.firm, request_id=request_id)
        names = ("licence_state", "use_first_pay_later", "licence_months_left")
        return {fact.field: fact.value for fact in view.facts if fact.field in names}

    assert licence() == {"licence_state": "none"}  # she says she pays already; there is no contract
    contract = a_running_contract(street)
    assert contract.ends_on is not None
    months = relativedelta(contract.ends_on, street.firm.today)
    assert licence() == {
        "licence_state": "in_use_free",
        "use_first_pay_later": True,
        "licence_months_left": months.years * 12 + months.months,
    }


def test_a_result_nobody_may_see_is_refused(market: Market) -> None:
    with pytest.raises(InvalidInput) as refusal:
        service.open_request(market.firm, draft=a_request(listing_id=new_id()))
    assert refusal.value.errors[0].pointer == "/listing_id"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("staff", 5),
        ("tech_sme", "x"),
        ("amount_minor", 5),
        ("unheard_of", True),
        ("trl", "seven"),
        ("fields", ["氢能"]),
    ],
)
def test_what_is_of_record_or_wrong_cannot_be_declared(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        DeclaredFact.model_validate({"field": field, "value": value})


@pytest.mark.parametrize(
    "change", [{"amount_minor": -1}, {"amount_minor": 10**14}, {"purpose": "holiday"}, {"title": " a "}]
)
def test_bad_requests_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        FundingRequestDraft.model_validate(a_request().model_dump(mode="json") | change)


def test_products_answer_in_groups_with_reasons(uow: UnitOfWork, market: Market) -> None:
    terms = a_product().terms.model_copy(
        update={"amount_min_minor": 800 * WAN, "amount_max_minor": 900 * WAN}
    )
    too_big = a_published_product(uow, market.bank_id, terms=terms)
    request_id = service.open_request(market.firm, draft=a_request())
    found = queries.get_matches(market.firm, request_id=request_id)
    assert {one.instrument.id for one in found.eligible} == {market.loan, market.fund}
    assert found.possible == ()
    (excluded,) = found.excluded
    assert excluded.instrument.id == too_big
    assert excluded.match.flip is not None
    assert excluded.match.flip.text.zh == "把申请金额从 300 万元提高到 800 万元"
    assert found.sheet_hash == excluded.match.sheet_hash
    gates = {gate.id: gate.verdict for gate in found.eligible[0].match.gates}
    assert gates == {"ticket": "pass", "purpose": "pass", "tech_sme": "pass", "age": "pass"}


def test_a_firm_without_the_certificate_is_told_which_paper_to_add(uow: UnitOfWork, market: Market) -> None:
    other = an_sme(uow, registered=False, name="另一家演示有限公司")
    firm = replace(uow, actor=a_member(uow, other, "sme", Role.FIRM_HEAD))
    request_id = service.open_request(firm, draft=a_request())
    found = queries.get_matches(firm, request_id=request_id)
    assert found.eligible == ()
    assert {one.instrument.id for one in found.possible} == {market.loan, market.fund}
    assert [paper.document.zh for paper in found.possible[0].match.papers] == ["科技型中小企业登记证书或公告"]


def test_an_expired_certificate_excludes_and_says_renew(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    later = replace(market.firm, now=market.firm.now + timedelta(days=800))
    found = queries.get_matches(later, request_id=request_id)
    excluded = {one.instrument.id: one.match for one in found.excluded}
    flip = excluded[market.loan].flip
    assert flip is not None
    assert (
        flip.text.zh
        == f"更新科技型中小企业登记（已于 {later.today.replace(month=3, day=31).replace(year=market.firm.today.year + 1)} 到期）"
    )


def test_matches_are_the_same_whenever_they_are_asked(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    assert queries.get_matches(market.firm, request_id=request_id) == queries.get_matches(
        market.firm, request_id=request_id
    )


def test_a_withdrawn_product_no_longer_matches(uow: UnitOfWork, market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    instruments.withdraw_instrument(uow, instrument_id=market.loan, reason="额度用完")
    found = queries.get_matches(market.firm, request_id=request_id)
    assert {one.instrument.id for one in found.eligible} == {market.fund}


def test_matching_asks_the_database_the_same_few_times_however_many_products_there_are(
    uow: UnitOfWork, market: Market
) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    for _ in range(5):
        a_published_product(uow, market.bank_id)
    uow.session.flush()
    statements: list[str] = []
    connection = uow.session.connection()

    def note(*arguments: object) -> None:
        statements.append(str(arguments[2]))

    event.listen(connection, "before_cursor_execute", note)
    try:
        queries.get_matches(market.firm, request_id=request_id)
    finally:
        event.remove(connection, "before_cursor_execute", note)
    assert len(statements) <= 6


def test_a_request_is_revised_by_one_editor_at_a_time_and_never_once_closed(market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    version = queries.get_request(market.firm, request_id=request_id).version
    revised = service.revise_request(
        market.firm, request_id=request_id, version=version, draft=a_request(amount_minor=200 * WAN)
    )
    assert revised.amount_minor == 200 * WAN
    with pytest.raises(StaleVersion):
        service.revise_request(market.firm, request_id=request_id, version=version, draft=a_request())
    service.close_request(market.firm, request_id=request_id)
    with pytest.raises(RequestClosed):
        service.close_request(market.firm, request_id=request_id)


def test_requests_are_the_firms_own(uow: UnitOfWork, market: Market) -> None:
    request_id = service.open_request(market.firm, draft=a_request())
    stranger = replace(uow, actor=a_member(uow, an_sme(uow, name="别家有限公司"), "sme", Role.FIRM_HEAD))
    before = gather(uow, uow.session.get_one(FundingRequest, request_id)).hash()
    for reader in (stranger, market.officer, market.manager):
        assert queries.list_requests(reader) == []
        with pytest.raises(NotFound):
            queries.get_request(reader, request_id=request_id)
        with pytest.raises(NotFound):
            queries.get_matches(reader, request_id=request_id)
        with pytest.raises(NotFound):
            service.revise_request(
                reader, request_id=request_id, version=1, draft=a_request(amount_minor=WAN)
            )
        with pytest.raises(NotFound):
            service.close_request(reader, request_id=request_id)
    with pytest.raises(Forbidden):
        service.open_request(market.officer, draft=a_request())
    uow.session.expire_all()
    row = uow.session.get_one(FundingRequest, request_id)
    assert (row.state, row.amount_minor, row.version) == ("open", 300 * WAN, 1)
    assert gather(uow, row).hash() == before
    assert [brief.id for brief in queries.list_requests(market.firm)] == [request_id]
