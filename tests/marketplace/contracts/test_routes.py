"""The endpoints of applications and contracts as two browsers meet them, from a click to a file anybody can check."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.identity import service as identity
from marketplace.identity.permissions import Role
from tests.factories.deals import PLAN, Market, a_market

PASSWORD = "correct horse"
Enter = Callable[[str], None]


@pytest.fixture
def market(uow: UnitOfWork) -> Market:
    return a_market(uow)


@pytest.fixture
def enter(client: TestClient, uow: UnitOfWork, market: Market) -> Enter:
    """Sign in as `firm`, `officer` or `outsider`."""
    people: dict[str, tuple[UUID, Role]] = {
        "firm": (market.firm_id, Role.FIRM_HEAD),
        "officer": (market.university_id, Role.TRANSFER_OFFICER),
        "outsider": (market.outsider_id, Role.FIRM_HEAD),
    }
    for login, (organization_id, role) in people.items():
        user = identity.register_user(
            uow, login=login, name=login, password_hash=identity.hash_password(PASSWORD)
        )
        identity.add_member(uow, user_id=user, organization_id=organization_id, role=role)

    def sign_in(login: str) -> None:
        assert client.post("/api/session", json={"login": login, "password": PASSWORD}).is_success

    return sign_in


def post(client: TestClient, url: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    answer = client.post(f"/api/{url}", json=body or {})
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_from_application_to_a_file_anybody_can_check(
    client: TestClient, market: Market, enter: Enter, drain: Callable[[], int]
) -> None:
    listing = {"listing_id": str(market.listing.id)}
    assert client.post("/api/deals", json=listing).json()["code"] == "sign_in_required"

    enter("firm")
    created = client.post("/api/deals", json=listing)
    assert (created.status_code, client.post("/api/deals", json=listing).status_code) == (201, 200)
    deal = created.json()
    url = f"deals/{deal['id']}"
    plan = PLAN.model_dump(exclude_unset=True)
    assert client.patch(f"/api/{url}", json=plan).json()["code"] == "version_required"
    saved = client.patch(f"/api/{url}", json=plan, headers={"If-Match": str(deal["version"])})
    assert saved.json()["product"] == PLAN.product
    shown = {"terms_hash": saved.json()["terms_hash"]}
    assert post(client, f"{url}/submit", shown)["state"] == "submitted"

    enter("officer")
    inbox = client.get("/api/deals").json()
    assert [(d["id"], d["my_turn"], d["priority"]) for d in inbox["items"]] == [(deal["id"], True, True)]
    assert client.get("/api/deals/counts").json() == {"submitted": 1}
    refused = client.post(f"/api/{url}/answer", json={"kind": "ask", "text": ""})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/text")
    assert post(client, f"{url}/answer", {"kind": "accept"} | shown)["state"] == "answering"

    enter("firm")
    assert post(client, f"{url}/agree-terms", shown)["state"] == "terms_agreed"
    drain()
    contract = client.get("/api/contracts").json()["items"][0]
    assert client.get(f"/api/{url}").json()["contract_id"] == contract["id"]
    page = f"contracts/{contract['id']}"
    whole = client.get(f"/api/{page}").json()
    read = client.get(f"/api/{page}/pdf")
    assert (read.headers["content-type"], read.content[:4]) == ("application/pdf", b"%PDF")
    assert read.headers["etag"] == f'"{whole["content_sha256"]}"'
    agreed = {"content_sha256": whole["content_sha256"]}
    wrong = client.post(f"/api/{page}/sign", json={"content_sha256": "0" * 64})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "contract.content_changed")
    assert post(client, f"{page}/sign", agreed)["state"] == "signing"

    enter("outsider")
    assert client.get("/api/contracts").json()["total"] == 0
    for path in (page, f"{page}/pdf", url, f"documents/{whole['documents'][0]['file_id']}/content"):
        assert client.get(f"/api/{path}").status_code == 404
    assert client.post(f"/api/{page}/sign", json=agreed).status_code == 404

    enter("officer")
    done = post(client, f"{page}/sign", agreed)
    assert (done["state"], [bool(p["signed_at"]) for p in done["parties"]]) == ("in_use_free", [True, True])
    signed = client.get(f"/api/{page}/pdf").content
    shared = client.get(f"/api/documents/{done['documents'][-1]['file_id']}/content")
    assert shared.content == signed

    client.delete("/api/session")
    whole_file = client.post("/api/contracts/verify", files={"file": ("c.pdf", signed)}).json()
    assert (whole_file["valid"], whole_file["number"]) == (True, contract["number"])
    longer = client.post("/api/contracts/verify", files={"file": ("c.pdf", signed + b"x")}).json()
    assert (longer["valid"], longer["reason"], longer["number"]) == (False, "trailing_bytes", "")
    assert (
        client.post("/api/contracts/verify", files={"file": ("c.pdf", b"no")}).json()["reason"] == "not_a_pdf"
    )


def test_refusals_name_the_field_and_speak_the_readers_language(
    client: TestClient, market: Market, enter: Enter
) -> None:
    enter("firm")
    deal = post(client, "deals", {"listing_id": str(market.listing.id)})
    body = {"terms_hash": deal["terms_hash"]}
    refused = client.post(f"/api/deals/{deal['id']}/submit", json=body, headers={"Accept-Language": "en"})
    assert (refused.status_code, refused.json()["title"]) == (409, "The application is not complete")
    assert refused.json()["errors"][0]["message"] == "Say how you will use the result."
    bad = client.patch(
        f"/api/deals/{deal['id']}", json={"sales_plan_minor": [1.5, -1, 0]}, headers={"If-Match": "1"}
    )
    assert [e["pointer"] for e in bad.json()["errors"]] == ["/sales_plan_minor/0", "/sales_plan_minor/1"]
    assert client.get(f"/api/deals/{deal['id']}").json() == deal
