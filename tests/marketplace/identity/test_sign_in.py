"""Signing in: the right people, nobody else, and not for ever."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pyotp
import pytest
from fastapi.testclient import TestClient

from marketplace.core import settings
from marketplace.core.problems import SignInRequired
from marketplace.core.uow import UnitOfWork
from marketplace.identity import queries, service
from marketplace.identity.errors import SecondFactorRequired, TooManyAttempts, WrongCredentials
from marketplace.identity.models import UserAccount
from marketplace.identity.permissions import PERMISSIONS, SECOND_FACTOR, Role
from tests.factories.organizations import a_university

PASSWORD = "一个足够长的口令 2026"


@pytest.fixture
def user_id(uow: UnitOfWork) -> UUID:
    found = service.register_user(uow, login="lu", name="陆明", password_hash=service.hash_password(PASSWORD))
    service.add_member(uow, user_id=found, organization_id=a_university(uow), role=Role.TRANSFER_HEAD)
    return found


def signed_in(uow: UnitOfWork) -> str:
    token = service.sign_in(uow, login="lu", password=PASSWORD)
    assert isinstance(token, str)
    return token


def test_the_right_password_opens_a_session_that_ends(uow: UnitOfWork, user_id: UUID) -> None:
    token = signed_in(uow)
    assert queries.find_actor(uow, token).user_id == user_id
    idle = replace(uow, wall=uow.wall + timedelta(hours=2, seconds=1))
    assert queries.find_actor(idle, token).kind == "anonymous"
    service.touch_session(replace(uow, wall=uow.wall + timedelta(hours=1)), token=token)
    assert queries.find_actor(idle, token).user_id == user_id
    service.sign_out(uow, token=token)
    uow.session.flush()
    assert queries.find_actor(uow, token).kind == "anonymous"


def test_the_demos_calendar_signs_nobody_out(uow: UnitOfWork, user_id: UUID) -> None:
    token = signed_in(uow)
    next_year = replace(uow, now=uow.now + timedelta(days=365))
    assert queries.find_actor(next_year, token).user_id == user_id


@pytest.mark.usefixtures("user_id")
def test_five_wrong_passwords_make_everybody_wait(uow: UnitOfWork) -> None:
    for _attempt in range(5):
        assert isinstance(service.sign_in(uow, login="lu", password="nope"), WrongCredentials)
    refused = service.sign_in(uow, login="lu", password=PASSWORD)
    assert isinstance(refused, TooManyAttempts)
    assert refused.wait_seconds == 31
    later = replace(uow, wall=uow.wall + timedelta(seconds=31))
    assert isinstance(service.sign_in(later, login="lu", password=PASSWORD), str)


def test_an_unknown_login_looks_like_a_wrong_password(uow: UnitOfWork) -> None:
    assert isinstance(service.sign_in(uow, login="nobody", password=PASSWORD), WrongCredentials)


def test_money_and_signing_need_a_fresh_code_outside_the_demo(
    uow: UnitOfWork, user_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = signed_in(uow)
    user = uow.session.get_one(UserAccount, user_id)
    user.totp_secret = pyotp.random_base32()
    strict = settings.Settings(demo=False)
    monkeypatch.setattr(queries, "settings", lambda: strict)
    assert queries.find_actor(uow, token).permissions == PERMISSIONS[Role.TRANSFER_HEAD] - SECOND_FACTOR

    code = pyotp.TOTP(user.totp_secret).at(uow.wall)
    with pytest.raises(SecondFactorRequired):
        service.confirm_second_factor(uow, token=token, code="000000" if code != "000000" else "111111")
    service.confirm_second_factor(uow, token=token, code=code)
    uow.session.flush()
    assert queries.find_actor(uow, token).permissions == PERMISSIONS[Role.TRANSFER_HEAD]
    with pytest.raises(SecondFactorRequired):
        service.confirm_second_factor(uow, token=token, code=code)
    stale = replace(uow, wall=uow.wall + timedelta(minutes=15))
    assert "contract.sign" not in queries.find_actor(stale, token).permissions


@pytest.mark.usefixtures("user_id")
def test_nobody_acts_for_an_organization_that_is_not_hers(uow: UnitOfWork) -> None:
    token = signed_in(uow)
    stranger = service.register_user(uow, login="x", name="外人", password_hash="-")
    other = service.add_member(
        uow, user_id=stranger, organization_id=a_university(uow, "东南大学"), role=Role.TRANSFER_HEAD
    )
    with pytest.raises(SignInRequired):
        service.switch_organization(uow, token=token, membership_id=other)


def test_over_http_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient, user_id: UUID) -> None:
    assert client.get("/api/me").status_code == 401
    answer = client.post("/api/session", json={"login": "lu", "password": PASSWORD})
    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    me = client.get("/api/me").json()
    assert (me["user_id"], me["current"]["role"]) == (str(user_id), "transfer_head")
    forged = client.delete("/api/session", headers={"Sec-Fetch-Site": "cross-site"})
    assert (forged.status_code, forged.json()["params"]) == (403, {"reason": "cross_site_request"})
    assert client.delete("/api/session").status_code == 204
    assert client.get("/api/me").status_code == 401


@pytest.mark.parametrize(
    ("language", "title"), [("zh-CN,zh", "登录失败"), ("en-GB", "Could not sign in"), ("fr", "登录失败")]
)
def test_refusals_speak_the_readers_language(client: TestClient, language: str, title: str) -> None:
    answer = client.post(
        "/api/session", json={"login": "x", "password": "y"}, headers={"Accept-Language": language}
    )
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["title"]) == (401, title)


def test_a_wrong_payload_names_each_field(client: TestClient) -> None:
    body = client.post("/api/session", json={"login": "", "pin": 1}).json()
    assert [(e["pointer"], e["code"]) for e in body["errors"]] == [
        ("/login", "string_too_short"), ("/password", "missing"), ("/pin", "extra_forbidden"),
    ]  # fmt: skip
