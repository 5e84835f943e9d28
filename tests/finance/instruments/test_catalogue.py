"""Products are written as versions, published, seen by whom the law allows, and withdrawn."""

from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from finance.instruments import queries, service
from finance.instruments.errors import NothingNew, ProductExpired
from finance.instruments.states import INSTRUMENT
from marketplace.core.actor import ANONYMOUS, Actor
from marketplace.core.i18n import Text
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, StaleVersion
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.organizations.schemas import OrganizationKind
from tests.factories.identity import a_member
from tests.factories.instruments import a_product, a_provider, a_published_fund_product, a_published_product
from tests.factories.organizations import a_university, an_sme


class Bank(NamedTuple):
    """A bank and its loan officer."""

    id: UUID
    officer: UnitOfWork


@pytest.fixture
def bank(uow: UnitOfWork) -> Bank:
    bank_id = a_provider(uow)
    return Bank(bank_id, replace(uow, actor=a_member(uow, bank_id, "bank", Role.LOAN_OFFICER)))


def counted(uow: UnitOfWork) -> tuple[int, ...]:
    tables = ("instrument", "instrument_version", "state_change", "outbox_event", "audit_entry")
    return tuple(uow.rows(text(f"SELECT count(*) AS n FROM {name}"))[0]["n"] for name in tables)  # noqa: S608


def test_the_machine_has_no_dead_ends() -> None:
    assert INSTRUMENT.faults() == []


def test_a_product_is_seen_once_published_and_a_revision_only_once_published_again(
    uow: UnitOfWork, bank: Bank
) -> None:
    visitor = replace(uow, actor=ANONYMOUS)
    instrument_id = service.create_instrument(bank.officer, draft=a_product())
    with pytest.raises(NotFound):
        queries.get_instrument(visitor, instrument_id=instrument_id)
    assert queries.get_instrument(bank.officer, instrument_id=instrument_id).state == "draft"

    published = service.publish_instrument(bank.officer, instrument_id=instrument_id)
    assert queries.get_instrument(visitor, instrument_id=instrument_id).version == 1

    renamed = a_product(name=Text("测试转化贷二版", "Test conversion loan 2"))
    revised = service.revise_instrument(
        bank.officer, instrument_id=instrument_id, version=published.row_version, draft=renamed
    )
    assert revised.version == 2
    assert queries.get_instrument(visitor, instrument_id=instrument_id).name.zh == "测试转化贷"
    service.publish_instrument(bank.officer, instrument_id=instrument_id)
    assert queries.get_instrument(visitor, instrument_id=instrument_id).name.zh == "测试转化贷二版"
    assert queries.get_version(uow, instrument_id=instrument_id, number=1).name.zh == "测试转化贷"

    with pytest.raises(NothingNew):
        service.publish_instrument(bank.officer, instrument_id=instrument_id)
    service.withdraw_instrument(bank.officer, instrument_id=instrument_id, reason="额度用完")
    with pytest.raises(NotFound):
        queries.get_instrument(visitor, instrument_id=instrument_id)
    with pytest.raises(IllegalMove):
        service.publish_instrument(bank.officer, instrument_id=instrument_id)


def test_amount_and_mandate_are_gates_without_being_written_twice() -> None:
    assert [gate.id for gate in a_product().all_gates()] == ["ticket", "purpose", "tech_sme", "age"]
    assert a_product().all_gates()[0].text.zh == "申请金额在 50 万元至 500 万元之间"


def test_fund_products_are_shown_to_firms_and_providers_and_never_to_the_public(
    uow: UnitOfWork, bank: Bank
) -> None:
    fund_id = a_provider(uow, OrganizationKind.FUND, "测试基金")
    loan = a_published_product(uow, bank.id)
    fund = a_published_fund_product(uow, fund_id)
    firm = a_member(uow, an_sme(uow), "sme", Role.FIRM_HEAD)
    officer = a_member(uow, a_university(uow), "university", Role.TRANSFER_OFFICER)
    for actor, seen in (
        (ANONYMOUS, {loan}),
        (officer, {loan}),
        (firm, {loan, fund}),
        (bank.officer.actor, {loan, fund}),
    ):
        reader = replace(uow, actor=actor)
        page = queries.list_catalogue(reader, size=100)
        assert {item.id for item in page.items} == seen
        assert page.total == len(seen)
        assert {view.id for view in queries.list_live(reader, on=uow.today)} == seen
        if fund not in seen:
            with pytest.raises(NotFound):
                queries.get_instrument(reader, instrument_id=fund)


