"""Step 5 of the main job as its people take it, one contract each: every act may be cut off and is then repeated."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import Session, col, select

from finance.receivables import service as receivables
from marketplace.core import settings as core_settings
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.clock import utc_now
from marketplace.core.db import make_engine
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.identity.models import LoginSession, Membership
from marketplace.identity.permissions import Role
from marketplace.identity.tokens import hash_token
from marketplace.organizations.schemas import OrganizationKind
from marketplace.terms import add_months
from tests.access.world import an_organization
from tests.crash.product import Product
from tests.factories.contracts import a_contract
from tests.factories.deals import a_market
from tests.factories.identity import a_member
from tests.factories.receivables import a_billing, a_sheet

AMOUNT_MINOR = 8_000_000
STATEMENT_HEAD = "交易日期,交易流水号,收入金额,支出金额,对方户名,对方账号,摘要\n"


@dataclass
class Story:
    """One contract whose sum falls due on `day`, its people's tokens, and what they have seen so far."""

    product: Product
    day: date
    contract_id: str
    university_id: str
    firm_id: str
    firm: str
    officer: str
    head: str
    by_bank: bool = False
    key: str = field(default_factory=lambda: f"click-{new_id()}")
    invoice: dict[str, Any] = field(default_factory=dict)
    payment: dict[str, Any] = field(default_factory=dict)
    distribution: dict[str, Any] = field(default_factory=dict)
    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    """Table and id of every write that a person was told of."""

    # The due day

    def come_due(self) -> None:
        """The day comes and the clocks look what is due."""
        self.product.go_to(self.day)
        self.product.last_ticks.clear()
        self.product.tick("raise_due_invoices")

    def billed(self) -> None:
        """The firm sees the invoice."""
        self.product.go_to(self.day)

        def look() -> dict[str, Any] | None:
            found = self.product.surely(
                self.firm, "GET", "/invoices", params={"contract_id": self.contract_id}
            ).json()["items"]
            return found[0] if found else None

        seen = self.product.wait_for(look, "raise_due_invoices")
        self.invoice = self.product.surely(self.firm, "GET", f"/invoices/{seen['id']}").json()
        self.acknowledged.append(("invoice", seen["id"]))

    # Paying through the provider

    def click(self) -> httpx.Response | None:
        """The firm clicks on paying, once; None when the connection was cut."""
        answer = self.product.call(
            self.firm,
            "POST",
            f"/invoices/{self.invoice['id']}/checkout",
            headers={"Idempotency-Key": self.key},
        )
        if answer is not None and answer.status_code == 200:
            self.acknowledged.append(("payment_attempt", answer.json()["id"]))
        return answer

    def click_until_open(self) -> None:
        """The firm clicks until the pay page is there; the same key keeps giving the same answer."""

        def look() -> dict[str, Any] | None:
            answer = self.click()
            if answer is None or answer.status_code == 503:
                return None
            if answer.status_code == 409 and answer.json()["code"] == "idempotency.in_flight":
                return None
            assert answer.status_code == 200, answer.text
            payment: dict[str, Any] = answer.json()
            return payment if payment["url"] or payment["state"] == "succeeded" else None

        self.payment = self.product.wait_for(look, "complete_payments")
        again = self.product.wait_for(look)
        assert again["id"] == self.payment["id"]
        ticking = {"seconds_left": None}
        assert again | ticking == self.payment | ticking or again["state"] != self.payment["state"]

    def pay(self) -> None:
        """The payer presses the button of the provider's page; a second time it is closed."""
        pressed = httpx.post(self.payment["url"], data={"action": "pay"}, trust_env=False, timeout=40)
        assert pressed.status_code in (303, 409), pressed.text

    def paid(self) -> None:
        """The firm sees that the payment has arrived."""

        def look() -> dict[str, Any] | None:
            seen = self.product.surely(self.firm, "GET", f"/payments/{self.payment['id']}").json()
            return seen if seen["state"] == "succeeded" else None

        self.payment = self.product.wait_for(look, "apply_notices", "complete_payments")

    # Paying by bank transfer

    def import_statement(self) -> httpx.Response | None:
        """The officer imports the bank's file, once; None when the connection was cut."""
        row = f"{self.day},{self.invoice['bank']['reference']},80000.00,,某公司,6222,{self.invoice['bank']['reference']}"
        answer = self.product.call(
            self.officer,
            "POST",
            "/bank-statements",
            files={"file": ("流水.csv", (STATEMENT_HEAD + row).encode())},
        )
        if answer is not None and answer.status_code == 200:
            self.acknowledged.append(("bank_statement", answer.json()["id"]))
        return answer

    def statement_imported(self) -> None:
        """The officer imports until it is done; the same file again changes nothing."""

        def look() -> dict[str, Any] | None:
            answer = self.import_statement()
            if answer is None or answer.status_code == 503:
                return None
            assert answer.status_code == 200, answer.text
            done: dict[str, Any] = answer.json()
            return done

        done = self.product.wait_for(look)
        assert (done["lines"], done["matched"], done["unmatched"]) == (1, 1, 0)
        again = self.product.wait_for(look)
        assert (again["id"], again["new"], again["repeated"]) == (done["id"], 0, True)

    # Splitting

    def split_proposed(self) -> None:
        """The university sees how the money is to be split."""

        def look() -> dict[str, Any] | None:
            found = self.product.surely(
                self.head, "GET", "/distributions", params={"contract_id": self.contract_id}
            ).json()["items"]
            return found[0] if found else None

        self.distribution = self.product.wait_for(look)
        self.acknowledged.append(("distribution", self.distribution["id"]))

    def approve(self) -> httpx.Response | None:
        """The head of transfer approves, once; None when the connection was cut."""
        return self.product.call(self.head, "POST", f"/distributions/{self.distribution['id']}/approve")

    def approved(self) -> None:
        """The head approves until it is booked; a second approval is refused."""

        def look() -> dict[str, Any] | None:
            self.approve()
            seen = self.product.surely(self.head, "GET", f"/distributions/{self.distribution['id']}").json()
            return seen if seen["state"] == "booked" else None

        self.distribution = self.product.wait_for(look)
        assert sum(share["amount_minor"] for share in self.distribution["shares"]) == AMOUNT_MINOR
        refused = self.product.surely(self.head, "POST", f"/distributions/{self.distribution['id']}/approve")
        assert refused.status_code == 409, refused.text

    # From anywhere to the end

    def steps(self) -> list[tuple[str, Callable[[], object]]]:
        """The whole step, in order; each part may be repeated."""
        paying: list[tuple[str, Callable[[], object]]] = (
            [("statement", self.statement_imported)]
            if self.by_bank
            else [("checkout", self.click_until_open), ("pay", self.pay_if_open), ("paid", self.paid)]
        )
        return [
            ("billed", self.billed),
            *paying,
            ("proposed", self.split_proposed),
            ("approved", self.approved),
        ]

    def pay_if_open(self) -> None:
        """The payer pays unless she has."""
        if self.payment["url"]:
            self.pay()

    def until(self, step: str) -> None:
        """Do everything before a step."""
        for name, do in self.steps():
            if name == step:
                return
            do()

    def finish(self) -> None:
        """Do everything."""
        for _, do in self.steps():
            do()


