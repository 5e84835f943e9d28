"""Defaults for tests: a real contract with one late fee, its two sides, an insurer, and what follows from announcements."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.bank import service as bank
from finance.defaults import queries, service
from finance.defaults.models import Cover, CoverClaim, CreditRecord, DefaultCase
from finance.defaults.schemas import CaseView, CoverView, DeliveryRecord, NewCover, NewDemand
from finance.defaults.states import CLAIM, COVER, RECORD
from finance.receivables import queries as invoices, service as billing
from finance.receivables.schemas import InvoiceBrief
from marketplace.contracts import service as contracting
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.fsm import begin
from marketplace.core.outbox import OutboxEvent
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from marketplace.organizations.schemas import OrganizationKind
from tests.factories.contracts import a_contract, sign
from tests.factories.deals import Market, a_market
from tests.factories.identity import a_member
from tests.factories.instruments import a_provider
from tests.factories.laid_down import laid_down
from tests.factories.listings import a_term_sheet
from tests.factories.receivables import on
from workers.subscriptions import SUBSCRIPTIONS

SIGNED_ON = date(2026, 2, 2)
"""T0. The fee of 80,000 yuan arises on 2027-02-02 and is due on 2027-03-04, so 2027-03-05 is the first day late."""
DUE_ON, FIRST_DAY_LATE = date(2027, 3, 4), date(2027, 3, 5)
_HANDLERS = {event.name: (event, handlers) for event, handlers in SUBSCRIPTIONS.items()}


@dataclass
class Story:
    """The people around one contract, and how far reactions have come."""

    uow: UnitOfWork
    market: Market
    contract_id: UUID
    contract_number: str
    provider: Actor
    officer_of_zone: Actor
    last_seq: int = 0
    bank_lines: list[str] = field(default_factory=list)

    def at(self, who: str, day: date) -> UnitOfWork:
        """Return somebody acting on a day: officer, head, firm, outsider, insurer, zone or system."""
        actors = {
            "officer": self.market.officer.actor, "head": self.market.head.actor, "firm": self.market.firm.actor,
            "outsider": self.market.outsider.actor, "insurer": self.provider, "zone": self.officer_of_zone, "system": SYSTEM,
        }  # fmt: skip
        return replace(on(self.uow, day), actor=actors[who])

    def react(self) -> None:
        """Let handlers follow what was announced, each on the day of its announcement; search is left out."""
        while True:
            self.uow.session.flush()
            news = self.uow.session.exec(
                select(OutboxEvent).where(col(OutboxEvent.seq) > self.last_seq).order_by(col(OutboxEvent.seq))
            ).all()
            if not news:
                return
            for stored in news:
                self.last_seq = stored.seq or 0
                kind, handlers = _HANDLERS.get(stored.name, (None, ()))
                then = replace(self.uow, actor=SYSTEM, now=stored.occurred_at, request_id=str(stored.id))
                for handler in handlers:
                    if kind is not None and not handler.__module__.startswith("search"):
                        handler(then, kind.model_validate(stored.payload))

    def case(self, who: str = "system", day: date = FIRST_DAY_LATE) -> CaseView:
        """Return the contract's latest case as somebody sees it on a day."""
        rows = self.uow.rows(
            "SELECT id FROM default_case WHERE contract_id = :id ORDER BY serial DESC", id=self.contract_id
        )
        return queries.get_case(self.at(who, day), case_id=rows[0]["id"])

    def invoice(self, day: date = FIRST_DAY_LATE, kind: str = "deferred_fee") -> InvoiceBrief:
        """Return the contract's only invoice of a kind."""
        [found] = [bill for bill in self.invoices(day) if bill.kind == kind]
        return found

    def invoices(self, day: date = FIRST_DAY_LATE) -> list[InvoiceBrief]:
        """Return everything billed under the contract, in the order of numbers."""
        page = invoices.list_invoices(self.at("system", day), contract_id=self.contract_id, size=50)
        return sorted(page.items, key=lambda bill: bill.number)

    def transfer(
        self, day: date, amount_minor: int, memo: str, *, payer: str = "某公司", read_on: date | None = None
    ) -> None:
        """Let money arrive on the university's account on a day, and be read from the statement then or later."""
        self.bank_lines.append(f"{day},S{len(self.bank_lines)},{amount_minor / 100:.2f},,{payer},6222,{memo}")
        head = "交易日期,交易流水号,收入金额,支出金额,对方户名,对方账号,摘要\n"
        content = (head + self.bank_lines[-1]).encode()
        bank.import_statement(self.at("officer", read_on or day), content=content, file_name="流水.csv")
        self.react()

    def pay(self, day: date, amount_minor: int | None = None, *, read_on: date | None = None) -> None:
        """Let the firm pay the fee by bank transfer, wholly or in part."""
        bill = self.invoice(day)
        self.transfer(day, amount_minor or bill.open_minor, bill.reference, read_on=read_on)


