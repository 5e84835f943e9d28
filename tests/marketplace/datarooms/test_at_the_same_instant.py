"""Two people act at once, on two connections with real commits: one order or the other, never both."""

from functools import partial

from sqlalchemy import Engine
from sqlmodel import select

from marketplace.core.uow import unit_of_work
from marketplace.datarooms import service
from marketplace.datarooms.models import DataAccess, DataFile, DataLook
from tests.at_once import at_once
from tests.factories.deals import a_market
from tests.factories.rooms import PURPOSE, a_pdf, a_room, an_asked_access, an_open_access


def test_one_firm_has_one_access_to_a_listing(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
    ask = partial(service.ask_access, listing_id=market.listing.id, purpose=PURPOSE)
    assert at_once(committed_engine, *[(market.firm.actor, ask)] * 3, now=market.uow.now) == ["done"] * 3
    with unit_of_work(on=committed_engine) as uow:
        assert len(uow.session.exec(select(DataAccess)).all()) == 1


def test_a_look_and_a_revocation_go_one_after_the_other(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        file_id = a_room(market).files[0].id
        access = an_open_access(market)
    look = partial(service.deliver, listing_id=market.listing.id, data_file_id=file_id, action="download")
    revoke = partial(service.revoke_access, access_id=access.id, reason="图纸版本有误")
    outcomes = at_once(
        committed_engine,
        (market.firm.actor, look),
        (market.officer.actor, revoke),
        (market.firm.actor, look),
        now=market.uow.now,
    )
    assert outcomes[1] == "done"
    assert set(outcomes) <= {"done", "dataroom.access_not_active"}
    with unit_of_work(on=committed_engine) as uow:
        looks = uow.session.exec(select(DataLook)).all()
        assert len(looks) == [outcomes[0], outcomes[2]].count("done")
        assert uow.session.exec(select(DataAccess.state)).one() == "revoked"
    assert at_once(committed_engine, (market.firm.actor, look), now=market.uow.now) == [
        "dataroom.access_not_active"
    ]


def test_two_officers_upload_the_same_file_and_it_is_there_once(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
    add = partial(service.add_file, listing_id=market.listing.id, content=a_pdf(), name="总图.pdf")
    attempts = [(actor, add) for actor in (market.officer.actor, market.head.actor)]
    assert at_once(committed_engine, *attempts, now=market.uow.now) == ["done", "done"]
    with unit_of_work(on=committed_engine) as uow:
        assert len(uow.session.exec(select(DataFile)).all()) == 1


def test_an_offer_and_a_withdrawal_leave_one_of_them(committed_engine: Engine) -> None:
    with unit_of_work(on=committed_engine) as uow:
        market = a_market(uow)
        a_room(market)
        asked = an_asked_access(market)
    outcomes = at_once(
        committed_engine,
        (market.officer.actor, partial(service.offer_access, access_id=asked.id, access_days=None)),
        (market.firm.actor, partial(service.withdraw_access, access_id=asked.id, reason="不需要了")),
        now=market.uow.now,
    )
    assert outcomes[1] == "done"  # an offer does not stop a withdrawal, a withdrawal stops an offer
    assert outcomes[0] in ("done", "illegal_move")
    with unit_of_work(on=committed_engine) as uow:
        assert uow.session.exec(select(DataAccess.state)).one() == "withdrawn"