def signed_in(uow: UnitOfWork, actor: Actor) -> str:
    """A browser session of a person with a fresh second factor; returns its token."""
    member = uow.session.exec(select(Membership).where(col(Membership.user_id) == actor.user_id)).one()
    token = f"token-{new_id()}"
    uow.session.add(
        LoginSession(
            token_hash=hash_token(token), user_id=member.user_id, membership_id=member.id, last_seen_at=uow.wall,
            expires_at=uow.wall + timedelta(hours=2), second_factor_at=uow.wall + timedelta(minutes=30),
        )
    )  # fmt: skip
    return token


def a_story(uow: UnitOfWork, product: Product, *, in_days: int, by_bank: bool) -> Story:
    """A contract of a university and a firm of its own; 80,000 yuan fall due `in_days` from today."""
    market = a_market(uow)
    contract = a_contract(market)
    day = uow.today + timedelta(days=in_days)
    billing = a_billing(
        uow, contract_id=contract.id, number=contract.number, title=contract.project_name,
        sheet=a_sheet(deferred_fee_minor=AMOUNT_MINOR), university_id=market.university_id, firm_id=market.firm_id,
        effective_on=add_months(day, -12),
    )  # fmt: skip
    receivables.plan_obligations(uow, billing=billing)
    return Story(
        product, day, str(contract.id), str(market.university_id), str(market.firm_id), by_bank=by_bank,
        firm=signed_in(uow, market.firm.actor), officer=signed_in(uow, market.officer.actor),
        head=signed_in(uow, market.head.actor),
    )  # fmt: skip


@contextmanager
def at_home(product: Product) -> Iterator[None]:
    """Let this process look for files where the product keeps them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XIANYONG_HOME", str(product.copy.home))
        core_settings.settings.cache_clear()
        yield
    core_settings.settings.cache_clear()


def a_world(product: Product, by_bank: list[bool]) -> list[Story]:
    """One story for each entry, two days apart, so that no day comes early at midnight; and an administrator."""
    with at_home(product):
        engine = make_engine(product.database_url)
        with Session(engine, expire_on_commit=False) as session:
            uow = UnitOfWork(session, SYSTEM, utc_now())
            department: UUID = an_organization(uow, OrganizationKind.DEPARTMENT)
            actor = a_member(uow, department, "department", Role.ADMINISTRATOR)
            product.administrator = signed_in(uow, actor)
            stories = [
                a_story(uow, product, in_days=2 * number, by_bank=bank)
                for number, bank in enumerate(by_bank, start=1)
            ]
            session.commit()
        engine.dispose()
    return stories