@laid_down
def a_story(uow: UnitOfWork, *, bills: int = 1, **terms: Any) -> Story:
    """A contract signed on 2026-02-02 whose fee of 80,000 yuan (5 bps a day when late) is due on 2027-03-04 and unpaid."""
    changes: dict[str, Any] = {"royalty": None} | terms
    market = a_market(on(uow, date(2026, 1, 5)), terms=a_term_sheet(**changes))
    insurer = a_provider(uow, OrganizationKind.INSURER, "紫金保险（测试）")
    zone = uow.rows("SELECT zone_id FROM organization WHERE id = :id", id=market.firm_id)[0]["zone_id"]
    contract = a_contract(market)
    for side in (market.firm, market.officer):
        sign(on(side, SIGNED_ON), contract)
    story = Story(
        uow, market, contract.id, contract.number,
        a_member(uow, insurer, "insurer", Role.LOAN_OFFICER, "保险经理"),
        a_member(uow, zone, "zone", Role.ZONE_OFFICER, "园区专员"),
    )  # fmt: skip
    story.react()
    for day in (date(2027, 2, 2), *(date(2027, 2 + month, 2) for month in range(1, bills))):
        clock = story.at("system", day)
        contracting.end_free_periods(clock)
        story.react()
        billing.raise_due_invoices(clock)
        story.react()
    return story


@laid_down
def a_late_story(uow: UnitOfWork, **terms: Any) -> Story:
    """The same, with its case opened on the first day late."""
    story = a_story(uow, **terms)
    service.open_cases(story.at("system", FIRST_DAY_LATE))
    story.react()
    return story


def demanded(story: Story, day: date = date(2027, 3, 16), *, cure_days: int | None = None) -> CaseView:
    """The officer sends the demand."""
    case_id = story.case().id
    view = service.send_demand(story.at("officer", day), case_id=case_id, form=NewDemand(cure_days=cure_days))
    story.react()
    return view


def delivered(story: Story, day: date = date(2027, 3, 18)) -> CaseView:
    """The demand of 2027-03-16 reached the firm by courier: 30 days end with 2027-04-17."""
    form = DeliveryRecord(delivered_on=day, how="courier", proof="EMS 1234567890")
    view = service.record_delivery(story.at("officer", day), case_id=story.case().id, form=form)
    story.react()
    return view


def unpaid_after_cure(story: Story, day: date = date(2027, 4, 18)) -> CaseView:
    """Nobody paid: the right to rescind exists."""
    demanded(story)
    delivered(story)
    service.end_cure_periods(story.at("system", day))
    story.react()
    return story.case("officer", day)


def a_cover(story: Story, **changes: Any) -> CoverView:
    """An insurer covers 80 % of late fees up to 50,000 yuan after 20 waiting days, by a policy it registered itself."""
    firm_code = story.uow.rows("SELECT uscc FROM organization WHERE id = :id", id=story.market.firm_id)[0][
        "uscc"
    ]
    values: dict[str, Any] = {
        "contract_number": story.contract_number, "firm_uscc": firm_code, "policy_number": "ZJ-2026-0001", "percent_bps": 8000,
        "cap_minor": 5_000_000, "waiting_days": 20, "from_on": SIGNED_ON, "until_on": date(2028, 2, 1),
    }  # fmt: skip
    view = service.register_cover(story.at("insurer", date(2026, 3, 1)), form=NewCover(**values | changes))
    story.react()
    return view


def a_case_on_record(
    uow: UnitOfWork, *, invoice: InvoiceBrief, provider_id: UUID, zone_id: UUID
) -> dict[str, UUID]:
    """Put a case, a cover, a claim and a credit record of a late invoice into the tables, whoever may act on them."""
    service.open_cases(on(uow, invoice.due_on + timedelta(days=1)))
    [case] = uow.session.exec(select(DefaultCase)).all()
    sides: dict[str, Any] = {
        "university_id": case.university_id,
        "firm_id": case.firm_id,
        "state_since": uow.now,
    }
    cover = Cover(
        contract_id=case.contract_id, contract_number=case.contract_number, title=case.title, provider_id=provider_id,
        kind="guarantee", policy_number="BH-1", percent_bps=5000, cap_minor=1, waiting_days=0, from_on=uow.today,
        until_on=uow.today, state="proposed", **sides,
    )  # fmt: skip
    uow.session.add(cover)
    uow.session.flush()
    claim = CoverClaim(
        reference="DC0000000195", case_id=case.id, cover_id=cover.id, contract_id=case.contract_id, provider_id=provider_id,
        state="filed", filed_on=uow.today, overdue_minor=1, asked_minor=1, answer_by_on=uow.today, **sides,
    )  # fmt: skip
    record = CreditRecord(
        case_id=case.id, zone_id=zone_id, state="announced", announced_on=uow.today, objection_until_on=uow.today,
        overdue_minor=1, **sides,
    )  # fmt: skip
    uow.session.add_all([claim, record])
    uow.session.flush()
    for machine, row in ((COVER, cover), (CLAIM, claim), (RECORD, record)):
        begin(uow, machine, row)
    uow.session.flush()
    return {"case_id": case.id, "cover_id": cover.id, "claim_id": claim.id, "record_id": record.id}
