"""The endpoints as a browser meets them."""

from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.identity import service as identity
from marketplace.identity.permissions import Role
from marketplace.needs import service
from tests.factories.needs import a_need_draft
from tests.factories.organizations import an_sme


def test_a_visitor_reads_open_needs_and_writes_nothing(client: TestClient, uow: UnitOfWork) -> None:
    need_id = service.create_need(uow, draft=a_need_draft(), firm_id=an_sme(uow))
    assert client.get(f"/api/needs/{need_id}").status_code == 404
    service.publish_need(uow, need_id=need_id)
    page = client.get("/api/needs", params={"field": "节能环保"}).json()
    assert (page["total"], page["items"][0]["budget_minor"]) == (1, 80_000_000)
    refused = client.post("/api/needs", json={"title": "随便写一条"})
    assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_required")


def test_a_firm_writes_publishes_edits_and_closes(client: TestClient, uow: UnitOfWork) -> None:
    user = identity.register_user(
        uow, login="need-writer", name="王工", password_hash=identity.hash_password("correct horse")
    )
    identity.add_member(uow, user_id=user, organization_id=an_sme(uow), role=Role.FIRM_HEAD)
    assert client.post("/api/session", json={"login": "need-writer", "password": "correct horse"}).is_success

    draft = a_need_draft().model_dump(mode="json")
    created = client.post("/api/needs", json=draft)
    assert (created.status_code, created.json()["state"]) == (201, "draft")
    url = f"/api/needs/{created.json()['id']}"
    assert client.post(f"{url}/publish").json()["state"] == "open"
    version = client.get(url).json()["version"]
    assert client.put(url, json=draft).json()["code"] == "version_required"
    edited = client.put(url, json=draft | {"title": "换个标题再问一次"}, headers={"If-Match": str(version)})
    assert edited.json()["title"] == "换个标题再问一次"
    assert client.post(f"{url}/close", json={"outcome": "好"}).status_code == 422
    assert client.post(f"{url}/close", json={"outcome": "已经找到办法"}).json()["state"] == "closed"
    assert client.get("/api/needs/own").json()["total"] == 1
