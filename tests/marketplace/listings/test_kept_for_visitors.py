"""What visitors see of a listing is kept, and never outlives a change of any row that it was made from."""

import json
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from marketplace.core.actor import ANONYMOUS, Actor
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.listings import policy, queries
from tests.factories.identity import a_member
from tests.factories.listings import an_open_listing
from tests.factories.organizations import a_university

OFFICE = (Role.TRANSFER_OFFICER, Role.TRANSFER_HEAD)
CHANGES = {
    "listing": "UPDATE listing SET title = '麒麟一号', version = version + 1 WHERE id = :id",
    "right": "UPDATE listing_right SET title = '麒麟一号' WHERE listing_id = :id",
    "inventor": "UPDATE listing_inventor SET name = '麒麟一号' WHERE listing_id = :id",
    "university": "UPDATE organization SET name = '麒麟一号' WHERE id = (SELECT university_id FROM listing WHERE id = :id)",
}


@pytest.fixture
def office(uow: UnitOfWork) -> tuple[Actor, Actor]:
    university_id = a_university(uow)
    officer, head = (a_member(uow, university_id, "university", role) for role in OFFICE)
    return officer, head


@pytest.fixture
def listing_id(uow: UnitOfWork, office: tuple[Actor, Actor]) -> UUID:
    return an_open_listing(uow, *office).id


@pytest.mark.parametrize("changed", CHANGES)
def test_a_change_is_seen_at_once(
    client: TestClient, uow: UnitOfWork, listing_id: UUID, changed: str
) -> None:
    path = f"/api/listings/{listing_id}"
    before = client.get(path)
    assert client.get(path).content == before.content
    assert "麒麟" not in before.text
    uow.session.connection().execute(text(CHANGES[changed]), {"id": listing_id})
    assert "麒麟一号" in client.get(path).text


def test_it_is_what_the_query_gives_in_either_language(
    client: TestClient, uow: UnitOfWork, listing_id: UUID
) -> None:
    visitor = uow.as_actor(ANONYMOUS, locale="en")
    for _ in range(2):
        for reader in (visitor, visitor.as_actor(ANONYMOUS, locale="zh-CN")):
            answer = client.get(f"/api/listings/{listing_id}", headers={"Accept-Language": reader.locale})
            expected = queries.get_listing(reader, listing_id=listing_id)
            assert answer.json() == json.loads(expected.model_dump_json())


def test_what_was_withdrawn_is_gone_at_once(client: TestClient, uow: UnitOfWork, listing_id: UUID) -> None:
    path = f"/api/listings/{listing_id}"
    assert client.get(path).status_code == 200
    uow.session.connection().execute(
        text("UPDATE listing SET state = 'withdrawn' WHERE id = :id"), {"id": listing_id}
    )
    unknown = client.get(f"/api/listings/{listing_id.int ^ 1:032x}").json()
    gone = client.get(path).json()
    assert {**gone, "instance": ""} == {**unknown, "instance": ""}


def test_only_those_without_listings_of_their_own_read_what_is_kept(
    uow: UnitOfWork, office: tuple[Actor, Actor]
) -> None:
    assert [policy.reads_as_public(actor) for actor in (*office, uow.actor, ANONYMOUS)] == [False] * 3 + [
        True
    ]
