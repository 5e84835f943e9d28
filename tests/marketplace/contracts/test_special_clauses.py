"""Clauses of the parties' own: checked, typeset, and signed as everybody reads them."""

import hashlib

import pytest

from marketplace.contracts import service
from marketplace.contracts.errors import ContentChanged
from marketplace.contracts.schemas import ContractView
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as files, service as documents
from marketplace.documents.schemas import ContractData
from marketplace.documents.wording import articles
from marketplace.listings import service as listings
from marketplace.listings.errors import ListingIncomplete
from tests.factories.contracts import a_contract, contract_data, sign
from tests.factories.deals import Market, a_market
from tests.factories.listings import a_draft, a_term_sheet

FAIR = "试点期间双方每月召开一次技术例会，会议纪要由许可方整理。"
VOID = "被许可方不得将许可产品出口。"


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


def put(uow: UnitOfWork, contract: ContractView, *clauses: str) -> ContractView:
    return service.set_special_clauses(
        uow, contract_id=contract.id, content_sha256=contract.content_sha256, clauses=clauses
    )


def test_a_clause_becomes_an_article_and_the_text_another_one(market: Market) -> None:
    contract = a_contract(market)
    changed = put(market.firm, contract, FAIR)
    assert changed.special_clauses == [FAIR]
    assert changed.content_sha256 != contract.content_sha256
    pdf = files.read_file(market.firm, file_id=changed.documents[0].file_id)[1]
    assert hashlib.sha256(pdf).hexdigest() == changed.content_sha256 == changed.documents[0].sha256
    with pytest.raises(ContentChanged):
        sign(market.officer, contract)  # she still looks at the text before
    sign(market.officer, changed)
    assert sign(market.firm, changed).state == "in_use_free"


def test_the_article_stands_before_the_signature_and_only_when_there_is_one() -> None:
    titles = [title for title, _ in articles(contract_data(special_clauses=(FAIR,)))]
    assert titles[-2:] == ["特别约定", "电子签名与生效"]
    assert "特别约定" not in [title for title, _ in articles(contract_data())]


def test_a_void_clause_is_refused_with_its_remedy_and_changes_nothing(market: Market) -> None:
    contract = a_contract(market)
    with pytest.raises(InvalidInput) as refused:
        put(market.officer, contract, FAIR, VOID)
    (error,) = refused.value.errors
    assert (error.pointer, error.code) == ("/clauses/1", "void_clause")
    assert "第八百五十条" in error.message.zh
    assert "Write instead" in error.message.en
    assert put(market.officer, contract).content_sha256 == contract.content_sha256


def test_only_parties_that_may_sign_and_only_before_a_signature(market: Market) -> None:
    contract = a_contract(market)
    with pytest.raises(NotFound):
        put(market.outsider, contract, FAIR)
    reader = market.acting(
        type(market.firm.actor)(
            "user", market.firm.actor.user_id, market.firm_id, "sme", frozenset({"contract.read"})
        )
    )
    with pytest.raises(Forbidden):
        put(reader, contract, FAIR)
    sign(market.firm, contract)
    with pytest.raises(IllegalMove):
        put(market.officer, contract, FAIR)


def test_the_same_clauses_again_change_nothing(market: Market) -> None:
    changed = put(market.firm, a_contract(market), FAIR)
    assert put(market.officer, changed, FAIR).content_sha256 == changed.content_sha256


def test_void_terms_stop_a_listing_before_it_is_offered(market: Market) -> None:
    terms = a_term_sheet(field_of_use="纺织品烘干，产品售价由许可方核定")
    listing_id = listings.create_listing(market.officer, draft=a_draft(terms=terms))
    with pytest.raises(ListingIncomplete) as refused:
        listings.submit_listing(market.officer, listing_id=listing_id)
    assert [error.pointer for error in refused.value.errors] == ["/terms/field_of_use"]
    missing = listings.list_missing_parts(market.officer, listing_id=listing_id)
    assert "产品售价由许可方核定" in missing[0].message


def test_old_contents_without_clauses_still_read() -> None:
    content = contract_data().model_dump(mode="json")
    content.pop("special_clauses")
    for party in content["parties"]:
        party.pop("share_bps")
    data = ContractData.model_validate(content)
    assert documents.typeset_contract(data) == documents.typeset_contract(
        contract_data().model_copy(update={"parties": data.parties})
    )
