"""Organizations by their English names: only for whoever is signed in, only those whose Chinese names she has before her."""

from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_uscc
from marketplace.organizations import service
from marketplace.organizations.schemas import NewOrganization, OrganizationKind
from tests.factories.payments import a_bill
from tests.finance.payments.test_money_over_http import Desk


def test_english_names_answer_what_was_asked_and_no_more(uow: UnitOfWork, client: TestClient) -> None:
    bill = a_bill(uow)
    named = (("云梭大学", "Yunsuo University"), ("桐塔大学", "Tongta University"), ("无英文名大学", ""))
    for number, (name, name_en) in enumerate(named, start=900):
        draft = NewOrganization(
            kind=OrganizationKind.UNIVERSITY, name=name, name_en=name_en, city="无锡", region_code="320214",
            uscc=make_uscc("12", "320200", number),
        )  # fmt: skip
        service.register_organization(uow, draft=draft)
    asked = {"name": ["云梭大学", "无英文名大学", "没有这家"]}
    answer = Desk(client, bill.firm)("GET", "/organization-names", params=asked)
    assert answer.json() == {"云梭大学": "Yunsuo University"}
    assert Desk(client, None)("GET", "/organization-names", params=asked).status_code == 401
    assert Desk(client, bill.firm)("GET", "/organization-names").status_code == 422
    many = {"name": ["甲"] * 101}
    assert Desk(client, bill.firm)("GET", "/organization-names", params=many).status_code == 422
