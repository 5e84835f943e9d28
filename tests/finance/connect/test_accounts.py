"""A university's account at the provider: opened once, filled in, used by a second person, lost when the provider restricts it."""

import pytest

from finance.connect import completer, queries, service
from finance.connect.errors import AccountNotActive, ConnectNotOffered
from finance.payouts import queries as payouts
from finance.settings import settings
from marketplace.core.problems import Forbidden, NotFound
from tests.finance.connect.conftest import UNIVERSITY_SHARE, Office


def facts(office: Office) -> tuple[object, ...]:
    rows = office.system.rows("SELECT state, provider_ref IS NOT NULL AS opened FROM connected_account")
    current = office.system.rows("SELECT way FROM payee_account WHERE replaced_at IS NULL")
    return [tuple(row.values()) for row in rows], [row["way"] for row in current]


def test_an_account_is_opened_filled_in_and_used_by_a_second_person(office: Office) -> None:
    assert queries.get_connect(office.officer).moves == ["fill_in"]
    ref = office.open()
    assert office.open() == ref
    assert len(office.double.books()["account"]) == 1
    opened = queries.get_connect(office.officer)
    assert opened.account is not None
    assert (opened.account.state, opened.account.usable_from, opened.moves) == (
        "onboarding",
        None,
        ["fill_in", "look"],
    )
    assert opened.account.wanted == [
        "单位简介与网址", "单位名称与登记信息", "单位登记号或税号", "经办代表的姓名与联系方式", "经办代表的身份证件",
        "学校自己的银行账户", "同意支付机构的服务条款",
    ]  # fmt: skip
    with pytest.raises(AccountNotActive):
        service.use_account(office.head)

    office.change(ref, "submit")
    checking = queries.get_connect(office.officer).account
    assert checking is not None
    assert (checking.state, checking.submitted, checking.wanted, checking.disabled_reason) == (
        "onboarding", True, [], "资料审核中",
    )  # fmt: skip
    office.change(ref, "activate")
    assert queries.get_connect(office.officer).moves == ["look"]
    with pytest.raises(Forbidden):
        service.use_account(office.officer)
    assert facts(office) == ([("active", True)], [])

    used = service.use_account(office.head).account
    assert used is not None
    assert used.usable_from is not None
    assert (used.usable_from - office.system.today).days == 3
    [own] = [p for p in payouts.list_payables(office.officer).payees if p.payee.kind == "university"]
    assert (own.payee.way, own.open_minor, own.ready) == ("stripe", UNIVERSITY_SHARE, False)
    office.days = 3
    [own] = [p for p in payouts.list_payables(office.officer).payees if p.payee.kind == "university"]
    assert own.ready


def test_whoever_opened_it_does_not_use_it(office: Office) -> None:
    service.open_account(office.head)
    row = queries.get_own_account(office.head)
    completer.look_at_account(office.head, row, office.gateway)
    office.head.session.refresh(row)
    office.change(row.provider_ref or "", "activate")
    with pytest.raises(Forbidden, match="four_eyes"):
        service.use_account(office.head)
    assert facts(office) == ([("active", True)], [])


def test_strangers_change_nothing(office: Office) -> None:
    for stranger in (office.bill.firm, office.bill.market.outsider):
        with pytest.raises(Forbidden):
            service.open_account(stranger)
        with pytest.raises(Forbidden):
            queries.get_connect(stranger)
        with pytest.raises(NotFound):
            service.use_account(stranger)
        with pytest.raises(NotFound):
            service.stop_account(stranger)
    assert facts(office) == ([], [])


def test_a_restricted_account_is_the_way_no_longer(office: Office) -> None:
    ref = office.open()
    office.change(ref, "activate")
    office.use()
    office.change(ref, "restrict")

    account = queries.get_connect(office.head).account
    assert account is not None
    assert (account.state, account.wanted, account.usable_from) == ("restricted", ["单位证明文件"], None)
    [own] = [p for p in payouts.list_payables(office.officer).payees if p.payee.kind == "university"]
    assert (own.payee.way, own.reason) == ("bank", "还没有收款账户")
    names = [
        row["name"]
        for row in office.system.rows(
            "SELECT name FROM outbox_event WHERE name LIKE 'connect.%' ORDER BY seq"
        )
    ]
    assert names == ["connect.account.ready", "connect.account.restricted"]

    office.change(ref, "activate")
    assert service.use_account(office.head).moves == ["look", "stop"]
    assert service.stop_account(office.head).moves == ["look", "use"]
    assert facts(office) == ([("active", True)], [])


@pytest.mark.parametrize("fault", ["500-after-work", "drop-after-work", "drop", "500"])
def test_an_answer_that_was_cut_off_opens_one_account(office: Office, fault: str) -> None:
    office.double.fault("POST accounts", fault, times=3)
    assert office.open() == ""
    office.double.mend()
    office.days += 1
    while completer.complete_accounts(office.system, gateway=office.gateway):
        pass
    assert facts(office) == ([("onboarding", True)], [])
    assert len(office.double.books()["account"]) == 1


def test_a_lost_notice_is_found_by_the_clock(office: Office) -> None:
    ref = office.open()
    office.double.control(f"accounts/{ref}/activate")
    office.days += 1
    assert completer.complete_accounts(office.system, gateway=office.gateway) == 1
    assert facts(office) == ([("active", True)], [])


@pytest.mark.parametrize("country", ["", "CN"])
def test_the_way_is_offered_only_where_setting_and_rule_allow_it(
    office: Office, monkeypatch: pytest.MonkeyPatch, country: str
) -> None:
    closed = settings().model_copy(update={"connect_country": country})
    monkeypatch.setattr("finance.connect.queries.settings", lambda: closed)
    view = queries.get_connect(office.officer)
    assert (view.offered, view.moves) == (False, [])
    assert ("中国内地" in view.reason) == (country == "CN")
    with pytest.raises(ConnectNotOffered):
        service.open_account(office.officer)
    assert facts(office) == ([], [])