def test_the_catalogue_filters_by_family_kind_and_words(uow: UnitOfWork, bank: Bank) -> None:
    loan = a_published_product(uow, bank.id)
    a_published_fund_product(uow, a_provider(uow, OrganizationKind.FUND, "测试基金"))
    for filters in (
        {"family": "debt"},
        {"kind": "conversion_loan"},
        {"words": "转化贷"},
        {"words": "TEST conversion"},
    ):
        assert [item.id for item in queries.list_catalogue(uow, **filters).items] == [loan]
    assert queries.list_catalogue(uow, words="100%").items == []


def test_a_product_leaves_the_catalogue_after_its_last_day(uow: UnitOfWork, bank: Bank) -> None:
    loan = a_published_product(uow, bank.id, valid_to=uow.today + timedelta(days=1))
    assert [item.id for item in queries.list_catalogue(uow).items] == [loan]
    later = replace(uow, now=uow.now + timedelta(days=2))
    assert queries.list_catalogue(later).items == []
    assert queries.list_live(later, on=later.today) == []


def test_an_expired_product_is_not_published(uow: UnitOfWork, bank: Bank) -> None:
    draft = a_product(valid_to=uow.today - timedelta(days=1))
    instrument_id = service.create_instrument(bank.officer, draft=draft)
    before = counted(uow)
    with pytest.raises(ProductExpired):
        service.publish_instrument(bank.officer, instrument_id=instrument_id)
    assert counted(uow) == before


def strangers(uow: UnitOfWork) -> list[tuple[Actor, type[Exception]]]:
    other = a_provider(uow, name="另一家银行")
    return [
        (ANONYMOUS, Forbidden),
        (a_member(uow, other, "bank", Role.LOAN_OFFICER), Forbidden),
        (a_member(uow, an_sme(uow), "sme", Role.FIRM_HEAD), Forbidden),
    ]


def test_others_change_nothing(uow: UnitOfWork, bank: Bank) -> None:
    instrument_id = a_published_product(uow, bank.id)
    view = queries.get_instrument(uow, instrument_id=instrument_id)
    for actor, refusal in strangers(uow):
        stranger = replace(uow, actor=actor)
        before = counted(uow)
        with pytest.raises(refusal):
            service.revise_instrument(
                stranger, instrument_id=instrument_id, version=view.row_version, draft=a_product()
            )
        with pytest.raises(refusal):
            service.publish_instrument(stranger, instrument_id=instrument_id)
        with pytest.raises(refusal):
            service.withdraw_instrument(stranger, instrument_id=instrument_id, reason="不想要了")
        if actor.organization_kind != "bank":
            with pytest.raises(refusal):
                service.create_instrument(stranger, draft=a_product())
        uow.session.expire_all()
        assert counted(uow) == before


def test_two_editors_do_not_overwrite_each_other(bank: Bank) -> None:
    instrument_id = service.create_instrument(bank.officer, draft=a_product())
    seen = queries.get_instrument(bank.officer, instrument_id=instrument_id).row_version
    service.revise_instrument(bank.officer, instrument_id=instrument_id, version=seen, draft=a_product())
    with pytest.raises(StaleVersion):
        service.revise_instrument(bank.officer, instrument_id=instrument_id, version=seen, draft=a_product())


def test_a_version_is_never_edited(uow: UnitOfWork, bank: Bank) -> None:
    service.create_instrument(bank.officer, draft=a_product())
    with pytest.raises(DBAPIError, match="append-only"), uow.session.begin_nested():
        uow.session.execute(text("UPDATE instrument_version SET number = 9"))
