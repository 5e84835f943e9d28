"""The same story through the API, as the desk calls it."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from marketplace.core.actor import Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.identity.entry import SESSION_COOKIE
from marketplace.identity.models import LoginSession, Membership
from marketplace.identity.tokens import hash_token
from tests.factories.instruments import WAN
from tests.finance.applications.conftest import Market

REQUEST: dict[str, Any] = {
    "title": "热泵烘干中试线",
    "purpose": "pilot_line",
    "amount_minor": 300 * WAN,
    "stage": "angel",
    "facts": [{"field": "trl", "value": 7}, {"field": "fields", "value": ["节能环保"]}],
}


class Browser:
    """A signed-in browser, or an anonymous one."""

    def __init__(self, client: TestClient, token: str | None) -> None:
        self.client, self.token = client, token

    def send(self, method: str, path: str, **rest: Any) -> Any:
        self.client.cookies.clear()
        if self.token:
            self.client.cookies.set(SESSION_COOKIE, self.token)
        return self.client.request(method, f"/api{path}", **rest)


def signed_in(uow: UnitOfWork, client: TestClient, actor: Actor) -> Browser:
    token = f"token-{new_id()}"
    membership = uow.session.exec(select(Membership).where(Membership.user_id == actor.user_id)).one()
    uow.session.add(
        LoginSession(
            token_hash=hash_token(token), user_id=membership.user_id, membership_id=membership.id,
            last_seen_at=uow.now, expires_at=uow.now + timedelta(hours=1),
        )
    )  # fmt: skip
    uow.session.flush()
    return Browser(client, token)


@pytest.fixture
def firm(uow: UnitOfWork, client: TestClient, market: Market) -> Browser:
    return signed_in(uow, client, market.firm.actor)


@pytest.fixture
def manager(uow: UnitOfWork, client: TestClient, market: Market) -> Browser:
    return signed_in(uow, client, market.manager.actor)


def test_before_there_is_a_request_the_firm_sees_what_the_records_say_and_where(
    market: Market, firm: Browser, manager: Browser
) -> None:
    found = {fact["field"]: fact for fact in firm.send("GET", "/funding-facts/of-record").json()}
    record = f"organization:{market.firm.actor.organization_id}"
    assert {
        field: fact["source_id"] for field, fact in found.items() if field != "tech_sme"
    } == dict.fromkeys(
        ("legal_form", "firm_age_months", "city", "in_pilot_zone", "staff", "sales_minor", "assets_minor"),
        record,
    )
    assert found["tech_sme"]["source_id"].startswith("certificate:")
    assert found["staff"]["value"] == 46
    asked = firm.send("POST", "/funding-requests", json=REQUEST).json()
    of_record = [fact for fact in asked["facts"] if fact["field"] in found]
    assert of_record == list(found.values())
    refused = manager.send("GET", "/funding-facts/of-record")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")


def test_from_request_to_commitment(market: Market, firm: Browser, manager: Browser) -> None:
    asked = firm.send("POST", "/funding-requests", json=REQUEST)
    assert asked.status_code == 201
    request_id = asked.json()["id"]
    matches = firm.send("GET", f"/funding-requests/{request_id}/matches").json()
    assert [one["match"]["status"] for one in matches["eligible"]] == ["eligible", "eligible"]
    gate = matches["eligible"][0]["match"]["gates"][0]
    assert gate["threshold"]["zh"] == "申请金额在 50 万元至 500 万元之间"
    assert gate["evidence"][0]["text"] == {"zh": "300 万元", "en": "RMB 3,000,000"}

    form = {"instrument_id": str(market.fund), "consent": True}
    handed = firm.send("POST", f"/funding-requests/{request_id}/applications", json=form)
    assert handed.status_code == 201
    deal_id = handed.json()["id"]
    inbox = manager.send("GET", "/pipeline", params={"state": "new_match", "sort": "score"}).json()
    assert [(item["id"], item["title"]) for item in inbox["items"]] == [(deal_id, "热泵烘干中试线")]
    deal = manager.send("GET", f"/pipeline/{deal_id}").json()
    assert [move["to"] for move in deal["moves"]] == ["screening", "due_diligence", "passed"]
    assert deal["match"]["gates"] == next(
        one["match"]["gates"] for one in matches["eligible"] if one["instrument"]["id"] == str(market.fund)
    )
    refused = manager.send("POST", f"/pipeline/{deal_id}/move", json={"to": "due_diligence"})
    assert (refused.status_code, refused.json()["code"]) == (409, "application.owner_needed")
    plan = {
        "to": "due_diligence",
        "owner_id": deal["colleagues"][0]["id"],
        "due_on": str(market.manager.today + timedelta(days=9)),
    }
    for body in (plan, {"to": "committee"}, {"to": "committed"}):
        moved = manager.send("POST", f"/pipeline/{deal_id}/move", json=body)
        assert (moved.status_code, moved.json()["state"]) == (200, body["to"])
    assert manager.send("GET", "/pipeline/counts").json()["committed"] == 1
    mine = firm.send("GET", "/funding-requests").json()
    assert mine[0]["applications"][0]["state"] == "committed"
    looks = firm.send("GET", f"/funding-requests/{request_id}/looks").json()
    assert [look["reader_name"] for look in looks] == ["孙总"]


def test_wrong_fields_are_named_in_both_languages(firm: Browser) -> None:
    wrong = REQUEST | {"amount_minor": 0.5, "facts": [{"field": "staff", "value": 3}]}
    answer = firm.send("POST", "/funding-requests", json=wrong, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    found = {error["pointer"]: error["code"] for error in answer.json()["errors"]}
    assert found == {"/amount_minor": "int_from_float", "/facts/0": "not_declarable"}
    assert firm.send("GET", "/funding-requests").json() == []


def test_a_visitor_sees_loans_and_nothing_of_funds_or_firms(client: TestClient, market: Market) -> None:
    visitor = Browser(client, None)
    listed = visitor.send("GET", "/instruments").json()
    assert [item["id"] for item in listed["items"]] == [str(market.loan)]
    assert visitor.send("GET", f"/instruments/{market.fund}").status_code == 404
    assert visitor.send("GET", "/funding-requests").status_code == 401
    assert visitor.send("GET", "/pipeline").status_code == 401


def test_the_form_knows_which_facts_it_may_ask(firm: Browser) -> None:
    fields = {field["field"]: field for field in firm.send("GET", "/funding-facts").json()}
    assert fields["trl"]["declarable"]
    assert not fields["staff"]["declarable"]
    assert fields["stage"]["choices"][0] == {"value": "seed", "label": {"zh": "种子期", "en": "seed"}}
