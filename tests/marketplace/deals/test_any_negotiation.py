"""Random people at one table: whatever they offer, refuse, object to or let pass, the story of a deal stays whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlmodel import col, select

from marketplace.contracts import service as contracts
from marketplace.core import fsm
from marketplace.core.problems import Problem
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries, service
from marketplace.deals.models import Deal, DealOffer
from marketplace.deals.schemas import (
    AcceptOffer,
    Answer,
    NewOffer,
    PriceObjection,
    RefuseOffer,
    SettlePriceObjection,
)
from marketplace.deals.states import DEAL
from marketplace.listings import queries as listings
from marketplace.terms import TermSheet, terms_hash
from tests.courses import run_courses
from tests.factories.deals import Market, a_market, an_application
from tests.factories.listings import a_term_sheet

SIDES = st.sampled_from(["firm", "officer"])
SHEETS = st.sampled_from(
    [
        a_term_sheet(deferred_fee_minor=6_000_000),
        a_term_sheet(deferred_fee_minor=7_000_000),
        a_term_sheet(licence_type="exclusive"),
        a_term_sheet(),
    ]
)
OBJECTION = PriceObjection(name="王五", contact="13900000000", text="这一价格低于同类成果的成交价格。")
TALKING = ("submitted", "answering")
AGREED = ("price_notice", "objection", "terms_agreed")


class Table(RuleBasedStateMachine):
    """One firm and one university over one listing. Each act is a transaction: a refusal undoes all of it."""

    market: Market

    def __init__(self) -> None:
        super().__init__()
        self.days = 0
        self.session = self.market.uow.session
        self.example = self.session.begin_nested()
        self.deal_id = an_application(self.market.firm, self.market.listing).id

    def teardown(self) -> None:
        self.example.rollback()
        self.session.expire_all()

    def by(self, who: str) -> UnitOfWork:
        uow: UnitOfWork = getattr(self.market, who)
        return replace(uow, now=uow.now + timedelta(days=self.days))

    def attempt(self, work: Callable[[], Any]) -> None:
        savepoint = self.session.begin_nested()
        try:
            work()
            savepoint.commit()
        except Problem:
            savepoint.rollback()

    def on_table(self) -> str:
        return queries.get_deal(self.market.uow, deal_id=self.deal_id).table_hash or ""

    @rule(days=st.integers(1, 12))
    def time_passes(self, days: int) -> None:
        self.days += days
        service.end_notices(self.by("uow"))

    @rule(side=SIDES, sheet=SHEETS)
    def propose(self, side: str, sheet: TermSheet) -> None:
        form = NewOffer(terms=sheet, message="按此条款。", base_hash=self.on_table())
        self.attempt(lambda: service.propose_offer(self.by(side), deal_id=self.deal_id, offer=form))

    @rule(side=SIDES)
    def take(self, side: str) -> None:
        form = AcceptOffer(terms_hash=self.on_table())
        self.attempt(lambda: service.accept_offer(self.by(side), deal_id=self.deal_id, form=form))

    @rule(side=SIDES)
    def refuse(self, side: str) -> None:
        form = RefuseOffer(terms_hash=self.on_table(), text="维持原条款。")
        self.attempt(lambda: service.refuse_offer(self.by(side), deal_id=self.deal_id, form=form))

    @rule(kind=st.sampled_from(["accept", "ask"]))
    def answer(self, kind: Any) -> None:
        shown = queries.get_deal(self.market.uow, deal_id=self.deal_id).terms_hash
        form = Answer(kind=kind, text="请补充说明。", terms_hash=shown)
        self.attempt(
            lambda: service.answer_application(self.by("officer"), deal_id=self.deal_id, answer=form)
        )

    @rule()
    def confirm(self) -> None:
        shown = queries.get_deal(self.market.uow, deal_id=self.deal_id).terms_hash or ""
        self.attempt(lambda: service.agree_terms(self.by("firm"), deal_id=self.deal_id, terms_hash=shown))

    @rule()
    def object_to_it(self) -> None:
        self.attempt(lambda: service.raise_objection(self.by("uow"), deal_id=self.deal_id, draft=OBJECTION))

    @rule(upheld=st.booleans())
    def settle(self, *, upheld: bool) -> None:
        found = queries.get_objections(self.by("officer"), deal_id=self.deal_id)
        form = SettlePriceObjection(upheld=upheld, resolution="已书面答复。")
        for each in found:
            self.attempt(
                lambda each=each: service.settle_objection(
                    self.by("head"), deal_id=self.deal_id, objection_id=each.id, form=form
                )
            )

    @rule()
    def draw_up(self) -> None:
        before = self.row().state
        drawn = contracts.draft_contract(self.by("uow"), deal_id=self.deal_id)
        assert drawn is None or before == "terms_agreed"

    def row(self) -> Deal:
        return self.session.exec(select(Deal).where(Deal.id == self.deal_id)).one()

    @invariant()
    def history_is_complete(self) -> None:
        steps = fsm.history(self.market.uow, DEAL, self.deal_id)
        assert [step["to_state"] for step in steps[:-1]] == [step["from_state"] for step in steps[1:]]
        assert steps[-1]["to_state"] == self.row().state

    @invariant()
    def rounds_are_whole(self) -> None:
        statement = (
            select(DealOffer).where(DealOffer.deal_id == self.deal_id).order_by(col(DealOffer.position))
        )
        offers = self.session.exec(statement).all()
        row = self.row()
        assert [o.position for o in offers] == list(range(1, len(offers) + 1))
        is_open = [o for o in offers if o.state == "open"]
        assert len(is_open) <= (row.state in TALKING)
        for offer in offers:
            assert offer.terms_hash == terms_hash(TermSheet.model_validate(offer.terms))
            assert (offer.answered_at is None) == (offer.state == "open")
        accepted = [o for o in offers if o.state == "accepted"]
        if accepted:
            assert (len(accepted), row.state in AGREED) == (1, True)
            assert row.terms_hash == accepted[0].terms_hash
        assert row.terms_hash == terms_hash(TermSheet.model_validate(row.terms))

    @invariant()
    def nothing_is_agreed_before_its_notice_has_ended(self) -> None:
        row, today = self.row(), self.by("uow").today
        negotiated = row.terms_hash != self.market.listing.terms_hash
        if row.state == "terms_agreed" and negotiated:
            assert row.notice_to is not None
            assert row.notice_to < today
        assert (row.claim is not None) == (row.state in AGREED)

    @invariant()
    def somebody_has_the_turn_and_a_day(self) -> None:
        row = self.row()
        assert (row.reply_due_on is not None) == (row.state == "submitted")
        assert (row.answer_due_on is not None) == (row.state == "answering")

    @invariant()
    def the_published_terms_stay(self) -> None:
        listing = listings.get_listing(self.market.uow, listing_id=self.market.listing.id)
        assert listing.terms_hash == self.market.listing.terms_hash


def test_any_negotiation(uow: UnitOfWork) -> None:
    Table.market = a_market(uow)
    run_courses(Table)
